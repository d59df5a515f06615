import type { Span } from './span.ts';

/** Something that could not be read, or not be trusted, in one article. A problem never stops the rest. */
export interface Problem {
  /** One of {@link problemCodes}. */
  readonly code: ProblemCode;
  /** Where, in the article's text; null where no place can be named. */
  readonly span: Span | null;
  /** One sentence for a person: what is wrong, and what was done about it. */
  readonly message: string;
}

/** Every problem that reading or extracting can report. Documented in the README. */
export const problemCodes = {
  'undecodable-bytes': 'Bytes that are not valid in the encoding were replaced by U+FFFD.',
  'invalid-markup': 'Markup that is not closed, or nests too deep; what can be read of it was.',
  'lone-surrogate': 'Half a surrogate pair was replaced by U+FFFD.',
  'control-character': 'Control characters were taken out.',
  'unbalanced-template-tag': 'A template tag was opened and never closed, or closed and never opened.',
  'unbalanced-quotation-mark': 'A quotation mark has no partner; the quotation was bounded by its paragraph.',
  'invalid-date': 'A date in the copy does not exist; no day was taken from it.',
  'truncated-input': 'The input ends before its end; what came before was read.',
  'not-english': 'The text is surely not English; its paragraphs are kept, and nothing was extracted.',
} as const;
export type ProblemCode = keyof typeof problemCodes;
