import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ChangeEntry } from '../../src/domain/changes.ts';
import { buildArticle, rawOf } from '../support/articles.ts';
import type { Engine } from './engines.ts';
import { idsOf, saveStory } from './queries.ts';
import { withStore } from './with-store.ts';

/** What those who follow the store are told. */
export function describeChanges(engine: Engine): void {
  describe('changes', () => {
    const context = withStore(engine);
    afterEach(() => {
      vi.useRealTimers();
    });
    const from = (since: number, feed: string | null = null) => ({ since, feed });
    const story = {
      url: 'urn:1',
      quotes: [{ words: 'Rain is coming', by: 'Ana Ruiz', about: ['Ben Okri'] }],
    };

    /** Those that the work makes. */
    async function changesOf(work: () => Promise<unknown>): Promise<readonly Partial<ChangeEntry>[]> {
      const { latest } = await context.store.listChanges(from(0), 1);
      await work();
      const { items } = await context.store.listChanges(from(latest), 100);
      return items.map(({ kind, action, id, articleId, into }) => ({
        kind,
        action,
        id,
        ...(articleId === null ? {} : { articleId }),
        ...(into === null ? {} : { into }),
      }));
    }

    it('tell what became of an article', async () => {
      const { store } = context;
      const { id } = await saveStory(store, story);
      const { items, latest } = await store.listChanges(from(0), 100);
      expect(items).toMatchObject([
        { sequence: 1, kind: 'article', action: 'created', id, articleId: null, into: null },
      ]);
      expect(items[0]!.at >= (await store.findArticle(id)).ingestedAt).toBe(true);
      expect(latest).toBe(1);

      const article = buildArticle(story);
      for (const [work, action] of [
        [() => saveStory(store, story), null],
        [() => saveStory(store, { ...story, lede: 'It rains.' }), 'revised'],
        [() => saveStory(store, { ...story, status: 'withheld' }), 'withheld'],
        [() => saveStory(store, story), 'released'],
        [() => saveStory(store, { ...story, modifiedAt: '2024-03-01' }), 'redated'],
        [() => saveStory(store, { ...story, status: 'canceled' }), 'canceled'],
        [() => saveStory(store, story), null],
        [() => store.deleteArticle(id, null), 'deleted'],
        [() => saveStory(store, story), null],
        [() => store.deleteArticle(id, null).catch(() => null), null],
        [() => store.replace(id, article, rawOf(article), null), 'restored'],
        [() => store.replace(id, article, rawOf(article), null), null],
      ] as const) {
        expect(await changesOf(work)).toEqual(action === null ? [] : [{ kind: 'article', action, id }]);
      }
    });

    it('tell of a quote that a person decided about, and of its article', async () => {
      const { store } = context;
      const { id, article } = await saveStory(store, story);
      const quote = article!.quotes[0]!.id!;
      const ofArticle = { kind: 'article', action: 'corrected', id };
      for (const [correction, action] of [
        [{ speakerId: null }, 'corrected'],
        [{ isRejected: true }, 'rejected'],
        [{ isRejected: false }, 'restored'],
        [{ isTakenBack: true }, 'corrected'],
      ] as const) {
        expect(await changesOf(() => store.correctQuote(quote, correction, null))).toEqual([
          ofArticle,
          { kind: 'quote', action, id: quote, articleId: id },
        ]);
      }
    });

    it('tell of an entity, and of the articles that now say other things of it', async () => {
      const { store } = context;
      const { id } = await saveStory(store, story);
      const other = await saveStory(store, { url: 'urn:2', quotes: [{ words: 'No', by: 'Ana Ruiz' }] });
      const [ruiz, okri] = [(await idsOf(store, 'Ana Ruiz'))[0]!, (await idsOf(store, 'Ben Okri'))[0]!];
      expect(await changesOf(() => store.correctEntity(ruiz, { name: 'Anna Ruiz' }, null))).toEqual([
        { kind: 'entity', action: 'corrected', id: ruiz },
      ]);
      expect(await changesOf(() => store.mergeEntities(okri, ruiz))).toEqual([
        { kind: 'article', action: 'corrected', id },
        { kind: 'entity', action: 'merged', id: okri, into: ruiz },
      ]);
      let parted = '';
      const split = async () => {
        parted = (await store.splitEntity(ruiz, { articleIds: [other.id], name: null })).id;
      };
      expect(await changesOf(split)).toEqual([
        { kind: 'article', action: 'corrected', id: other.id },
        { kind: 'entity', action: 'split', id: ruiz, into: parted },
      ]);
      const refused = () => store.mergeEntities(ruiz, ruiz).catch(() => null);
      expect(await changesOf(refused)).toEqual([]);
    });

    it('tell of an entity that bears another name since an article is gone', async () => {
      const { store } = context;
      const named = (number: number, name: string) => ({ url: `urn:${number}`, names: [{ name }] });
      const { id } = await saveStory(store, named(1, 'Łukasz Żak'));
      await saveStory(store, named(2, 'Lukasz Zak'));
      const [zak] = await idsOf(store, 'Lukasz Zak');
      expect((await store.findEntity(zak!)).name).toBe('Łukasz Żak');
      expect(await changesOf(() => store.deleteArticle(id, null))).toEqual([
        { kind: 'entity', action: 'renamed', id: zak },
        { kind: 'article', action: 'deleted', id },
      ]);
      expect((await store.findEntity(zak!)).name).toBe('Lukasz Zak');
    });

    it('come after a sequence, in order, without a gap, as many as are asked for', async () => {
      const { store } = context;
      for (let number = 0; number < 7; number++) await saveStory(store, { url: `urn:${number}` });
      const first = await store.listChanges(from(2), 3);
      expect(first.items.map(({ sequence }) => sequence)).toEqual([3, 4, 5]);
      expect(first.latest).toBe(7);
      const rest = await store.listChanges(from(5, first.feed), 100);
      expect(rest.items.map(({ sequence }) => sequence)).toEqual([6, 7]);
      expect((await store.listChanges(from(7), 100)).items).toEqual([]);
    });

    it('leave no gap where writing failed', async () => {
      const { store } = context;
      await saveStory(store, { url: 'urn:1', guid: '1' });
      await saveStory(store, { url: 'urn:2' });
      await expect(saveStory(store, { url: 'urn:2', guid: '1' })).rejects.toMatchObject({
        code: 'url-taken',
      });
      await saveStory(store, { url: 'urn:3' });
      const { items } = await store.listChanges(from(0), 100);
      expect(items.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    });

    it('are refused where they are not those that were followed', async () => {
      const { store } = context;
      await saveStory(store, story);
      const { feed } = await store.listChanges(from(1), 1);
      expect(feed).toMatch(/^[0-9a-f]{16}$/);
      for (const query of [from(2), from(2, feed), from(0, 'another')]) {
        await expect(store.listChanges(query, 1)).rejects.toMatchObject({ code: 'other-feed' });
      }
    });

    it('are dated in their order, whatever the clock does', async () => {
      const { store } = context;
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-02T00:00:00Z') });
      const { id } = await saveStory(store, story);
      vi.setSystemTime(new Date('2030-01-01T00:00:00Z'));
      const { version } = await store.findArticle(id);
      const { article } = await saveStory(store, { ...story, lede: 'It rains.' });
      const quote = article!.quotes[0]!.id!;
      const { correctedAt } = await store.correctQuote(quote, { speakerId: null }, null);
      vi.setSystemTime(new Date('2030-01-03T00:00:00Z'));
      const later = await saveStory(store, { url: 'urn:2' });
      const { items } = await store.listChanges(from(0), 100);
      expect(items.map(({ at }) => at.slice(0, 10))).toEqual([
        '2030-01-02',
        '2030-01-02',
        '2030-01-02',
        '2030-01-02',
        '2030-01-03',
      ]);
      expect([article!.ingestedAt, correctedAt]).toEqual([
        '2030-01-02T00:00:00.000Z',
        '2030-01-02T00:00:00.000Z',
      ]);
      expect(article!.version).toBeGreaterThan(version);
      expect(later.article!.ingestedAt).toBe('2030-01-03T00:00:00.000Z');
    });
  });
}
