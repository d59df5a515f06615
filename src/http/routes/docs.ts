import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { OnrecordError } from '../../domain/errors.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';

/** The files of Swagger UI as it is published; the plugin around them is not used, so that our conventions hold here too. */
const folder = join(dirname(createRequire(import.meta.url).resolve('@fastify/swagger-ui')), 'static');
const files = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'application/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
} as const;

/** Swagger UI sets styles from scripts; nothing else is let in from anywhere but here. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const page = `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Onrecord API</title>
    <link rel="stylesheet" href="docs/swagger-ui.css">
    <link rel="icon" type="image/png" href="docs/favicon-32x32.png">
    <style>body { margin: 0 } .swagger-ui .topbar { display: none }</style>
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="docs/swagger-ui-bundle.js"></script>
    <script src="docs/start.js"></script>
  </body>
</html>
`;

const startScript = `SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  displayRequestDuration: true,
  tryItOutEnabled: true,
  persistAuthorization: true,
  validatorUrl: null,
});
`;

export const docsEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/docs',
    operationId: 'getDocs',
    tag: 'service',
    summary: 'This API, to be read and tried out',
    query: z.object({}),
    answers: [{ status: 200, description: 'Swagger UI.', schema: null, mediaType: 'text/html' }],
    handle: async ({ reply }) => {
      reply.type('text/html; charset=utf-8').header('content-security-policy', pagePolicy);
      return page;
    },
  }),

  endpoint({
    method: 'GET',
    path: '/docs/{file}',
    operationId: 'getDocsFile',
    tag: 'service',
    summary: 'What that page is made of',
    pathParameters: z.object({ file: z.string() }),
    query: z.object({}),
    answers: [{ status: 200, description: 'A file of Swagger UI.', schema: null, mediaType: null }],
    errors: ['not-found'],
    handle: async ({ reply, path: { file } }) => {
      if (file === 'start.js') return reply.type('application/javascript; charset=utf-8').send(startScript);
      if (!Object.hasOwn(files, file)) throw new OnrecordError('not-found', 'There is no such file.');
      return reply.type(files[file as keyof typeof files]).send(await readFile(join(folder, file)));
    },
  }),
];
