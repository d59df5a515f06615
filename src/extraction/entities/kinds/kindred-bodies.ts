/** How a noun that describes a body fits the nouns that the article has for one. */
export type KindFit = 'same' | 'kindred' | 'other' | 'contrary' | 'unknown';

/** Is a body of these kinds called by the noun? All are folded. */
export function compareBodies(kinds: ReadonlySet<string>, noun: string): KindFit {
  if (kinds.size === 0) return 'unknown';
  const wanted = levelNoun(noun);
  const known = [...kinds].map(levelNoun);
  if (known.includes(wanted)) return 'same';
  // Each business is a company, whatever else the article calls it.
  if (anyBusiness.test(wanted) && known.some((kind) => businesses.has(kind) && !facilities.has(kind)))
    return 'same';
  // An airline that is a company, too, is no bank for all that.
  const special = known.filter((kind) => !generalBusinesses.has(kind));
  const telling = special.length > 0 ? special : known;
  if (telling.some((kind) => areKindred(kind, wanted))) return 'kindred';
  const isApart = [wanted, ...telling].every(
    (kind) => (familiesOf.has(kind) || businesses.has(kind)) && !looseNouns.has(kind),
  );
  return isApart ? 'contrary' : 'other';
}

function areKindred(a: string, b: string): boolean {
  if (generalBusinesses.has(a) ? businesses.has(b) : generalBusinesses.has(b) && businesses.has(a))
    return true;
  const families = familiesOf.get(b) ?? [];
  return (familiesOf.get(a) ?? []).some((family) => families.includes(family));
}

/** One spelling of each noun; of a compound that no list has its last part ("maker" of "kitemaker"). */
function levelNoun(noun: string): string {
  const level = spellings.get(noun) ?? noun;
  if (businesses.has(level) || familiesOf.has(level)) return level;
  const [part] = /(?<=-)\p{L}+$|(?:maker|builder|seller|trader)$/u.exec(level) ?? [level];
  return spellings.get(part) ?? part;
}

const spellings: ReadonlyMap<string, string> = new Map([
  ['centre', 'center'],
  ['theatre', 'theater'],
  ['organisation', 'organization'],
  ['thinktank', 'think-tank'],
  ['start-up', 'startup'],
  ['non-profit', 'nonprofit'],
  ['ngo', 'nonprofit'],
  ['co-op', 'cooperative'],
  ['co-operative', 'cooperative'],
  ['automaker', 'carmaker'],
  ['car-maker', 'carmaker'],
  ['drug-maker', 'drugmaker'],
  ['chip-maker', 'chipmaker'],
  ['plane-maker', 'planemaker'],
  ['programme', 'program'],
  ['human-rights-group', 'rights-group'],
  ['advocacy-group', 'campaign-group'],
  ['activist-group', 'campaign-group'],
  ['environmental-group', 'campaign-group'],
  ['protest-group', 'campaign-group'],
  ['lobby-group', 'pressure-group'],
  ['industry-group', 'trade-group'],
  ['trade-body', 'trade-group'],
  ['industry-body', 'trade-group'],
  ['rebel-group', 'armed-group'],
  ['militant-group', 'armed-group'],
  ['insurgent-group', 'armed-group'],
  ['paramilitary-group', 'armed-group'],
  ['terrorist-group', 'armed-group'],
  ['trade-union', 'union'],
  ['labour-union', 'union'],
  ['labor-union', 'union'],
  ['football-club', 'club'],
  ['soccer-club', 'club'],
  ['rugby-club', 'club'],
  ['cricket-club', 'club'],
  ['hockey-club', 'club'],
  ['governing-body', 'body'],
  ['umbrella-body', 'body'],
  ['umbrella-group', 'group'],
  ['world-body', 'body'],
  ['political-party', 'party'],
  ['news-outlet', 'outlet'],
  ['news-website', 'website'],
  ['local-authority', 'authority'],
  ['city-council', 'council'],
  ['county-council', 'council'],
  ['town-council', 'council'],
  ['law-firm', 'firm'],
  ['hedge-fund', 'fund'],
  ['pension-fund', 'fund'],
  ['news-organisation', 'outlet'],
  ['news-organization', 'outlet'],
]);

const wordsOf = (list: string): readonly string[] => list.trim().split(/\s+/);

/** What every business may be called. */
const anyBusiness = /^(?:company|firm|business)$/;

/** What any business may be called. */
const generalBusinesses: ReadonlySet<string> = new Set(
  wordsOf(`company firm group corporation conglomerate business enterprise giant multinational outfit subsidiary venture
  startup brand owner buyer seller bidder client customer employer vendor promoter sponsor unicorn division arm unit rival
  partner`),
);

