import type { Span } from '../domain/span.ts';
import { type ArticleEntities, findEntities } from '../extraction/entities/index.ts';
import { findNames } from '../extraction/names.ts';
import type { Attribution } from '../extraction/quotes/attribution.ts';
import { readText } from '../extraction/quotes/reading.ts';
import { resolveSpeakers } from '../extraction/quotes/speakers/resolve-speakers.ts';
import { setScene } from '../extraction/quotes/speakers/scene.ts';
import type { Resources } from '../extraction/resources.ts';
import { findParagraphs } from '../text/paragraphs.ts';
import { segmentText } from '../text/segment.ts';
import type { AnnotatedText } from './annotation.ts';
import { readLines, readString } from './polnear.ts';
import { share } from './score-rate.ts';
import { inTokens } from './token-quotes.ts';

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
    const segmented = segmentText(text.text, findParagraphs(text.text));
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
  const given = quotes
    .map((quote, index) => ({ index, ...inTokens(found.segmented.tokens, quote) }))
    .filter(({ source, contents }) => source !== null && contents.length > 0)
    .sort((a, b) => a.source!.first - b.source!.first);
  const attributions = given.map(
    (quote): Attribution => ({ ...quote, reporters: [], sureness: 1, evidence: 'rule' }),
  );
  const speakers = resolveSpeakers(setScene(reading, found), attributions, resources.quotes.speakers.ranking);
  return new Map(
    given.flatMap(({ index }, place) => {
      const { speaker } = speakers[place]!;
      return speaker === null ? [] : [[index, found.entities[speaker]!.name] as const];
    }),
  );
}

function surnameOf(name: string): string {
  const words = name.replace(',', '').split(' ');
  return (words.findLast((word) => !/^(?:Jr|Sr|II|III)\.?$/.test(word)) ?? name).toLowerCase();
}
