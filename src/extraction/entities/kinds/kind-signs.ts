/** What words around a name show of what it is, where no noun says so: the kinds, as nouns. */
export function* findShownKinds(
  textAt: (index: number) => string,
  firstToken: number,
  endToken: number,
): Iterable<string> {
  yield* kindsBehind.get(textAt(endToken).toLowerCase()) ?? [];
  if (/^(?:of|in|at|from|for|by|aboard)$/.test(textAt(firstToken - 1)))
    yield* kindsBefore.get(`${textAt(firstToken - 2).toLowerCase()} ${textAt(firstToken - 1)}`) ?? [];
  if (textAt(firstToken - 1) === 'aboard') yield 'carrier';
  yield* possessions.get(havings(textAt, endToken)) ?? [];
  const isRelative = textAt(endToken) === ',' && /^(?:which|that)$/.test(textAt(endToken + 1));
  yield* kindsOfDoings.get(textAt(isRelative ? endToken + 2 : endToken)) ?? [];
  if (hasBusiness(textAt, endToken)) yield 'company';
}

/**
 * > Halden cut its forecast for the year      > Norvana reported a quarterly loss      > Quorra's revenue
 *              ^^^^^^^^^^^^                                           ^^^^                       ^^^^^^^
 */
function hasBusiness(textAt: (index: number) => string, endToken: number): boolean {
  if (/^['’]s?$/.test(textAt(endToken)))
    return business.test(textAt(endToken + 1)) || business.test(textAt(endToken + 2));
  let isOwn = accounting.test(textAt(endToken));
  for (let index = endToken; index < endToken + farthestBusiness; index++) {
    const word = textAt(index);
    if (/^(?:[.;:"“”]|and|but|while|as|after|before|because|that)?$/.test(word)) return false;
    if (word === 'its') isOwn = true;
    else if (isOwn && business.test(word)) return true;
  }
  return false;
}

/** In tokens. */
const farthestBusiness = 14;

const accounting = /^(?:reported|reports|posted|posts|booked|swung|forecasts?|logged)$/;
const business =
  /^(?:shares?|stock|profits?|profitability|losses|loss|revenues?|earnings|sales|turnover|dividends?|forecasts?|outlook|guidance|shareholders|customers|clients|buyback|listing|ipo|IPO|suppliers|margins?|debts?|backlog|stores|factory|factories|plants|products|bondholders|creditors|subsidiary|takeover|bid)$/;

/** > Larkmoor, which has 214 shops, … */
//                           ^^^^^
function havings(textAt: (index: number) => string, endToken: number): string {
  if (textAt(endToken) !== ',' || !/^(?:which|with)$/.test(textAt(endToken + 1))) return '';
  const first = endToken + (textAt(endToken + 1) === 'with' ? 2 : 3);
  if (textAt(endToken + 1) === 'which' && !/^(?:has|had|runs|operates|owns)$/.test(textAt(endToken + 2)))
    return '';
  for (let index = first; index < first + 5; index++)
    if (possessions.has(textAt(index))) return textAt(index);
  return '';
}

type Rows = readonly (readonly [kinds: string, words: string])[];

function readRows(rows: Rows, separator: string): ReadonlyMap<string, readonly string[]> {
  return rows.reduce((map, [kinds, words]) => {
    for (const word of words.split(separator)) map.set(word, [...(map.get(word) ?? []), ...kinds.split(' ')]);
    return map;
  }, new Map<string, string[]>());
}

/** > Vantor, which makes cars, …      > Evercrest runs 31 homes */
//                  ^^^^^                       ^^^^
const kindsOfDoings = readRows(
  [
    ['maker', 'makes manufactures produces builds assembles'],
    ['retailer seller', 'sells'],
    ['operator provider', 'runs operates'],
    ['owner', 'owns'],
    ['airline', 'flies'],
    ['miner', 'mines digs drills'],
    ['brewer', 'brews'],
    ['bakery', 'bakes'],
    ['insurer', 'insures underwrites'],
    ['lender', 'lends'],
    ['publisher', 'publishes prints'],
    ['broadcaster', 'broadcasts airs'],
    ['supplier', 'supplies'],
    ['provider', 'provides'],
    ['developer', 'develops'],
    ['employer', 'employs'],
    ['carrier', 'ships hauls carries transports'],
    ['landlord', 'rents lets'],
    ['union association group', 'represents'],
    ['charity group', 'campaigns lobbies advocates'],
    ['regulator', 'oversees regulates polices supervises licenses licences inspects audits'],
    ['body', 'governs'],
    ['organizer', 'organises organizes stages'],
    ['funder', 'funds finances'],
    ['monitor group', 'monitors tracks documents'],
    ['hospital', 'treats'],
    ['school', 'teaches'],
  ],
  ' ',
);

/** What is counted where a body is introduced, and what has so many of it. */
const possessions = readRows(
  [
    ['retailer', 'shops stores supermarkets outlets'],
    ['bank', 'branches depositors'],
    ['airline', 'aircraft planes jets'],
    ['shipowner', 'ships vessels tankers'],
    ['operator', 'buses trains'],
    ['provider', 'homes'],
    ['chain', 'hotels restaurants pubs cafes'],
    ['union association', 'members'],
    ['publisher', 'titles newspapers'],
    ['platform', 'users'],
    ['university', 'students'],
    ['school', 'pupils'],
    ['hospital', 'beds'],
  ],
  ' ',
);

/** > Halden Air flight 204      > Carrowmoor striker Dele Ogun      > Brandt shares */
//              ^^^^^^                      ^^^^^^^                          ^^^^^^
const kindsBehind = readRows(
  [
    ['airline', 'flight flights passengers pilots'],
    [
      'club team',
      'striker midfielder defender goalkeeper winger forward fullback full-back centre-back flanker prop fly-half hooker captain coach fans quarterback pitcher shortstop',
    ],
    [
      'party',
      'lawmaker lawmakers mp mps msp msps senator senators councillor councillors candidate candidates mep meps voters',
    ],
    ['company', 'shares stock shareholders investors customers'],
    ['bank', 'depositors'],
    ['university', 'students professor professors researchers scientists undergraduates'],
    ['church', 'parishioners'],
    ['newspaper', 'readers columnist editor subscribers'],
    ['station', 'listeners viewers'],
  ],
  ' ',
);

/** > passengers of Halden Air      > shares in Kiesler      > students at Wilhelmina */
//    ^^^^^^^^^^^^^                   ^^^^^^^^^                ^^^^^^^^^^^
const kindsBefore = readRows(
  [
    ['airline', 'passengers of,passengers from,pilots at,pilots of,flight of'],
    ['operator', 'run by,operated by,managed by'],
    ['owner', 'owned by'],
    ['maker', 'made by,manufactured by'],
    ['builder', 'built by'],
    ['publisher', 'published by'],
    ['supplier', 'supplied by'],
    ['funder', 'funded by'],
    ['insurer', 'insured by'],
    ['developer', 'developed by'],
    [
      'company',
      'shares of,shares in,stock of,customers of,customers at,investors in,shareholders of,stake in,employees of,workers at',
    ],
    ['bank', 'depositors of,branches of,branch of'],
    ['club', 'fans of,players of'],
    ['party', 'lawmakers of,lawmakers from,mps from,mps of,voters of,candidate of,candidates of'],
    [
      'university',
      'students at,professor at,lecturer at,researchers at,researcher at,scientists at,scientist at,professor of,students from',
    ],
    ['school', 'pupils at,pupils from,pupils of,teachers at,teacher at'],
    ['hospital', 'patients at,patients of,doctors at,nurses at,patients in'],
    [
      'newspaper',
      'readers of,editor of,editors of,columnist for,columnist at,reporter for,reporter at,journalist at,journalist for',
    ],
    ['journal', 'issue of'],
    ['regulator', 'inspectors from,inspectors of,inspector from,investigators from'],
    ['force', 'officers from,officers of'],
    ['group', 'activists from,activists of,campaigners from,volunteers from'],
    ['charity', 'volunteers for,donors to'],
  ],
  ',',
);
