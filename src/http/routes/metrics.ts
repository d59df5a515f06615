import { type Endpoint, endpoint } from '../endpoint.ts';

export const metricsEndpoint: Endpoint = endpoint({
  method: 'GET',
  path: '/metrics',
  operationId: 'getMetrics',
  tag: 'service',
  summary: 'What the service does, in numbers, for Prometheus',
  description: 'Requests by route and status, extractions, what is stored, and the process itself.',
  answers: [
    {
      status: 200,
      description: 'Prometheus text format.',
      schema: null,
      mediaType: 'text/plain',
    },
  ],
  handle: async ({ services: { metrics }, reply }) =>
    reply
      .type(metrics.mediaType)
      // It is another one each time.
      .header('cache-control', 'no-store')
      .send(await metrics.render()),
});
