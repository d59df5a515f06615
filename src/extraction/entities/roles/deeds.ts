import type { SegmentedText } from '../../../text/segments.ts';
import { foldWord } from '../words/fold.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import { isPossessive, type Mention } from '../words/mention.ts';
import { isComma, type Role, readRole } from './role.ts';

/** What sentences tell of a person without calling it so. */
export interface Deeds {
  /** What those are called who do or are so, folded: "coach", "parent". */
  readonly deeds: Set<string>;
  /** The words of places, peoples and bodies that are named behind its name, folded. */
  readonly told: ReadonlySet<string>;
}

/**
 * Reads what stands behind each mention, in its sentence.
 *   Roe, who captains Leinster,      Roe was elected mayor in 2020      Roe works as a nurse      Roe has two children
 *            ^^^^^^^^                             ^^^^^                                ^^^^^      ^^^^^^^^^^^^^^^^
 */
export function findDeeds(
  segmented: SegmentedText,
  mentions: readonly Mention[],
  roles: readonly Role[],
  nameTokens: readonly (Mention | undefined)[],
  lexicons: EntityLexicons,
): Deeds {
  const deeds = new Set<string>();
  if (roles.some(({ text }) => /^retired\b/i.test(text))) deeds.add('pensioner');
  const told = new Set<string>();
  for (const mention of mentions) {
    for (const deed of deedsBehind(segmented, mention, nameTokens, lexicons)) deeds.add(deed);
    for (const word of namesBehind(segmented, mention, nameTokens)) told.add(word);
  }
  return { deeds, told };
}

/** Words that may stand between a name and what is told of it. */
const betweens =
  /^(?:who|has|have|had|also|now|once|still|then|later|first|formerly|previously|recently|\p{Ll}+ly)$/u;
/** > Roe became, was elected, works as … */
const becoming =
  /^(?:became|becomes|becoming|works?|worked|working|serve[sd]?|serving|appointed|elected|re-elected|named|chosen|confirmed|nominated|hired|installed|ordained|crowned|made|trained|retired|resigned|sworn|sits?|sat|remains?|acts?)$/;
/** An aside behind a name is passed over up to here, in tokens. */
const longestAside = 16;

function deedsBehind(
  segmented: SegmentedText,
  mention: Mention,
  nameTokens: readonly (Mention | undefined)[],
  lexicons: EntityLexicons,
): readonly string[] {
  const { tokens, sentences, sentenceOfToken } = segmented;
  const end = sentences[sentenceOfToken[mention.firstToken]!]!.endToken;
  const textAt = (index: number): string => (index < end ? tokens[index]!.text : '');
  const party = partyBehind(textAt(mention.endToken), textAt(mention.endToken + 1));
  const found: string[] = party === undefined ? [] : [party];
  const kin = isPossessive(textAt(mention.endToken)) ? kinBehind(textAt, mention.endToken + 1) : undefined;
  if (kin !== undefined) found.push(kin);
  const starts = [mention.endToken];
  if (isComma(textAt(mention.endToken)) || textAt(mention.endToken) === '(') {
    starts[0] = mention.endToken + 1;
    for (let index = starts[0] + 1; index < mention.endToken + longestAside; index++)
      if (isComma(textAt(index)) || textAt(index) === ')') starts.push(index + 1);
  }
  for (const start of starts) {
    let verb = start;
    while (verb < start + 4 && betweens.test(textAt(verb))) verb++;
    const two = `${textAt(verb)}-${textAt(verb + 1)}`;
    found.push(...(lexicons.deedNouns.get(two) ?? lexicons.deedNouns.get(textAt(verb)) ?? []));
    if (/^(?:has|with)$/.test(textAt(verb - 1)) && /^(?:children|sons|daughters)$/.test(textAt(verb + 1)))
      found.push('parent');
    if (/^(?:is|was|been)$/.test(textAt(verb))) verb++;
    if (becoming.test(textAt(verb))) {
      const role = roleAfter(segmented, verb + 1, end, nameTokens, lexicons);
      if (role !== null) found.push(role);
    }
  }
  const office = officeBehind(segmented, mention.endToken, end, nameTokens, lexicons);
  if (office !== null) found.push(office);
  if (isParent(segmented, mention.firstToken)) found.push('parent');
  return found;
}

