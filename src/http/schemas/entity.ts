import { z } from 'zod';
import { DaySchema, EntityTypeSchema, type IdSchemas, idSchemas, PublicationTimeSchema } from './common.ts';

/** An entity as others point to it. */
export function entityReferenceShape<Ids extends IdSchemas>(ids: Ids) {
  return { id: ids.entity as Ids['entity'], name: z.string(), type: EntityTypeSchema };
}

export const EntityReferenceSchema = z
  .object(entityReferenceShape(idSchemas))
  .meta({ id: 'EntityReference' });

const summaryShape = {
  ...entityReferenceShape(idSchemas),
  aliases: z.array(z.string()).describe('Other names that articles use.'),
  roles: z.array(z.string()).describe('What articles say it is.'),
  quoteCount: z.int().min(0).describe('Quotes that it spoke, alone or jointly.'),
};
const quotedShape = {
  firstQuotedAt: PublicationTimeSchema.nullable(),
  lastQuotedAt: PublicationTimeSchema.nullable(),
};

const EntityNamingSchema = z
  .object({
    kind: z.enum(['name', 'alias', 'role']).describe('`name`: the fullest that an article gives.'),
    text: z.string(),
    articleCount: z.int().min(0),
    firstSeenOn: DaySchema.nullable().describe('The day of the first article that has it.'),
    lastSeenOn: DaySchema.nullable(),
  })
  .meta({ id: 'EntityNaming', description: 'A name or a role that articles give an entity, and when.' });

export const EntitySchema = z
  .object({
    ...summaryShape,
    articleCount: z.int().min(0).describe('Articles that name it.'),
    ...quotedShape,
    names: z
      .array(EntityNamingSchema)
      .optional()
      .describe('What articles call it, and when. Only of one entity, with `include=names`.'),
  })
  .meta({ id: 'Entity', description: 'Someone or something named, across all articles.' });

export const SpeakerSchema = z
  .object({
    ...summaryShape,
    articleCount: z.int().min(0).describe('Articles that quote it.'),
    ...quotedShape,
  })
  .meta({ id: 'Speaker', description: 'An entity that is quoted.' });

export const RelatedEntitySchema = z
  .object({
    ...entityReferenceShape(idSchemas),
    articleCount: z.int().min(0).describe('Articles that name both.'),
    score: z
      .number()
      .min(0)
      .describe(
        'How much more often together than by chance: the log-likelihood ratio; 0 where not more often.',
      ),
  })
  .meta({ id: 'RelatedEntity', description: 'Someone or something that appears with another.' });
