/**
 * The process that is measured: the service as built, with everything on, over the store that it is given; and beside it
 * what its answers are compared with. Says where it listens, then how much CPU and memory it has taken whenever asked.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';

export interface ServerAddresses {
  readonly ours: string;
  /** Bare routes in a Fastify without any hook, and in a server without Fastify. */
  readonly plainFastify: string;
  readonly plainNode: string;
}

export interface ServerUsage {
  /** Microseconds. */
  readonly cpu: number;
  /** Bytes. */
  readonly resident: number;
}

const { readConfig }: typeof import('../../src/config.ts') = await import(built('config.js'));
const { startServer }: typeof import('../../src/serve.ts') = await import(built('serve.js'));

/** The bodies that bare routes send, by number; given by those who measure. */
let bodies: readonly Buffer[] = [];

const config = readConfig(
  {},
  { port: '0', database: process.argv[2]!, 'log-level': 'info', 'rate-limit': '999999999' },
);
const server = await startServer({ config, samples: false, say: () => {}, extend: serveBare });
await server.ready;
const fastify = Fastify();
serveBare(fastify);
const plainFastify = await fastify.listen({ host: '127.0.0.1', port: 0 });
const node = createServer((request, response) => {
  const body = bodies[Number(request.url!.slice('/bare/'.length))]!;
  response
    .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length })
    .end(body);
}).listen(0, '127.0.0.1');
await once(node, 'listening');
process.send!({
  ours: server.address,
  plainFastify,
  plainNode: `http://127.0.0.1:${(node.address() as AddressInfo).port}`,
} satisfies ServerAddresses);

process.on('message', async (message: 'usage' | 'stop' | { readonly bodies: readonly string[] }) => {
  if (message === 'usage') {
    const { user, system } = process.cpuUsage();
    process.send!({ cpu: user + system, resident: process.memoryUsage.rss() } satisfies ServerUsage);
  } else if (message === 'stop') {
    await server.stop();
    process.exit(0);
  } else {
    bodies = message.bodies.map((body) => Buffer.from(body));
    process.send!('ready');
  }
});

// Who asked for it is gone.
process.on('disconnect', () => process.exit(1));

/** A route that sends a ready buffer under a ready ETag, and one that sends nothing. */
function serveBare(app: FastifyInstance): void {
  app.get('/bare/:number', (request, reply) => {
    const { number } = request.params as { number: string };
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('etag', '"bare"')
      .send(bodies[Number(number)]);
  });
  app.get('/bare-nothing', (_request, reply) => reply.code(304).header('etag', '"bare"').send());
}

function built(file: string): string {
  return new URL(`../../dist/${file}`, import.meta.url).href;
}
