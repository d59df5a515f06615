import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/domain/span.ts';
import type { Attribution } from '../../../src/extraction/quotes/attribution.ts';
import { readText, tokensInside } from '../../../src/extraction/quotes/reading.ts';
import { type Answer, resolveSpeakers } from '../../../src/extraction/quotes/speakers/resolve-speakers.ts';
import { setScene } from '../../../src/extraction/quotes/speakers/scene.ts';
import { rankCandidates, readSpeakerModel } from '../../../src/extraction/quotes/speakers/speaker-model.ts';
import { readResourceFiles } from '../../../src/resources.ts';
import { entitiesOf, type MarkedText, readMarkedText } from '../entities/marked-text.ts';

/** The text, with the reference in braces, and whom it means; null where nobody named is meant. */
const rows: readonly (readonly [string, string | null])[] = [
  ['[p:Ana Ruiz] met [p:Tom Lee]. {She} smiled.', 'Ana Ruiz'],
  ['[p:Ana Ruiz] met [p:Tom Lee]. {He} smiled.', 'Tom Lee'],
  ['[p:Mrs. Zweig] met [p:Mr. Zorn]. {He} smiled.', 'Zorn'],
  ['[p:Humza Roth] met [p:Kaitlan Lee]. {She} smiled.', 'Kaitlan Lee'],
  ['The spokeswoman, [p:Sasha Orlova], met [p:Kim Tamm], a businessman. {She} left.', 'Sasha Orlova'],
  ['The [o:Kremlin] met [p:Tom Lee]. {It} added that.', 'Kremlin'],
  ['[o:Tellux] and [o:Orsa Bank] met [p:Tom Lee]. {They} fell.', 'Tellux'],
  ['[p:Ana Ruiz], [p:Tom Lee] and [p:Eva Orlov] met. {They} said so.', 'Ana Ruiz'],
  ['[p:Ana Ruiz], {who} met [p:Tom Lee], left.', 'Ana Ruiz'],
  ['[o:Tellux], {which} fell, said so.', 'Tellux'],
  ['Trade minister [p:Ana Ruiz] met [p:Eva Lee], a teacher. {The minister} left.', 'Ana Ruiz'],
  ['Trade minister [p:Ana Ruiz] met [p:Eva Lee], a teacher. {The teacher} left.', 'Eva Lee'],
  ['[p:Tom Lee] met his half-brother, [p:Max Orlov]. {The half-brother} left.', 'Max Orlov'],
  ['[p:Ana Ruiz], 54, met [p:Eva Lee], 31. {The 54-year-old} left.', 'Ana Ruiz'],
  ['[p:Ana Ruiz], 54, met [p:Eva Lee], 31. {The 31-year-old} left.', 'Eva Lee'],
  ['[o:Kremlin] spokesman [p:Oleg Sorokin] met [p:Tom Lee]. {The Kremlin spokesman} left.', 'Oleg Sorokin'],
  ['[p:Tom Lee] met his wife, [p:Ana Lee]. {His wife} left.', 'Ana Lee'],
  ['[p:Tom Lee] is hurt and will not play. {His agent} said so.', null],
  ['[p:Ana Ruiz] was elected in 2019. She will not stand again, according to {her deputy}.', null],
  [
    'After the death of his respected father [p:Oleg Orlov], [p:Max Orlov] has taken over. {He} said so.',
    'Max Orlov',
  ],
  ['The [o:Trade Ministry] sued [o:Tellux]. {The ministry} won.', 'Trade Ministry'],
  ['The [o:Trade Ministry] sued [o:Tellux]. {The company} lost.', 'Tellux'],
  ['[p:Ana Ruiz] met [p:Tom Lee]. {A spokesman} left.', null],
  ['[p:Ana Ruiz] met [p:Tom Lee]. {Officials} left.', null],
  ['[p:Ana Ruiz] met [p:Tom Lee]. {I} left.', null],
  ['{He} left. [p:Tom Lee] stayed.', null],
  // Descriptions of organizations: by the noun of the name, by what the text says that it is, by the kind of name.
  ['[o:Halcyon Freight] sank a ship. {The company} paid [o:Marrow Council].', 'Halcyon Freight'],
  ['[o:Tellux], a carmaker, sued the [o:Ferry Pilots’ Union]. Rain fell. {The company} lost.', 'Tellux'],
  ['The shipping group [o:Tellux] met the [o:Ferry Pilots’ Union]. {The group} paid.', 'Tellux'],
  ['[o:Tellux] met the [o:Ferry Pilots’ Union]. {The union} struck.', 'Ferry Pilots’ Union'],
  [
    'Pilots walked out on [o:Tellux] on Monday, {their union} said.\n\nThe [o:Ferry Pilots’ Union] cheered.',
    'Ferry Pilots’ Union',
  ],
  [
    'The [o:Marrow City Museum] reopened.\n\nIt rained.\n\nIt hailed.\n\n{The museum} is free.',
    'Marrow City Museum',
  ],
  ['The news agency [o:Vesna] wrote. {The agency} denied it.', 'Vesna'],
  ['The [o:Labour Ministry] met the [o:Health Ministry]. {The health ministry} denied.', 'Health Ministry'],
  ['[o:Verdi] beat [o:Halcyon Football Club]. {The club} wept.', 'Halcyon Football Club'],
  ['[o:Orsa Bank] lent to [o:Halcyon Freight]. {The bank} lost.', 'Orsa Bank'],
  // Nouns of people and of bodies alike, and of bodies that are seldom in a name.
  [
    'The energy regulator [o:Tarn] fined [o:Boltway] and its owner, [p:Tom Lee]. {The regulator} said so.',
    'Tarn',
  ],
  [
    'The clothing chain [o:Marlow & Finch], owned by [p:Tom Lee], shut. {The retailer} lost.',
    'Marlow & Finch',
  ],
  [
    '[o:NetFuture], a trade association whose members include [o:Loopz], wept. {The group} left.',
    'NetFuture',
  ],
  ['[p:Joel Hart], 24, denies assault. [p:Ruth Addo], a judge, sat. {The defendant} wept.', 'Joel Hart'],
  ['[o:Wessex Constabulary] met [p:Tom Lee]. {The constabulary} left.', 'Wessex Constabulary'],
  ['[o:Centre for Fair Tax], a think-tank, met [p:Tom Lee]. {The think-tank} left.', 'Centre for Fair Tax'],
  // Descriptions of people.
  ['[p:Tom Lee] was beaten. [p:Ana Ruiz] was inconsolable. {The Chilean international} wept.', 'Ana Ruiz'],
  ['[p:Ana Ruiz] was inconsolable. {The Tasmanian} wept.', 'Ana Ruiz'],
  ['{The governor} will not run. [p:Ana Ruiz], the governor, said so to [p:Tom Lee].', 'Ana Ruiz'],
  ['[p:Ana Ruiz] married [p:Tom Lee]. {The bride} wept.', 'Ana Ruiz'],
  [
    '[p:Ana Ruiz], a former goalkeeper, met [p:Eva Lee], a teacher. {The former goalkeeper} left.',
    'Ana Ruiz',
  ],
  ['Doctor [p:Ana Ruiz] met [p:Tom Lee]. {Doctors at the hospital} left.', null],
  // By what the text calls it beside its name, and by nouns that news uses for one another.
  ['The contractor, [o:Bharat Works], met [o:Orsa Bank]. {The contractor} left.', 'Bharat Works'],
  ['[o:Rovers] met [o:Orsa Bank]. {The club} left.', 'Rovers'],
  ['[o:Orsa Bank] met the [o:Harwich Hornets]. {The team} left.', 'Harwich Hornets'],
  ['The [o:Verdi] union met [o:Orsa Bank]. {The union} left.', 'Verdi'],
  ['The [o:Road Safety Administration] met [o:Orsa Bank]. {The agency} left.', 'Road Safety Administration'],
  ['[o:Halcyon Freight] sued [o:Orsa Shipping]. {The museum} reopened.', null],
  ['The [o:Rail Workers’ Union] met [o:Orsa Bank]. {The teachers’ union} left.', null],
  ['[o:Orsa Bank] met the [o:Ferry Pilots’ Union]. {The rail operator} left.', null],
  // What stands behind a name introduces nobody else.
  ['[p:Tom Lee] met [o:Larkmoor], a homeware retailer. {The retailer} left.', 'Larkmoor'],
  ['[o:Evercrest], a care provider, met [p:Tom Lee]. {The provider} left.', 'Evercrest'],
  ['The [o:World Health Organization] met [p:Tom Lee]. {The UN agency} left.', 'World Health Organization'],
  // A trade minister is not meant, so that only the other one is left.
  ['Trade minister [p:Ana Ruiz] met [p:Eva Lee]. {The foreign minister} left.', 'Eva Lee'],
];

