import type { FastifyReply } from 'fastify';
import { pathOf } from './addresses.ts';

/** Thrown where a path names an entity by an id that it had before it was merged into another. */
export class EntityMoved extends Error {
  readonly from: string;
  readonly to: string;

  constructor(from: string, to: string) {
    super(`${from} was merged into ${to}`);
    this.name = 'EntityMoved';
    this.from = from;
    this.to = to;
  }
}

/**
 * Leads to the same address with the other id. 308, since a merge is for good, and since a PATCH or a POST is to be sent
 * again as it is: after a 301, clients make a GET of it (RFC 9110, 15.4.2 and 15.4.9).
 */
export function answerMoved({ from, to }: EntityMoved, address: string, reply: FastifyReply): void {
  const path = pathOf(address);
  const segments = path.split('/').map((segment) => (decodeURIComponent(segment) === from ? to : segment));
  reply
    .code(308)
    .header('location', `${segments.join('/')}${address.slice(path.length)}`)
    .send();
}