/** > walked out as managing director      > returns to the club as coach */
//                          ^^^^^^^^                              ^^^^^
function officeBehind(
  segmented: SegmentedText,
  from: number,
  end: number,
  nameTokens: readonly (Mention | undefined)[],
  lexicons: EntityLexicons,
): string | null {
  const { tokens } = segmented;
  for (let index = from; index < Math.min(end, from + farthestOffice); index++) {
    if (/^["“”«»„.;:]$/.test(tokens[index]!.text) || nameTokens[index]?.type === 'person') return null;
    if (tokens[index]!.text === 'as') return roleAfter(segmented, index + 1, end, nameTokens, lexicons);
  }
  return null;
}

/** In tokens. */
const farthestOffice = 12;

/** > the son of the former prop Roe */
//        ^^^^^^
function isParent({ tokens }: SegmentedText, name: number): boolean {
  for (let index = name - 1; index > Math.max(0, name - 7); index--) {
    const { text } = tokens[index]!;
    if (text === 'of')
      return /^(?:son|daughter|child|children|sons|daughters)$/.test(tokens[index - 1]!.text);
    if (!/^[\p{L}-]+$/u.test(text)) return false;
  }
  return false;
}

/** > works as a nurse      > was sworn in as the city's first mayor      > became chief executive */
//             ^^^^^                                       ^^^^^                         ^^^^^^^^^
function roleAfter(
  segmented: SegmentedText,
  from: number,
  end: number,
  nameTokens: readonly (Mention | undefined)[],
  lexicons: EntityLexicons,
): string | null {
  const { tokens } = segmented;
  let first = from;
  while (
    first < end &&
    first < from + 5 &&
    /^(?:in|on|as|to|be|down|the|an?|its|their|his|her)$/.test(tokens[first]!.text)
  )
    first++;
  let last = first;
  while (
    last < end &&
    last < first + 6 &&
    /^[\p{L}'’-]+$/u.test(tokens[last]!.text) &&
    !/^(?:of|for|in|at|by|with|and|from|on|after|when)$/.test(tokens[last]!.text)
  )
    last++;
  return readRole(segmented, first, last, nameTokens, lexicons)?.head ?? null;
}

/** > Rep. Roe, D-N.Y.      > Roe (R-Texas) */
//             ^                   ^
const partyBehind = (mark: string, letters: string): string | undefined =>
  mark === ',' || mark === '(' ? parties.get(/^([DR])-\p{Lu}/u.exec(letters)?.[1] ?? '') : undefined;

const parties: ReadonlyMap<string, string> = new Map([
  ['D', 'democrat'],
  ['R', 'republican'],
]);

/** > Roe's elder daughter */
//              ^^^^^^^^
function kinBehind(textAt: (index: number) => string, from: number): string | undefined {
  for (let index = from; index < from + 3; index++) {
    const kin = reciprocals.get(foldWord(textAt(index)));
    if (kin !== undefined) return kin;
  }
  return undefined;
}

/** What someone is to those whose mother or brother it has. */
const reciprocals: ReadonlyMap<string, string> = new Map(
  (
    [
      ['husband', 'wife'],
      ['wife', 'husband'],
      ['parent', 'son daughter child children sons daughters'],
      ['child', 'mother father parents'],
      ['sibling', 'brother sister'],
      ['grandmother', 'grandson granddaughter grandchildren'],
      ['client', 'lawyer attorney barrister solicitor counsel'],
    ] as const
  ).flatMap(([kin, others]) => others.split(' ').map((other) => [other, kin] as const)),
);

/** So far behind a name others are told of it, in tokens, up to the next person. */
const longestTold = 16;

/** > Roe, who captains Leinster      > Roe, R-Texas */
//                      ^^^^^^^^               ^^^^^
function namesBehind(
  { tokens, sentences, sentenceOfToken }: SegmentedText,
  mention: Mention,
  nameTokens: readonly (Mention | undefined)[],
): readonly string[] {
  const end = sentences[sentenceOfToken[mention.firstToken]!]!.endToken;
  const words: string[] = [];
  for (let index = mention.endToken; index < Math.min(end, mention.endToken + longestTold); index++) {
    const { text } = tokens[index]!;
    const name = nameTokens[index];
    if (name?.type === 'person' || /^["“”«»„]$/.test(text)) break;
    const state = /^[DR]-(\p{Lu}.*)/u.exec(text)?.[1];
    if (name !== undefined || state !== undefined) words.push(foldWord(state ?? text));
  }
  return words;
}
