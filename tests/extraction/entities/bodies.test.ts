import { describe, expect, it } from 'vitest';
import { fitDescription, readDescription } from '../../../src/extraction/entities/index.ts';
import { entitiesOf, lexicons, readMarkedText } from './marked-text.ts';

/** How a body is introduced, descriptions that fit it by what is known of it, and others that do not. */
const rows: readonly (readonly [introduced: string, fits: string, others: string])[] = [
  // By its name.
  ['[o:Halden Air] flew.', 'airline; carrier; company', 'bank; ministry; newspaper; insurer'],
  ['[o:Kiesler Savings] lent.', 'bank; lender; firm; company', 'airline; union; carmaker'],
  ['[o:Corrib Mutual] lent.', 'lender; insurer; company', 'retailer; court'],
  ['[o:Rabobank] lent.', 'bank; lender', 'brewer; council'],
  ['[o:Corvane Mining] dug.', 'miner; company; operator', 'airline; party'],
  ['[o:Doukas Maritime] sailed.', 'shipowner; operator; shipping line; company', 'bank; charity'],
  ['[o:Halvorsen Press] printed.', 'publisher; publishing house; company', 'navy; bank'],
  ['[o:Pharmavel Therapeutics] tested.', 'drugmaker; manufacturer', 'carmaker; bank'],
  ['[o:Aldgate Capital] sold.', 'fund; investor; firm', 'newspaper; church'],
  ['[o:FC Carrow] lost.', 'club; team; side', 'company; bank'],
  ['[o:Cumbria Police] came.', 'force; constabulary; police', 'court; company'],
  ['[o:Dutch Cancer Fund] gave.', 'charity; foundation; organisation; fund', 'army; airline'],
  ['[o:Care Quality Commission] came.', 'regulator; watchdog; inspectorate; body', 'club; retailer'],
  ['[o:Central Bank of Ireland] wrote.', 'regulator; central bank; watchdog; bank', 'lender; insurer'],
  ['[o:Reserve Bank of India] wrote.', 'central bank; regulator', 'company; airline'],
  ['[o:International Monetary Fund] lent.', 'fund; lender; institution', 'club; newspaper'],
  ['[o:Rijnmuseum] opened.', 'museum; gallery; institution', 'bank; party'],
  ['[o:St Aidan] opened.', 'church; school; hospital', 'airline; union'],
  ['[o:Carrow Courier] wrote.', 'newspaper; paper; daily; publication', 'bank; company'],
  ['[o:Football Federation of Corsova] met.', 'federation; governing body; association', 'bank; ministry'],
  ['[o:National League] met.', 'league; competition; body', 'insurer; ministry'],
  ['[o:Barrowdale Mercury] wrote.', 'newspaper; paper; daily', 'bank; company; church'],
  ['[o:World Health Organization] wrote.', 'agency; body; organisation', ''],
  ['[o:Airline Pilots Guild] met.', 'guild; union; association', 'airline; company'],
  ['[o:Association of Bank Workers] met.', 'association; union', 'bank; lender'],
  ['[o:Lagos International Airport] closed.', 'airport', 'airline; bank'],
  // By what stands beside its name.
  ['The [o:Tasnim] news agency wrote.', 'agency; news agency; outlet', 'navy; bank'],
  ['His [o:Adventure Now] hiking company closed.', 'company; firm', 'navy; court'],
  ['[o:Kiesler], a Zurich lender, lent.', 'lender; bank; Zurich-based lender; company', 'airline; union'],
  ['[o:Kiesler], one of Europe’s biggest banks, lent.', 'bank; lender', 'airline; court'],
  ['[o:Kiesler], Switzerland’s biggest bank, lent.', 'bank; Swiss bank', 'airline; court'],
  ['[o:Kiesler], a bank based in Cork, lent.', 'bank', 'airline; court'],
  ['Carmaker [o:Vantor] closed.', 'carmaker; automaker; company; manufacturer', 'bank; drugmaker'],
  ['The buyer, [o:Morpurgo], paid.', 'buyer; company', 'ministry; court'],
  ['The think tank [o:Ostra] wrote.', 'think tank; institute', 'bank; navy'],
  ['[o:Ostra], a think tank, wrote.', 'think tank; research group', 'bank; navy'],
  ['The rights group [o:Ostra] wrote.', 'rights group; group; organization; watchdog; NGO', 'bank; ministry'],
  ['The rebel group [o:Ostra] fought.', 'rebel group; armed group; group; militia', 'bank; ministry'],
  ['[o:Ostra], a news agency, wrote.', 'news agency; agency; outlet', 'ministry; bank'],
  ['[o:Kiesler], the start-up used by many shops, closed.', 'start-up; company', 'ministry'],
  ['[o:Kiesler], a troubled bank, closed.', 'bank; lender; company', 'ministry'],
  // By what it does, has, and is said to have done.
  ['[o:Vantor], which makes cars, closed.', 'maker; manufacturer; company', 'ministry; union'],
  ['[o:Kestova], which flies to ninety cities, closed.', 'airline; carrier', 'bank; union'],
  ['[o:Evercrest] runs 31 homes.', 'operator; provider; company', 'court; navy'],
  ['The home is run by [o:Evercrest].', 'operator; company', 'court; navy'],
  ['[o:Larkmoor], which has 214 shops, closed.', 'retailer; chain; company', 'airline; navy'],
  ['[o:TransVox], which represents drivers, met.', 'union; association; group', 'bank; airline'],
  ['[o:Fairdeal], which campaigns for tenants, met.', 'charity; campaign group; group', 'bank; airline'],
  ['[o:Ofgrid], which oversees power companies, met.', 'regulator; watchdog', 'bank; club'],
  ['The ship of [o:Tarn], a trade union, sank.', 'union; trade union; body', 'rail operator; ministry'],
  ['[o:Kiesler Bank] lent.', 'bank', 'rail operator; drugmaker; maker; fire service'],
  // By what it has and tells as a business.
  ['[o:Vantor] cut its forecast for the year.', 'company; firm; carmaker; chip designer', 'ministry; union'],
  ['[o:Vantor] reported a quarterly loss on Tuesday.', 'company; lender; streamer', 'ministry; court'],
  ['[o:Vantor]’s annual revenue rose.', 'company; oil major', 'ministry; navy'],
  // By nouns for what people do as well, and by what they are made of.
  ['Chip designer [o:Vantor] grew.', 'chip designer; chipmaker; company', 'bank; ministry'],
  ['Semiconductor company [o:Vantor] grew.', 'chipmaker; chip maker; company; business', 'ministry; court'],
  ['Asset manager [o:Vantor] sold.', 'asset manager; fund manager; fund; investor; firm', 'airline; court'],
  ['Biotech firm [o:Vantor] tested.', 'biotech; drug developer; drugmaker; company', 'ministry; union'],
  ['Kitemaker [o:Vantor] closed.', 'maker; kitemaker; manufacturer; company', 'bank; court'],
  ['Homebuilder [o:Vantor] built.', 'housebuilder; homebuilder; builder; developer', 'bank; court'],
  [
    'The supermarket chain [o:Vantor] closed.',
    'grocer; retailer; supermarket; chain; company',
    'navy; court',
  ],
  ['The hotel group [o:Vantor] closed.', 'hotelier; group; company', ''],
  ['The media company [o:Vantor] closed.', 'broadcaster; publisher; streamer; company', 'navy; court'],
  // By those who have to do with it.
  ['[o:Kestova] flight 204 landed.', 'airline; carrier; company', 'bank; ministry'],
  ['Passengers of [o:Kestova] slept.', 'airline; carrier', 'bank; ministry'],
  ['Shares of [o:Vantor] fell.', 'company; firm; group', 'ministry; union'],
  ['[l:Rennes] striker Dele Ogun fell.', 'club; team', ''],
  ['Students at [l:Lindfield] sang.', 'university', ''],
  ['Nowy Tor lawmakers from [o:Nowy Tor] sat.', 'party', 'bank; company'],
];

