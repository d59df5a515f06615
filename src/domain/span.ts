/**
 * A half-open range `[start, end)` of UTF-16 code units, into the article's `text` unless said otherwise.
 * Spans never split a surrogate pair.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An array known to hold at least one element. */
export type NonEmpty<T> = readonly [T, ...T[]];

export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The words that a span covers: the surface. */
export function surface(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
