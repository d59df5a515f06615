import { z } from 'zod';
import { ArticleSchema, metadataShape } from './article.ts';
import { InstantSchema, idSchemas } from './common.ts';

const { id: _id, wordCount: _wordCount, ...metadata } = metadataShape(idSchemas);
const SomeMetadataSchema = z.object(metadata).partial().meta({ id: 'SomeArticleMetadata' });

const MetadataChangeSchema = z
  .object({ former: SomeMetadataSchema, current: SomeMetadataSchema })
  .meta({ id: 'MetadataChange', description: 'The fields that changed alone, before and after.' });

const index = z.int().min(0).nullable();

const ParagraphChangeSchema = z
  .object({
    change: z.enum(['added', 'removed', 'changed']),
    index: index.describe('Of the paragraph in this revision; null where it was removed.'),
    formerIndex: index.describe('In the revision before; null where it was added.'),
    text: z.string().nullable(),
    formerText: z.string().nullable(),
    words: z
      .array(z.object({ change: z.enum(['same', 'added', 'removed']), text: z.string() }))
      .describe(
        'Of a changed paragraph, in order: what is not `removed` is its text, what is not `added` its former text.',
      ),
  })
  .meta({ id: 'ParagraphChange', description: 'What became of a paragraph.' });

const count = z.int().min(0);

export const RevisionSummarySchema = z
  .object({
    revision: z.int().min(1),
    ingestedAt: InstantSchema,
    extractor: z.string(),
    changes: z
      .object({
        metadata: MetadataChangeSchema,
        paragraphs: z.object({ added: count, removed: count, changed: count }),
      })
      .nullable()
      .describe('From the revision before; null for the first.'),
  })
  .meta({ id: 'RevisionSummary', description: 'A revision of an article, in its history.' });

export const RevisionSchema = ArticleSchema.extend({
  changes: z
    .object({ metadata: MetadataChangeSchema, paragraphs: z.array(ParagraphChangeSchema) })
    .nullable()
    .describe('From the revision before, paragraph by paragraph; null for the first.'),
}).meta({
  id: 'Revision',
  description: 'An article as it was in one of its revisions, and what had changed.',
});
