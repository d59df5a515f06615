import type { Article } from '../domain/article.ts';
import type { Span } from '../domain/span.ts';
import type { GoldArticle } from './gold.ts';

/** An extracted article beside its gold; `name` is the gold file's. */
export interface GoldPair {
  readonly name: string;
  readonly gold: GoldArticle;
  readonly article: Article;
}

export interface Hits {
  readonly right: number;
  readonly of: number;
}

/** One thing that extraction got wrong, told so that a person can judge it. */
export interface Fault {
  readonly article: string;
  readonly fault:
    | 'missed'
    | 'extra'
    | 'speaker'
    | 'kind'
    | 'non-quote'
    | 'mention'
    | 'merging'
    | 'name'
    | 'cleaning';
  readonly expected: string | null;
  readonly found: string | null;
  /** The place in the article, with what stands around it. */
  readonly context: string;
}

/** Words with `width` characters on either side, on one line. */
export function inContext(text: string, span: Span, width = 60): string {
  const [before, after] = [
    text.slice(Math.max(0, span.start - width), span.start),
    text.slice(span.end, span.end + width),
  ];
  return `${before}⟦${text.slice(span.start, span.end)}⟧${after}`.replace(/\s+/g, ' ').trim();
}
