import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server answers at a path: a body, or whatever a function does. */
export type Page =
  | string
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Buffer;
    }
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface AskedFor {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** As `performance.now()` counts. */
  readonly at: number;
}

export interface FeedServer {
  /** "http://127.0.0.1:4711" */
  readonly origin: string;
  /** By path; changed at any time. What is not here is 404. */
  readonly pages: Map<string, Page>;
  /** All requests so far. */
  readonly asked: AskedFor[];
  /** The most requests that were answered at the same time. */
  most(): number;
  paths(): readonly string[];
  close(): Promise<void>;
}

/** A server on this machine, which answers after `delay` milliseconds. */
export async function startFeedServer(delay = 0): Promise<FeedServer> {
  const pages = new Map<string, Page>();
  const asked: AskedFor[] = [];
  let [now, most] = [0, 0];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers, at: performance.now() });
    most = Math.max(most, ++now);
    response.on('close', () => now--);
    setTimeout(() => answer(pages.get(path) ?? { status: 404 }, request, response), delay);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages,
    asked,
    most: () => most,
    paths: () => asked.map(({ path }) => path),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A page with an ETag answers 304 to whoever has it. */
function answer(page: Page, request: IncomingMessage, response: ServerResponse): void {
  if (typeof page === 'function') {
    page(request, response);
    return;
  }
  const { status = 200, headers = {}, body = '' } = typeof page === 'string' ? { body: page } : page;
  const { etag, 'last-modified': lastModified } = headers;
  const isSame =
    (etag !== undefined && request.headers['if-none-match'] === etag) ||
    (lastModified !== undefined && request.headers['if-modified-since'] === lastModified);
  response.writeHead(isSame ? 304 : status, headers).end(isSame ? undefined : body);
}

/** A feed in RSS; `channel`: more elements of its channel. */
export function rss(items: readonly string[], channel = ''): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>The Courier</title><link>https://courier.example/</link>${channel}${items
    .map((item) => `<item>${item}</item>`)
    .join('')}</channel></rss>`;
}

/** A page of the web, of an outlet that says nothing to machines. */
export function webPage(headline: string, ...paragraphs: readonly string[]): string {
  return `<!doctype html><html><head><title>${headline}</title></head><body><nav><a href="/">Home</a></nav><article><h1>${headline}</h1>${paragraphs
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')}</article></body></html>`;
}
