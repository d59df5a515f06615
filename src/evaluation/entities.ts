import type { EntityType } from '../domain/entity.ts';
import type { Span } from '../domain/span.ts';
import { groupMentions } from '../extraction/entities/groups/group-mentions.ts';
import type { EntityLexicons } from '../extraction/entities/index.ts';
import { trimNames } from '../extraction/entities/names/trim-names.ts';
import { segmentText } from '../text/segment.ts';
import type { SegmentedText } from '../text/segments.ts';
import { readLines, readString } from './polnear.ts';
import { type Rate, Tally } from './score-rate.ts';

/** The names of an article, in order, and which of them mean the same; the article's own words are not needed. */
export interface MergingArticle {
  readonly id: string;
  readonly mentions: readonly { readonly text: string; readonly type: MergedType; readonly entity: number }[];
}

const mergedTypes = ['person', 'organization', 'place'] as const satisfies readonly EntityType[];
export type MergedType = (typeof mergedTypes)[number];

/**
 * Reads records of the form of DWIE's mentions, one JSON object a line: `{ id, mentions: [{ t, ty: [type, …], c }] }`.
 * Mentions that name no person, organization or place are left out. Throws an Error that names the line at fault.
 */
export function readMergingArticles(file: string): readonly MergingArticle[] {
  return readLines(file, (record) => {
    const mentions = record['mentions'];
    if (!Array.isArray(mentions)) throw new Error('"mentions" must be a list');
    return {
      id: readString(record, 'id'),
      mentions: mentions.flatMap((mention: Record<string, unknown>) => {
        const type = mergedTypeOf(mention['ty']);
        return type === null ? [] : [{ text: readString(mention, 't'), type, entity: Number(mention['c']) }];
      }),
    };
  });
}

function mergedTypeOf(labels: unknown): MergedType | null {
  if (!Array.isArray(labels)) throw new Error('"ty" must be a list of types');
  if (labels.includes('footer')) return null;
  if (labels.includes('person')) return 'person';
  if (labels.includes('organization')) return 'organization';
  return labels.includes('location') ? 'place' : null;
}

/**
 * How well given names are merged into entities: of all pairs of mentions in one article, those that are one entity, in
 * gold and as grouped (pairwise F1), by type. Types are given, so that merging alone is measured.
 */
export function scoreMerging(
  articles: Iterable<MergingArticle>,
  lexicons: EntityLexicons,
): ReadonlyMap<MergedType, Rate> {
  const tallies = new Map(mergedTypes.map((type) => [type, new Tally()]));
  for (const { mentions } of articles) {
    for (const [type, tally] of tallies) {
      const chosen = mentions.filter((mention) => mention.type === type);
      const predicted = groupSurfaces(chosen, lexicons);
      addPairs(
        tally,
        chosen.map(({ entity }) => entity),
        predicted,
      );
    }
  }
  return new Map([...tallies].map(([type, tally]) => [type, tally.rate()]));
}

/** For each name a number, equal for those that are grouped; each name stands in a paragraph of its own. */
function groupSurfaces(
  names: readonly { readonly text: string; readonly type: EntityType }[],
  lexicons: EntityLexicons,
): number[] {
  const spans: (Span & { readonly type: EntityType })[] = [];
  let text = '';
  for (const name of names) {
    const start = text.length;
    text += name.text.replace(/\s/g, ' ');
    spans.push({ start, end: text.length, type: name.type });
    text += '\n';
  }
  const segmented = segmentText(
    text,
    spans.map(({ start, end }) => ({ start, end, role: 'body' })),
  );
  const mentions = trimNames(
    segmented,
    spans.map((span) => ({ ...span, confidence: 1 })),
    lexicons,
  );
  const groupAt = new Map<number, number>();
  for (const [group, members] of groupMentions(mentions, lexicons).entries())
    for (const { start } of members) groupAt.set(paragraphAt(segmented, start), group);
  // A name of which nothing is left once its title is off is nobody else's.
  return names.map((_, index) => groupAt.get(index) ?? -1 - index);
}

function paragraphAt({ paragraphs }: SegmentedText, offset: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function addPairs(tally: Tally, gold: readonly number[], predicted: readonly number[]): void {
  const pairs = (ids: readonly (number | string)[]) => {
    const sizes = new Map<number | string, number>();
    for (const id of ids) sizes.set(id, (sizes.get(id) ?? 0) + 1);
    let count = 0;
    for (const size of sizes.values()) count += (size * (size - 1)) / 2;
    return count;
  };
  const both = pairs(gold.map((id, index) => `${id} ${predicted[index]}`));
  tally.add(both, pairs(predicted), both, pairs(gold));
}
