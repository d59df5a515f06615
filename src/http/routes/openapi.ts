import { z } from 'zod';
import { type Endpoint, endpoint } from '../endpoint.ts';

/** The description of this API. `document` is asked for once, when it is first read. */
export function openapiEndpoint(document: () => object): Endpoint {
  let rendered: string | null = null;
  return endpoint({
    method: 'GET',
    path: '/openapi.json',
    operationId: 'getOpenApi',
    tag: 'service',
    summary: 'This API as OpenAPI 3.1',
    query: z.strictObject({}),
    answers: [{ status: 200, description: 'The document.', schema: null, mediaType: 'application/json' }],
    handle: async ({ reply }) => {
      rendered ??= JSON.stringify(document());
      return reply.type('application/json; charset=utf-8').send(rendered);
    },
  });
}
