import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { OnrecordError } from '../../domain/errors.ts';
import { credentialsOf, readUrl, showAddress } from './addresses.ts';
import { explainFailure, failure } from './failures.ts';
import { readRetryAfter } from './freshness.ts';
import { lookUpPublic, refusePrivateLiteral } from './public-addresses.ts';
import type { Turns } from './turns.ts';

/** What a server answered, behind all redirects. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Decoded; empty where the status is none that comes with a body worth reading. */
  readonly bytes: Uint8Array;
  /** Where it came from. */
  readonly address: string;
  /** The address to ask from now on: where redirects that are meant to stay (301, 308) led; null: as before. */
  readonly movedTo: string | null;
}

export interface FetchRequest {
  readonly accept: string;
  /** What was answered the last time: the same is answered with 304. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Milliseconds of a longer pause behind it than usual. */
  readonly pause?: number;
}

/** Asks for an address. Rejects with an OnrecordError that says what kept it from being answered. */
export type Fetch = (address: string, request: FetchRequest) => Promise<Answer>;

export interface FetchOptions {
  readonly userAgent: string;
  readonly allowPrivate: boolean;
  readonly turns: Turns;
  readonly signal: AbortSignal;
  /** Milliseconds for one request, from its start to the last byte of its answer. */
  readonly timeLimit?: number;
  /** Bytes of a body, decoded. */
  readonly sizeLimit?: number;
}

const usualTimeLimit = 60_000;
const usualSizeLimit = 20 * 1024 * 1024;
const mostRedirects = 5;
/** Milliseconds for which a host is left alone that has had too many requests. */
const shortestRest = 60_000;
const longestRest = 24 * 3_600_000;

/**
 * Asks as politely as it is careful: one request to a host at a time, only by HTTP, and, unless that is allowed, of nobody
 * within a private network, wherever redirects and names lead.
 */
export function createFetch(options: FetchOptions): Fetch {
  const { userAgent, allowPrivate, turns, timeLimit = usualTimeLimit, sizeLimit = usualSizeLimit } = options;
  const agentOptions = allowPrivate ? {} : { lookup: lookUpPublic };
  const agents = { 'http:': new http.Agent(agentOptions), 'https:': new https.Agent(agentOptions) };

  async function ask(url: URL, request: FetchRequest, authorization: string | null): Promise<Hop> {
    const { protocol, hostname, port, pathname, search } = url;
    if (!allowPrivate) refusePrivateLiteral(hostname);
    const sending = (protocol === 'https:' ? https : http).request({
      protocol,
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port,
      path: pathname + search,
      agent: agents[protocol as keyof typeof agents],
      signal: options.signal,
      headers: {
        'user-agent': userAgent,
        accept: request.accept,
        'accept-encoding': 'gzip, br',
        ...(request.etag == null ? {} : { 'if-none-match': request.etag }),
        ...(request.lastModified == null ? {} : { 'if-modified-since': request.lastModified }),
        ...(authorization === null ? {} : { authorization }),
      },
    });
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      sending.destroy();
    }, timeLimit);
    try {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        sending.on('response', resolve).on('error', reject).end();
      });
      const status = response.statusCode!;
      const isRead = status === 200;
      const bytes = isRead ? await readBody(response, sizeLimit) : new Uint8Array();
      if (!isRead) response.destroy();
      return { status, headers: response.headers, bytes };
    } catch (error) {
      throw isLate ? failure('It did not answer in time.') : error;
    } finally {
      clearTimeout(timer);
    }
  }

  return async (address, request) => {
    let url = readUrl(address);
    const { origin } = url;
    const authorization = credentialsOf(url);
    let movedTo: string | null = null;
    let isForGood = true;
    for (let redirects = 0; ; redirects++) {
      const own = url.origin === origin ? authorization : null;
      const hop = await turns
        .take(url.hostname, () => ask(url, request, own), request.pause)
        .catch((error: unknown) => {
          throw explainFailure(error, options.signal);
        });
      // What it asks for one address holds for all of it.
      if (hop.status === 429) turns.rest(url.hostname, Math.max(shortestRest, retryAfterOf(hop)));
      else if (hop.status === 503) turns.rest(url.hostname, retryAfterOf(hop));
      const target = redirectOf(hop);
      if (target === null) return { ...hop, address: showAddress(url.href), movedTo };
      if (redirects === mostRedirects) throw failure(`It redirects more than ${mostRedirects} times.`);
      url = readUrl(target, url);
      isForGood &&= hop.status === 301 || hop.status === 308;
      // What gives access belongs to the address that somebody wrote.
      if (isForGood && authorization === null) movedTo = url.href;
    }
  };
}

type Hop = Pick<Answer, 'status' | 'headers' | 'bytes'>;

function redirectOf({ status, headers }: Hop): string | null {
  return [301, 302, 303, 307, 308].includes(status) ? (headers.location ?? null) : null;
}

function retryAfterOf({ headers }: Hop): number {
  return Math.min(readRetryAfter(Date.now(), headers), longestRest);
}

async function readBody(response: IncomingMessage, sizeLimit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of decoded(response)) {
    length += chunk.length;
    if (length > sizeLimit) {
      response.destroy();
      throw new OnrecordError('body-too-large', `The answer is larger than ${sizeLimit / 1024 ** 2} MiB.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decoded(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  if (encoding === '' || encoding === 'identity') return response;
  const decoder =
    encoding === 'br' ? createBrotliDecompress() : /^(?:x-)?gzip$/.test(encoding) ? createGunzip() : null;
  if (decoder === null) throw failure(`The answer is encoded as ${encoding}, which was not asked for.`);
  // What goes wrong arises where the decoder is read.
  return pipeline(response, decoder, () => {});
}
