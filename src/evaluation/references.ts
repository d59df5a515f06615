import type { Span } from '../domain/span.ts';
import { type ArticleEntities, findEntities } from '../extraction/entities/index.ts';
import { findNames } from '../extraction/names.ts';
import type { Attribution } from '../extraction/quotes/attribution.ts';
import { readText, type Stretch } from '../extraction/quotes/reading.ts';
import { resolveSpeakers } from '../extraction/quotes/speakers/resolve-speakers.ts';
import { setScene } from '../extraction/quotes/speakers/scene.ts';
import type { Resources } from '../extraction/resources.ts';
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
  resources: Resources,
): { readonly right: number; readonly of: number; readonly share: number } {
  let right = 0;
  let of = 0;
  for (const text of texts) {
    const wanted = new Map(resolved.filter(({ id }) => id === text.id).map((one) => [one.quote, one]));
    if (wanted.size === 0) continue;
    const segmented = segmentText(text.text, linesOf(text.text));
    const found = findEntities(segmented, findNames(segmented, resources.names), resources.entities);
    const names = resolveGiven(found, text, resources);
    for (const [quote, { speaker }] of wanted) {
      of++;
      if (names.get(quote)?.toLowerCase().includes(surnameOf(speaker))) right++;
    }
  }
  return { right, of, share: share(right, of) };
}

/** For each quote that has a source the name of its speaker. */
function resolveGiven(
  found: ArticleEntities,
  { quotes }: AnnotatedText,
  resources: Resources,
): ReadonlyMap<number, string> {
  const reading = readText(found.segmented, found.mentions);
  const { tokens } = found.segmented;
  const stretchOf = ({ start, end }: Span): Stretch => {
    const first = tokens.findIndex((token) => token.end > start);
    const behind = tokens.findIndex((token) => token.start >= end);
    return { first, end: Math.max(first + 1, behind === -1 ? tokens.length : behind) };
  };
  const given = [...quotes.entries()]
    .filter(([, { source, content }]) => source.length > 0 && content.length > 0)
    .sort(([, a], [, b]) => a.source[0]!.start - b.source[0]!.start);
  const attributions = given.map(
    ([, { source, content, cue }]): Attribution => ({
      contents: content.map(stretchOf),
      cue: cue[0] === undefined ? null : stretchOf(cue[0]),
      source: stretchOf(source[0]!),
      reporters: [],
      sureness: 1,
      evidence: 'rule',
    }),
  );
  const speakers = resolveSpeakers(setScene(reading, found), attributions, resources.quotes.speakers.ranking);
  return new Map(
    given.flatMap(([quote], index) => {
      const { speaker } = speakers[index]!;
      return speaker === null ? [] : [[quote, found.entities[speaker]!.name] as const];
    }),
  );
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
