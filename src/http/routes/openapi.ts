import { endpoint } from '../endpoint.ts';

/** The description of this API, as the app gives it of itself. */
export const openapiEndpoint = endpoint({
  method: 'GET',
  path: '/openapi.json',
  operationId: 'getOpenApi',
  tag: 'service',
  summary: 'This API as OpenAPI 3.1',
  answers: [{ status: 200, description: 'The document.', schema: null, mediaType: 'application/json' }],
  handle: async ({ request }) => request.server.swagger(),
});
