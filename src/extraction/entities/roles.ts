import type { Span } from '../../domain/span.ts';
import type { SegmentedText } from '../../text/segments.ts';
import { foldWord, isCapitalized } from './fold.ts';
import type { EntityLexicons } from './lexicons.ts';
import { isPossessive, type Mention } from './mention.ts';

/** What the article says that someone is. */
export interface Role extends Span {
  /** Without article: "Kremlin spokesperson", "teacher from Ohio", "runs a bakery". */
  readonly text: string;
  /** Folded noun that heads it ("spokesperson"); null where it is a clause. */
  readonly head: string | null;
}

/** An age that stands beside a name: "Jane Doe, 54,". */
export interface Apposition {
  readonly roles: readonly Role[];
  readonly age: number | null;
}

/** The longest role that is kept, in tokens: an apposition that runs on is no role. */
const longestRole = 16;

/**
 * The roles that stand before and behind a person's name.
 *   Putin's spokesperson, Dmitry Peskov     Jane Doe, 54, a teacher from Ohio,     Roe, who runs a bakery,
 *   ^^^^^^^^^^^^^^^^^^^^                                     ^^^^^^^^^^^^^^^^^                ^^^^^^^^^^^^^
 */
export function findRoles(
  segmented: SegmentedText,
  mention: Mention,
  nameTokens: ReadonlyMap<number, Mention>,
  lexicons: EntityLexicons,
): Apposition {
  const before = findRoleBefore(segmented, mention, nameTokens, lexicons);
  const behind = findRolesBehind(segmented, mention, nameTokens, lexicons);
  return { roles: before === null ? behind.roles : [before, ...behind.roles], age: behind.age };
}

/** Words that may stand inside a role before a name, beside names and nouns. */
const modifiers = new Set(
  `former ex acting deputy vice senior junior chief prime foreign interim first second third general assistant associate
  executive lead top longtime long-time veteran founding managing presidential vice-presidential congressional
  parliamentary senate house federal state local national international regional municipal city county provincial deputy
  health education defense defence finance interior justice trade energy environment transport labor labour agriculture
  culture sports housing immigration security intelligence military police army navy air force campaign company team
  club union party opposition government cabinet ministry department agency office press communications policy political
  public legal medical scientific research human rights climate economic economics financial investment technology
  marketing sales operations religious spiritual supreme high court district appeals circuit democratic republican labour
  conservative liberal socialist green independent retired late new then current outgoing incoming newly elected
  opposition ruling self-styled star world`.split(/\s+/),
);

const joiners = new Set(['and', '&', 'of', 'for', 'in', 'at']);

function findRoleBefore(
  segmented: SegmentedText,
  mention: Mention,
  nameTokens: ReadonlyMap<number, Mention>,
  lexicons: EntityLexicons,
): Role | null {
  const { tokens } = segmented;
  const sentence = segmented.sentences[segmented.sentenceOfToken[mention.firstToken]!]!;
  let index = mention.firstToken - 1;
  if (
    index >= sentence.firstToken &&
    mention.honorific !== null &&
    lexicons.honorifics.has(foldWord(tokens[index]!.text))
  ) {
    if (!lexicons.roleNouns.has(foldWord(tokens[index]!.text))) index--;
  }
  const isApart = index >= sentence.firstToken && tokens[index]!.text === ',';
  if (isApart) index--;
  if (index < sentence.firstToken) return null;
  const head = roleNoun(tokens[index]!.text, lexicons);
  const last = index;
  let first = -1;
  if (head !== null) first = index;
  else if (isApart || !isOfficeTail(segmented, index, sentence.firstToken, lexicons)) return null;
  let possessive = false;
  for (; index >= sentence.firstToken && last - index < longestRole; index--) {
    const { text } = tokens[index]!;
    const folded = foldWord(text);
    const name = nameTokens.get(index);
    if (name !== undefined) {
      if (name.type === 'person' && !possessive) break;
      first = index = Math.max(name.firstToken, sentence.firstToken);
      // "Putin's spokesperson": nothing before the owner belongs to the role.
      if (possessive) break;
      continue;
    }
    if (isPossessive(text)) {
      if (index > last - 1 || possessive) break;
      possessive = true;
      continue;
    }
    if (
      roleNoun(text, lexicons) !== null ||
      modifiers.has(folded) ||
      /^(?:co-|ex-|vice-|then-|anti-|pro-)/.test(folded)
    ) {
      first = index;
      continue;
    }
    if (joiners.has(folded) && first === index + 1 && index - 1 >= sentence.firstToken) {
      const previous = tokens[index - 1]!.text;
      const isJoint =
        (folded === 'and' || folded === '&') &&
        roleNoun(previous, lexicons) !== null &&
        !nameTokens.has(index - 1);
      const isOf = folded === 'of' && roleNoun(previous, lexicons) !== null && isCapitalized(previous);
      if (isJoint || isOf) continue;
      break;
    }
    if (isCapitalized(text) && index > sentence.firstToken && /^\p{L}/u.test(text)) {
      first = index;
      continue;
    }
    if (possessive) first = Math.min(first, index + 2);
    break;
  }
  if (possessive && nameTokens.get(first) === undefined && isPossessive(tokens[first]?.text)) first++;
  if (first < 0 || first > last) return null;
  if (
    isApart &&
    !possessive &&
    !startsWithArticle(segmented, first, sentence.firstToken) &&
    first > sentence.firstToken
  )
    return null;
  return createRole(segmented, first, last + 1, head ?? foldWord(tokens[first]!.text));
}

const startsWithArticle = (segmented: SegmentedText, first: number, sentenceStart: number): boolean =>
  first > sentenceStart && /^(?:the|its|his|her|their)$/i.test(segmented.tokens[first - 1]!.text);

