/** Are these nouns, levelled, ones that news uses for one another where it speaks of people: "senator" and "lawmaker"? */
export const areKindredPeople = (a: string, b: string): boolean => areKindred(people, a, b);

/** Likewise where it speaks of organizations: "administration" and "agency". */
export const areKindredBodies = (a: string, b: string): boolean => areKindred(bodies, a, b);

const areKindred = (groups: readonly ReadonlySet<string>[], a: string, b: string): boolean =>
  groups.some((nouns) => nouns.has(a) && nouns.has(b));

const people: readonly ReadonlySet<string>[] = [
  'lawmaker legislator senator representative congress parliamentarian mp deputy assembly politician',
  'chief head boss chair leader director president ceo executive founder owner',
  'lawyer attorney solicitor barrister counsel advocate prosecutor',
  'judge justice magistrate',
  'minister secretary premier chancellor',
  'ambassador envoy diplomat consul',
  'deputy assistant aide',
  'police officer detective constable sergeant inspector sheriff trooper deputy',
  'professor academic scholar scientist researcher expert economist historian biologist physicist geologist glaciologist',
  'player striker forward footballer',
  'player midfielder footballer',
  'player defender footballer',
  'player winger footballer',
  'goalkeeper keeper',
  'writer author novelist poet playwright',
  'soldier general colonel major captain lieutenant sergeant officer commander',
  'cleric priest bishop archbishop imam pastor rabbi vicar pope cardinal',
  'doctor physician surgeon',
  'mother mum mom mam',
  'father dad',
  'grandmother gran granny nan nana grandma',
  'grandfather grandad granddad grandpa',
  'businessman business businesswoman entrepreneur tycoon magnate mogul billionaire shipowner industrialist',
].map((nouns) => new Set(nouns.split(' ')));

/** Nouns that news uses for one another where a business is meant. */
export const businesses: ReadonlySet<string> = new Set(
  `company firm group corporation conglomerate business airline carrier automaker carmaker brewer drugmaker insurer lender
  bank maker manufacturer operator publisher retailer startup supplier chain studio chipmaker planemaker shipbuilder
  housebuilder wholesaler bookmaker start-up enterprise builder contractor developer distributor exporter importer miner producer
  promoter provider vendor`.split(/\s+/),
);

/** Nouns of bodies that are no business, whatever else they are. */
const publicBodies: ReadonlySet<string> = new Set(
  `ministry department court tribunal parliament assembly legislature senate congress police council commission municipality
  borough army military navy union party government embassy`.split(/\s+/),
);

/** Can none be called by both nouns: is one a business, and the other a ministry, a court, a union? */
export const areContraryBodies = (a: string, b: string): boolean =>
  (businesses.has(a) && publicBodies.has(b)) || (publicBodies.has(a) && businesses.has(b));

const bodies: readonly ReadonlySet<string>[] = [
  businesses,
  ...[
    'agency administration authority directorate bureau office service department commission regulator watchdog institute centre center',
    'department ministry',
    'council authority municipality borough city',
    'court tribunal bench',
    'party movement coalition bloc opposition alliance congress',
    'union federation association confederation congress lobby',
    'newspaper daily weekly paper tabloid magazine journal publication',
    'broadcaster channel network station radio television',
    'university college school institution institute academy',
    'group organization organisation association society foundation charity ngo movement coalition initiative trust campaign',
    'club team side squad',
    'army military force guard militia',
    'parliament assembly legislature house senate chamber congress',
    'hospital trust',
    'museum gallery institution',
  ].map((nouns) => new Set(nouns.split(' '))),
];
