import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/index.ts';
import { readDocuments } from '../../src/readers/index.ts';
import { sharedPath } from '../support/shared.ts';

/**
 * What real pages and feeds yield: how many articles, how many items that hold none, and of the first article the fields
 * that it has, its date, and how many paragraphs and names of authors.
 */
const samples: readonly (readonly [string, number, number, number, number, string, string])[] = [
  [
    'html/newspaper_bostonherald.com1.html',
    1,
    0,
    25,
    1,
    '2014-12-29T10:38:00Z',
    'url headline publisher language',
  ],
  [
    'html/newspaper_cnn_article.html',
    1,
    0,
    45,
    4,
    '2013-11-27T08:36:32Z',
    'url headline dateline publisher credit language',
  ],
  ['html/readability_bbc-1.html', 1, 0, 39, 0, '2015-07-24T04:36:09Z', 'url headline publisher language'],
  ['html/readability_herald-sun-1.html', 1, 0, 20, 1, '2015-03-13', 'url headline publisher language'],
  ['html/readability_lemonde-1.html', 1, 0, 33, 1, '2015-05-04T11:36:31Z', 'url headline publisher language'],
  ['html/readability_telegraph.html', 1, 0, 15, 0, '2017-11-16T14:15:00Z', 'url headline publisher language'],
  ['html/readability_wapo-2.html', 1, 0, 26, 1, '2015-03-18', 'url headline publisher language'],
  ['html/trafilatura_dw.com.uncork.html', 1, 0, 31, 1, '2013-06-10', 'url headline publisher language'],
  ['rss/guardian.rss', 55, 0, 1, 1, '2018-01-31T07:26:05Z', 'guid url headline publisher language'],
  ['rss/rdf-standard.xml', 3, 0, 1, 0, '2023-08-24T07:00:00Z', 'guid url headline publisher language'],
  [
    'rss/wordpress_wxr.xml',
    3,
    2,
    2,
    1,
    '2013-07-29T16:03:54Z',
    'guid url headline dateline publisher language',
  ],
  ['atom/heise.atom', 15, 0, 1, 0, '2016-02-01T16:22:00Z', 'guid url headline publisher language'],
  [
    'jsonfeed/json-feed-standard-realworld.json',
    10,
    0,
    22,
    1,
    '2022-07-26',
    'guid url headline publisher language',
  ],
];
const fields = ['guid', 'url', 'headline', 'dateline', 'publisher', 'credit', 'language'] as const;
const folder = sharedPath('samples');

describe.skipIf(folder === null)('real pages and feeds', () => {
  it.each(samples)('%s', (name, articles, empty, paragraphs, authors, publishedAt, said) => {
    const hint = { mediaType: null, charset: null, name };
    const readings = [...readDocuments(readFileSync(join(folder!, name)), hint)];
    const documents = readings.flatMap((reading) => ('document' in reading ? [reading.document] : []));
    const first = extract(documents[0]!);
    expect({
      articles: documents.length,
      empty: readings.length - documents.length,
      paragraphs: first.paragraphs.length,
      authors: first.byline.length,
      publishedAt: first.publishedAt,
      said: fields.filter((field) => first[field] !== null).join(' '),
    }).toEqual({ articles, empty, paragraphs, authors, publishedAt, said });
  });
});
