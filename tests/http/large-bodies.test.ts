import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { startServer } from '../../src/serve.ts';

// Megabytes are extracted, perhaps beside other tests on the same two cores.
vi.setConfig({ testTimeout: 300_000 });

const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
const config = readConfig({ LOG_LEVEL: 'silent', PORT: '0', ONRECORD_DATABASE: join(folder, 'large.db') });
const server = await startServer({ config, samples: false, say: () => {} });
await server.ready;
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const send = async (path: string, body: string, signal: AbortSignal | null = null) => {
  const headers = { 'Content-Type': 'text/plain' };
  const response = await fetch(server.address + path, { method: 'POST', body, headers, signal });
  await response.arrayBuffer();
  return response.status;
};
const limit = config.maxBody;

it.each([
  ['the limit, of one word', 'x', limit, 200],
  ['half of the limit, of one word', 'x', limit / 2, 200],
  ['200 kB of quotation marks', '"', 200_000, 200],
  ['20 kB of "said"', 'said ', 20_000, 200],
  ['more than the limit', 'x', limit + 1, 413],
])('a body of %s keeps nobody else waiting', async (_what, unit, size, status) => {
  let answered = false;
  const answer = send('/v1/extract', unit.repeat(size / unit.length)).finally(() => {
    answered = true;
  });
  const waits: number[] = [];
  while (!answered) {
    const started = performance.now();
    await (await fetch(`${server.address}/v1/quotes`)).arrayBuffer();
    waits.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await answer).toBe(status);
  // Extraction alone takes seconds; on a busy machine a turn of the event loop may take long by itself.
  expect(Math.max(...waits)).toBeLessThan(1000);
});

it('the limit, of one word, is stored', async () => {
  expect(await send('/v1/articles', 'x'.repeat(limit))).toBe(201);
});

it('what was made to be slow is given up when whoever sent it hangs up, and others get their turn', async () => {
  const leaving = new AbortController();
  const body = '" said '.repeat(200_000);
  const slow = Array.from({ length: 9 }, () => send('/v1/extract', body, leaving.signal).catch(() => 'left'));
  expect(await Promise.race(slow)).toBe(503);
  leaving.abort();
  expect(new Set(await Promise.all(slow))).toEqual(new Set([503, 'left']));
  await vi.waitFor(async () => expect(await send('/v1/extract', 'x '.repeat(10_000))).toBe(200), 20_000);
});
