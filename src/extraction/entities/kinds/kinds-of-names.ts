import type { EntityType } from '../../../domain/entity.ts';
import { foldWord } from '../words/fold.ts';
import type { EntityLexicons } from '../words/lexicons.ts';

/** The nouns, folded, that its own name gives for what an organization is: "bank" of "Kiesler Savings". */
export function kindsOfName(text: string, type: EntityType, lexicons: EntityLexicons): readonly string[] {
  const kinds: string[] = [];
  const words = text.split(/\s+/).map(foldWord);
  for (const word of headWords(words)) if (lexicons.organizationNouns.has(word)) kinds.push(word);
  if (isCentralBank(words.join(' '))) return [...kinds.filter((kind) => kind !== 'bank'), 'central-bank'];
  const last = words.at(-1)!;
  if (words.length > 1 && (lexicons.businessWords.has(last) || legalForms.has(last))) kinds.push('company');
  if (words.length > 1 && words[0] === 'daily') kinds.push('newspaper');
  // "Garside & Sons"
  if (words.includes('&')) kinds.push('company');
  // Saints have given their names to all of these.
  if (/^(?:st|saint)$/.test(words[0]!) && words.length === 2) kinds.push('church', 'school', 'hospital');
  // "United", "the Post": of one word, where it is known to be an organization
  const isWhole = words.length > 1 || type === 'organization';
  if (isWhole) kinds.push(...kindsEndingWith(last));
  if (words.length > 1 && clubsOpenWith.test(words[0]!)) kinds.push('club');
  const end = isWhole ? /(?:bank|museum)$/.exec(last) : null;
  if (end !== null) kinds.push(end[0]);
  return kinds;
}

/**
 * The words of a name, folded, that may say what it is: not those behind "of", nor what members have in common.
 *
 * > Association of Airline Pilots      > Airline Pilots Guild
 *   ^^^^^^^^^^^                                         ^^^^^
 */
export function headWords(words: readonly string[]): readonly string[] {
  const preposition = words.findIndex((word, index) => index > 0 && /^(?:of|for|against|to)$/.test(word));
  const own = preposition === -1 ? words : words.slice(0, preposition);
  return unions.test(own.at(-1)!) ? own.slice(-1) : own;
}

const unions = /^(?:union|guild|association|federation|confederation|brotherhood|congress)$/;

/** > Reserve Bank of India      > Bank of Ghana      > Central Bank of Iceland */
const isCentralBank = (folded: string): boolean =>
  /\b(?:central bank|reserve bank|bank of \p{L}|national bank of|monetary authority)\b|^(?:federal reserve|bundesbank|riksbank|ecb|fed)$/u.test(
    folded,
  );

/** > FC Carrowmoor      > Real Sorath */
const clubsOpenWith = /^(?:fc|ac|as|afc|cf|sc|sv|vfb|vfl|tsv|real|atletico|dynamo|dinamo|spartak|lokomotiv)$/;

/** What an organization is whose name ends with the word, folded. */
export const kindsEndingWith = (word: string): readonly string[] => kindsOfNames.get(word) ?? [];

/** What an organization is whose name ends with a word that is no such noun itself. */
const kindsOfNames: ReadonlyMap<string, readonly string[]> = (
  [
    ['airline', 'air airlines airways aviation'],
    ['bank', 'banco bancorp bancshares banque banking banka bankasi sparkasse savings'],
    ['brokerage', 'securities brokers'],
    ['contractor', 'construction constructions engineering contractors builders'],
    ['broadcaster', 'broadcasting fm radio television tv'],
    ['brewer', 'breweries brewing'],
    ['carmaker', 'automotive autos motor motors'],
    ['church', 'parish cathedral'],
    [
      'club',
      'afc albion argyle athletic atletico celtic city dynamo fc forest harriers hotspur lokomotiv olympic orient rangers rfc rovers spartak sporting thistle town united villa wanderers',
    ],
    [
      'team',
      'bears blazers broncos bruins bulldogs bulls cardinals cavaliers chargers chiefs cobras cougars cowboys eagles falcons flyers giants hawks hornets hurricanes jaguars jets kings knights lakers lions mavericks mets nets panthers patriots pirates pistons raiders ravens royals saints sharks spurs stallions suns tigers vikings warriors wildcats wolves yankees',
    ],
    ['drugmaker', 'pharma pharmaceutical pharmaceuticals therapeutics biotech'],
    ['fund', 'capital equities partners'],
    ['insurer', 'assurance insurance'],
    ['mutual', 'mutual'],
    ['miner', 'mining mines minerals resources'],
    [
      'newspaper',
      'advertiser advocate anzeiger argus bugle bulletin chronicle corriere courier dagblad dagbladet despatch diario dispatch echo examiner gazeta gazette gazzetta gleaner globe guardian herald ilbo inquirer intelligencer journal kurier ledger mail mercury messenger mirror morgenpost nachrichten observer packet post record recorder register reporter ribao rundschau sentinel shimbun sinmun standard star statesman tageblatt telegraph times tribune vanguard zeitung',
    ],
    ['outlet', 'news'],
    ['operator', 'rail railways ferries buses coaches lines maritime shipping'],
    ['party', 'front'],
    ['publisher', 'press publishing publications books'],
    ['retailer', 'stores supermarkets foods'],
    ['shipowner', 'lines maritime shipping tankers'],
    ['software-house', 'software systems technologies'],
    ['hospital', 'infirmary'],
    ['pub', 'arms tavern'],
    ['supplier', 'water gas energy power electric'],
    ['theatre', 'hippodrome lyceum palladium playhouse repertory'],
    ['university', 'universidad universidade universita universitat universite universiteit'],
    ['utility', 'water gas energy power electric'],
  ] as const
).reduce((map, [kind, words]) => {
  for (const word of words.split(' ')) map.set(word, [...(map.get(word) ?? []), kind]);
  return map;
}, new Map<string, string[]>());

const legalForms = new Set(
  'inc corp ag plc ltd co llc llp gmbh corporation incorporated limited group holding holdings'.split(' '),
);
