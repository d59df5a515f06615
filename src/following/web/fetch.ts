import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { OnrecordError } from '../../domain/errors.ts';
import { lookUpPublic, PrivateAddressError, refusePrivateLiteral } from './public-addresses.ts';
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

/** An address as it may be shown to people and written into logs: without what gives access to it. */
export function showAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) {
    if (secretNames.test(name)) url.searchParams.set(name, '***');
  }
  return url.href;
}

const secretNames = /^(?:.*[_-])?(?:key|apikey|token|secret|password|passwd|auth|sig|signature)$/i;

function redirectOf({ status, headers }: Hop): string | null {
  return [301, 302, 303, 307, 308].includes(status) ? (headers.location ?? null) : null;
}

function readUrl(address: string, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base?.href) : null;
  if (url === null) throw failure(`${address} is no address of the web.`);
  if (!/^https?:$/.test(url.protocol)) {
    throw failure(`${showAddress(url.href)} is not asked: only http and https are.`);
  }
  url.hash = '';
  return url;
}

function credentialsOf({ username, password }: URL): string | null {
  if (username === '' && password === '') return null;
  const words = [username, password].map((word) => {
    try {
      return decodeURIComponent(word);
    } catch {
      return word;
    }
  });
  return `Basic ${Buffer.from(words.join(':')).toString('base64')}`;
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

function failure(detail: string): OnrecordError {
  return new OnrecordError('unavailable', detail);
}

function explainFailure(error: unknown, stopped: AbortSignal): unknown {
  if (stopped.aborted) return stopped.reason;
  if (error instanceof OnrecordError) return error;
  if (error instanceof PrivateAddressError) return failure(error.message);
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Readonly<Record<string, string>> = {
    ENOTFOUND: 'There is no host of that name.',
    EAI_AGAIN: 'The name of the host cannot be looked up now.',
    ECONNREFUSED: 'The host refuses connections.',
    ECONNRESET: 'The connection broke off before the answer had come.',
    Z_BUF_ERROR: 'The connection broke off before the answer had come.',
  };
  if (/^Z_DATA_ERROR|ERROR_FORMAT/.test(code ?? ''))
    return failure('The answer is not compressed as it says.');
  return failure(reasons[code ?? ''] ?? `It cannot be reached: ${message}.`);
}
