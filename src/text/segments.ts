import type { Paragraph } from '../domain/article.ts';
import type { Span } from '../domain/span.ts';

/** A word, number, punctuation mark or clitic ("'s"): what learning and rules count in. */
export interface Token extends Span {
  readonly text: string;
}

export interface Sentence extends Span {
  /** Tokens `[firstToken, endToken)`. */
  readonly firstToken: number;
  readonly endToken: number;
  /** Index of the paragraph that holds it. */
  readonly paragraph: number;
}

/** A text cut into paragraphs, sentences and tokens, one inside the other: the layers that extraction reads. */
export interface SegmentedText {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  /** Per token: the index of the sentence that holds it. */
  readonly sentenceOfToken: Int32Array;
}
