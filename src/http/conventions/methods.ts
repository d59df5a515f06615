import type { FastifyInstance } from 'fastify';
import { OnrecordError } from '../../domain/errors.ts';
import { pathOf } from './addresses.ts';
import { preflightHeaders } from './headers.ts';

/**
 * Answers what no route takes, before any body is read: 204 to OPTIONS, 405 with `Allow` where the path is there with
 * other methods, 404 elsewhere. Add this before any route.
 */
export function answerMisses(app: FastifyInstance): void {
  const methods = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? new Set(['OPTIONS']);
    for (const one of [method].flat()) known.add(one);
    // HEAD is nowhere but where GET is, and of an address with a slash at its end only HEAD is told.
    if (known.has('HEAD')) known.add('GET');
    methods.set(url, known);
  });

  let paths: readonly { readonly url: string; readonly pattern: RegExp; readonly allow: string }[] = [];
  app.addHook('onReady', async () => {
    paths = [...methods].map(([url, known]) => ({
      url,
      pattern: patternOf(url),
      allow: [...known].sort().join(', '),
    }));
  });

  app.addHook('onRequest', async (request, reply) => {
    const path = pathOf(request.url);
    // "/v1/articles/batch" is no article's address, though it looks like one.
    const own = methods.get(path);
    if (own === undefined ? !request.is404 : own.has(request.method) && request.method !== 'OPTIONS') return;
    const allow = paths.find(({ url, pattern }) =>
      own === undefined ? pattern.test(path) : url === path,
    )?.allow;
    if (allow === undefined) throw nothingThere();
    reply.header('allow', allow);
    if (request.method === 'OPTIONS') return reply.headers(preflightHeaders).code(204).send();
    throw new OnrecordError('method-not-allowed', `This path takes ${allow}.`);
  });
  // A file that a route for files does not find.
  app.setNotFoundHandler(() => {
    throw nothingThere();
  });
}

/** `/v1/quotes/:id` */
function patternOf(url: string): RegExp {
  const pattern = url.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+').replace(/\*/g, '.*');
  return new RegExp(`^${pattern}$`);
}

function nothingThere(): OnrecordError {
  return new OnrecordError('not-found', 'There is nothing at this path. What there is stands at /docs.');
}
