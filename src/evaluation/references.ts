import type { Span } from '../domain/span.ts';
import {
  type ArticleEntities,
  type EntityLexicons,
  entityOf,
  findEntities,
  mentionsIn,
  resolveReference,
} from '../extraction/entities/index.ts';
import { findNames, type NameRecognizer } from '../extraction/names.ts';
import { segmentText } from '../text/segment.ts';
import type { AnnotatedText } from './annotation.ts';
import { readLines, readString } from './polnear.ts';
import { share } from './score-rate.ts';

/** A pronoun that is the source of a quote, and who is behind it. */
export interface ResolvedSource {
  readonly id: string;
  /** Which quote of the article. */
  readonly quote: number;
  readonly source: Span;
  readonly speaker: string;
}

/** Reads records of the form of `polnear.resolved`: `{ id, quote, source: [[start, end]], speaker }`. */
export function readResolvedSources(file: string): readonly ResolvedSource[] {
  return readLines(file, (record) => {
    const source = record['source'];
    const first: unknown = Array.isArray(source) ? source[0] : null;
    if (!Array.isArray(first)) throw new Error('"source" must be a list of [start, end]');
    return {
      id: readString(record, 'id'),
      quote: Number(record['quote']),
      source: { start: Number(first[0]), end: Number(first[1]) },
      speaker: readString(record, 'speaker'),
    };
  });
}

/**
 * The share of pronouns that are resolved to a name that holds the gold surname, in [0, 1]; quotes and their sources are
 * given, names are found. As `score_resolved.py` of the corpus, but for resolving alone.
 */
export function scoreReferences(
  texts: readonly AnnotatedText[],
  resolved: readonly ResolvedSource[],
  resources: { readonly names: NameRecognizer; readonly entities: EntityLexicons },
): { readonly right: number; readonly of: number; readonly share: number } {
  let right = 0;
  let of = 0;
  for (const text of texts) {
    const wanted = new Map(resolved.filter(({ id }) => id === text.id).map((one) => [one.quote, one]));
    if (wanted.size === 0) continue;
    const segmented = segmentText(text.text, linesOf(text.text));
    const article = findEntities(segmented, findNames(segmented, resources.names), resources.entities);
    const answers = resolveSources(article, text);
    for (const [quote, { speaker }] of wanted) {
      of++;
      const entity = answers.get(quote) ?? null;
      const name = entity === null ? '' : article.entities[entity]!.name.toLowerCase();
      if (name.includes(surnameOf(speaker))) right++;
    }
  }
  return { right, of, share: share(right, of) };
}

/** For each quote its speaker's entity, in the order of the sources; each answer is context for the next. */
function resolveSources(article: ArticleEntities, { text, quotes }: AnnotatedText): Map<number, number> {
  const quotations = quotes
    .filter(({ kind }) => kind !== 'indirect')
    .flatMap(({ content }) => content.flatMap((span) => markedParts(text, span)))
    .sort((a, b) => a.start - b.start);
  const speakers: { entity: number; offset: number }[] = [];
  const answers = new Map<number, number>();
  const ordered = [...quotes.entries()]
    .flatMap(([index, { source }]) => (source[0] === undefined ? [] : [{ index, source: source[0] }]))
    .sort((a, b) => a.source.start - b.source.start);
  for (const { index, source } of ordered) {
    const isPronoun = /^(?:he|she|it|they|who|which|his|her|that)\b/i.test(
      text.slice(source.start, source.end),
    );
    const entity = isPronoun
      ? (resolveReference(article, source, { speakers, quotations })[0]?.entity ?? null)
      : headOf(article, source);
    if (entity === null) continue;
    answers.set(index, entity);
    speakers.push({ entity, offset: source.start });
  }
  return answers;
}

/** The first person named in a source, or whoever is. */
function headOf(article: ArticleEntities, source: Span): number | null {
  const person = mentionsIn(article, source).find(({ type }) => type === 'person');
  return person?.entity ?? entityOf(article, source);
}

function markedParts(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/["“][^"”]*["”]?/g)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

function linesOf(text: string): (Span & { readonly role: 'body' })[] {
  return [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
    role: 'body',
  }));
}

function surnameOf(name: string): string {
  const words = name.replace(',', '').split(' ');
  return (words.findLast((word) => !/^(?:Jr|Sr|II|III)\.?$/.test(word)) ?? name).toLowerCase();
}
