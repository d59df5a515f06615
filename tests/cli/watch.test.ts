import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openConnection } from '../../src/storage/sqlite/connection.ts';
import { checkStore } from '../storage/check-store.ts';
import { onrecord, type Running, startOnrecord } from './run.ts';

// Processes of their own, each of which loads its models: on a busy machine that takes long.
vi.setConfig({ testTimeout: 180_000 });

let folder: string;
const running: Running[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-watch-'));
  mkdirSync(at('in'));
});
afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await Promise.all(running.splice(0).map(({ ended }) => ended));
  rmSync(folder, { recursive: true });
});

const at = (...names: string[]) => join(folder, ...names);
function watch(...words: string[]): Running {
  const started = startOnrecord([
    'watch',
    ...words,
    '--settle',
    '100ms',
    '--rescan',
    '500ms',
    '-d',
    at('a.db'),
  ]);
  running.push(started);
  return started;
}
const until = (check: () => void) => vi.waitFor(check, { timeout: 90_000, interval: 50 });
const articleOf = (number: number) =>
  JSON.stringify({ url: `https://example.org/${number}`, text: `"Story ${number} is told," Ana Ruiz said.` });

describe('onrecord watch', () => {
  it('stores what comes, beside a server that reads and writes the same database', async () => {
    writeFileSync(at('in/one.json'), articleOf(1));
    const server = startOnrecord(['serve', '--port', '0', '--database', at('a.db')]);
    running.push(server);
    await until(() => expect(server.said.err).toMatch(/listens at (\S+)/));
    const address = /listens at (\S+)/.exec(server.said.err)![1]!;
    const watcher = watch(at('in'), '--json');
    await until(() => expect(watcher.said.err).toContain('in/one.json: 1 new'));
    const posted = await fetch(`${address}/v1/articles`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: articleOf(2),
    });
    expect(posted.status).toBe(201);
    writeFileSync(at('in/three.json'), articleOf(3));
    await until(() => expect(watcher.said.err).toContain('in/three.json: 1 new'));
    const { total } = (await (await fetch(`${address}/v1/quotes?speaker=ruiz`)).json()) as { total: number };
    expect(total).toBe(3);

    watcher.child.kill('SIGTERM');
    const { code, out, err } = await watcher.ended;
    expect(code).toBe(0);
    expect(err).toContain('Stopping: what is under way is finished first.');
    expect(err).toContain('2 files read: 2 new');
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toContainEqual({
      file: at('in/one.json'),
      place: null,
      outcome: 'created',
      id: expect.any(String),
    });
    expect(lines[0]).toEqual({ event: 'looked', files: 1, waiting: 1 });
  });

  it('that is killed at any moment has lost nothing and stored nothing twice when it is started again', async () => {
    const count = 200;
    for (let number = 0; number < count; number++) {
      // Without an address an article is known by its words.
      const text = `"Story ${number} is told," Ana Ruiz said.`;
      writeFileSync(at(`in/${number}.txt`), text);
      utimesSync(at(`in/${number}.txt`), 1_700_000_000, 1_700_000_000);
    }
    // It tells of articles a batch at a time, some sixty: after two of them there are more.
    for (let kill = 0; kill < 2; kill++) {
      const watcher = watch(at('in'), '--json');
      await until(() => expect(watcher.said.out).toContain('"outcome":'));
      watcher.child.kill('SIGKILL');
      expect((await watcher.ended).code).toBe(null);
    }
    const last = await onrecord(['watch', '--once', '--settle', '100ms', '-d', at('a.db'), at('in')]);
    expect(last.code).toBe(0);
    const connection = await openConnection(at('a.db'));
    checkStore(connection);
    expect(connection.get('select count(*) as count, sum(revision) as revisions from articles')).toEqual({
      count,
      revisions: count,
    });
    expect(connection.get('select count(*) as count from bookmarks')).toEqual({ count });
    connection.close();
    expect((await onrecord(['watch', '--once', '-d', at('a.db'), at('in')])).err).toContain('0 files read');
  });

  it('does not read its own database in the folder that it watches', async () => {
    writeFileSync(at('in/one.json'), articleOf(1));
    const words = ['watch', '--once', '--settle', '100ms', '.'];
    const { code, err } = await onrecord(words, { folder });
    expect([code, err]).toEqual([0, expect.stringContaining('1 file read: 1 new (onrecord.db)')]);
    expect((await onrecord(words, { folder })).err).toContain('0 files read');
  });

  it('answers 1 with --once for what cannot be read, and 2 for what is no folder', async () => {
    writeFileSync(at('in/bad.json'), '{"text":3}');
    const once = await onrecord(['watch', '--once', '--settle', '100ms', '-d', at('a.db'), at('in')]);
    expect(once.code).toBe(1);
    expect(once.err).toContain('bad.json: The article cannot be read');
    const nowhere = await onrecord(['watch', at('nowhere'), '-d', at('a.db')]);
    expect([nowhere.code, nowhere.err]).toEqual([2, `onrecord: There is no folder ${at('nowhere')}.\n`]);
    const file = await onrecord(['watch', at('in/bad.json'), '-d', at('a.db')]);
    expect([file.code, file.err]).toEqual([2, expect.stringMatching(/is a file: .* onrecord ingest\.$/m)]);
    const round = await onrecord(['watch', at('in'), '--move-to', folder, '-d', at('a.db')]);
    expect([round.code, round.err]).toEqual([2, expect.stringContaining('where files are moved to')]);
    expect((await onrecord(['watch', at('in'), '--settle', 'long'])).err).toMatch(
      /a number with ms, s, m, h or d/,
    );
  });
});
