import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { pathOf } from './addresses.ts';

/**
 * One line for each request: what was asked for and how it went; neither queries nor bodies. What a client did wrong
 * is no error of ours: only bugs are logged as errors, with their stack, where they are found.
 */
export class RequestLog extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    logAnswer(request, reply, error ? `not taken to its end: ${error.message}` : 'answered');
  }
}

export function logAnswer(request: FastifyRequest, reply: FastifyReply, how: string): void {
  const { method, url } = request;
  const ms = Math.round(reply.elapsedTime * 10) / 10;
  request.log.info({ method, path: pathOf(url), status: reply.statusCode, ms }, how);
}

const start = randomBytes(4).toString('base64url');
let requests = 0;

/** The client's own `X-Request-Id` where it is a plain word, otherwise a new one. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  if (typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given)) return given;
  requests += 1;
  return `${start}-${requests.toString(36)}`;
}
