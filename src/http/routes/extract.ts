import { extractArticle } from '../article-body.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { presentArticle } from '../presenters.ts';
import { ExtractedArticleSchema } from '../schemas/article.ts';
import { examples } from '../schemas/examples.ts';

export const extractEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/v1/extract',
    operationId: 'extractArticle',
    tag: 'articles',
    summary: 'Structure an article and store nothing',
    description: 'Takes what `POST /v1/articles` takes. Anybody may ask: it writes nothing.',
    takesArticle: true,
    answers: [
      {
        status: 200,
        description: 'The article; every id in it is null.',
        schema: ExtractedArticleSchema,
        mediaType: 'application/json',
        example: examples.extractedArticle,
      },
    ],
    handle: async ({ services, request }) =>
      presentArticle((await extractArticle(services, request)).article),
  }),
];
