import type { EntityType } from '../../../domain/entity.ts';
import type { SegmentedText } from '../../../text/segments.ts';
import { isComma } from '../roles/role.ts';
import { foldWord } from '../words/fold.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import { isPossessive, type Mention } from '../words/mention.ts';
import { bodyNoun } from './body-nouns.ts';
import { findShownKinds } from './kind-signs.ts';
import { kindsOfName } from './kinds-of-names.ts';
import { readTrait } from './traits.ts';

/** What the text says that an organization is. */
export interface Kinds {
  /** Nouns, folded: "company", "union". */
  readonly kinds: ReadonlySet<string>;
  /** What else is said of it beside its name: "ruling", "Baltic", levelled by {@link readTrait}. */
  readonly traits: ReadonlySet<string>;
}

/**
 * What kind of organization the text says that one is: nouns in its name, beside it, and behind a comma; and what it does.
 *   Halcyon Freight, the shipping company,      the news agency Antara      the Ferry Pilots' Union      the Verdi union
 *   → company               ^^^^^^^                      ^^^^^^                                ^^^^^                ^^^^^
 */
export function findKinds(
  segmented: SegmentedText,
  type: EntityType,
  mentions: readonly Mention[],
  lexicons: EntityLexicons,
): Kinds {
  const { tokens } = segmented;
  const kinds = new Set<string>();
  const traits = new Set<string>();
  if (type === 'person' || type === 'group') return { kinds, traits };
  const textAt = (index: number): string => tokens[index]?.text ?? '';
  const add = (noun: string | null) => {
    if (noun === null) return;
    kinds.add(noun);
    // A rights group is a group.
    if (noun.endsWith('-group')) kinds.add('group');
  };
  for (const mention of mentions) {
    const { text, firstToken, endToken } = mention;
    // "The Galway-based lender" is not Galway.
    if (tokens[endToken - 1]!.end > mention.end) continue;
    for (const kind of kindsOfName(text, type, lexicons)) kinds.add(kind);
    const before = textAt(firstToken - 1);
    // "Carmaker Vantor" where a sentence opens
    if (/^\p{Ll}/u.test(before) || opensSentence(segmented, firstToken - 1))
      add(bodyNoun(before, textAt(firstToken - 2), lexicons));
    if (before === ',') add(bodyNoun(textAt(firstToken - 2), textAt(firstToken - 3), lexicons));
    for (const trait of traitsBefore(textAt, firstToken, lexicons)) traits.add(trait);
    const beside = foldWord(textAt(endToken));
    // "A Zurich lender" is not Zurich, and "the UN agency" is not the UN.
    const isWhose = type === 'place' || lexicons.surelyOrganizations.has(foldWord(text));
    if (!isWhose && !partNouns.has(beside)) {
      const noun = bodyNoun(beside, '', lexicons);
      // "The Tasnim news agency"
      const isWhole =
        noun === null && /^\p{Ll}/u.test(beside) && /^(?:the|an?|his|her|its|their)$/i.test(before);
      add(isWhole ? bodyNoun(textAt(endToken + 1), beside, lexicons) : noun);
    }
    for (const kind of findShownKinds(textAt, firstToken, endToken)) kinds.add(kind);
    const behind = readBehind(textAt, endToken, lexicons);
    if (behind === null) continue;
    add(behind.noun);
    for (const trait of behind.traits) traits.add(trait);
  }
  return { kinds, traits };
}

/** What stands between article and name, without the noun: "the far-right" before "Nowy Tor". */
function* traitsBefore(
  textAt: (index: number) => string,
  firstToken: number,
  lexicons: EntityLexicons,
): Iterable<string> {
  for (let index = firstToken - 1; index >= firstToken - longestDescription; index--) {
    const word = textAt(index);
    if (!/^\p{L}[\p{L}\p{N}.-]*$/u.test(word) || nounEnds.has(word.toLowerCase())) return;
    if (/^(?:the|a|an|its|their|his|her)$/i.test(word)) return;
    yield readTrait(word, lexicons);
  }
}

interface Behind {
  readonly noun: string;
  readonly traits: readonly string[];
}

/** The noun that heads the words behind a name and a comma, and what else they say. */
function readBehind(
  textAt: (index: number) => string,
  endToken: number,
  lexicons: EntityLexicons,
): Behind | null {
  if (!isComma(textAt(endToken))) return null;
  let first = endToken + 1;
  // "Kiesler, one of the biggest banks": a plural
  const isOneOf = textAt(first) === 'one' && textAt(first + 1) === 'of';
  if (isOneOf) first += 2;
  const isOwned = /^\p{Lu}/u.test(textAt(first)) && isPossessive(textAt(first + 1));
  if (!isOneOf && !isOwned && !/^(?:a|an|the)$/.test(textAt(first))) return null;
  let last: string | null = null;
  const traits: string[] = [];
  let index = isOwned ? first : first + Number(/^(?:a|an|the)$/.test(textAt(first)));
  const end = index + longestDescription + 1;
  for (; index < end; index++) {
    const word = textAt(index);
    if (isPossessive(word)) {
      // "Antara, the state's agency": the owner is not what it is.
      last = null;
      continue;
    }
    if (!/^[\p{L}\p{N}][\p{L}\p{N}.-]*$/u.test(word) || nounEnds.has(word)) break;
    // "A start-up used by thousands", but "a troubled bank".
    if (last !== null && /^\p{Ll}+ed$/u.test(word)) break;
    last = bodyNoun(isOneOf ? singularOf(word) : word, textAt(index - 1), lexicons);
    traits.push(readTrait(word, lexicons));
  }
  if (last === null || speaking.test(textAt(index))) return null;
  if (placing.test(textAt(index))) traits.push(readTrait(textAt(index + 1), lexicons));
  return { noun: last, traits };
}

const singularOf = (noun: string): string => noun.replace(/ies$/, 'y').replace(/s$/, '');

/** > Ruiz, the company said, …      > Lumora, a start-up in Austin */
const speaking = /^(?:said|says|told|added|adds|announced|was|is|has|had|will)$/;
const placing = /^(?:in|from|of)$/;

function opensSentence({ tokens, sentenceOfToken }: SegmentedText, index: number): boolean {
  return index >= 0 && tokens[index] !== undefined && sentenceOfToken[index - 1] !== sentenceOfToken[index];
}

/** The noun of an organization that heads the words between article and comma, right behind a name; folded. */
export const findKindBehind = (
  { tokens }: SegmentedText,
  { endToken }: Mention,
  lexicons: EntityLexicons,
): string | null => readBehind((index) => tokens[index]?.text ?? '', endToken, lexicons)?.noun ?? null;

/** Parts of an organization, and those that belong to one: "the Verdi board". */
const partNouns = new Set(
  'administration arm board branch cabinet campaign commission committee council court department division government line office panel plant port side site unit works'.split(
    ' ',
  ),
);

/** How many words a description has before its noun, and the words that it cannot go beyond. */
const longestDescription = 6;
const nounEnds = new Set(
  `of for in at from with by to on who whom whose where when that which and or said says was is has had based owned run
  founded set backed led funded known listed headquartered operating specialising specializing representing serving`.split(
    /\s+/,
  ),
);
