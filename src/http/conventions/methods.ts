import type { FastifyReply, FastifyRequest } from 'fastify';
import { OnrecordError } from '../../domain/errors.ts';
import type { Endpoint } from '../endpoint.ts';
import { preflightHeaders } from './headers.ts';
import { pathOf } from './problems.ts';

/**
 * Answers what no route takes, as an `onRequest` hook, before any body is read: 204 to OPTIONS, 405 with `Allow` where
 * the path is there with other methods, 404 elsewhere.
 */
export function createMissHandler(endpoints: readonly Endpoint[]) {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of endpoints) {
    const known = methods.get(path) ?? new Set(['OPTIONS']);
    methods.set(path, known.add(method));
    if (method === 'GET') known.add('HEAD');
  }
  const paths = [...methods].map(([path, known]) => ({
    pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
    allow: [...known].sort().join(', '),
  }));

  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (!request.is404) return;
    const path = pathOf(request.url);
    const allow = paths.find(({ pattern }) => pattern.test(path))?.allow;
    if (allow === undefined) {
      throw new OnrecordError('not-found', 'There is nothing at this path. What there is stands at /docs.');
    }
    reply.header('allow', allow);
    if (request.method === 'OPTIONS') return reply.headers(preflightHeaders).code(204).send();
    throw new OnrecordError('method-not-allowed', `This path takes ${allow}.`);
  };
}
