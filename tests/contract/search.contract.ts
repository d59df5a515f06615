import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Engine } from './engines.ts';
import { articleQuery, firstPage, quoteQuery, saveStory } from './queries.ts';
import { withStore } from './with-store.ts';

/** The search language of the API. */
export function describeSearch(engine: Engine): void {
  describe('search', { timeout: 30_000 }, () => {
    const context = withStore(engine);
    const texts = {
      rates: 'The bank raised its rates, running into “protests” in Ankara.',
      erdogan: "Erdoğan didn't raise taxes; AT&T's Franco-German naïve café closed.",
      weather: 'Rain or snow in Ankara, the university said.',
    };

    async function fill(): Promise<void> {
      for (const [headline, lede] of Object.entries(texts))
        await saveStory(context.store, { headline, lede, url: `urn:${headline}` });
    }

    async function search(q: string): Promise<readonly (string | null)[]> {
      const { items, total } = await context.store.listArticles(articleQuery({ q }), firstPage);
      expect(total).toBe(items.length);
      return items.map(({ headline }) => headline).sort();
    }

    it('reads words, phrases, OR, minus, prefixes and parentheses', async () => {
      await fill();
      const all = ['erdogan', 'rates', 'weather'];
      const rows: readonly [string, readonly string[]][] = [
        ['ankara', ['rates', 'weather']],
        ['ANKARA raised', ['rates']],
        ['raise', ['erdogan', 'rates']],
        ['erdogan', ['erdogan']],
        ['ERDOĞAN', ['erdogan']],
        ['cafe naive', ['erdogan']],
        ['didn’t', ['erdogan']],
        ["didn't", ['erdogan']],
        ['at&t', ['erdogan']],
        ['franco-german', ['erdogan']],
        ['"raised its"', ['rates']],
        ['“raised its”', ['rates']],
        ['"its raised"', []],
        ['protests OR snow', ['rates', 'weather']],
        ['ankara -snow', ['rates']],
        ['ankara -"rain or snow"', ['rates']],
        ['-ankara', ['erdogan']],
        ['-ankara -erdogan', []],
        ['-nowhere', all],
        ['-(rain OR taxes)', ['rates']],
        ['(rain OR taxes) -ankara', ['erdogan']],
        ['rain OR -ankara', ['erdogan', 'weather']],
        ['-rain OR -ankara', ['erdogan', 'rates']],
        ['ankara (rain OR raised)', ['rates', 'weather']],
        ['prot*', ['rates']],
        ['runni*', ['rates']],
        ['universi*', ['weather']],
        ['anka* -sno*', ['rates']],
        // What is no operator is a word.
        ['or', ['weather']],
        ['OR', ['weather']],
        ['rain OR', ['weather']],
        ['OR OR OR', ['weather']],
        ['rain AND snow', []],
        ['"rain or', ['weather']],
        ['(rain', ['weather']],
        ['rain)', ['weather']],
        ['text:rain', []],
        ['NEAR(rain snow)', []],
        ['rain ^snow', ['weather']],
        ['rain + snow', ['weather']],
        ['rain - snow', ['weather']],
        ['() rain', ['weather']],
        // Nothing to search for finds nothing.
        ['', []],
        ['*', []],
        ['"" -', []],
        ['!!! ((( "', []],
        ['😀', []],
      ];
      for (const [query, expected] of rows) expect(await search(query), query).toEqual(expected);
    });

    it('never fails, whatever is typed', async () => {
      await fill();
      const piece = fc.oneof(
        fc.constantFrom(
          '(',
          ')',
          '"',
          '“',
          '-',
          '*',
          ' OR ',
          ' ',
          'rain',
          'AND',
          'NOT',
          'NEAR',
          '^',
          ':',
          '{',
          '\0',
          "'",
          '\ud800',
          '+',
        ),
        fc.string({ unit: 'binary', maxLength: 4 }),
      );
      const typed = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
      await fc.assert(
        fc.asyncProperty(typed, async (q) => {
          await context.store.listArticles(articleQuery({ q, sort: 'relevance' }), firstPage);
          await context.store.listQuotes(quoteQuery({ q, phrase: q }), firstPage);
        }),
        { numRuns: 10 * engine.propertyRuns, seed: 1 },
      );
      for (const q of [
        `${'('.repeat(5_000)}rain`,
        '(rain '.repeat(150),
        `${'(a OR (b -('.repeat(40)}x${')'.repeat(120)}`,
        '"'.repeat(9_999),
        'x'.repeat(100_000),
      ]) {
        await context.store.listArticles(articleQuery({ q }), firstPage);
      }
      await expect(search('rain '.repeat(201))).rejects.toMatchObject({
        code: 'invalid-parameter',
        faults: [{ parameter: 'q' }],
      });
    });

    it('puts the best first by relevance', async () => {
      await saveStory(context.store, {
        headline: 'Long',
        lede: `Rain. ${'Nothing else of note happened there. '.repeat(40)}`,
      });
      await saveStory(context.store, { headline: 'Rain', lede: 'Rain, rain and rain.' });
      await saveStory(context.store, { headline: 'None', lede: 'Sun.' });
      const { items } = await context.store.listArticles(
        articleQuery({ q: 'rain', sort: 'relevance' }),
        firstPage,
      );
      expect(items.map(({ headline }) => headline)).toEqual(['Rain', 'Long']);
    });

    it('takes a phrase for exact words in their order', async () => {
      await saveStory(context.store, {
        quotes: ['The tariffs are coming', 'A tariff is coming, OR NOT', "Erdoğan's tariff-free zone"].map(
          (words) => ({ words, by: 'Ana Ruiz' }),
        ),
      });
      const rows: readonly [string, number][] = [
        ['tariff', 2],
        ['tariffs', 1],
        ['TARIFF IS', 1],
        ['is tariff', 0],
        ['tarif', 0],
        ['coming or not', 1],
        ['erdogan’s tariff free', 1],
        ['tariff*', 2],
        ['"tariff"', 2],
        ['...', 0],
        ['', 0],
      ];
      for (const [phrase, expected] of rows) {
        const { items, total } = await context.store.listQuotes(quoteQuery({ phrase }), firstPage);
        expect([phrase, items.length, total]).toEqual([phrase, expected, expected]);
      }
    });

    it('tells where hits stand, whatever characters are in the text', async () => {
      const words = 'Press \ue000 or 😀 where rain was; it rained';
      await saveStory(context.store, { quotes: [{ words, by: 'Ana Ruiz' }] });
      const [quote] = (await context.store.listQuotes(quoteQuery(), firstPage)).items;
      const hits = await context.store.findHits({ q: 'rain', phrase: null }, [quote!.id]);
      const marked = hits.get(quote!.id)!.map(({ start, end }) => quote!.text.slice(start, end));
      expect(marked).toEqual(['rain', 'rained']);
    });
  });
}
