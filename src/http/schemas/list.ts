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

/** The envelope of every list. */
export function listSchema(item: z.ZodType, hasFacets: boolean) {
  return z.object({
    items: z.array(item),
    total: z.int().min(0).nullable().describe('How many match, on all pages; null with `total=false`.'),
    next: z.string().nullable().describe('The address of the next page; null on the last.'),
    ...(hasFacets ? { facets: FacetsSchema.optional() } : {}),
  });
}
