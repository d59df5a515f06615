import { describe, expect, it } from 'vitest';
import type { Engine } from './engines.ts';
import { articleQuery, firstPage, quoteQuery, saveStory } from './queries.ts';
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
