import { z } from 'zod';

const FacetsSchema = z
  .record(
    z.string(),
    z.array(
      z.object({
        value: z.string().describe('What the filter of the same name takes.'),
        name: z.string().nullable().describe('The entity’s name where `value` is an id.'),
        count: z.int().min(0),
      }),
    ),
  )
  .meta({ id: 'Facets', description: 'How many of all matches have each value.' });

const RankingSchema = z
  .object({
    considered: z
      .int()
      .min(0)
      .describe('The most relevant ones of a search for words, otherwise the latest.'),
  })
  .meta({
    id: 'Ranking',
    description: 'Only where the order is made of a part of the matches: the list ends with that part.',
  });

/** The envelope of every list. */
export function listSchema(
  item: z.ZodType,
  {
    hasFacets,
    isRanked,
    envelope = {},
  }: { readonly hasFacets: boolean; readonly isRanked: boolean; readonly envelope?: z.ZodRawShape },
) {
  return z.object({
    items: z.array(item),
    total: z.int().min(0).nullable().describe('How many match, on all pages; null with `total=false`.'),
    next: z.string().nullable().describe('The address of the next page; null on the last.'),
    ...(isRanked ? { ranking: RankingSchema.optional() } : {}),
    ...(hasFacets ? { facets: FacetsSchema.optional() } : {}),
    ...envelope,
  });
}
