import { parse } from 'yaml';
import type { ArticleMetadata } from '../../domain/article.ts';
import { isRecord } from '../json/parse.ts';
import {
  findAgencies,
  knownFields,
  readBylineField,
  readDatelineField,
  readLanguage,
  readTime,
  readWebAddress,
  toLine,
} from '../story/news-fields.ts';

/** The fields that stand before a text, and where the text begins. */
export interface FrontMatter {
  readonly end: number;
  readonly metadata: Partial<ArticleMetadata>;
}

/** Characters: longer ones are none that a person wrote. */
const longest = 20_000;

/** Reads YAML between two lines of "---" at the start; null where there is none. What is no YAML is passed over. */
export function readFrontMatter(text: string): FrontMatter | null {
  const match = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(0, longest));
  if (match === null || !/^[\w-]+[ \t]*:/m.test(match[1]!)) return null;
  return { end: match.index + match[0].length, metadata: readFields(parseFields(match[1]!)) };
}

function parseFields(yaml: string): ReadonlyMap<string, unknown> {
  try {
    const parsed: unknown = parse(yaml, { logLevel: 'silent' });
    const members = isRecord(parsed) ? Object.entries(parsed) : [];
    return new Map(members.map(([name, value]) => [name.toLowerCase().replace(/[\s_-]/g, ''), value]));
  } catch {
    return new Map();
  }
}

function readFields(fields: ReadonlyMap<string, unknown>): Partial<ArticleMetadata> {
  const all = (...names: readonly string[]) => names.flatMap((name) => linesOf(fields.get(name)));
  const said = (...names: readonly string[]) => all(...names)[0] ?? null;
  const publisher = said('publisher', 'site', 'outlet', 'newspaper');
  const authors = all('authors', 'author', 'byline', 'by');
  const credit = said('credit', 'agency', 'agencies', 'source');
  return knownFields({
    guid: said('guid', 'id', 'uuid'),
    url: readWebAddress(said('canonicalurl', 'canonical', 'url', 'link', 'permalink')),
    headline: said('headline', 'title'),
    byline: [...new Set(authors.flatMap(readBylineField))],
    dateline: readDatelineField(said('dateline')),
    publishedAt: readTime(
      said('publishedat', 'published', 'publishdate', 'pubdate', 'datepublished', 'date'),
    ),
    modifiedAt: readTime(
      said('modifiedat', 'modified', 'datemodified', 'updatedat', 'updated', 'lastmod', 'lastmodified'),
    ),
    publisher: publisher === null ? null : { name: publisher, url: null },
    agencies: findAgencies(...authors, credit),
    language: readLanguage(said('language', 'lang')),
    status: fields.get('draft') === true ? ('withheld' as const) : null,
  });
}

/** What a value says: a word, a list of them, or of objects that have names. */
function linesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(linesOf);
  if (isRecord(value)) return linesOf(value['name']);
  return typeof value === 'string' || typeof value === 'number'
    ? [String(value)].flatMap((line) => toLine(line) ?? [])
    : [];
}