/** "Secretary of State John Kerry", "Director of National Intelligence James Clapper": the head stands further left. */
function isOfficeTail(
  segmented: SegmentedText,
  last: number,
  sentenceStart: number,
  lexicons: EntityLexicons,
): boolean {
  const { tokens } = segmented;
  for (let index = last; index >= sentenceStart && last - index < 4; index--) {
    const { text } = tokens[index]!;
    if (text === 'of' || text === 'for') {
      const head = tokens[index - 1];
      return (
        index < last &&
        index > sentenceStart &&
        isCapitalized(head!.text) &&
        roleNoun(head!.text, lexicons) !== null
      );
    }
    if (!isCapitalized(text)) return false;
  }
  return false;
}

function findRolesBehind(
  segmented: SegmentedText,
  mention: Mention,
  nameTokens: ReadonlyMap<number, Mention>,
  lexicons: EntityLexicons,
): Apposition {
  const { tokens } = segmented;
  const end = segmented.sentences[segmented.sentenceOfToken[mention.firstToken]!]!.endToken;
  const roles: Role[] = [];
  let age: number | null = null;
  let index = mention.endToken;
  if (index >= end) return { roles, age };
  if (/^(?:is|was)$/.test(tokens[index]!.text)) {
    const start = skipArticle(segmented, index + 1, end);
    if (start > index + 1)
      pushRole(roles, segmented, start, phraseEnd(segmented, start, end), nameTokens, lexicons);
    return { roles, age };
  }
  if (
    tokens[index]!.text === '(' &&
    /^\d{1,3}$/.test(tokens[index + 1]?.text ?? '') &&
    tokens[index + 2]?.text === ')'
  ) {
    age = Number(tokens[index + 1]!.text);
    index += 3;
  }
  while (index < end && isComma(tokens[index]!.text)) {
    const next = tokens[index + 1];
    if (next === undefined || index + 1 >= end) break;
    if (
      /^\d{1,3}$/.test(next.text) &&
      (tokens[index + 2] === undefined || /^[,.]$/.test(tokens[index + 2]!.text))
    ) {
      age = Number(next.text);
      index += 2;
      continue;
    }
    const stop = phraseEnd(segmented, index + 1, end);
    if (next.text === 'who') {
      if (roleVerbs.has(tokens[index + 2]?.text ?? '')) {
        let first = index + 2;
        if (/^(?:is|was)$/.test(tokens[first]!.text)) first = skipArticle(segmented, first + 1, stop);
        if (first < stop && stop - first <= longestRole) roles.push(createRole(segmented, first, stop, null));
      }
      break;
    }
    const start = skipArticle(segmented, index + 1, stop);
    if (!pushRole(roles, segmented, start, stop, nameTokens, lexicons)) break;
    index = stop;
  }
  return { roles, age };
}

/** Verbs of what one does for a living, in relative clauses. */
const roleVerbs = new Set(
  `is was heads headed leads led runs ran chairs chaired directs directed teaches taught represents represented owns owned
  founded co-founded manages managed oversees oversaw edits edited coaches coached studies coordinates`.split(
    /\s+/,
  ),
);

const isComma = (text: string): boolean => text === ',' || text === '—' || text === '–' || text === '--';

function skipArticle(segmented: SegmentedText, index: number, end: number): number {
  return index < end && /^(?:the|a|an)$/i.test(segmented.tokens[index]!.text) ? index + 1 : index;
}

/** Where an apposition ends: at the next comma, dash, bracket or stop; a comma inside a number or list stays unread. */
function phraseEnd(segmented: SegmentedText, from: number, end: number): number {
  let index = from;
  while (
    index < end &&
    index - from <= longestRole + 1 &&
    !/^(?:[,.;:!?()"“”]|--|—|–|\.\.\.)$/.test(segmented.tokens[index]!.text)
  )
    index++;
  return index;
}

function pushRole(
  roles: Role[],
  segmented: SegmentedText,
  first: number,
  end: number,
  nameTokens: ReadonlyMap<number, Mention>,
  lexicons: EntityLexicons,
): boolean {
  if (end <= first || end - first > longestRole) return false;
  // The head is the last noun before the first preposition: "president of the union", "the Kremlin's spokesman".
  let headEnd = first;
  while (headEnd < end && !headStops.has(segmented.tokens[headEnd]!.text)) headEnd++;
  const head = headEnd > first ? roleNoun(segmented.tokens[headEnd - 1]!.text, lexicons) : null;
  if (head === null || nameTokens.get(headEnd - 1)?.type === 'person') return false;
  // "Smith, whose mayor said", "Roe, minister Doe said": a finite verb behind the noun makes it a clause of its own.
  for (let index = first; index < headEnd; index++)
    if (clauseWords.has(segmented.tokens[index]!.text)) return false;
  roles.push(createRole(segmented, first, end, head));
  return true;
}

const headStops = new Set(
  'of for in at from with to on who that and or under since until during whose based working'.split(' '),
);
const clauseWords = new Set(
  'said says told has have had is was were are will would could he she they it but whose which'.split(' '),
);

function roleNoun(text: string, lexicons: EntityLexicons): string | null {
  const folded = foldWord(text);
  if (lexicons.roleNouns.has(folded)) return folded;
  const hyphen = folded.lastIndexOf('-');
  const tail = hyphen > 0 ? folded.slice(hyphen + 1) : '';
  return lexicons.roleNouns.has(tail) ? tail : null;
}

function createRole(
  segmented: SegmentedText,
  firstToken: number,
  endToken: number,
  head: string | null,
): Role {
  const start = segmented.tokens[firstToken]!.start;
  const end = segmented.tokens[endToken - 1]!.end;
  return { start, end, text: segmented.text.slice(start, end).replace(/\s+/g, ' '), head };
}
