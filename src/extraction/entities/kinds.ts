import type { EntityType } from '../../domain/entity.ts';
import type { SegmentedText } from '../../text/segments.ts';
import { foldWord } from './fold.ts';
import type { EntityLexicons } from './lexicons.ts';
import { isPossessive, type Mention } from './mention.ts';
import { isComma } from './role.ts';

/**
 * What kind of organization the text says that one is, folded: nouns in its name, beside it, and behind a comma.
 *   Halcyon Freight, the shipping company,      the news agency Antara      the Ferry Pilots' Union      the Verdi union
 *   → company               ^^^^^^^                      ^^^^^^                                ^^^^^                ^^^^^
 */
export function findKinds(
  segmented: SegmentedText,
  type: EntityType,
  mentions: readonly Mention[],
  lexicons: EntityLexicons,
): ReadonlySet<string> {
  const { tokens } = segmented;
  const kinds = new Set<string>();
  if (type !== 'organization' && type !== 'place') return kinds;
  const add = (word: string | undefined) => {
    const folded = foldWord(word ?? '');
    if (lexicons.organizationNouns.has(folded)) kinds.add(folded);
  };
  for (const mention of mentions) {
    const { text, firstToken } = mention;
    const words = text.split(/\s+/);
    for (const word of words) add(word);
    const last = foldWord(words.at(-1)!);
    if (words.length > 1 && (lexicons.businessWords.has(last) || legalForms.has(last))) kinds.add('company');
    if (words.length > 1 && words[0] === 'Daily') kinds.add('newspaper');
    // "Garside & Sons"
    if (words.includes('&')) kinds.add('company');
    // "United", "the Post": of one word, where it is known to be an organization
    const isWhole = words.length > 1 || type === 'organization';
    for (const kind of isWhole ? (kindsOfNames.get(last) ?? []) : []) kinds.add(kind);
    const before = tokens[firstToken - 1]?.text ?? '';
    if (/^\p{Ll}/u.test(before)) add(before);
    if (agents.test(before)) kinds.add(before);
    const apart = before === ',' ? foldWord(tokens[firstToken - 2]?.text ?? '') : '';
    if (lexicons.organizationNouns.has(apart) || agents.test(apart)) kinds.add(apart);
    const beside = foldWord(tokens[mention.endToken]?.text ?? '');
    if (!partNouns.has(beside)) add(beside);
    const behind = findKindBehind(segmented, mention, lexicons);
    if (behind !== null) kinds.add(behind);
  }
  return kinds;
}

/** The noun of an organization that heads the words between article and comma, right behind a name; folded. */
export function findKindBehind(
  { tokens }: SegmentedText,
  { endToken }: Mention,
  lexicons: EntityLexicons,
): string | null {
  if (!isComma(tokens[endToken]?.text ?? '') || !/^(?:a|an|the)$/.test(tokens[endToken + 1]?.text ?? ''))
    return null;
  let noun: string | null = null;
  for (let index = endToken + 2; index < endToken + 2 + longestDescription; index++) {
    const word = tokens[index]?.text ?? '.';
    if (!/^[\p{L}-]+$/u.test(word) || nounEnds.has(word)) break;
    noun = foldWord(word);
    // "Antara, the state's agency": the owner is not what it is.
    if (!isPossessive(tokens[index + 1]?.text)) continue;
    noun = null;
    index++;
  }
  return noun !== null && (lexicons.organizationNouns.has(noun) || agents.test(noun)) ? noun : null;
}

/**
 * Nouns for what people and organizations do.
 *
 * > The contractor, Bharat-Gulf Engineering, left. The contractor said …
 */
export const agents =
  /^(?:bidder|bookmaker|brewer|broadcaster|broker|builder|buyer|client|contractor|customer|developer|distributor|employer|exporter|importer|investor|landlord|lender|maker|manufacturer|miner|operator|owner|plaintiff|producer|promoter|provider|publisher|regulator|retailer|rival|seller|shareholder|shipbuilder|sponsor|supplier|vendor)s?$/;

/** Parts of an organization, and those that belong to one: "the Verdi board". */
const partNouns = new Set(
  'administration board cabinet campaign commission committee council court department government office panel'.split(
    ' ',
  ),
);

/** What an organization is whose name ends with a word that is no such noun itself. */
const kindsOfNames: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      ['airline', 'air airlines airways aviation'],
      ['bank', 'banco bancorp banque banking'],
      ['broadcaster', 'broadcasting fm radio television tv'],
      ['carmaker', 'automotive autos motor motors'],
      [
        'club',
        'afc albion argyle athletic atletico celtic city dynamo fc forest harriers hotspur lokomotiv olympic orient rangers rfc rovers spartak sporting thistle town united villa wanderers',
      ],
      [
        'team',
        'bears blazers broncos bruins bulldogs bulls cardinals cavaliers chargers chiefs cobras cougars cowboys eagles falcons flyers giants hawks hornets hurricanes jaguars jets kings knights lakers lions mavericks mets nets panthers patriots pirates pistons raiders ravens royals saints sharks spurs stallions suns tigers vikings warriors wildcats wolves yankees',
      ],
      [
        'newspaper',
        'argus chronicle courier dagblad dagbladet echo examiner gazette guardian herald ilbo inquirer journal mail mirror observer post ribao shimbun sinmun standard star telegraph times tribune vanguard zeitung',
      ],
      ['retailer', 'stores supermarkets'],
      ['university', 'universidad universitat universite'],
    ] as const
  ).flatMap(([kind, words]) => words.split(' ').map((word) => [word, [kind]] as const)),
);

const legalForms = new Set('inc corp ag plc ltd co llc llp gmbh corporation incorporated limited'.split(' '));

/** How many words a description has before its noun, and the words that it cannot go beyond. */
const longestDescription = 6;
const nounEnds = new Set(
  'of for in at from with by to on who whose whom where when that which and or said says was is has had'.split(
    ' ',
  ),
);
