import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createArchive } from '../../dist/generation/archive.js';
import { readResourceFiles } from '../../dist/resources.js';
import { openClient } from './client.ts';
import { atMost, growsAtMost } from './measurement.ts';
import { makeQuestions } from './questions.ts';
import { median, percentile, showMarkdown, showRatio, showTable } from './table.ts';

describe('the client', () => {
  const answers = [
    ['HTTP/1.1 200 OK\r\nContent-', 'Length: 5\r\n\r\nhe', 'llo'],
    ['HTTP/1.1 304 Not Modified\r\nETag: "a"\r\n\r\n'],
    ['HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n'],
  ];
  const asked: string[] = [];
  const server = createServer((socket: Socket) => {
    socket.on('data', async (request) => {
      const parts = answers[asked.length % answers.length]!;
      asked.push(String(request));
      for (const part of parts) {
        socket.write(part);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    });
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.close();
  });

  it('puts answers together that come in pieces, one after the other', async () => {
    const { port } = server.address() as { port: number };
    const client = await openClient(`http://127.0.0.1:${port}`);
    const whole = await client.get('/a', { 'if-none-match': '"a"' });
    expect([whole.status, whole.body.toString()]).toEqual([200, 'hello']);
    expect(asked[0]).toBe(`GET /a HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nif-none-match: "a"\r\n\r\n`);
    expect((await client.get('/b')).status).toBe(304);
    expect((await client.get('/c')).status).toBe(404);
    client.close();
  });
});

describe('the table', () => {
  const rows = [
    { question: 'a', figures: ['1 ms'], target: '2 ms', isMet: true },
    { question: 'b', figures: ['3 ms'], target: '2 ms', isMet: false },
    { question: 'c', figures: ['4 ms'], target: '2 ms', isMet: null },
    { question: 'd', figures: ['5 ms'] },
  ];
  const table = { heading: 'speed', columns: ['now'], rows };

  it('tells beside each figure what was to be reached, and whether it was', () => {
    expect(
      showTable(table)
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual([
      'speed   now',
      'a      1 ms     2 ms: met',
      'b      3 ms  2 ms: missed',
      'c      4 ms          2 ms',
      'd      5 ms',
      '',
    ]);
    expect(showMarkdown(table)).toContain('| b | 3 ms | 2 ms: missed |');
  });

  it('rounds no ratio in our favour', () => {
    expect(showRatio(1.601)).toBe('1.61 ×');
    expect([median([3, 1, 2]), percentile([1, 2, 3, 4], 0.99)]).toEqual([2, 4]);
  });

  it('says that something does not grow only where there are two sizes', () => {
    expect(growsAtMost(1.5)([1])).toBeNull();
    expect(growsAtMost(1.5)([1, 1.2, 1.6])).toBe(false);
    expect(growsAtMost(1.5)([1, 1.2, 1.4])).toBe(true);
    expect(atMost(2)([1, 3])).toBe(false);
  });
});

it('asks for words that are as frequent as they are said to be', () => {
  const archive = createArchive(readResourceFiles(), { seed: 1, size: 1000 });
  const texts = Array.from({ length: 1000 }, (_, number) => {
    const { text, headline } = archive.article(number).article;
    return new Set(`${headline} ${text}`.toLowerCase().match(/\p{L}+/gu));
  });
  const share = (question: string) =>
    texts.filter((words) => question.split(' ').every((word) => words.has(word))).length / texts.length;
  const { frequent, medium, rare, commonest, strangers, several } = makeQuestions(archive);
  expect(median(commonest.map(share))).toBeGreaterThan(0.8);
  expect(median(frequent.map(share))).toBeGreaterThan(0.25);
  expect(median(frequent.map(share))).toBeLessThan(0.55);
  expect(median(medium.map(share))).toBeGreaterThan(0.01);
  expect(median(medium.map(share))).toBeLessThan(0.03);
  expect(median(rare.map(share))).toBeLessThan(0.002);
  for (const pair of strangers) {
    expect(Math.min(...pair.split(' ').map(share)), pair).toBeGreaterThan(5 * share(pair));
  }
  expect(median(several.map(share))).toBeGreaterThan(0.005);
});
