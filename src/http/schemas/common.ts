import { z } from 'zod';
import { entityTypes } from '../../domain/entity.ts';

/** Ids of the store. Opaque: only the prefix means something, so that no name can be mistaken for an id. */
export const idSchemas = {
  article: z
    .string()
    .meta({ description: 'Follows from the article’s identity.', examples: ['art_5q2mz1k8xw3v'] }),
  quote: z
    .string()
    .meta({ description: 'Follows from article, words and occurrence.', examples: ['quo_7d0c2n9yhb4t'] }),
  entity: z
    .string()
    .meta({ description: 'A speaker’s id is its entity’s id.', examples: ['ent_3f8r6j1pse9a'] }),
} as const;

/** Ids of what was structured but not stored. */
export const noIds = { article: z.null(), quote: z.null(), entity: z.null() } as const;

export type IdSchemas = typeof idSchemas | typeof noIds;

export const SpanSchema = z
  .object({
    start: z.int().min(0).describe('The first UTF-16 code unit, counted in the article’s `text`.'),
    end: z.int().min(0).describe('The code unit behind the last one.'),
    text: z.string().describe('`text.slice(start, end)` of the article.'),
  })
  .meta({
    id: 'Span',
    description: 'A half-open range `[start, end)` of UTF-16 code units, with its words.',
  });

export const EntityTypeSchema = z.enum(entityTypes).meta({
  id: 'EntityType',
  description: '`group`: nationalities, religions, peoples, members of parties.',
});

const day = '\\d{4}-\\d{2}-\\d{2}';

export const DaySchema = z
  .string()
  .regex(new RegExp(`^${day}$`))
  .meta({ format: 'date', examples: ['2023-10-11'] });

export const InstantSchema = z.string().meta({ format: 'date-time', examples: ['2023-10-11T08:30:00.000Z'] });

export const PublicationTimeSchema = z
  .string()
  .regex(new RegExp(`^${day}(T[\\d:.]+Z)?$`))
  .meta({
    description: 'An RFC 3339 instant in UTC, or a date where only that is known.',
    examples: ['2023-10-11'],
  });

export const PublisherSchema = z
  .object({ name: z.string(), url: z.string().nullable() })
  .meta({ id: 'Publisher', description: 'The outlet that published the article.' });
