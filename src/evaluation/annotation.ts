import type { QuoteKind } from '../domain/quote.ts';
import type { Span } from '../domain/span.ts';

/**
 * One quote as an annotator, or a program, marked it. The form of the PolNeAR corpus: a role that is not on the page is
 * an empty list, and a quote broken by its cue has several content spans.
 */
export interface QuoteAnnotation {
  readonly content: readonly Span[];
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  /** Null where nobody said: then it follows from the quotation marks around the content. */
  readonly kind: QuoteKind | null;
  /** The name of who spoke; null where it is not known or not annotated. */
  readonly speaker: string | null;
}

/** A text with its quotes. */
export interface AnnotatedText {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly QuoteAnnotation[];
}

/** What a program made of the text with the same id. */
export interface Prediction {
  readonly id: string;
  readonly quotes: readonly QuoteAnnotation[];
}
