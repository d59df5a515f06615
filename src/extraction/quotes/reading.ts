import type { EntityType } from '../../domain/entity.ts';
import type { Span } from '../../domain/span.ts';
import type { SegmentedText } from '../../text/segments.ts';
import { findQuotations, type Quotation } from './marks/quotation-marks.ts';

/** Tokens `[first, end)`. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
}

/** An article as quote finding reads it: its words, and which of them stand in quotation marks. */
export interface Reading {
  readonly segmented: SegmentedText;
  /** Per token: its word in lower case, apostrophes straight; in somebody's name, a word of grammar keeps its capital. */
  readonly words: readonly string[];
  /** Per word: the tokens that it is, in order. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Per token: does it start with a capital letter? */
  readonly capital: Uint8Array;
  /** Per token: the paragraph that holds it. */
  readonly paragraphOf: Int32Array;
  /** Per token: index of the name that holds it; -1 where none does. */
  readonly nameOf: Int32Array;
  readonly names: readonly NamedSpan[];
  readonly quotations: readonly Quotation[];
  /** Per token: index of the quotation that holds it; -1 outside. */
  readonly quotationOf: Int32Array;
  /** Per paragraph: its tokens. */
  readonly paragraphTokens: readonly Stretch[];
}

/** Where someone or something is named. */
export interface NamedSpan extends Span {
  readonly type: EntityType;
}

/** `names` are ordered and disjoint. */
export function readText(segmented: SegmentedText, names: readonly NamedSpan[]): Reading {
  const { tokens, sentences, sentenceOfToken, paragraphs } = segmented;
  const capital = new Uint8Array(tokens.length);
  const paragraphOf = new Int32Array(tokens.length);
  const words: string[] = [];
  const places = new Map<string, number[]>();
  const nameOf = tokensInside(segmented, names);
  for (const [index, token] of tokens.entries()) {
    const lower = token.text.toLowerCase();
    const isSomebody = grammar.test(token.text) && names[nameOf[index]!]?.type === 'person';
    const word = isSomebody ? token.text : lower.replace(/’/g, "'");
    words.push(word);
    const known = places.get(word);
    if (known === undefined) places.set(word, [index]);
    else known.push(index);
    capital[index] = lower[0] === token.text[0] ? 0 : 1;
    paragraphOf[index] = sentences[sentenceOfToken[index]!]!.paragraph;
  }
  const paragraphTokens = paragraphs.map(() => ({ first: 0, end: 0 }));
  for (const sentence of sentences) {
    const range = paragraphTokens[sentence.paragraph]!;
    if (range.end === 0) range.first = sentence.firstToken;
    range.end = sentence.endToken;
  }
  const bare = { segmented, words, places, capital, paragraphOf, nameOf, names, paragraphTokens };
  return withQuotations(bare, findQuotations(segmented));
}

/** > Will Hurden said …      > Can Yilmaz said …      > “No,” So Min-jun said */
const grammar = /^(?:An|As|Can|Did|Do|Has|If|In|May|Might|Must|No|On|Or|Shall|So|To|Will)$/;

/** The same text, read with other bounds of its quotations. */
export function withQuotations(
  reading: Omit<Reading, 'quotations' | 'quotationOf'>,
  quotations: readonly Quotation[],
): Reading {
  const quotationOf = new Int32Array(reading.words.length).fill(-1);
  for (const [index, quotation] of quotations.entries()) {
    quotationOf.fill(index, quotation.firstToken, quotation.endToken);
  }
  const { segmented, words, places, capital, paragraphOf, nameOf, names, paragraphTokens } = reading;
  return {
    segmented,
    words,
    places,
    capital,
    paragraphOf,
    nameOf,
    names,
    paragraphTokens,
    quotations,
    quotationOf,
  };
}

/** Per token: index of the span that it starts in; -1 where there is none. */
export function tokensInside(segmented: SegmentedText, spans: readonly Span[]): Int32Array {
  const inside = new Int32Array(segmented.tokens.length).fill(-1);
  let token = 0;
  for (const [index, span] of spans.entries()) {
    while (token < segmented.tokens.length && segmented.tokens[token]!.start < span.start) token += 1;
    for (; token < segmented.tokens.length && segmented.tokens[token]!.start < span.end; token += 1) {
      inside[token] = index;
    }
  }
  return inside;
}

/** The tokens of the sentence that holds a token. */
export function sentenceAround(reading: Reading, token: number): Stretch {
  const sentence = reading.segmented.sentences[reading.segmented.sentenceOfToken[token]!]!;
  return { first: sentence.firstToken, end: sentence.endToken };
}

/** Does the token hold a letter or a digit? */
export function isWord(reading: Reading, token: number): boolean {
  return /[\p{L}\p{N}]/u.test(reading.words[token] ?? '');
}

/** A token inside a quotation with known bounds: it belongs to what was said. */
export function isQuoted(reading: Reading, token: number): boolean {
  const quotation = reading.quotations[reading.quotationOf[token] ?? -1];
  return quotation !== undefined && (quotation.closed || quotation.continued);
}

export function overlapLength(a: Stretch, b: Stretch): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.first, b.first));
}

/** The parts of a stretch that lie in one paragraph each. */
export function splitAtParagraphs(reading: Reading, { first, end }: Stretch): readonly Stretch[] {
  const pieces: { first: number; end: number }[] = [];
  for (let token = first; token < end; token += 1) {
    if (token === first || reading.paragraphOf[token] !== reading.paragraphOf[token - 1]) {
      pieces.push({ first: token, end: token + 1 });
    } else pieces.at(-1)!.end = token + 1;
  }
  return pieces;
}

/** The end of a stretch without the point, or the other mark, that ends its sentence; inside marks it belongs to the words. */
export function endWithoutPoint({ words, quotationOf }: Reading, { first, end }: Stretch): number {
  let last = end;
  while (last > first && /^[.!?]$/.test(words[last - 1]!) && quotationOf[last - 1] === -1) last -= 1;
  return last;
}
