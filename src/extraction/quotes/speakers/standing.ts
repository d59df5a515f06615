import type { ArticleEntities } from '../../entities/index.ts';
import type { Features } from './features.ts';

/** Sentences of the narrative at the start of an article that say what it is about. */
const leadSentences = 2;

/**
 * What part each entity plays in the whole article. "The company" is the one that it is about, if nothing else is known.
 * `places`: per mention, how many sentences of the narrative come before.
 */
export function describeStandings(
  { entities, mentions }: Pick<ArticleEntities, 'entities' | 'mentions'>,
  places: readonly { readonly narrative: number }[],
): readonly Features[] {
  const types = new Map<string, { count: number; most: number; mostOften: number }>();
  for (const { type, mentions: own } of entities) {
    const { count, most, mostOften } = types.get(type) ?? { count: 0, most: 0, mostOften: 0 };
    types.set(type, {
      count: count + 1,
      most: Math.max(most, own.length),
      mostOften: own.length > most ? 1 : mostOften + Number(own.length === most),
    });
  }
  const leading = new Set(
    mentions.flatMap(({ entity }, index) => (places[index]!.narrative < leadSentences ? [entity] : [])),
  );
  return entities.map(({ type, mentions: own }, index): Features => {
    const { count, most, mostOften } = types.get(type)!;
    const standing: Features = {};
    if (own.length === most && mostOften === 1) standing.main = 1;
    if (count === 1) standing.onlyOfType = 1;
    if (leading.has(index)) standing.inLead = 1;
    return standing;
  });
}
