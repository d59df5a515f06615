import { z } from 'zod';
import { type ErrorCode, errorTable, OnrecordError } from '../../domain/errors.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';

const codes = Object.keys(errorTable) as ErrorCode[];

/** The pages that the `type` of a problem leads to. */
export const problemEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/problems/{code}',
    operationId: 'getProblem',
    tag: 'service',
    summary: 'What a kind of problem means',
    pathParameters: z.object({ code: z.string().meta({ examples: ['invalid-cursor'] }) }),
    answers: [{ status: 200, description: 'A page for people.', schema: null, mediaType: 'text/html' }],
    errors: ['not-found'],
    handle: async ({ reply, path }) => {
      const code = codes.find((known) => known === path.code);
      if (code === undefined) throw new OnrecordError('not-found', `The codes are ${codes.join(', ')}.`);
      reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
      return renderPage(code);
    },
  }),
];

function renderPage(code: ErrorCode): string {
  const { status, title, remedy } = errorTable[code];
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${code} – Onrecord</title>
    <style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem }</style>
  </head>
  <body>
    <p>${status} <code>${code}</code></p>
    <h1>${title}</h1>
    <p>${remedy}</p>
    <p><a href="../docs">All of the API</a></p>
  </body>
</html>
`;
}
