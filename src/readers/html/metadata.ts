import type { ArticleMetadata } from '../../domain/article.ts';
import {
  findAgencies,
  knownFields,
  readBylineField,
  readDatelineField,
  readLanguage,
  readTime,
  readWebAddress,
} from '../story/news-fields.ts';
import { type PageHead, wordsOf } from './head.ts';
import type { PrintedFields } from './printed.ts';
import { attributeOf, type HtmlElement, textOf } from './tree.ts';

/** The fields of a page: from its JSON-LD first, then from `meta`, then as they are printed. */
export function readPageMetadata(head: PageHead, printed: PrintedFields): Partial<ArticleMetadata> {
  const { linked, publisher, headline } = head;
  const url = findUrl(head);
  const { names: byline, agencies } = findAuthors(head, printed);
  return knownFields({
    url,
    headline,
    byline,
    agencies,
    dateline: readDatelineField(linked?.text('dateline') ?? null),
    publishedAt: findPublicationTime(head, printed, url) ?? dayInAddress(url),
    modifiedAt: findModificationTime(head),
    publisher:
      publisher === null
        ? null
        : { name: publisher, url: readWebAddress(linked?.addressOf('publisher') ?? null) },
    language: findLanguage(head),
  });
}

function findUrl({ elements, linked, meta }: PageHead): string | null {
  const canonical = elements.find(
    (element) => element.tagName === 'link' && attributeOf(element, 'rel') === 'canonical',
  );
  return firstOf(
    [
      canonical === undefined ? null : attributeOf(canonical, 'href'),
      meta.text('og:url'),
      linked?.addressOf('mainEntityOfPage'),
      linked?.text('url'),
      meta.text('parsely-link', 'twitter:url'),
    ],
    // Some addresses leave out the protocol.
    (address) => readWebAddress(address.trim().replace(/^\/\//, 'https://')),
  );
}

interface Authors {
  readonly names: readonly string[];
  /** The wire services among them. */
  readonly agencies: readonly string[];
}

/** Those whom the first field names that names anybody. */
function findAuthors({ linked, meta, publisher }: PageHead, printed: PrintedFields): Authors {
  const outlets = new Set(
    [publisher, meta.text('publisher'), meta.text('og:site_name')].map((name) => wordsOf(name ?? '')),
  );
  const persons = new Set([...(linked?.list('author', /Person$/) ?? []), ...meta.all('parsely-author')]);
  const otherNames = meta.names.filter((name) => /[.:_-]author$/.test(name) && !name.startsWith('twitter'));
  const fields = [
    linked?.list('author') ?? [],
    linked?.list('creator') ?? [],
    ...[...authorNames, ...otherNames].map((name) => meta.all(name)),
    printed.byline === null ? [] : [printed.byline],
  ];
  for (const field of fields) {
    const lines = field.filter((line) => !/https?:|\S@\S|^@/.test(line) && !outlets.has(wordsOf(line)));
    const agencies = findAgencies(...lines);
    const names = lines.flatMap((line) => {
      const read = readBylineField(line);
      // What is said to be a person is one, whatever the name.
      return read.length === 0 && agencies.length === 0 && persons.has(line) ? [line] : read;
    });
    if (names.length > 0 || agencies.length > 0) return { names: [...new Set(names)], agencies };
  }
  return { names: [], agencies: [] };
}

const authorNames = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'citation_author',
  'byl',
];

function findPublicationTime(
  { elements, linked, meta }: PageHead,
  printed: PrintedFields,
  url: string | null,
): string | null {
  const isAustralian = /^https?:\/\/[^/]+\.au(?:\/|$)/.test(url ?? '');
  const timesOf = (wanted: (element: HtmlElement) => boolean) =>
    elements.filter(wanted).map((element) => attributeOf(element, 'datetime') ?? textOf(element));
  const otherNames = meta.names.filter(
    (name) => /publi|pub_?date|issued/.test(name) && !/publisher|modif|update/.test(name),
  );
  return firstOf(
    [
      linked?.text('datePublished'),
      ...[...timeNames, ...otherNames].map((name) => meta.text(name)),
      ...timesOf((element) => attributeOf(element, 'itemprop') === 'datePublished'),
      printed.publishedAt,
      ...timesOf(({ tagName }) => tagName === 'time'),
      linked?.text('dateCreated'),
      linked?.text('dateModified'),
    ],
    // Eastern Standard Time is another one in Sydney, and in summer a third: the day is sure.
    (time) => readTime(isAustralian ? time.replace(/ E[SD]T\b/, '') : time),
  );
}

/** When the page was last changed, as it tells machines. */
function findModificationTime({ elements, linked, meta }: PageHead): string | null {
  const marked = elements
    .filter((element) => attributeOf(element, 'itemprop') === 'dateModified')
    .map((element) => attributeOf(element, 'datetime') ?? attributeOf(element, 'content') ?? textOf(element));
  const names = [
    'article:modified_time',
    'og:updated_time',
    'datemodified',
    'lastmod',
    'dc.modified',
    'last-modified',
  ];
  return firstOf(
    [linked?.text('dateModified'), ...names.map((name) => meta.text(name)), ...marked],
    readTime,
  );
}

const timeNames = [
  'article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dc.issued',
  'dc.date',
  'dc.date.created',
  'dc.created',
  'citation_publication_date',
  'date',
];

/** The day that the addresses of many outlets hold: "/2015/05/04/". */
function dayInAddress(url: string | null): string | null {
  const [, year, month, day] = /\/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)\//.exec(url ?? '') ?? [];
  return year === undefined ? null : readTime(`${year}-${month}-${day}`);
}

function findLanguage({ elements, linked, meta }: PageHead): string | null {
  const root = elements.find(({ tagName }) => tagName === 'html');
  return firstOf(
    [
      root === undefined ? null : attributeOf(root, 'lang'),
      linked?.text('inLanguage'),
      meta.text('inlanguage', 'content-language', 'language', 'dc.language', 'og:locale'),
    ],
    readLanguage,
  );
}

function firstOf<Value>(
  fields: readonly (string | null | undefined)[],
  read: (field: string) => Value | null,
): Value | null {
  for (const field of fields) {
    const value = field == null ? null : read(field);
    if (value !== null) return value;
  }
  return null;
}
