import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { OnrecordError } from '../../domain/errors.ts';
import { parseParameters } from '../conventions/parameters.ts';

/** Swagger UI at `/docs`, where every request can be tried; it asks nobody but this server. `/` leads there. */
export async function serveSwaggerUi(app: FastifyInstance): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: {
      layout: 'BaseLayout',
      deepLinking: true,
      displayRequestDuration: true,
      persistAuthorization: true,
    },
    theme: { title: 'Onrecord API' },
    staticCSP: pagePolicy,
    uiHooks: { onRequest: refuseParameters },
  });
  app.get('/', { schema: { hide: true }, onRequest: refuseParameters }, (_request, reply) =>
    reply.redirect('/docs'),
  );
  app.get('/docs/static/:file', { schema: { hide: true }, onRequest: refuseParameters }, sendFile);
}

/** Swagger UI sets styles from scripts; nothing else is let in from anywhere but here. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const noParameters = z.object({});

async function refuseParameters({ query, url }: FastifyRequest): Promise<void> {
  parseParameters(
    { path: noParameters, query: noParameters },
    { path: {}, query: query as Record<string, unknown>, address: url },
  );
}

const folder = join(dirname(createRequire(import.meta.url).resolve('@fastify/swagger-ui')), 'static');
const files = new Map([
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['index.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'application/javascript; charset=utf-8'],
  ['swagger-ui-standalone-preset.js', 'application/javascript; charset=utf-8'],
  ['favicon-16x16.png', 'image/png'],
  ['favicon-32x32.png', 'image/png'],
]);

/** The plugin streams these files, 1.5 MB of them, uncompressed and under weak ETags; read whole, they keep our conventions. */
async function sendFile(request: FastifyRequest, reply: FastifyReply): Promise<Buffer> {
  const { file } = request.params as { file: string };
  const mediaType = files.get(file);
  if (mediaType === undefined) throw new OnrecordError('not-found', 'There is no such file.');
  reply.type(mediaType);
  return readFile(join(folder, file));
}
