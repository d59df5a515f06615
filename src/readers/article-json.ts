import type { ArticleMetadata, Publisher } from '../domain/article.ts';
import { type InputFault, OnrecordError, pointerTo } from '../domain/errors.ts';
import type { Problem } from '../domain/problem.ts';
import { readPublicationTime } from '../domain/publication-time.ts';
import { isRecord, parseJson } from './json/parse.ts';
import { plainCopy } from './plain-copy.ts';
import type { Reader, Reading } from './reader.ts';
import { toLine } from './story/news-fields.ts';

/** Our own article as JSON: `{ text, guid?, url?, headline?, byline?, publishedAt?, modifiedAt?, sourceVersion?, publisher?, language? }`, or a list of them. */
export const articleJson: Reader = {
  name: 'JSON',
  mediaTypes: ['application/json'],
  recognizes: (text) => /^\s*[{[]/.test(text) && !('fault' in parseJson(text)),
  *read({ text, problems }) {
    const parsed = parseJson(text);
    if ('fault' in parsed) yield { place: null, fault: parsed.fault };
    else if (!Array.isArray(parsed.value)) yield readArticle(parsed.value, null, problems);
    else if (parsed.value.length === 0) {
      yield { place: null, fault: new OnrecordError('not-one-article', 'The list holds no article.') };
    } else {
      for (const [index, value] of parsed.value.entries())
        yield readArticle(value, `item ${index + 1}`, problems);
    }
  },
};

/** Reads one parsed article. Every member of a wrong type is named, by its JSON pointer. */
export function readArticle(value: unknown, place: string | null, problems: readonly Problem[]): Reading {
  const faults: InputFault[] = [];
  const fail = (pointer: string, detail: string) => {
    faults.push({ pointer, detail });
    return null;
  };
  if (!isRecord(value)) fail('', 'must be an object with a "text"');
  const article = isRecord(value) ? value : {};
  const line = (name: string): string | null => readLine(article[name], `/${name}`, fail);

  for (const name of Object.keys(article)) {
    if (!members.includes(name)) fail(pointerTo([name]), `is not known; known are ${members.join(', ')}`);
  }
  const text = article['text'];
  if (isRecord(value) && typeof text !== 'string') {
    fail('/text', text === undefined ? 'is missing: it holds the article' : 'must be a string');
  }
  const metadata: Partial<ArticleMetadata> = withoutNulls({
    guid: line('guid'),
    url: readUrl(line('url'), '/url', fail),
    headline: readWords(article['headline'], '/headline', fail),
    byline: readByline(article['byline'], fail),
    publishedAt: readTime(line('publishedAt'), '/publishedAt', fail),
    modifiedAt: readTime(line('modifiedAt'), '/modifiedAt', fail),
    sourceVersion: readVersionNumber(article['sourceVersion'], fail),
    publisher: readPublisher(article['publisher'], fail),
    language: readLanguage(line('language'), fail),
  });

  if (faults.length > 0 || typeof text !== 'string') {
    const detail = `The article cannot be read: ${faults.map(showFault).join('; ')}.`;
    return { place, fault: new OnrecordError('invalid-body', detail, { faults }) };
  }
  if (text.trim() === '') {
    const empty: InputFault = { pointer: '/text', detail: 'holds no words' };
    return {
      place,
      fault: new OnrecordError('empty-article', 'The article holds no text.', { faults: [empty] }),
    };
  }
  const copy = plainCopy(text, 'application/json');
  return { place, document: { ...copy, metadata: { ...copy.metadata, ...metadata }, problems } };
}

type Fail = (pointer: string, detail: string) => null;

const members = [
  'text',
  'guid',
  'url',
  'headline',
  'byline',
  'publishedAt',
  'modifiedAt',
  'sourceVersion',
  'publisher',
  'language',
];

/** Longer values are none that a person wrote. */
const longestLine = 2000;
const longestByline = 100;

function readLine(value: unknown, pointer: string, fail: Fail): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') return fail(pointer, 'must be a string or null');
  if (value === '') return fail(pointer, 'is empty: leave it out, or send null');
  return value.length > longestLine ? fail(pointer, `is longer than ${longestLine} characters`) : value;
}

/** A line that people read: tidy, as that of any format is, and without what steers a terminal; null where nothing is left. */
function readWords(value: unknown, pointer: string, fail: Fail): string | null {
  const line = readLine(value, pointer, fail);
  return line === null ? null : toLine(line.replace(/(?!\s)\p{Cc}/gu, ''));
}

function readUrl(value: string | null, pointer: string, fail: Fail): string | null {
  if (value === null) return null;
  const isWeb = URL.canParse(value) && /^https?:\/\//i.test(value);
  return isWeb ? value : fail(pointer, 'must be an absolute http or https address');
}

function readByline(value: unknown, fail: Fail): readonly string[] | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) return fail('/byline', 'must be a list of names');
  if (value.length > longestByline) return fail('/byline', `holds more than ${longestByline} names`);
  return value.flatMap((name: unknown, index) => {
    const pointer = `/byline/${index}`;
    return readWords(name ?? fail(pointer, 'must be a name'), pointer, fail) ?? [];
  });
}

function readTime(value: string | null, pointer: string, fail: Fail): string | null {
  if (value === null) return null;
  const remedy = 'must be a day that exists (2023-10-11) or an instant (2023-10-11T08:30:00Z)';
  return readPublicationTime(value) ?? fail(pointer, remedy);
}

function readVersionNumber(value: unknown, fail: Fail): number | null {
  if (value === undefined || value === null) return null;
  const isNumber = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
  return isNumber ? value : fail('/sourceVersion', 'must be a whole number from 0');
}

function readPublisher(value: unknown, fail: Fail): Publisher | null {
  if (value === undefined || value === null) return null;
  if (!isRecord(value)) return fail('/publisher', 'must be an object { name, url }');
  for (const name of Object.keys(value)) {
    if (name !== 'name' && name !== 'url') {
      fail(pointerTo(['publisher', name]), 'is not known; known are name, url');
    }
  }
  const name = readWords(value['name'], '/publisher/name', fail);
  if (name === null && value['name'] == null) return fail('/publisher/name', 'is missing');
  const url = readUrl(readLine(value['url'], '/publisher/url', fail), '/publisher/url', fail);
  return name === null ? null : { name, url };
}

function readLanguage(value: string | null, fail: Fail): string | null {
  if (value === null) return null;
  const remedy = 'must be a BCP 47 tag ("en", "en-GB")';
  // The grammar leaves room for languages of more letters ("klingon"); none was ever registered.
  if (!/^[a-z]{2,3}(?:-|$)/i.test(value)) return fail('/language', remedy);
  try {
    return Intl.getCanonicalLocales(value)[0] ?? null;
  } catch {
    return fail('/language', remedy);
  }
}

/** What the sender leaves out is not said; null in the metadata would be: known to be nothing. */
function withoutNulls<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const said = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(said) as { [K in keyof T]?: NonNullable<T[K]> };
}

function showFault(fault: InputFault): string {
  const place = 'pointer' in fault ? fault.pointer : fault.parameter;
  return place === '' ? `it ${fault.detail}` : `${place} ${fault.detail}`;
}
