import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OnrecordError } from '../../domain/errors.ts';

/**
 * Lets those write who may, as an `onRequest` hook: with keys, who sends one; without, who calls from this machine, and
 * is neither a proxy speaking for somebody else nor a web page of another origin in a local browser.
 */
export function createWritingGuard(keys: readonly string[]) {
  const digests = keys.map(digest);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (digests.length > 0) refuseWithoutKey(request, reply, digests);
    else refuseUnlessLocal(request.headers, request.socket.remoteAddress);
  };
}

function refuseWithoutKey(request: FastifyRequest, reply: FastifyReply, digests: readonly Buffer[]): void {
  const key = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
  if (key === undefined) {
    reply.header('www-authenticate', 'Bearer realm="onrecord"');
    throw new OnrecordError('unauthorized', 'Send the header "Authorization: Bearer <key>".');
  }
  // Digests have one length, and all of them are compared, so that time tells nothing about any key.
  const sent = digest(key);
  if (digests.filter((known) => timingSafeEqual(known, sent)).length === 0) {
    reply.header('www-authenticate', 'Bearer realm="onrecord", error="invalid_token"');
    throw new OnrecordError(
      'unauthorized',
      'This key is not one of the keys of this server (ONRECORD_API_KEYS).',
    );
  }
}

const forwardingHeaders =
  /^(?:forwarded|via|x-forwarded(?:-.*)?|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip)$/;

function refuseUnlessLocal(headers: IncomingHttpHeaders, remoteAddress: string | undefined): void {
  const forwarded = Object.keys(headers).find((name) => forwardingHeaders.test(name));
  const { origin, host = '' } = headers;
  const reason = !isLoopback(remoteAddress)
    ? 'comes from another machine'
    : forwarded !== undefined
      ? `was forwarded (${forwarded})`
      : !isLocalHost(host)
        ? 'names a foreign Host'
        : origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`
          ? 'comes from a web page of another Origin'
          : null;
  if (reason === null) return;
  throw new OnrecordError(
    'writing-not-allowed',
    `No keys are set, so only direct requests from this machine may write, and this one ${reason}. ` +
      'Set ONRECORD_API_KEYS on the server, and send "Authorization: Bearer <key>".',
  );
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(?:::1$|(?:::ffff:)?127\.)/i.test(address);
}

/** A name that resolves to a loopback address today may be anybody's (DNS rebinding): only what says so itself counts. */
function isLocalHost(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host);
}

function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
