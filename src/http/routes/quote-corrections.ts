import type { ArticleStore } from '../../domain/article-store.ts';
import type { StoredQuote } from '../../domain/records.ts';
import { readJsonBody } from '../conventions/json-body.ts';
import { findNamed } from '../conventions/names.ts';
import { createVersionMatchReader } from '../conventions/preconditions.ts';
import { type Endpoint, endpoint, patchBody } from '../endpoint.ts';
import { presentQuote } from '../presenters.ts';
import { QuoteCorrectionSchema } from '../schemas/corrections.ts';
import { examples } from '../schemas/examples.ts';
import { QuoteSchema } from '../schemas/quote.ts';
import { quotePath } from './quotes.ts';

const correction = patchBody(QuoteCorrectionSchema, { speaker: 'Dmitry Peskov' });
const readIfMatch = createVersionMatchReader<StoredQuote>(QuoteSchema);

export const quoteCorrectionEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'PATCH',
    path: '/v1/quotes/{id}',
    operationId: 'correctQuote',
    tag: 'quotes',
    summary: 'Correct the speaker of a quote, or reject it',
    description:
      'It holds whatever is ingested or extracted later, as long as the article has these words. A corrected speaker has ' +
      'the confidence 1, and no resolution. `If-Match` takes the ETag of `GET /v1/quotes/{id}` without parameters.',
    pathParameters: quotePath,
    body: correction,
    writes: true,
    answers: [
      {
        status: 200,
        description: 'The quote as it now is.',
        schema: QuoteSchema,
        mediaType: 'application/json',
        example: examples.quote,
      },
    ],
    errors: ['not-found', 'deleted', 'ambiguous-name', 'precondition-failed'],
    handle: async ({ services: { store }, request, path }) => {
      const { speaker, newSpeaker, rejected, correctedAt } = readJsonBody(
        request,
        QuoteCorrectionSchema,
        correction.mediaTypes,
      );
      const change = {
        speakerId: await findSpeakerId(store, speaker),
        newSpeaker,
        isRejected: rejected,
        isTakenBack: correctedAt === null,
      };
      return presentQuote(await store.correctQuote(path.id, change, readIfMatch(request)));
    },
  }),
];

/** What to do where extraction missed the name. */
const beyond = ': send newSpeaker to name somebody new';

async function findSpeakerId(store: ArticleStore, speaker: string | null | undefined) {
  return speaker == null ? speaker : (await findNamed(store, speaker, '/speaker', beyond)).id;
}
