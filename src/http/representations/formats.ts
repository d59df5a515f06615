import type { FastifyRequest } from 'fastify';
import { OnrecordError } from '../../domain/errors.ts';
import { findPreferred } from '../conventions/accept.ts';

/** What an answer can be represented as: by `Accept`, or by `?format=` where a browser asks. */
export const formatMediaTypes = {
  json: 'application/json',
  jsonld: 'application/ld+json',
  ninjs: 'application/vnd.iptc.ninjs+json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  atom: 'application/atom+xml',
  jsonfeed: 'application/feed+json',
} as const;

export type Format = keyof typeof formatMediaTypes;

export const formatDescriptions: Readonly<Record<Exclude<Format, 'json'>, string>> = {
  jsonld: 'schema.org, as JSON-LD.',
  ninjs: 'IPTC ninjs 3.',
  ndjson: 'One item a line; all of them, streamed, unless `limit` is given.',
  csv: 'A row each, with a header; all of them, streamed, unless `limit` is given; `fields` chooses columns. A text that a spreadsheet would take for a formula has an apostrophe before it.',
  atom: 'Atom (RFC 4287), for feed readers.',
  jsonfeed: 'JSON Feed 1.1, for feed readers.',
};

/**
 * The format that is asked for: `format` decides, else the one that `Accept` gives the highest quality; of equals the one
 * that is offered first. Throws `not-acceptable` where it takes none of them.
 */
export function chooseFormat<F extends Format>(
  { headers }: FastifyRequest,
  offered: readonly [F, ...F[]],
  wanted: F | undefined,
): F {
  if (wanted !== undefined) return wanted;
  const { accept } = headers;
  if (accept === undefined) return offered[0];
  const preferred = findPreferred(accept, offered, (format) => formatMediaTypes[format]);
  if (preferred !== null) return preferred;
  const names = offered.map((format) => formatMediaTypes[format]).join(', ');
  throw new OnrecordError('not-acceptable', `This address answers ${names}, and Accept leaves them out.`);
}

/** The address that the client reached this server at: "http://127.0.0.1:3000". */
export function originOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`;
}
