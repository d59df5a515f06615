/** > North Korea fired a missile. The North said … */
//                                   ^^^^^
export const halfCountries: ReadonlyMap<string, string> = new Map([
  ['north', 'north korea'],
  ['south', 'south korea'],
]);
