import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import { OnrecordError } from '../../src/domain/errors.ts';
import type { SourceDocument } from '../../src/domain/source-document.ts';
import type { WatchOptions } from '../../src/following/folders/watch.ts';
import type { Taking } from '../../src/following/taking.ts';
import { openSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { articleQuery, firstPage } from '../contract/queries.ts';
import { startWatching, storedTexts, takeSimply, type Watching } from './watching.ts';

const article = (url: string, text: string) => JSON.stringify({ url: `https://example.org/${url}`, text });

let folder: string;
let store: ArticleStore;
const running: Watching[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-watch-'));
  store = await openSqliteStore(':memory:');
});
afterEach(async () => {
  await Promise.allSettled(running.splice(0).map((each) => each.stop()));
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (...names: string[]) => join(folder, ...names);
function watching(options: Partial<WatchOptions> = {}, folders = [folder]): Watching {
  const started = startWatching(store, folders, options);
  running.push(started);
  return started;
}
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 8000, interval: 20 });
const untilStored = (...texts: string[]) =>
  until(async () => expect(await storedTexts(store)).toEqual(texts.toSorted()));
/** Does something else where documents are to be stored, or before. */
function taking(
  take: (documents: readonly SourceDocument[], simply: Taking['take']) => ReturnType<Taking['take']>,
): Taking {
  const simply = takeSimply(store);
  return { ...simply, take: async (documents) => take(documents, simply.take) };
}
/** A file that nobody writes to. */
function writeOld(path: string, text: string | Buffer): void {
  writeFileSync(path, text);
  utimesSync(path, 1_700_000_000, 1_700_000_000);
}

