/** Are these nouns, levelled, ones that news uses for one another where it speaks of people: "senator" and "lawmaker"? */
export const areKindredPeople = (a: string, b: string): boolean => areKindred(people, a, b);

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
