import { describe, expect, it } from 'vitest';
import type { Engine } from './engines.ts';
import { withStore } from './with-store.ts';

export function describeBookmarks(engine: Engine): void {
  describe('bookmarks', () => {
    const context = withStore(engine);

    it('are kept, changed and forgotten, each by its source', async () => {
      const { store } = context;
      await store.keepBookmarks(
        new Map([
          ['file:/a', 'one'],
          ['file:/b', 'two'],
        ]),
      );
      await store.keepBookmarks(
        new Map([
          ['file:/a', 'three'],
          ['file:/b', null],
          ['file:/never', null],
          ['file:/c', ''],
        ]),
      );
      expect(await store.findBookmarks(['file:/c', 'file:/b', 'file:/a', 'file:/A'])).toEqual(
        new Map([
          ['file:/a', 'three'],
          ['file:/c', ''],
        ]),
      );
      expect(await store.findBookmarks([])).toEqual(new Map());
    });

    it('take any text for a name, and many at once', async () => {
      const { store } = context;
      const names = ['"', "'; drop table articles; --", '\n', '\u0000', '%_*', '𝒜', 'e\u0301', '\u00e9'];
      const many = Array.from({ length: 5000 }, (_, number) => `file:/${number}`);
      await store.keepBookmarks(new Map([...names, ...many].map((name) => [name, `of ${name}`])));
      const found = await store.findBookmarks([...names, ...many]);
      expect(found).toEqual(new Map([...names, ...many].map((name) => [name, `of ${name}`])));
    });

    it('change nothing that is served', async () => {
      const { store } = context;
      const before = await store.findStamp();
      await store.keepBookmarks(new Map([['feed:1', 'x']]));
      expect(await store.findStamp()).toBe(before);
    });
  });
}