describe('a folder that is watched', () => {
  it('gives what is in it, and what comes, wherever in it', async () => {
    mkdirSync(at('a/b'), { recursive: true });
    writeFileSync(at('a/b/one.txt'), 'One.');
    symlinkSync(folder, at('a/round'));
    symlinkSync(at('a/b/one.txt'), at('linked.txt'));
    writeFileSync(at('picture.jpg'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]));
    const { outcomes, events } = watching();
    await untilStored('One.');
    writeFileSync(at('two.ndjson'), `${article('2', 'Two.')}\n{"text":3}\n`);
    mkdirSync(at('new/deep'), { recursive: true });
    writeFileSync(at('new/deep/three.txt'), 'Three.');
    await untilStored('One.', 'Two.', 'Three.');
    await until(() => expect(events.filter(({ kind }) => kind === 'passed-over')).toHaveLength(1));
    expect(outcomes()).toContain('two.ndjson, line 2: invalid-body');
    // Of the two names of one file, the one that is read first brings its article.
    expect(
      outcomes()
        .map((line) => line.split(': ')[1]!)
        .toSorted(),
    ).toEqual(['created', 'created', 'created', 'invalid-body', 'unchanged']);
  });

  it('is looked at again and again where the system tells nothing of it', async () => {
    vi.resetModules();
    vi.doMock('node:fs', async (original) => ({
      ...(await original<typeof import('node:fs')>()),
      watch: () => {
        throw Object.assign(new Error('no space for listeners'), { code: 'ENOSPC' });
      },
    }));
    const deaf = await import('./watching.ts');
    vi.doUnmock('node:fs');
    const started = deaf.startWatching(store, [folder]);
    running.push(started);
    await until(() =>
      expect(started.events).toContainEqual({ kind: 'deaf', reason: 'no space for listeners' }),
    );
    mkdirSync(at('sub'));
    writeFileSync(at('sub/one.txt'), 'One.');
    await untilStored('One.');
    expect(started.events.filter(({ kind }) => kind === 'deaf')).toHaveLength(1);
  });

  it('gives a file that changes again, and nothing twice that does not', async () => {
    writeFileSync(at('one.json'), article('1', 'Rain.'));
    const { outcomes } = watching();
    await untilStored('Rain.');
    writeFileSync(at('one.json'), article('1', 'Snow fell.'));
    await untilStored('Snow fell.');
    await wait(500);
    expect(outcomes()).toEqual(['one.json: created', 'one.json: revised']);
  });

  it('takes no articles away when files go', async () => {
    writeFileSync(at('one.txt'), 'One.');
    watching();
    await untilStored('One.');
    const bookmarks = () => store.findBookmarks([`file:${at('one.txt')}`]);
    await until(async () => expect((await bookmarks()).size).toBe(1));
    rmSync(at('one.txt'));
    writeFileSync(at('two.txt'), 'Two.');
    await untilStored('One.', 'Two.');
    await until(async () => expect((await bookmarks()).size).toBe(0));
  });

  it('gives no file before it is whole: one that grows, one under another name, one that is empty at first', async () => {
    const { outcomes } = watching({ settling: 200 });
    const [head, tail] = [
      article('1', 'A long story, uploaded slowly.').slice(0, 20),
      article('1', 'A long story, uploaded slowly.').slice(20),
    ];
    writeFileSync(at('empty.txt'), '');
    writeFileSync(at('named.json.part'), '{"text":');
    writeFileSync(at('.hidden.txt'), 'Nothing.');
    writeFileSync(at('grows.json'), head);
    for (const letter of tail) {
      await wait(15);
      appendFileSync(at('grows.json'), letter);
    }
    writeFileSync(at('named.json.part'), article('2', 'Renamed when it was whole.'));
    renameSync(at('named.json.part'), at('named.json'));
    appendFileSync(at('empty.txt'), 'Not empty any more.');
    await untilStored('A long story, uploaded slowly.', 'Not empty any more.', 'Renamed when it was whole.');
    expect(outcomes().filter((line) => !line.endsWith('created'))).toEqual([]);
  });

  it('makes one article of a text whose upload stopped for a while, and others of other texts', async () => {
    const start = `Rain fell in Lisbon.\n\n${'The café was closed, said the mayor. '.repeat(20)}`;
    // Cut within a character.
    writeFileSync(at('slow.txt'), Buffer.from(`${start}é`).subarray(0, -1));
    writeFileSync(at('latest.txt'), 'Snow fell in Oslo.');
    const { outcomes } = watching();
    await until(() => expect(outcomes()).toHaveLength(2));
    writeFileSync(at('slow.txt'), `${start}état.`);
    writeFileSync(at('latest.txt'), 'Hail fell in Rome, and more.');
    await until(() => expect(outcomes()).toHaveLength(4));
    expect(outcomes().toSorted()).toEqual([
      'latest.txt: created',
      'latest.txt: created',
      'slow.txt: created',
      'slow.txt: revised',
    ]);
    const { items } = await store.listArticles(articleQuery(), firstPage);
    const texts = await Promise.all(items.map(async ({ id }) => (await store.findRaw(id)).text));
    expect(texts.toSorted()).toEqual(['Hail fell in Rome, and more.', `${start}état.`, 'Snow fell in Oslo.']);
  });

  it('is waited for when it vanishes, and taken up again when it is back', async () => {
    mkdirSync(at('in'));
    writeFileSync(at('in/one.txt'), 'One.');
    const { events } = watching({}, [at('in')]);
    await untilStored('One.');
    renameSync(at('in'), at('away'));
    await until(() =>
      expect(events).toContainEqual({
        kind: 'folder-unlisted',
        folder: at('in'),
        reason: 'It is not there.',
      }),
    );
    await wait(400);
    writeFileSync(at('away/two.txt'), 'Two.');
    renameSync(at('away'), at('in'));
    await until(() => expect(events).toContainEqual({ kind: 'folder-back', folder: at('in') }));
    await untilStored('One.', 'Two.');
    expect(events.filter(({ kind }) => kind.startsWith('folder-'))).toHaveLength(2);
    writeFileSync(at('in/three.txt'), 'Three.');
    await untilStored('One.', 'Two.', 'Three.');
  });

  it('tells once of a file that may not be read, and gives it when it may', async () => {
    writeOld(at('locked.txt'), 'Locked.');
    chmodSync(at('locked.txt'), 0o000);
    chmodSync(folder, 0o755);
    const restore = loseRights();
    try {
      const { outcomes } = watching();
      await until(() => expect(outcomes()).toEqual(['locked.txt: unavailable']));
      await wait(500);
      expect(outcomes()).toHaveLength(1);
      restore();
      await untilStored('Locked.');
    } finally {
      restore();
    }
  });

  it('is gone through once where another folder that is named holds it', async () => {
    mkdirSync(at('in'));
    writeFileSync(at('in/one.txt'), 'One.');
    const { outcomes } = watching({}, [at('in'), folder, `${folder}/in/`]);
    await untilStored('One.');
    await wait(300);
    expect(outcomes()).toEqual(['one.txt: created']);
  });
});

