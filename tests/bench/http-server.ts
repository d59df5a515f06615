/**
 * The process that is measured: the service with the samples, and beside it a bare Fastify that sends constant bodies
 * of the same sizes. Tells its parent the addresses, then its CPU time whenever it is asked.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { readConfig } from '../../src/config.ts';
import { startServer } from '../../src/serve.ts';

export interface Addresses {
  readonly pairs: readonly { readonly name: string; readonly ours: string; readonly bare: string }[];
}

const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
const config = readConfig({}, { port: '0', database: join(folder, 'bench.db'), 'log-level': 'warn' });
const server = await startServer({ config, samples: true, say: () => {} });
await server.ready;

const read = async (path: string) => (await fetch(server.address + path)).text();
const { items } = JSON.parse(await read('/v1/articles?sort=publishedAt&limit=1'));
const paths = {
  'GET /v1/articles/{id}': `/v1/articles/${items[0].id}`,
  'GET /v1/quotes?speaker=': '/v1/quotes?speaker=putin',
};

const bare = Fastify();
const pairs: { name: string; ours: string; bare: string }[] = [];
for (const [name, path] of Object.entries(paths)) {
  const body = Buffer.from(await read(path));
  const route = `/bare-${pairs.length}`;
  bare.get(route, (_request, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send(body),
  );
  pairs.push({
    name: `${name} (${(body.length / 1000).toFixed(1)} kB)`,
    ours: server.address + path,
    bare: route,
  });
}
const bareAddress = await bare.listen({ host: '127.0.0.1', port: 0 });
process.send!({
  pairs: pairs.map((pair) => ({ ...pair, bare: bareAddress + pair.bare })),
} satisfies Addresses);

process.on('message', async (message) => {
  if (message === 'cpu') process.send!(process.cpuUsage());
  else {
    await bare.close();
    await server.stop();
    rmSync(folder, { recursive: true });
    process.exit(0);
  }
});
