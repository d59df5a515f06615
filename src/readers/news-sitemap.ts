import { OnrecordError } from '../domain/errors.ts';
import type { Reader } from './reader.ts';
import { findRootName } from './sniffing.ts';
import { knownFields, readLanguage, readTime } from './story/news-fields.ts';
import { readItemAddress } from './story/tracking.ts';
import { childOf, descendantsOf, parseXml, textOf } from './xml/tree.ts';

/**
 * Sitemaps, above all those for Google News: what pages there are, with headline, date and outlet, and nothing of their
 * text. They are read where the pages can be fetched; in a file they hold no article.
 */
export const newsSitemap: Reader = {
  name: 'sitemap',
  mediaTypes: ['application/xml', 'text/xml'],
  recognizes: (text) => /^(?:urlset|sitemapindex)$/i.test(findRootName(text) ?? ''),
  *read({ text }) {
    const { children } = parseXml(text);
    if (/^sitemapindex$/i.test(findRootName(text) ?? '')) {
      const maps = [...descendantsOf({ children }, 'loc')].flatMap((loc) => textOf(loc) ?? []);
      yield { place: null, fault: new OnrecordError('empty-article', listMaps(maps)) };
      return;
    }
    const pages = [...descendantsOf({ children }, 'url')];
    if (pages.length === 0) {
      yield { place: null, fault: new OnrecordError('empty-article', 'There is no page in the sitemap.') };
    }
    for (const [index, page] of pages.entries()) {
      const news = childOf(page, 'news:news');
      const said = (name: string) => textOf(childOf(news, name));
      const publication = childOf(news, 'publication');
      const name = textOf(childOf(publication, 'name'));
      yield {
        place: `url ${index + 1}`,
        fault: new OnrecordError('empty-article', 'A sitemap holds no text, only where it is.'),
        metadata: knownFields({
          url: readItemAddress(textOf(childOf(page, 'loc'))),
          headline: said('title'),
          publishedAt: readTime(said('publication_date')),
          publisher: name === null ? null : { name, url: null },
          language: readLanguage(textOf(childOf(publication, 'language'))),
        }),
      };
    }
  },
};

function listMaps(maps: readonly string[]): string {
  const some = maps.slice(0, 3).join(', ');
  return `It is an index of ${maps.length} sitemaps: name those that are to be read (${some}${maps.length > 3 ? ' …' : ''}).`;
}