describe('a file that changes while it is read', () => {
  const lines = (text: string, count: number) =>
    Array.from({ length: count }, (_, number) => article(String(number), `${text} ${number}.`)).join('\n');

  /** Changes something before the first documents are stored, and before the second. */
  function changing(...changes: (() => void)[]): Taking {
    return taking((documents, take) => {
      changes.shift()?.();
      return take(documents);
    });
  }

  it.each([
    ['by being written on', (path: string, text: string) => appendFileSync(path, text)],
    [
      'by another that takes its place',
      (path: string, text: string) => {
        writeFileSync(`${path}.tmp`, `${lines('Old', 200)}${text}`);
        renameSync(`${path}.tmp`, path);
      },
    ],
  ])('%s, is read again', async (_, change) => {
    const more = `\n${article('0', 'New 0.')}\n${article('last', 'Last.')}`;
    writeFileSync(at('many.ndjson'), lines('Old', 200));
    const { outcomes } = watching({ taking: changing(() => change(at('many.ndjson'), more)) });
    const rest = Array.from({ length: 199 }, (_, number) => `Old ${number + 1}.`);
    await untilStored('New 0.', ...rest, 'Last.');
    expect(outcomes().filter((line) => line.endsWith('created'))).toHaveLength(201);
  });

  it('and is gone before it is stored, was whole', async () => {
    writeFileSync(at('one.txt'), 'One.');
    watching({ taking: changing(() => rmSync(at('one.txt'))) });
    await untilStored('One.');
  });
});

describe('files that have been read', () => {
  it('are moved away under their paths, those that failed elsewhere, and none is written over', async () => {
    mkdirSync(at('in/a'), { recursive: true });
    mkdirSync(at('done/a'), { recursive: true });
    writeFileSync(at('done/a/one.txt'), 'From before.');
    writeFileSync(at('in/a/one.txt'), 'One.');
    writeFileSync(at('in/bad.json'), '{"text":3}');
    symlinkSync(at('done/a/one.txt'), at('in/link.txt'));
    // Within the folder itself, what was moved is not read again.
    const destinations = { read: at('done'), failed: at('in/failed') };
    const { events } = watching({ destinations }, [at('in')]);
    await untilStored('From before.', 'One.');
    await until(() => expect(readdirSync(at('in/failed'))).toEqual(['bad.json']));
    await until(() => expect(readdirSync(at('done/a')).toSorted()).toEqual(['one-2.txt', 'one.txt']));
    // Its place there is taken before it moves.
    await until(() => expect(readFileSync(at('done/a/one-2.txt'), 'utf8')).toBe('One.'));
    writeFileSync(at('in/a/one.txt'), 'One anew.');
    await until(() => expect(readdirSync(at('done/a')).toSorted()).toContain('one-3.txt'));
    await until(() => expect(readdirSync(at('in/a'))).toEqual([]));
    expect(readdirSync(at('in'))).toContain('link.txt');
    expect(events).toContainEqual({ kind: 'moved', file: at('in/a/one.txt'), to: at('done/a/one-2.txt') });
    await until(async () => expect((await store.findBookmarks([`file:${at('in/a/one.txt')}`])).size).toBe(0));
  });

  it('stay where they cannot be moved, and are not read again', async () => {
    writeFileSync(at('done'), 'A file.');
    mkdirSync(at('in'));
    writeFileSync(at('in/one.txt'), 'One.');
    const { events, outcomes } = watching({ destinations: { read: at('done'), failed: null } }, [at('in')]);
    await until(() => expect(events.some(({ kind }) => kind === 'not-moved')).toBe(true));
    await wait(400);
    expect(outcomes()).toEqual(['one.txt: created']);
  });

  it('are read where another takes their place before they are moved', async () => {
    mkdirSync(at('in'));
    writeFileSync(at('in/one.txt'), 'One.');
    let isFirst = true;
    watching(
      {
        destinations: { read: at('done'), failed: null },
        report: async ({ kind }) => {
          if (kind !== 'read' || !isFirst) return;
          isFirst = false;
          writeFileSync(at('in/one.txt'), 'Another one.');
        },
      },
      [at('in')],
    );
    await untilStored('Another one.', 'One.');
    await until(() => expect(readFileSync(at('done/one.txt'), 'utf8')).toBe('Another one.'));
  });
});

