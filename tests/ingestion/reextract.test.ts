import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import type { SourceDocument } from '../../src/domain/source-document.ts';
import { extract } from '../../src/index.ts';
import { compareExtractions, isDifferent } from '../../src/ingestion/difference.ts';
import { type Reextracted, type Reextraction, reextractAll } from '../../src/ingestion/reextract.ts';
import { readDocument } from '../../src/readers/index.ts';
import { openSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { openConnection } from '../../src/storage/sqlite/connection.ts';
import { exportStore } from '../../src/storage/sqlite/exports/export.ts';
import { checkStore } from '../storage/check-store.ts';

const golden = new URL('../golden/', import.meta.url);
const documents = readdirSync(golden).map((slug) => {
  const name = readdirSync(new URL(`${slug}/`, golden)).find((file) => file.startsWith('source.'))!;
  const hint = { mediaType: null, charset: null, name };
  const document = readDocument(readFileSync(new URL(`${slug}/${name}`, golden)), hint);
  // By an address each: an article that is known by its words alone has an id that depends on how they were cleaned.
  const metadata = { ...document.metadata, url: `https://daily.example/${slug}`, guid: null };
  return { ...document, metadata, raw: { ...document.raw, stated: metadata } };
});
const current = extract('').extractor;

/** Rules that are worse than today's: they leave a last line in, miss quotes, and take others for who spoke. */
function extractAsBefore(document: SourceDocument): Article {
  const article = extract(document);
  const end = article.text.length;
  const isThere = (index: number) => index % 3 !== 1;
  return {
    ...article,
    text: `${article.text}\n\nMore on this.`,
    paragraphs: [...article.paragraphs, { start: end + 2, end: end + 15, role: 'body' }],
    headline: article.headline ?? 'More on this.',
    quotes: article.quotes
      .filter((_, index) => isThere(index))
      .map((quote) => ({ ...quote, speaker: article.entities.length === 0 ? null : 0, jointSpeakers: [] })),
    extractor: '0-before',
  };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function fill(file: string, by: (document: SourceDocument) => Article): Promise<ArticleStore> {
  const store = await openSqliteStore(join(folder, file));
  for (const document of documents) await store.save(by(document), document.raw);
  return store;
}

async function run(
  store: ArticleStore,
  options: Partial<Reextraction> = {},
): Promise<readonly Reextracted[]> {
  const all: Reextracted[] = [];
  const reextraction: Reextraction = {
    store,
    extract: async (document) => extract(document),
    isWanted: ({ extractor }) => extractor !== current,
    after: null,
    isDry: false,
    ...options,
  };
  for await (const done of reextractAll(reextraction)) all.push(...done);
  return all;
}

/** All that is stored, but when it was, the order in which it came, and what it was before. */
async function contentOf(file: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const record of exportStore(join(folder, file))) {
    if (['export', 'revision', 'former-quotes', 'end'].includes(record.onrecord)) continue;
    const skipped = ['ingestedAt', 'correctedAt', 'place'];
    lines.push(JSON.stringify(record, (key, value) => (skipped.includes(key) ? undefined : value)));
  }
  return lines.toSorted();
}

describe('a store that other rules filled', { timeout: 60_000 }, () => {
  it('becomes the one that the rules of now would have filled', async () => {
    const [old, fresh] = [await fill('old.db', extractAsBefore), await fill('fresh.db', extract)];
    const done = await run(old);
    expect(new Set(done.map(({ outcome }) => outcome))).toEqual(new Set(['reextracted']));
    expect(done).toHaveLength((await old.listExtractions(null, 1000)).length);
    expect(await contentOf('old.db')).toEqual(await contentOf('fresh.db'));
    expect(await run(old)).toEqual([]);
    await old.close();
    await fresh.close();
    const connection = await openConnection(join(folder, 'old.db'));
    checkStore(connection);
    connection.close();
  });

  it('is not written where it is only asked what would change', async () => {
    const store = await fill('old.db', extractAsBefore);
    const before = await contentOf('old.db');
    const done = await run(store, { isDry: true });
    expect(new Set(done.map(({ outcome }) => outcome))).toEqual(new Set(['compared']));
    expect(await contentOf('old.db')).toEqual(before);
    const differences = done.flatMap((each) => ('difference' in each ? each.difference : []));
    expect(differences.every(({ isTextChanged }) => isTextChanged)).toBe(true);
    expect(differences.flatMap(({ gained }) => gained).length).toBeGreaterThan(10);
    expect(differences.flatMap(({ lost }) => lost)).toEqual([]);
    await store.close();
  });

  it('goes on behind the last article of a run that was stopped', async () => {
    const store = await fill('old.db', extractAsBefore);
    const ids = (await store.listExtractions(null, 1000)).map(({ id }) => id);
    const first: string[] = [];
    for await (const done of reextractAll({
      store,
      extract: async (document) => extract(document),
      isWanted: () => true,
      after: ids[3]!,
      isDry: false,
    })) {
      first.push(...done.map(({ id }) => id));
      break;
    }
    expect(first[0]).toBe(ids[4]);
    expect(first.length).toBeLessThan(ids.length - 4);
    const left = (await run(store)).map(({ id }) => id);
    expect(left).toEqual(ids.filter((id) => !first.includes(id)));
    await store.close();
  });

  it('loses nothing that others write meanwhile', async () => {
    const store = await fill('old.db', extractAsBefore);
    const ids = (await store.listExtractions(null, 1000)).map(({ id }) => id);
    const [revised, deleted, older] = ids as [string, string, string];
    const write: Record<string, () => Promise<unknown>> = {
      [revised]: () =>
        store.replace(
          revised,
          extract('Words of today.'),
          { text: 'Words of today.', mediaType: 'text/plain' },
          null,
        ),
      [deleted]: () => store.deleteArticle(deleted, null),
      [older]: () =>
        store.replace(
          older,
          { ...extract('Words of old.'), extractor: '0-before' },
          { text: 'Words of old.', mediaType: 'text/plain' },
          null,
        ),
    };
    const raws = new Map(
      await Promise.all(ids.map(async (id) => [(await store.findRaw(id)).text, id] as const)),
    );
    const done = await run(store, {
      extract: async (document) => {
        const id = raws.get(document.raw.text) ?? '';
        await write[id]?.();
        delete write[id];
        return extract(document);
      },
    });
    const outcomeOf = (id: string) => done.find((each) => each.id === id)?.outcome;
    expect([revised, deleted, older].map(outcomeOf)).toEqual(['passed-over', 'passed-over', 'reextracted']);
    expect(await store.findArticle(revised)).toMatchObject({ revision: 2, text: 'Words of today.' });
    expect(await store.findArticle(older)).toMatchObject({
      revision: 2,
      text: 'Words of old.',
      extractor: current,
    });
    await expect(store.findArticle(deleted)).rejects.toMatchObject({ code: 'deleted' });
    await store.close();
  });

  it('keeps what cannot be read any more, and says why', async () => {
    const store = await openSqliteStore(join(folder, 'odd.db'));
    const raw = { text: '<spell>abracadabra</spell>', mediaType: 'application/xml' };
    const { id } = await store.save({ ...extract('It rained.'), extractor: '0-before' }, raw);
    expect(await run(store)).toMatchObject([{ id, outcome: 'failed', fault: { code: 'invalid-body' } }]);
    expect((await store.findArticle(id)).text).toBe('It rained.');
    await store.close();
  });
});

describe('two extractions of an article', () => {
  const before = extract('"We won," Ana Ruiz said. "They know it," she added.');

  it('do not differ where they are the same', () => {
    expect(isDifferent(compareExtractions(before, before))).toBe(false);
  });

  it('differ by quotes, speakers, names, fields and text', () => {
    const [first] = before.quotes;
    const after: Article = {
      ...before,
      text: `${before.text} `,
      headline: 'Victory',
      entities: [{ ...before.entities[0]!, name: 'Anna Ruiz' }],
      quotes: [first!, { ...first!, text: 'And so' }],
    };
    expect(compareExtractions(before, after)).toEqual({
      isTextChanged: true,
      metadata: [{ field: 'headline', before: null, after: 'Victory' }],
      gained: [{ kind: 'direct', text: 'And so', speaker: 'Anna Ruiz' }],
      lost: [{ kind: 'direct', text: 'They know it', speaker: 'Ana Ruiz' }],
      speakers: [{ text: 'We won', before: 'Ana Ruiz', after: 'Anna Ruiz' }],
      entitiesGained: ['Anna Ruiz (person)'],
      entitiesLost: ['Ana Ruiz (person)'],
    });
  });
});
