import type { Span } from '../../../domain/span.ts';
import type { SegmentedText } from '../../../text/segments.ts';
import { foldWord } from '../words/fold.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import type { Mention } from '../words/mention.ts';

/** What the article says that someone is. */
export interface Role extends Span {
  /** Without article: "Kremlin spokesperson", "teacher from Ohio". */
  readonly text: string;
  /** Folded noun that heads it ("spokesperson"). */
  readonly head: string;
}

/** The longest role that is kept, in tokens: an apposition that runs on is no role. */
export const longestRole = 16;

/** The role that the tokens `[first, end)` state, if the noun that heads them is a person's; otherwise null. */
export function readRole(
  segmented: SegmentedText,
  first: number,
  end: number,
  nameTokens: readonly (Mention | undefined)[],
  lexicons: EntityLexicons,
): Role | null {
  if (end <= first || end - first > longestRole) return null;
  // The head is the last noun before the first preposition: "president of the union", "the Kremlin's spokesman".
  let headEnd = first;
  while (headEnd < end && !headStops.has(segmented.tokens[headEnd]!.text)) headEnd++;
  const textAt = (index: number): string => (index < first ? '' : segmented.tokens[index]!.text);
  const head = headEnd > first ? headNoun(textAt(headEnd - 2), textAt(headEnd - 1), lexicons) : null;
  if (head === null || nameTokens[headEnd - 1]?.type === 'person') return null;
  // "Smith, whose mayor said", "Roe, minister Doe said": a finite verb behind the noun makes it a clause of its own.
  for (let index = first; index < headEnd; index++)
    if (clauseWords.has(segmented.tokens[index]!.text)) return null;
  return createRole(segmented, first, end, head);
}

const headStops = new Set(
  'of for in at from with to on who that and or under since until during whose based working'.split(' '),
);
const clauseWords = new Set(
  'said says told has have had is was were are will would could he she they it but whose which'.split(' '),
);

/** Words that end a noun phrase, and start a clause. */
export const clauseOpeners = new Set(
  'who whose which when where while because after before said says told added wrote has had is was will'.split(
    ' ',
  ),
);

/** The noun, folded, where it says what a person is; of a compound ("co-author") its last part. */
export function roleNoun(text: string, lexicons: EntityLexicons): string | null {
  const folded = foldWord(text);
  if (lexicons.roleNouns.has(folded)) return folded;
  // "stepfather-in-law", "editor-in-chief", "bride-to-be", "mum-of-two", "mayor-elect"
  const [suffix] = /-(?:(?:in|of|to|at|for)-[\p{L}\p{N}-]+|elect|designate)$/u.exec(folded) ?? [];
  if (suffix !== undefined) return roleNoun(folded.slice(0, -suffix.length), lexicons);
  const hyphen = folded.lastIndexOf('-');
  const tail = hyphen > 0 ? folded.slice(hyphen + 1) : '';
  return lexicons.roleNouns.has(tail) ? tail : null;
}

/** The noun that a phrase ends with, folded, where it says what a person is; that of two words if it is one: "full back". */
export function headNoun(before: string, text: string, lexicons: EntityLexicons): string | null {
  const joined = `${foldWord(before)}-${foldWord(text)}`;
  return lexicons.roleNouns.has(joined) ? joined : roleNoun(text, lexicons);
}

export function createRole(
  segmented: SegmentedText,
  firstToken: number,
  endToken: number,
  head: string,
): Role {
  const start = segmented.tokens[firstToken]!.start;
  const end = segmented.tokens[endToken - 1]!.end;
  return { start, end, text: segmented.text.slice(start, end).replace(/\s+/g, ' '), head };
}

/** Commas and dashes set an apposition off. */
export const isComma = (text: string): boolean =>
  text === ',' || text === '—' || text === '–' || text === '--';
