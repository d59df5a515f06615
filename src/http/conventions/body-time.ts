import type { FastifyInstance } from 'fastify';
import { OnrecordError } from '../../domain/errors.ts';
import { answerClientError } from './client-errors.ts';

/** Milliseconds in which the body of a request has to be here, or, where it is streamed, the next part of it. */
const longestBody = 120_000;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body is read as it comes, however long that takes, as long as it comes. */
    readonly isStreamed?: boolean;
  }
}

/**
 * Gives up on bodies that do not come. Node's own limit holds for the whole server, and would end streams, too; for headers,
 * it stays.
 */
export function limitBodyTime(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    const hasBody =
      raw.headers['transfer-encoding'] !== undefined || Number(raw.headers['content-length']) > 0;
    if (!hasBody || routeOptions.config.isStreamed === true) return;
    const timer = setTimeout(() => answerClientError(new Error('too late'), raw.socket), longestBody);
    raw.once('close', () => clearTimeout(timer));
  });
}

/** A streamed body; throws where it stands still for too long. */
export async function* flowing(
  body: AsyncIterable<Uint8Array>,
  patience = longestBody,
): AsyncGenerator<Uint8Array, void, undefined> {
  const chunks = body[Symbol.asyncIterator]();
  for (;;) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(standsStill(patience)), patience);
    });
    const { done, value } = await Promise.race([chunks.next(), late]).finally(() => clearTimeout(timer));
    if (done) return;
    yield value;
  }
}

function standsStill(patience: number): OnrecordError {
  return new OnrecordError(
    'invalid-body',
    `Nothing came for ${patience / 1000} s. What came before is answered; send the rest again.`,
  );
}
