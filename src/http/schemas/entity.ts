import { z } from 'zod';
import { EntityTypeSchema, type IdSchemas, idSchemas, PublicationTimeSchema } from './common.ts';

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

export const EntitySchema = z
  .object({
    ...summaryShape,
    articleCount: z.int().min(0).describe('Articles that name it.'),
    ...quotedShape,
  })
  .meta({ id: 'Entity', description: 'Someone or something named, across all articles.' });

export const SpeakerSchema = z
  .object({
    ...summaryShape,
    articleCount: z.int().min(0).describe('Articles that quote it.'),
    ...quotedShape,
  })
  .meta({ id: 'Speaker', description: 'An entity that is quoted.' });
