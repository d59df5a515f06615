import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMigrations } from '../../src/storage/migrate.ts';
import { createSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { openConnection } from '../../src/storage/sqlite/connection.ts';
import { checkStore } from './check-store.ts';

const writer = fileURLToPath(new URL('writer.ts', import.meta.url));

describe('several processes', { timeout: 120_000 }, () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
    file = join(folder, 'test.db');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function write(
    count: number,
    name: string,
  ): { child: ChildProcess; lines: string[]; done: Promise<unknown> } {
    const child = spawn(process.execPath, ['--import', 'tsx', writer, file, String(count), name], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    createInterface({ input: child.stdout! }).on('line', (line) => lines.push(line));
    return { child, lines, done: once(child, 'close') };
  }

  it('that start at once on a new file migrate it once, and store each article once', async () => {
    const writers = [write(10, 'same'), write(10, 'same'), write(10, 'same')];
    await Promise.all(writers.map(({ done }) => done));
    const outcomes = writers.flatMap(({ lines }) => lines.map((line) => line.split(' ')[0]));
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(20);
    const connection = await openConnection(file);
    expect(connection.all('select name from migrations')).toHaveLength(readMigrations().length);
    checkStore(connection);
    connection.close();
  });

  it('that are killed lose nothing that was acknowledged, and leave nothing half', async () => {
    for (const [round, patience] of [3, 11, 26].entries()) {
      const { child, lines, done } = write(10_000, `round ${round}`);
      while (lines.length < patience) await new Promise((resolve) => setTimeout(resolve, 1));
      child.kill('SIGKILL');
      await done;
      const connection = await openConnection(file);
      checkStore(connection);
      const store = createSqliteStore(connection);
      for (const line of lines.filter((line) => / art_\w{16}$/.test(line))) {
        const article = await store.findArticle(line.split(' ')[1]!);
        expect(article.quotes).toHaveLength(2);
        expect(article.entities).toHaveLength(3);
      }
      await store.close();
    }
  });
});