describe('a store that cannot be written', () => {
  it('is waited for, and nothing is lost', async () => {
    let refusals = 2;
    writeFileSync(at('one.txt'), 'One.');
    const { events } = watching({
      taking: taking((documents, take) => {
        if (refusals-- > 0) {
          throw new OnrecordError('unavailable', 'The disk is full.', { retryAfter: 0.05 });
        }
        return take(documents);
      }),
    });
    await untilStored('One.');
    expect(events.filter(({ kind }) => kind === 'store-waits')).toEqual([
      { kind: 'store-waits', reason: 'The disk is full.' },
    ]);
  });

  it('does not keep it from being stopped', async () => {
    writeFileSync(at('one.txt'), 'One.');
    const started = watching({
      taking: taking(() => {
        throw new OnrecordError('unavailable', 'The disk is full.', { retryAfter: 60 });
      }),
    });
    await until(() => expect(started.events.some(({ kind }) => kind === 'store-waits')).toBe(true));
    await started.stop();
    expect(await storedTexts(store)).toEqual([]);
    watching();
    await untilStored('One.');
  });

  it('ends it where anything else is wrong', async () => {
    writeOld(at('one.txt'), 'One.');
    const { done } = watching({
      taking: taking(() => {
        throw new Error('broken');
      }),
    });
    await expect(done).rejects.toThrow('broken');
  });
});

describe('a single run', () => {
  const runOnce = async (options: Partial<WatchOptions> = {}) => {
    const started = watching({ once: true, ...options });
    await started.done;
    return started;
  };

  it('reads what is new or has changed since the last, and ends', async () => {
    writeOld(at('one.json'), article('1', 'One.'));
    writeFileSync(at('two.json'), article('2', 'Two.'));
    expect((await runOnce()).outcomes().toSorted()).toEqual(['one.json: created', 'two.json: created']);
    expect((await runOnce()).outcomes()).toEqual([]);
    writeFileSync(at('two.json'), article('2', 'Two and more.'));
    expect((await runOnce()).outcomes()).toEqual(['two.json: revised']);
  });

  it('that was killed before it could remember what it stored, stores nothing twice', async () => {
    writeOld(at('one.txt'), 'One.');
    const killed = { ...store, keepBookmarks: () => Promise.reject(new Error('killed')) };
    await expect(runOnce({ store: killed })).rejects.toThrow('killed');
    expect(await storedTexts(store)).toEqual(['One.']);
    expect((await runOnce()).outcomes()).toEqual(['one.txt: unchanged']);
    expect((await runOnce()).outcomes()).toEqual([]);
  });

  it('leaves a file that goes on growing, and says so', async () => {
    writeFileSync(at('grows.txt'), 'More ');
    const growing = setInterval(() => appendFileSync(at('grows.txt'), 'and more '), 10);
    const { events } = await runOnce({ settling: 40 });
    clearInterval(growing);
    expect(events).toContainEqual({ kind: 'unfinished', file: at('grows.txt') });
    expect(await storedTexts(store)).toEqual([]);
  });

  it('goes through many small files, each once', async () => {
    const names = Array.from({ length: 1000 }, (_, number) => `${number % 7}/${number}.txt`);
    for (let number = 0; number < 7; number++) mkdirSync(at(String(number)));
    for (const name of names) writeOld(at(name), `Story ${name}.`);
    let most = 0;
    const { events } = await runOnce({
      taking: taking((documents, take) => {
        most = Math.max(most, documents.length);
        return take(documents);
      }),
    });
    expect(events.filter((event) => event.kind === 'stored' && event.outcome === 'created')).toHaveLength(
      1000,
    );
    // Not one by one, and not all at once.
    expect(most).toBeGreaterThan(10);
    expect(most).toBeLessThan(100);
    expect((await runOnce()).outcomes()).toEqual([]);
  });
});

/** Where tests run as root, who may read anything: as nobody, until the function that it gives is called. */
function loseRights(): () => void {
  if (process.getuid?.() !== 0) return () => chmodSync(at('locked.txt'), 0o644);
  process.seteuid?.(65_534);
  return () => process.seteuid?.(0);
}
