import type { NonEmpty, Span } from './span.ts';

/**
 * `direct`: a whole clause inside quotation marks; `mixed`: a paraphrase with quoted words in it;
 * `indirect`: reported speech without marks.
 */
export const quoteKinds = ['direct', 'mixed', 'indirect'] as const;
export type QuoteKind = (typeof quoteKinds)[number];

/** How the speaker was found: by the form of the source, or from the surroundings where there is none. */
export const resolutions = ['name', 'nominal', 'pronoun', 'context'] as const;
export type Resolution = (typeof resolutions)[number];

/** Words attributed to someone: content, cue and source, and who that is. */
export interface Quote {
  /** The id in the store; null until the article is stored. */
  readonly id: string | null;
  readonly kind: QuoteKind;
  /** The words alone: no outer marks, no leading "that", no comma before the cue; segments joined by one space. */
  readonly text: string;
  /** The content as printed, marks included; each segment lies within one paragraph. */
  readonly segments: NonEmpty<Span>;
  /** The stretches inside quotation marks, without the marks. */
  readonly verbatim: readonly Span[];
  /** The words that signal saying ("said", "according to"). */
  readonly cue: Span | null;
  /** The words on the page that name who spoke ("he", "a senior official"). */
  readonly source: Span | null;
  /** Who that is: an index into the article's entities; null where it is not known. */
  readonly speaker: number | null;
  /** The speaker's role as the article states it nearest to this quote; null where it states none. */
  readonly speakerRole: string | null;
  /** The others of a joint statement: indexes into the article's entities. */
  readonly jointSpeakers: readonly number[];
  /** Null where there is no speaker, and where a person said who it is. */
  readonly resolution: Resolution | null;
  /** Probability in [0, 1] that `speaker` is right, given that the words are a quote. */
  readonly confidence: number;
  /** Outlets and agencies that the text says reported these words, as named there ("Reuters"). */
  readonly reportedBy: readonly string[];
  /** `YYYY-MM-DD`: the day that the text says, resolved against the article's date. */
  readonly saidOn: string | null;
  /** Entities named in the words: indexes into the article's entities. */
  readonly about: readonly number[];
  /** The paragraphs that hold the segments, ascending. */
  readonly paragraphIndexes: readonly number[];
}

/** The words by which a quote is the same one as another. Marks and white space are no part of them; the case of a letter is. */
export function identifyingWords({ text }: Pick<Quote, 'text'>): string {
  // Most quotes have no other letters, and this takes half of the time.
  if (/^[ -~]*$/.test(text)) return text.replace(/[^A-Za-z0-9$+<=>^`|~]+/g, ' ').trim();
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}\p{S}]+/gu, ' ')
    .trim();
}