const fitOf = (introduced: string, noun: string) => {
  const read = readMarkedText(`${introduced} {The ${noun}} said so.`);
  const [reference] = read.references;
  const found = entitiesOf(read);
  const description = readDescription(found.segmented, reference!, lexicons);
  expect(description, noun).not.toBeNull();
  const { start } = read.names[0]!;
  const body = found.entities.findIndex(({ mentions }) =>
    mentions.some((mention) => mention.start === start),
  );
  return fitDescription(found, body, description!);
};

const listed = (list: string): readonly string[] => (list === '' ? [] : list.split('; '));

describe('bodies', () => {
  it.each(rows)('are called by what is known of them: %s', (introduced, fits, others) => {
    for (const noun of listed(fits)) {
      const fit = fitOf(introduced, noun);
      expect((fit?.sameKind ?? 0) + (fit?.kindredKind ?? 0), noun).toBe(1);
    }
    for (const noun of listed(others)) expect(fitOf(introduced, noun)?.contraryKind, noun).toBe(1);
  });

  it.each([
    ['The ruling [o:Chilungamo Movement] voted.', 'ruling party'],
    ['The far-right party [o:Nowy Tor] voted.', 'far-right party'],
    ['Baltic airline [o:Kestova] flew.', 'Baltic airline'],
    ['[o:Kiesler], a Zurich lender, lent.', 'Zurich-based lender'],
    ['[o:Lumora], a start-up in Austin, grew.', 'Austin-based company'],
    ['[o:Kiesler], Switzerland’s biggest bank, lent.', 'Swiss bank'],
  ])('are told by other words, too: %s', (introduced, noun) => {
    expect(fitOf(introduced, noun)?.sharedWords).toBeGreaterThan(0);
  });

  it('of one country are none of another', () => {
    expect(fitOf('Swiss bank [o:Kiesler] lent.', 'Irish bank')?.contraryWord).toBe(1);
  });

  it('are not the places that tell where they are', () => {
    for (const introduced of ['A [l:Zurich] lender, [o:Kiesler], lent.', '[l:Galway]-based lenders lent.'])
      expect(fitOf(introduced, 'lender')).toBeNull();
  });
});