const { ranking } = readSpeakerModel(readResourceFiles());

/** Whom each of the stretches means, taken for the source of a quote; nobody where it is no one who is named. */
function resolveSources(read: MarkedText, sources: readonly Span[]): readonly Answer[] {
  const found = entitiesOf(read);
  const reading = readText(found.segmented, found.mentions);
  const inside = tokensInside(found.segmented, sources);
  const attributions = sources.map((_, index): Attribution => {
    const source = { first: inside.indexOf(index), end: inside.lastIndexOf(index) + 1 };
    const contents = [{ first: source.end, end: source.end + 1 }];
    return { contents, cue: null, source, reporters: [], sureness: 1, evidence: 'rule' };
  });
  return resolveSpeakers(setScene(reading, found), attributions, ranking);
}

function nameOf(read: MarkedText, { speaker }: Answer): string | null {
  return speaker === null ? null : entitiesOf(read).entities[speaker]!.name;
}

describe('references', () => {
  it.each(rows)('%s', (marked, expected) => {
    const read = readMarkedText(marked);
    expect(nameOf(read, resolveSources(read, read.references)[0]!)).toBe(expected);
  });

  it('prefers who spoke last', () => {
    const read = readMarkedText('[p:Tom Lee] told [p:Max Orlov] that it rains. “It pours,” {he} said.');
    const answers = resolveSources(read, [read.names[0]!, ...read.references]);
    expect(nameOf(read, answers[1]!)).toBe('Tom Lee');
  });

  it('passes over names in somebody’s words', () => {
    const read = readMarkedText('[p:Tom Lee] left. “I know [p:Max Orlov],” {he} said.');
    expect(nameOf(read, resolveSources(read, read.references)[0]!)).toBe('Tom Lee');
  });

  it.each([
    'Novelist [p:Ana Ruiz] read. {An ambassador} protested. “Stop,” {he} said. {The envoy} left.',
    'Minister [p:Tom Lee] spoke. {A witness} wept. “Never,” {she} said. {She} left. {The witness} came back.',
  ])('lets others be spoken of as someone who has no name in %s', (marked) => {
    const read = readMarkedText(marked);
    const named = resolveSources(read, read.references).map((answer) => nameOf(read, answer));
    expect(named).toEqual(read.references.map(() => null));
  });

  /** What those are called who are like the first person, and what the narrative calls it. */
  const deedsOf = (marked: string): ReadonlySet<string> => {
    const { segmented, mentions, ...found } = entitiesOf(readMarkedText(marked));
    const { profiles } = setScene(readText(segmented, mentions), { segmented, mentions, ...found }).found;
    return profiles[0]!.deeds;
  };

  it.each([
    ['[p:Mikkel Sorensen] scored. The attacker wept.', 'attacker'],
    ['[p:Ana Ruiz], a senator, left. The lawmaker wept.', 'lawmaker'],
  ])('learns what people are called whom a description in the narrative fits in %s', (marked, noun) => {
    expect(deedsOf(marked)).toContain(noun);
  });

  it.each([
    '[p:Ana Ruiz] has two children. The father wept.',
    '[p:Tom Lee], a parent, met [p:Max Lee], a parent. The father wept.',
  ])('learns nothing of those who may not be meant in %s', (marked) => {
    expect(deedsOf(marked)).not.toContain('father');
  });

  // Nobody named may be meant, or either; an answer is given all the same, with little confidence.
  it.each([
    'Minister [p:Ana Ruiz] met minister [p:Eva Lee]. {The minister} left.',
    '[p:Ana Ruiz] met [p:Tom Lee]. {The pharmacist} left.',
  ])('is not sure of %s', (marked) => {
    const read = readMarkedText(marked);
    expect(resolveSources(read, read.references)[0]!.probability).toBeLessThan(0.8);
  });

  // Too few examples in which a body that is described is none of those named.
  it.fails.each(['The news agency [o:Vesna] wrote. {The meteorological agency} warned.'])(
    'should take %s for somebody else',
    (marked) => {
      const read = readMarkedText(marked);
      expect(nameOf(read, resolveSources(read, read.references)[0]!)).toBe(null);
    },
  );

  it('gives probabilities that sum to 1, the likeliest first', () => {
    const read = readMarkedText('[p:Tom Lee], [p:Max Orlov] and [p:Ana Ruiz] met. {He} left.');
    const { question } = resolveSources(read, read.references)[0]!;
    const probabilities = rankCandidates(ranking, question!).map(({ probability }) => probability);
    expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
    expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
  });
});
