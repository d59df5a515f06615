import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { extract } from '../../src/index.ts';
import { openSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { onrecord } from './run.ts';

// Each command is a process of its own, which takes a second or more on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
const inFolder = (name: string) => join(folder, name);
const run = (...words: readonly string[]) => onrecord(words, { folder });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-'));
  writeFileSync(inFolder('one.txt'), '"The bridge is open," Maria Ruiz said on Tuesday.\n');
  writeFileSync(inFolder('two.txt'), '"It is not," John Marsh said.\n');
  await run('ingest', 'one.txt', 'two.txt');
  await run('entities', 'rename', 'John Marsh', 'Johnny Marsh');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** An export without the time of it. */
const linesOf = (text: string) => text.replace(/"exportedAt":"[^"]*"/, '').split('\n');

describe('onrecord export', () => {
  it('writes what ingest makes an equal database of, by files and by streams', async () => {
    const packed = await run('export', '--output', 'all.ndjson.gz');
    expect(packed).toMatchObject({ code: 0, out: '' });
    expect(packed.err).toBe('all.ndjson.gz: 2 articles (of onrecord.db)\n');
    const { out } = await run('export');
    expect(linesOf(gunzipSync(readFileSync(inFolder('all.ndjson.gz'))).toString())).toEqual(linesOf(out));

    const byFile = await run('ingest', '--database', 'file.db', 'all.ndjson.gz');
    expect(byFile).toEqual({ code: 0, out: '', err: '2 articles with 2 quotes as exported (file.db)\n' });
    const byStream = await onrecord(['ingest', '-d', 'stream.db', '-'], { folder, input: out });
    expect(byStream.code).toBe(0);
    for (const database of ['file.db', 'stream.db'])
      expect(linesOf((await run('export', '--database', database)).out)).toEqual(linesOf(out));
    expect((await run('quotes', '-d', 'file.db', '--speaker', 'johnny marsh')).out).toContain('It is not');
  });

  it('replaces no file without being told to, and leaves none where it fails', async () => {
    writeFileSync(inFolder('there.ndjson'), 'notes');
    const refused = await run('export', '-o', 'there.ndjson');
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/there\.ndjson exists.*--force/)]);
    expect((await run('export', '-o', 'missing/all.ndjson')).code).toBe(1);
    expect(readdirSync(folder).filter((name) => name.endsWith('.draft'))).toEqual([]);
  });

  it('is refused by ingest into a database that is there, among articles, and where it is damaged', async () => {
    const { out } = await run('export');
    writeFileSync(inFolder('whole.ndjson'), out);
    const taken = await run('ingest', 'whole.ndjson');
    expect([taken.code, taken.err]).toEqual([1, expect.stringMatching(/onrecord\.db exists/)]);

    mkdirSync(inFolder('among'), { recursive: true });
    writeFileSync(inFolder('among/whole.ndjson'), out);
    const among = await run('ingest', '-d', 'among.db', 'among', 'one.txt');
    expect([among.code, among.err]).toEqual([1, expect.stringMatching(/an export of a whole database/)]);

    writeFileSync(inFolder('half.ndjson'), out.slice(0, out.length / 2));
    const half = await run('ingest', '--database', 'half.db', 'half.ndjson');
    expect([half.code, half.err]).toEqual([1, expect.stringMatching(/damaged in line \d+/)]);
    expect(existsSync(inFolder('half.db'))).toBe(false);
    expect((await run('ingest', '--dry-run', 'whole.ndjson')).err).toBe(
      '2 articles as exported (nothing was stored)\n',
    );
  });
});

describe('onrecord backup and onrecord restore', () => {
  it('bring back what was there', async () => {
    const backup = await run('backup', 'monday.db');
    expect(backup).toEqual({
      code: 0,
      out: '',
      err: 'monday.db: 2 articles with 2 quotes (of onrecord.db)\n',
    });
    const { out: before } = await run('export');
    await run('entities', 'rename', 'Johnny Marsh', 'J. Marsh');
    const refused = await run('restore', 'monday.db');
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/onrecord\.db exists.*--force/)]);
    const restored = await run('restore', '--force', 'monday.db');
    expect(restored.err).toMatch(/2 articles.*\nThe database that was there is onrecord\.db\.replaced-/);
    expect(linesOf((await run('export')).out)).toEqual(linesOf(before));
  });
});

describe('onrecord reextract', () => {
  it('shows what the rules of now change, changes it, and is done', async () => {
    const store = await openSqliteStore(inFolder('older.db'));
    const text = '"The bridge is open," Maria Ruiz said on Tuesday.';
    const raw = { text, mediaType: 'text/plain' };
    const { id } = await store.save({ ...extract(text), quotes: [], extractor: '0-before' }, raw);
    await store.close();

    const shown = await run('reextract', '--dry-run', '--database', 'older.db');
    expect(JSON.parse(shown.out)).toMatchObject({
      id,
      outcome: 'compared',
      gained: [{ kind: 'direct', text: 'The bridge is open', speaker: 'Maria Ruiz' }],
    });
    expect(shown.err).toBe(
      '1 article: 1 changed; quotes: 1 gained, 0 lost, 0 with another speaker (nothing was written)\n',
    );
    const changed = await run('reextract', '--older-than', '1', '--database', 'older.db');
    expect(changed.err).toMatch(/^1 article: 1 changed; .*\(older\.db\)\n$/);
    expect((await run('reextract', '-d', 'older.db')).err).toMatch(/^0 articles: 0 changed/);
    expect((await run('quotes', '-d', 'older.db')).out).toContain('The bridge is open');
  });
});
