import type { Span } from '../domain/span.ts';
import type { AnnotatedText } from '../evaluation/annotation.ts';
import type { GoldArticle } from '../evaluation/gold.ts';
import { alignTexts } from '../evaluation/gold-align.ts';
import { foldName, sameName } from '../evaluation/gold-names.ts';
import { letterIndex, lettersUnder, matchQuotes } from '../evaluation/score-letters.ts';
import type { ArticleEntities } from '../extraction/entities/index.ts';
import { findAttributions } from '../extraction/extract.ts';
import type { Attributions } from '../extraction/quotes/find-quotes.ts';
import { namedHeads } from '../extraction/quotes/speakers/named-heads.ts';
import { type Scene, setScene } from '../extraction/quotes/speakers/scene.ts';
import type { Resources } from '../extraction/resources.ts';
import { cleanCopy } from '../text/clean.ts';
import { findParagraphs } from '../text/paragraphs.ts';
import { segmentText } from '../text/segment.ts';

/** An article as the product reads it, and who really spoke. */
export interface SpokenArticle {
  readonly scene: Scene;
  readonly attributed: Attributions;
  /**
   * Per attribution, the entities that spoke: none where it is nobody that the article names, {@link notFound} where
   * the product does not find the one who did; null where the words are no quote of the annotation.
   */
  readonly truth: readonly (readonly number[] | null)[];
}

/** Stands for someone whom the article names and the product does not find: no answer is right then. */
export const notFound = -1;

/** The words of a quote, and whose they are among the entities that were found. */
interface Spoken {
  readonly segments: readonly Span[];
  readonly speakers: readonly number[];
}

/** Throws nothing: what of the gold is not found is left out. */
export function readSpokenGold(gold: GoldArticle, resources: Resources): SpokenArticle {
  const copy = cleanCopy(gold.raw, { blocks: null, replacements: [], headline: null });
  const { found, attributed } = findAttributions(segmentText(copy.text, copy.paragraphs), resources);
  const place = alignTexts(gold.text, copy.text);
  const entityOf = gold.entities.map((entity) => {
    const named = found.entities.findIndex(({ name }) => sameName(entity, name));
    return named === -1 ? mostNamedAt(found, entity.mentions.map(place)) : named;
  });
  const spoken = gold.quotes.map(({ segments, speaker, jointSpeakers }) => ({
    segments: segments.map(place),
    speakers: [speaker, ...jointSpeakers].flatMap((one) => (one === null ? [] : [entityOf[one]!])),
  }));
  return withTruth(found, attributed, spoken);
}

/**
 * Of a text whose annotation gives the name of whoever speaks, the first where it is several: null for nobody, undefined
 * where it does not say.
 */
export function readSpokenText(
  { text, quotes }: Pick<AnnotatedText, 'text' | 'quotes'>,
  speakers: readonly (string | null | undefined)[],
  resources: Resources,
): SpokenArticle {
  const { found, attributed } = findAttributions(segmentText(text, findParagraphs(text)), resources);
  const names = found.entities.map(({ name, aliases }) => [name, ...aliases].map(foldName));
  const spoken = quotes.flatMap(({ content }, index): Spoken[] => {
    const speaker = speakers[index];
    if (speaker === undefined) return [];
    return [{ segments: content, speakers: speaker === null ? [] : [findNamed(names, foldName(speaker))] }];
  });
  return leaveOutJoint(withTruth(found, attributed, spoken));
}

/** The entity that bears the name, or the only one that bears it with more words before it, or with fewer. */
function findNamed(names: readonly (readonly string[])[], name: string): number {
  const exact = names.findIndex((forms) => forms.includes(name));
  if (exact !== -1) return exact;
  const isEnd = (form: string) => form !== '' && (form.endsWith(` ${name}`) || name.endsWith(` ${form}`));
  const [alike, ...others] = names.flatMap((forms, index) => (forms.some(isEnd) ? [index] : []));
  return alike === undefined || others.length > 0 ? notFound : alike;
}

/** Where the source names several, an annotation that gives one name cannot tell whether all of them spoke. */
function leaveOutJoint(article: SpokenArticle): SpokenArticle {
  const { scene, attributed, truth } = article;
  const isJoint = attributed.attributions.map(
    ({ source }) => source !== null && namedHeads(scene, source).length > 1,
  );
  return { ...article, truth: truth.map((one, index) => (isJoint[index] ? null : one)) };
}

function withTruth(
  found: ArticleEntities,
  attributed: Attributions,
  spoken: readonly Spoken[],
): SpokenArticle {
  const { reading, attributions } = attributed;
  const { tokens, text } = reading.segmented;
  const index = letterIndex(text);
  const lettersOf = (spans: readonly Span[]) => lettersUnder(index, spans);
  const predicted = attributions.map(({ contents }) =>
    lettersOf(contents.map(({ first, end }) => ({ start: tokens[first]!.start, end: tokens[end - 1]!.end }))),
  );
  const truth: (readonly number[] | null)[] = attributions.map(() => null);
  const wanted = spoken.map(({ segments }) => lettersOf(segments));
  for (const [quote, attribution] of matchQuotes(index, wanted, predicted, 0.5))
    truth[attribution] = spoken[quote]!.speakers;
  return { scene: setScene(reading, found), attributed, truth };
}

/** The entity that most of the places name. */
function mostNamedAt({ mentions }: ArticleEntities, places: readonly Span[]): number {
  const counts = new Map<number, number>();
  for (const { start, end } of places)
    for (const mention of mentions)
      if (mention.start < end && start < mention.end)
        counts.set(mention.entity, (counts.get(mention.entity) ?? 0) + 1);
  const most = [...counts].toSorted((a, b) => b[1] - a[1])[0];
  return most?.[0] ?? notFound;
}
