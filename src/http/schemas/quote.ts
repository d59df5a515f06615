import { z } from 'zod';
import { quoteKinds, resolutions } from '../../domain/quote.ts';
import {
  DaySchema,
  type IdSchemas,
  InstantSchema,
  idSchemas,
  PublicationTimeSchema,
  PublisherSchema,
  SpanSchema,
} from './common.ts';
import { EntityReferenceSchema, entityReferenceShape } from './entity.ts';
import { ParagraphSchema } from './paragraph.ts';

/** What a quote is, wherever it stands. */
export function quoteShape<Ids extends IdSchemas, Reference extends z.ZodType>(
  ids: Ids,
  reference: Reference,
) {
  return {
    id: ids.quote as Ids['quote'],
    articleId: ids.article as Ids['article'],
    kind: z
      .enum(quoteKinds)
      .describe(
        '`direct`: a whole clause inside quotation marks; `mixed`: a paraphrase with quoted words in it; ' +
          '`indirect`: reported speech without marks.',
      ),
    text: z
      .string()
      .describe('The words alone: outer marks, a leading "that" and the comma before the cue gone.'),
    segments: z.array(SpanSchema).describe('The content as printed, marks included.'),
    verbatim: z.array(SpanSchema).describe('The stretches inside quotation marks, without the marks.'),
    cue: SpanSchema.nullable().describe('The words that signal saying.'),
    source: SpanSchema.nullable().describe('The words on the page that name who spoke.'),
    speaker: z
      .object({ ...entityReferenceShape(ids), role: z.string().nullable() })
      .nullable()
      .describe('Who that is; null where it is not known.'),
    jointSpeakers: z.array(reference).describe('The others of a joint statement.'),
    resolution: z
      .enum(resolutions)
      .nullable()
      .describe(
        'How the speaker was found; `context`: the sentence names no source. Null: not at all, or a person said who it is.',
      ),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .describe('The probability that `speaker` is right, given that the words are a quote.'),
    reportedBy: z.array(z.string()).describe('Outlets and agencies that the text says reported these words.'),
    saidOn: DaySchema.nullable().describe('The day that the text says ("on Tuesday"), resolved.'),
    about: z.array(reference).describe('Entities named in the words.'),
    paragraphIndexes: z.array(z.int().min(0)),
  };
}

const ArticleReferenceSchema = z
  .object({
    id: idSchemas.article,
    headline: z.string().nullable(),
    publishedAt: PublicationTimeSchema.nullable(),
    publisher: PublisherSchema.nullable(),
    url: z.string().nullable(),
  })
  .meta({ id: 'ArticleReference', description: 'The article that a quote is from.' });

/** A quote inside its article. */
export const ArticleQuoteSchema = z
  .object(quoteShape(idSchemas, EntityReferenceSchema))
  .meta({ id: 'ArticleQuote', description: 'Words attributed to someone.' });

/** A quote on its own. */
export const QuoteSchema = z
  .object({
    ...quoteShape(idSchemas, EntityReferenceSchema),
    rejected: z.boolean().describe('A person found that these are nobody’s words; then it is in no list.'),
    correctedAt: InstantSchema.nullable().describe('When a person last corrected it; null: never.'),
    placeCount: z
      .int()
      .min(1)
      .describe('In how many places these words of this speaker stand, this one included.'),
    article: ArticleReferenceSchema,
    highlight: z
      .string()
      .optional()
      .describe(
        'The text as HTML, with the words that were searched for inside `<mark>`. Only with `highlight=true`.',
      ),
    context: z
      .array(ParagraphSchema)
      .optional()
      .describe('The paragraphs that hold the quote. Only with `include=context`.'),
  })
  .meta({ id: 'Quote', description: 'Words attributed to someone, with the article that they are from.' });
