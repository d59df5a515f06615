import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { openDriver } from '../../src/storage/sqlite/driver.ts';
import { onrecord, type Result, startOnrecord, withFileRights } from './run.ts';

// Each command is a process of its own, with threads of its own.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-ingest-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const line = (number: number) =>
  `${JSON.stringify({ guid: `g${number}`, text: `Rain fell ${number} times.` })}\n`;
const lines = (count: number) => Array.from({ length: count }, (_, number) => line(number)).join('');
const outcomesOf = ({ out }: Result) =>
  out
    .trim()
    .split('\n')
    .filter((each) => each !== '')
    .map((each) => JSON.parse(each) as { outcome: string; id?: string; place?: string });

async function countArticles(): Promise<number> {
  const store = await openSqliteStore(join(folder, 'onrecord.db'));
  const { articles } = await store.counts();
  await store.close();
  return articles;
}

describe('onrecord ingest', () => {
  it('tells at the end of formats, problems and failures, in the order of how many they are', async () => {
    writeFileSync(
      join(folder, 'a.ndjson'),
      `${lines(2)}{"text":1}\n{"text":"An end without a start {{/adFree}}."}\n`,
    );
    writeFileSync(join(folder, 'b.txt'), 'Snow fell.');
    const { err } = await onrecord(['ingest', '.', '--threads', '2'], { folder });
    expect(err.trim().split('\n').slice(-4)).toEqual([
      '2 files: 4 new, 1 failed (onrecord.db)',
      '  formats: 3 application/json, 1 text/plain',
      '  articles with problems: 1 unbalanced-template-tag',
      '  failed: 1 invalid-body',
    ]);
  });

  it('passes over with --resume what was stored, and takes in what was added', async () => {
    mkdirSync(join(folder, 'wire'));
    for (const number of [1, 2, 3])
      writeFileSync(join(folder, `wire/${number}.txt`), `Rain fell ${number} times.`);
    await wait(2_100);
    expect((await onrecord(['ingest', 'wire'], { folder })).err).toContain('3 files: 3 new');
    writeFileSync(join(folder, 'wire/2.txt'), 'Rain fell twice, it turned out.');
    writeFileSync(join(folder, 'wire/4.txt'), 'Rain fell 4 times.');
    const again = await onrecord(['ingest', 'wire', '--resume'], { folder });
    expect(again.err).toContain('4 files (2 of them read before): 2 new');
    // From elsewhere, it is the same file.
    const store = ['--database', join(folder, 'onrecord.db')];
    const once = await onrecord(['ingest', join(folder, 'wire/1.txt'), '--resume', ...store]);
    expect(once.err).toContain('1 file (1 of them read before): nothing new');
    expect((await onrecord(['ingest', 'wire'], { folder })).err).toContain('4 files: 4 unchanged');
  });

  it('reads a pipe from its first byte on', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const ended = onrecord(['ingest', pipe], { folder });
    await writeFile(pipe, lines(3));
    expect((await ended).err).toContain('1 file: 3 new');
  });

  it('stores what it has read when it is interrupted, and says how to go on', async () => {
    const { child, ended } = startOnrecord(['ingest', '-'], { folder, keepInputOpen: true });
    // A pipe is looked at once there are 64 kB of it.
    child.stdin.write(lines(2000));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGINT');
    // As whoever started it passes on what a terminal has sent to both.
    await wait(20);
    child.kill('SIGINT');
    const result = await ended;
    expect(result.code).toBe(130);
    expect(result.err).toMatch(/^It was interrupted\. What is counted here is stored; .*--resume/m);
    const stored = outcomesOf(result);
    expect(stored.length).toBeGreaterThan(0);
    expect(await countArticles()).toBe(stored.length);
  });

  it('goes on after SIGINT, and after kill -9, where it was stopped in a file', async () => {
    writeFileSync(join(folder, 'a.ndjson'), lines(3000));
    await wait(2_100);
    const told = new Set<string>();
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      const { child, ended } = startOnrecord(['ingest', 'a.ndjson', '--resume'], { folder });
      await new Promise((resolve) => child.stdout.once('data', resolve));
      child.kill(signal);
      for (const { id } of outcomesOf(await ended).filter(({ id }) => id !== undefined)) told.add(id!);
    }
    const last = await onrecord(['ingest', 'a.ndjson', '--resume'], { folder });
    expect(last.code).toBe(0);
    const outcomes = outcomesOf(last);
    // What had been stored before is passed over but for what was not noted when it was killed.
    expect(outcomes.filter(({ outcome }) => outcome === 'unchanged').length).toBeLessThanOrEqual(65);
    expect(outcomes.length).toBeLessThan(3000);
    for (const { id } of outcomes) told.add(id!);
    expect(told.size).toBe(3000);
    expect(await countArticles()).toBe(3000);
  });

  it('names files that it may not read, and reads the others', async () => {
    writeFileSync(join(folder, 'a.txt'), 'Rain fell.');
    writeFileSync(join(folder, 'b.txt'), 'Snow fell.');
    chmodSync(join(folder, 'a.txt'), 0);
    const { code, err } = await onrecord(['ingest', '.'], { folder, wrapper: withFileRights });
    expect(code).toBe(1);
    expect(err).toMatch(/^a\.txt: It may not be read; check its permissions\.$/m);
    expect(err).toContain('2 files: 1 new, 1 failed');
  });

  it('waits for another process that writes, longer than for a lock', async () => {
    const { child, ended } = startOnrecord(['ingest', '-'], { folder, keepInputOpen: true });
    child.stdin.write(lines(2000));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const other = openDriver(join(folder, 'onrecord.db'), 5_000);
    other.exec('begin immediate');
    child.stdin.end(line(2000));
    await wait(7_000);
    other.exec('rollback');
    other.close();
    expect(await ended).toMatchObject({ code: 0, err: expect.stringContaining('2,001 new') });
  });
});
