import type { EntityType } from '../domain/entity.ts';
import type { Span } from '../domain/span.ts';

/** A name of known or of predicted type. */
export interface TypedSpan extends Span {
  readonly type: string;
}

/** How many names were found, and rightly. */
export interface NameScore {
  readonly right: number;
  readonly predicted: number;
  readonly gold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface NameScores {
  readonly overall: NameScore;
  readonly byType: ReadonlyMap<string, NameScore>;
}

/**
 * Scores predicted names against gold ones, document by document: right is what has the same start, end and type (the
 * measure of CoNLL-2003). Types that `types` does not list are left out on both sides.
 */
export function scoreNames(
  documents: Iterable<{ readonly gold: readonly TypedSpan[]; readonly predicted: readonly TypedSpan[] }>,
  types: readonly string[],
): NameScores {
  const counts = new Map(types.map((type) => [type, { right: 0, predicted: 0, gold: 0 }]));
  for (const { gold, predicted } of documents) {
    const known = new Set(gold.map(keyOf));
    for (const { type } of gold) increase(counts.get(type), 'gold');
    for (const span of predicted) {
      increase(counts.get(span.type), 'predicted');
      if (known.has(keyOf(span))) increase(counts.get(span.type), 'right');
    }
  }
  const sum = (field: keyof Counts): number =>
    [...counts.values()].reduce((total, count) => total + count[field], 0);
  return {
    overall: rate({ right: sum('right'), predicted: sum('predicted'), gold: sum('gold') }),
    byType: new Map([...counts].map(([type, count]) => [type, rate(count)])),
  };
}

/** The type that a corpus with the four classes of CoNLL-2003 gives to an entity of ours. */
export function conllTypeOf(type: EntityType): 'PER' | 'ORG' | 'LOC' | 'MISC' {
  return type === 'person' ? 'PER' : type === 'organization' ? 'ORG' : type === 'place' ? 'LOC' : 'MISC';
}

interface Counts {
  right: number;
  predicted: number;
  gold: number;
}

function rate({ right, predicted, gold }: Counts): NameScore {
  return {
    right,
    predicted,
    gold,
    precision: predicted > 0 ? right / predicted : 0,
    recall: gold > 0 ? right / gold : 0,
    f1: predicted + gold > 0 ? (2 * right) / (predicted + gold) : 0,
  };
}

function increase(counts: Counts | undefined, field: keyof Counts): void {
  if (counts) counts[field]++;
}

const keyOf = ({ start, end, type }: TypedSpan): string => `${start} ${end} ${type}`;
