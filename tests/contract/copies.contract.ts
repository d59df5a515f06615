import { describe, expect, it } from 'vitest';
import type { ArticleQuery, QuoteQuery } from '../../src/domain/queries.ts';
import type { StoredQuote } from '../../src/domain/records.ts';
import { readVersions } from '../copies/versions.ts';
import type { Engine } from './engines.ts';
import { articleQuery, firstPage, quoteQuery, saveStory, walk } from './queries.ts';
import { withStore } from './with-store.ts';

const story = Array.from({ length: 80 }, (_, i) => `word${i}`);
const whole = story.join(' ');
const cut = story.slice(0, 40).join(' ');
const another = story.map((word) => `other-${word}`).join(' ');
const sentence = 'We will not leave until all of them are home';

export function describeCopies(engine: Engine): void {
  describe('copies', () => {
    const context = withStore(engine);
    const save = async (url: string, publishedAt: string, lede: string) =>
      (await saveStory(context.store, { url, publishedAt, lede })).id;

    it('are told of the earliest, in articles and in lists', async () => {
      const { store } = context;
      const [second, first, third, other] = [
        await save('urn:2', '2024-03-02', cut),
        await save('urn:1', '2024-03-01', whole),
        await save('urn:3', '2024-03-03', whole),
        await save('urn:4', '2024-03-04', another),
      ];
      const marks = async (id: string) => {
        const { copyOf, copyCount } = await store.findArticle(id);
        return [copyOf, copyCount];
      };
      expect(await Promise.all([first, second, third, other].map(marks))).toEqual([
        [null, 2],
        [first, 2],
        [first, 2],
        [null, 0],
      ]);
      const { items } = await store.listArticles(articleQuery(), firstPage);
      expect(items.map(({ copyOf, copyCount }) => [copyOf, copyCount])).toEqual([
        [null, 0],
        [first, 2],
        [first, 2],
        [null, 2],
      ]);
    });

    it('are left out of lists of each story once, but for the earliest that matches', async () => {
      const { store } = context;
      const texts = [whole, cut, another, `${another} and more`, 'Nothing.'];
      for (let number = 0; number < 30; number++) {
        await saveStory(store, {
          url: `urn:${number}`,
          publishedAt:
            number % 8 === 3 ? null : `2024-03-${String(1 + ((number * 11) % 28)).padStart(2, '0')}`,
          publisher: { name: `Paper ${number % 4}`, url: null },
          agencies: number % 3 === 0 ? ['AP'] : [],
          headline: number % 5 === 0 ? 'Rain' : 'Sun',
          lede: texts[(number * 7) % 5]!,
          quotes: number % 4 === 0 ? [{ words: 'Yes', by: 'Ana Ruiz' }] : [],
        });
      }
      const [ruiz] = await store.resolveName('Ana Ruiz');
      const filters: readonly Partial<ArticleQuery>[] = [
        {},
        { q: 'rain' },
        { q: 'word3 sun' },
        { q: '-rain' },
        { publisher: 'Paper 2' },
        { agency: 'AP', q: 'sun' },
        { from: '2024-03-08', to: '2024-03-21' },
        { from: '2024-03-15', speakerIds: [ruiz!.id] },
        { entityIds: [ruiz!.id] },
        { url: 'urn:7' },
        { q: 'nowhere' },
      ];
      for (const filter of filters) {
        const all = await walk((page) =>
          store.listArticles(articleQuery({ ...filter, sort: 'publishedAt' }), page),
        );
        const seen = new Set<string>();
        const first = all.filter(({ id, copyOf }) => !seen.has(copyOf ?? id) && seen.add(copyOf ?? id));
        const ids = first.map(({ id }) => id);
        for (const sort of ['publishedAt', '-publishedAt', 'relevance'] as const) {
          const query = articleQuery({ ...filter, sort, isOnce: true });
          const found = (await walk((page) => store.listArticles(query, page), 2)).map(({ id }) => id);
          const inOrder = sort === 'publishedAt' ? found : found.toSorted();
          expect(inOrder, JSON.stringify(query)).toEqual(sort === 'publishedAt' ? ids : ids.toSorted());
          const { total } = await store.listArticles(query, { ...firstPage, limit: 1 });
          expect(total).toBe(ids.length);
        }
        const query = articleQuery({ ...filter, isOnce: true, facets: ['publisher'] });
        const { total, facets } = await store.listArticles(query, firstPage);
        expect(total).toBe(ids.length);
        for (const { value, count } of facets!['publisher']!)
          expect(first.filter(({ publisher }) => publisher!.name === value)).toHaveLength(count);
      }
      // Facets follow what changes elsewhere.
      const query = articleQuery({ isOnce: true, facets: ['publisher'] });
      const { items } = await store.listArticles(articleQuery({ sort: 'publishedAt' }), firstPage);
      for (const { id } of items.slice(0, 12)) {
        await store.deleteArticle(id, null);
        const { total } = await store.listArticles({ ...query, facets: [] }, firstPage);
        expect((await store.listArticles(query, firstPage)).total).toBe(total);
      }
    });

    it('find another first where it goes, and none where all others go', async () => {
      const { store } = context;
      const [first, second, third] = [
        await save('urn:1', '2024-03-01', whole),
        await save('urn:2', '2024-03-02', cut),
        await save('urn:3', '2024-03-03', whole),
      ];
      const before = await store.findArticleVersion(third!);
      await store.deleteArticle(first!, null);
      expect(await store.findArticle(third!)).toMatchObject({ copyOf: second, copyCount: 1 });
      expect(await store.findArticleVersion(third!)).toBeGreaterThan(before);
      // A kill takes it out of its group, a correction that makes another story of it too.
      await saveStory(store, { url: 'urn:2', publishedAt: '2024-03-02', lede: cut, status: 'canceled' });
      expect(await store.findArticle(third!)).toMatchObject({ copyOf: null, copyCount: 0 });
      await saveStory(store, { url: 'urn:2', publishedAt: '2024-03-02', lede: cut });
      await saveStory(store, { url: 'urn:3', publishedAt: '2024-03-03', lede: another });
      expect(await store.findArticle(second!)).toMatchObject({ copyOf: null, copyCount: 0 });
    });

    it('change nothing where the same comes again', async () => {
      const { store } = context;
      const first = await save('urn:1', '2024-03-01', whole);
      await save('urn:2', '2024-03-02', whole);
      const stamp = await store.findStamp();
      await save('urn:2', '2024-03-02', whole);
      expect(await store.findStamp()).toBe(stamp);
      const version = await store.findArticleVersion(first);
      // Other words around the same story, elsewhere.
      await save('urn:3', '2024-03-03', another);
      expect(await store.findArticleVersion(first)).toBe(version);
    });
  });

  describe('what is like an article', () => {
    const context = withStore(engine);
    const list = (id: string, relation: 'copy' | 'related' | null = null, limit = 100) =>
      walk((page) => context.store.listSimilar(id, { relation }, page), limit);

    /** The edited stories of `data/gold/copies`, a day each, with the names of one story in all its versions. */
    async function fillWithGold() {
      const versions = readVersions();
      const stories = [...new Set(versions.map(({ story }) => story))];
      const saved = [];
      for (const [number, version] of versions.entries()) {
        const day = 1 + stories.indexOf(version.story) + (version.relation === 'related' ? 1 : 0);
        const publishedAt = `2024-03-${String(day).padStart(2, '0')}T10:00:${String(number % 60).padStart(2, '0')}Z`;
        const { id } = await saveStory(context.store, {
          url: `urn:${number}`,
          publishedAt,
          lede: version.text,
        });
        saved.push({ ...version, id });
      }
      return saved;
    }

    it('tells copies from related stories', async () => {
      const saved = await fillWithGold();
      const storyOf = new Map(saved.map(({ id, story }) => [id, story]));
      let related = 0;
      let wanted = 0;
      for (const { id, story, relation } of saved.filter((version) => version.relation === 'original')) {
        const similar = await list(id);
        expect(similar.map((item) => item.relation)).toEqual(similar.map((item) => item.relation).toSorted());
        const found = (which: 'copy' | 'related') =>
          similar.filter((item) => item.relation === which).map(({ article }) => article.id);
        const versions = (which: string) =>
          saved.filter((version) => version.story === story && version.relation === which).map((v) => v.id);
        expect(found('copy').toSorted(), `${story} ${relation}`).toEqual(versions('copy').toSorted());
        expect(await list(id, 'copy')).toEqual(similar.filter((item) => item.relation === 'copy'));
        expect(await list(id, 'related')).toEqual(similar.filter((item) => item.relation === 'related'));
        wanted += versions('related').length;
        related += versions('related').filter((other) => found('related').includes(other)).length;
        for (const item of similar) expect(item.score > 0 && item.score <= 1).toBe(true);
        // What is about something else is in the same form, if it is there at all.
        const strangers = found('related').filter((other) => storyOf.get(other) !== story);
        expect(strangers.length).toBeLessThanOrEqual(3);
      }
      expect(related / wanted).toBeGreaterThanOrEqual(0.9);
    });

    it('is paged like every list, and counted', async () => {
      const saved = await fillWithGold();
      const { id } = saved[0]!;
      const all = await list(id);
      expect(all.length).toBeGreaterThan(5);
      expect(await list(id, null, 2)).toEqual(all);
      const { total } = await context.store.listSimilar(id, { relation: null }, { ...firstPage, limit: 1 });
      expect(total).toBe(all.length);
    });

    it('is each related story once, and none for what stands alone', async () => {
      const { store } = context;
      const names = [{ name: 'Ana Ruiz' }, { name: 'Ben Okri' }];
      const tell = async (url: string, lede: string, publishedAt: string) =>
        (await saveStory(store, { url, lede, publishedAt, names })).id;
      const first = await tell('urn:1', whole, '2024-03-01');
      const follow = `${story.slice(0, 25).join(' ')} ${another}`;
      const follows = [
        await tell('urn:2', follow, '2024-03-02'),
        await tell('urn:3', follow, '2024-03-03'),
        await tell('urn:4', follow, '2024-03-04'),
      ];
      const similar = await list(first);
      expect(similar.map(({ article }) => article.id)).toEqual([follows[0]]);
      expect(similar[0]).toMatchObject({ relation: 'related', article: { copyCount: 2 } });
      const alone = await saveStory(store, { url: 'urn:5', lede: 'Nothing.', publishedAt: '2020-01-01' });
      expect(await list(alone.id)).toEqual([]);
      await store.deleteArticle(alone.id, null);
      await expect(list(alone.id)).rejects.toMatchObject({ code: 'deleted' });
      await expect(list('art_unknown')).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  describe('places of a quote', () => {
    const context = withStore(engine);
    const say = (number: number, words: string, by: string | null, publishedAt = `2024-03-0${number}`) =>
      saveStory(context.store, { url: `urn:${number}`, publishedAt, quotes: [{ words, by }] });
    const counts = async () => {
      const { items } = await context.store.listQuotes(quoteQuery({ sort: 'publishedAt' }), firstPage);
      return items.map(({ placeCount }) => placeCount);
    };

    it('are those of the same words, in whatever marks and case, and of the same speaker', async () => {
      await say(1, sentence, 'Ana Ruiz');
      await say(2, `“${sentence.toUpperCase()}”`, 'Ana Ruiz');
      await say(3, sentence, 'Ben Okri');
      await say(4, `${sentence} tonight`, 'Ana Ruiz');
      expect(await counts()).toEqual([2, 2, 1, 1]);
    });

    it('are those of an unknown speaker too, where only one is known', async () => {
      await say(1, sentence, null);
      await say(2, sentence, 'Ana Ruiz');
      expect(await counts()).toEqual([2, 2]);
      await say(3, sentence, 'Ben Okri');
      expect(await counts()).toEqual([1, 1, 1]);
    });

    it('are near each other where the words are few, and of one speaker', async () => {
      await say(1, 'No comment', 'Ana Ruiz');
      await say(2, 'No comment', 'Ana Ruiz');
      await say(3, 'No comment', 'Ben Okri');
      await say(4, 'No comment', null);
      await say(5, 'No comment', null);
      await say(9, 'No comment', 'Ana Ruiz');
      expect(await counts()).toEqual([2, 2, 1, 1, 1, 1]);
    });

    describe('in lists of each quote once', () => {
      /** Two speakers and nobody say four sentences, in five outlets, with and without a date. */
      async function fill() {
        const sentences = [
          sentence,
          `${sentence} again`,
          'No comment',
          'Ana Ruiz knows that it is time to go home now',
        ];
        for (let number = 0; number < 40; number++) {
          await saveStory(context.store, {
            url: `urn:${number}`,
            publishedAt:
              number % 9 === 4 ? null : `2024-03-${String(1 + ((number * 7) % 28)).padStart(2, '0')}`,
            publisher: { name: `Paper ${number % 5}`, url: null },
            lede: `Number ${number}.`,
            quotes: [
              {
                words: sentences[(number * 5) % 4]!,
                by: ['Ana Ruiz', 'Ben Okri', null, 'Ana Ruiz'][(number * 3) % 7] ?? null,
                confidence: ((number * 11) % 10) / 10,
                kind: number % 3 === 0 ? 'indirect' : 'direct',
              },
            ],
          });
        }
      }

      it('show the earliest place that matches, and count right', async () => {
        const { store } = context;
        await fill();
        const [ruiz] = await store.resolveName('Ana Ruiz');
        const all = await walk((page) => store.listQuotes(quoteQuery({ sort: 'publishedAt' }), page));
        const groupOf = new Map<string, string>();
        for (const { id, placeCount } of all) {
          const places = await walk((page) => store.listQuotes(quoteQuery({ placesOf: id }), page));
          expect(places).toHaveLength(placeCount);
          groupOf.set(id, places.map((place) => place.id).sort()[0]!);
        }
        expect(new Set(groupOf.values()).size).toBeLessThan(20);
        const filters: readonly Partial<QuoteQuery>[] = [
          {},
          { q: 'home' },
          { phrase: 'time to go' },
          { speakerIds: [ruiz!.id] },
          { publisher: 'Paper 3' },
          { publisher: 'Paper 3', q: 'leave' },
          { from: '2024-03-10', to: '2024-03-20' },
          { kinds: ['indirect'], minConfidence: 0.3 },
          { attributed: false },
          { attributed: true, publisher: 'Paper 1', from: '2024-03-05' },
          { placesOf: all[0]!.id },
          { articleId: all[5]!.articleId },
          { articleId: 'art_unknown' },
        ];
        for (const filter of filters) {
          const matching = await walk((page) =>
            store.listQuotes(quoteQuery({ ...filter, sort: 'publishedAt' }), page),
          );
          const seen = new Set<string>();
          const first = matching.filter(
            ({ id }) => !seen.has(groupOf.get(id)!) && seen.add(groupOf.get(id)!),
          );
          const ids = first.map(({ id }) => id);
          for (const sort of ['publishedAt', '-publishedAt', '-confidence', 'relevance'] as const) {
            const query = quoteQuery({ ...filter, sort, isOnce: true });
            const listed = await walk((page) => store.listQuotes(query, page), 3);
            const found = listed.map(({ id }) => id);
            expect(sort === 'publishedAt' ? found : found.toSorted(), JSON.stringify(query)).toEqual(
              sort === 'publishedAt' ? ids : ids.toSorted(),
            );
            const { total } = await store.listQuotes(query, { ...firstPage, limit: 1 });
            expect(total, JSON.stringify(query)).toBe(ids.length);
          }
          const { total, facets } = await store.listQuotes(
            quoteQuery({ ...filter, isOnce: true, facets: ['kind', 'publisher'] }),
            firstPage,
          );
          expect(total).toBe(ids.length);
          const countBy = (keyOf: (quote: StoredQuote) => string) => {
            const values = first.map(keyOf);
            return Object.fromEntries(
              values.map((value) => [value, values.filter((v) => v === value).length]),
            );
          };
          const counted = (name: string) =>
            Object.fromEntries(facets![name]!.map(({ value, count }) => [value, count]));
          expect(counted('kind')).toEqual(countBy(({ kind }) => kind));
          expect(counted('publisher')).toEqual(countBy(({ article }) => article.publisher!.name));
        }
      });

      it('count facets right after groups have changed elsewhere', async () => {
        const { store } = context;
        await fill();
        const query = quoteQuery({ isOnce: true, facets: ['kind'] });
        const totals = async () => {
          const counted = await store.listQuotes(query, firstPage);
          const { total } = await store.listQuotes({ ...query, facets: [] }, firstPage);
          expect(counted.total).toBe(total);
          return total;
        };
        const before = (await totals())!;
        const [ruiz, okri] = await Promise.all(
          ['Ana Ruiz', 'Ben Okri'].map((name) => store.resolveName(name)),
        );
        await store.mergeEntities(okri![0]!.id, ruiz![0]!.id);
        expect(await totals()).toBeLessThan(before);
        await say(9, sentence, 'Cy Tan');
        await totals();
        const { items } = await store.listQuotes(quoteQuery({ sort: 'publishedAt' }), firstPage);
        for (const { articleId } of items.slice(0, 5)) {
          await store.deleteArticle(articleId, null);
          await totals();
        }
      });
    });

    it('follow what people decide', async () => {
      const { store } = context;
      await say(1, sentence, 'Ana Ruiz');
      await say(2, sentence, 'Ben Okri');
      await say(3, sentence, 'Ana Ruiz');
      expect(await counts()).toEqual([2, 1, 2]);
      const [ruiz, okri] = await Promise.all(
        ['Ana Ruiz', 'Ben Okri'].map(async (name) => (await store.resolveName(name))[0]!.id),
      );
      const { items } = await store.listQuotes(quoteQuery({ sort: 'publishedAt' }), firstPage);
      const second = items[1]!.id;
      await store.correctQuote(second, { speakerId: ruiz }, null);
      expect(await counts()).toEqual([3, 3, 3]);
      await store.correctQuote(second, { isRejected: true }, null);
      expect(await counts()).toEqual([2, 2]);
      await store.correctQuote(second, { isTakenBack: true }, null);
      await store.mergeEntities(okri!, ruiz!);
      expect(await counts()).toEqual([3, 3, 3]);
    });
  });
}
