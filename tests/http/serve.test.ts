import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { examples } from '../../src/http/schemas/examples.ts';
import { listSchema } from '../../src/http/schemas/list.ts';
import { QuoteSchema } from '../../src/http/schemas/quote.ts';
import { startServer } from '../../src/serve.ts';

// Models are loaded and every sample is extracted, perhaps beside other tests on the same two cores.
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
afterAll(() => rmSync(folder, { recursive: true }));

const QuotesSchema = listSchema(QuoteSchema, { hasFacets: true, isRanked: false });
const samples = readdirSync(new URL('../../data/samples/', import.meta.url)).length;
const start = async (file: string, { port = '0', withSamples = true } = {}) => {
  const said: string[] = [];
  const config = readConfig({ LOG_LEVEL: 'silent', PORT: port, ONRECORD_DATABASE: join(folder, file) });
  return { ...(await startServer({ config, samples: withSamples, say: (line) => said.push(line) })), said };
};

/** Long texts are cut in the README ("But nevertheless …"), and models that learn anew are a little more or less sure. */
function allowChange(member: string, value: unknown): unknown {
  if (member === 'confidence') return expect.closeTo(value as number, 1);
  if (typeof value !== 'string' || !value.includes('…')) return value;
  const pieces = value.split('…').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return expect.stringMatching(new RegExp(`^${pieces.join('.+')}$`));
}

describe('a first start', () => {
  it('listens at once, is ready when the samples are in, and answers who said what', async () => {
    const server = await start('first.db');
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
    const early = await fetch(`${server.address}/readyz`);
    expect(early.status).toBe(503);
    expect(early.headers.get('retry-after')).toBe('1');

    await server.ready;
    const ready = await fetch(`${server.address}/readyz`);
    expect(await ready.json()).toMatchObject({ status: 'ready', articles: samples });
    const quotes = QuotesSchema.parse(
      await (await fetch(`${server.address}/v1/quotes?speaker=putin`)).json(),
    );
    expect(quotes.total).toBeGreaterThan(3);
    expect(quotes.items[0]).toMatchObject({ speaker: { name: 'Vladimir Putin' } });
    for (const address of [`articles/${examples.article.id}`, `quotes/${examples.quote.id}`]) {
      expect((await fetch(`${server.address}/v1/${address}`)).status, `the example /v1/${address}`).toBe(200);
    }
    for (const { id } of examples.article.entities) {
      expect((await fetch(`${server.address}/v1/entities/${id}`)).status, `the example ${id}`).toBe(200);
    }
    expect(server.said.join('\n')).toContain(`${server.address}/docs`);
    await server.stop();
  });

  it('says what to try first, and answers as the README has it', async () => {
    const server = await start('readme.db');
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [, address, answer] =
      /curl 'http:\/\/127\.0\.0\.1:3000(\/[^']+)'\n```\n+```json\n(.*?)\n```/s.exec(readme) ?? [];
    expect(server.said.join('\n')).toContain(`curl '${server.address}${address}'`);
    await server.ready;
    const served = await (await fetch(server.address + address!)).json();
    expect(served).toEqual(JSON.parse(answer!, allowChange));
    await server.stop();
  });

  it('leaves a database alone that was there before', async () => {
    await (await start('second.db', { withSamples: false })).stop();
    const server = await start('second.db');
    expect(await (await fetch(`${server.address}/readyz`)).json()).toMatchObject({ articles: 0 });
    await server.stop();
  });

  it('stops while the samples are being taken in, without harm', async () => {
    await (await start('third.db')).stop();
    const server = await start('third.db');
    await server.ready;
    await server.stop();
  });
});

describe('a start that fails', () => {
  it('says that the port is taken, and what to do', async () => {
    const first = await start('taken.db', { withSamples: false });
    const { port } = new URL(first.address);
    await expect(start('taken.db', { port, withSamples: false })).rejects.toThrow(
      `Port ${port} of 127.0.0.1 is taken`,
    );
    await first.stop();
  });

  it('says which file is no database', async () => {
    await expect(start('no/such/folder.db')).rejects.toThrow('folder.db');
  });
});

describe('a stop', () => {
  it('finishes what is under way', async () => {
    const server = await start('stop.db', { withSamples: false });
    await server.ready;
    const text = '"We are done," said Ann Lee. '.repeat(300);
    const answer = fetch(`${server.address}/v1/extract`, {
      method: 'POST',
      body: text,
      headers: { 'Content-Type': 'text/plain' },
    }).then(async (response) => ({ status: response.status, article: await response.json() }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await server.stop();
    expect(await answer).toMatchObject({ status: 200, article: { quotes: expect.any(Array) } });
    await expect(fetch(`${server.address}/healthz`)).rejects.toThrow();
  });

  it('does not wait for those who hold a connection and ask for nothing', async () => {
    const server = await start('silent.db', { withSamples: false });
    await server.ready;
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
    await once(socket, 'connect');
    const started = performance.now();
    await server.stop();
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