/** Nouns of businesses of one trade each. */
const trades: readonly (readonly string[])[] = [
  'airline carrier operator',
  'carrier operator railway line shipper shipping-line shipowner haulier ferry lessor charterer provider',
  'carmaker truckmaker manufacturer maker producer exporter plant',
  'planemaker manufacturer maker builder supplier',
  'shipbuilder shipyard yard builder',
  'chipmaker chip-designer designer manufacturer maker supplier producer',
  'drugmaker biotech drug-developer manufacturer maker laboratory lab supplier producer developer',
  'steelmaker smelter mill factory plant manufacturer maker producer exporter',
  'factory plant works mill manufacturer workshop maker producer supplier exporter dairy toymaker bakery',
  'bank investment-bank lender fintech mutual brokerage broker building-society society creditor institution underwriter financier',
  'insurer underwriter mutual syndicate reinsurer fund',
  'fund asset-manager fund-manager money-manager wealth-manager investor shareholder owner lender',
  'retailer chain supermarket store shop grocer discounter wholesaler franchise pharmacy distributor importer reseller dealership bookseller seller',
  'publisher publishing-house house label',
  'auction-house auctioneer house',
  'fashion-house label house designer maker',
  'platform app website network social-network search-engine portal studio site service marketplace exchange provider operator developer fintech',
  'broadcaster streamer publisher studio network channel service platform producer distributor',
  'software-house studio game-studio game-developer software-developer developer laboratory lab house supplier provider maker contractor',
  'utility supplier network provider operator producer distributor telco',
  'miner oil-major energy-major mining-major refiner refinery driller explorer mine quarry producer operator exporter',
  'housebuilder homebuilder builder landlord developer contractor supplier',
  'brewer brewery distillery winery vineyard roaster maker producer',
  'hotel hotelier restaurant pub takeaway nightclub bakery resort cinema chain venue casino operator caterer',
  'consultancy adviser contractor',
  'exchange bourse operator',
  'bookmaker operator',
  'farm cooperative dairy vineyard producer exporter supplier grower',
  'operator provider contractor supplier landlord',
  'maker manufacturer producer supplier distributor exporter importer developer designer',
].map(wordsOf);

/** Nouns that news uses for one another where it speaks of bodies that are no businesses. */
const others: readonly (readonly string[])[] = [
  'newspaper daily weekly paper tabloid magazine journal publication outlet periodical website site title',
  'broadcaster channel network station radio television outlet',
  'news-agency agency newswire wire outlet website',
  'agency administration authority directorate bureau office service department commission regulator watchdog institute center board body inspectorate council ombudsman',
  'central-bank bank',
  'central-bank regulator watchdog institution authority',
  'department ministry office treasury',
  'government administration cabinet regime junta leadership presidency',
  'council authority municipality borough city county district town corporation',
  'district school board',
  'court tribunal bench judiciary',
  'police force constabulary service department police-force police-department police-service',
  'prosecution office service',
  'fire-service fire-brigade fire-department fire service brigade department crew',
  'party movement coalition bloc opposition alliance congress front faction group grouping',
  'union federation association confederation congress lobby guild body group organization brotherhood network trade-group',
  'group organization association society foundation charity nonprofit movement coalition initiative trust campaign fund alliance network center project shelter watchdog institute body collective hospice monitor observatory rights-group campaign-group pressure-group aid-group',
  'club team side squad outfit franchise',
  'league federation association competition body board organization committee commission authority tournament',
  'army military force guard militia navy corps fleet garrison group armed-group movement faction front organization paramilitary',
  'navy fleet coastguard',
  'parliament assembly legislature house senate chamber congress',
  'university college school institution institute academy faculty seminary',
  'school academy nursery college',
  'hospital trust clinic institution infirmary center surgery service',
  'museum gallery institution center archive zoo',
  'church diocese archdiocese congregation parish synod cathedral denomination communion temple',
  'mosque synagogue temple congregation',
  'prison jail institution',
  'think-tank institute center group organization foundation body laboratory research-group',
  'laboratory lab institute center',
  'union bloc organization body community institution commonwealth',
  'agency organization body',
  'embassy mission consulate',
  'commission inquiry panel committee tribunal body',
  'fund lender institution organization body',
  'orchestra choir band ensemble troupe',
  'theater company venue troupe',
  'health-service hospital trust service department',
  'ambulance-service service trust',
  'prison-service prison service jail',
  'intelligence-service secret-service security-service service agency',
  'weather-service observatory agency service institute',
  'festival event organizer venue',
  'park reserve sanctuary zoo',
  'airport port terminal hub',
].map(wordsOf);

/** What companies own and run more often than they are it. */
const facilities: ReadonlySet<string> = new Set(
  wordsOf(`app bourse casino cinema exchange factory farm fund hotel investor laboratory lab label mill mine network pharmacy
  plant platform portal pub quarry refinery resort restaurant service shareholder shipyard shop site smelter store studio
  venue website works workshop yard unit division arm brand customer client partner rival owner buyer seller bidder sponsor`),
);

const businesses: ReadonlySet<string> = new Set([...generalBusinesses, ...trades.flat()]);

/** Nouns that say so little that they rule nobody out. */
const looseNouns = new Set(
  wordsOf('group organization body institution agency outfit unit side network service'),
);

const familiesOf: ReadonlyMap<string, readonly number[]> = new Map(
  [...trades, ...others].reduce((map, nouns, family) => {
    for (const noun of nouns) map.set(noun, [...(map.get(noun) ?? []), family]);
    return map;
  }, new Map<string, number[]>()),
);

/** May the noun mean a business? */
export const isBusiness = (noun: string): boolean => businesses.has(levelNoun(noun));
