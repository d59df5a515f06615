import { isRecord, parseJson } from '../json/parse.ts';
import { toLine } from '../story/news-fields.ts';
import { findLinkedArticle, type LinkedArticle } from './json-ld.ts';
import { attributeOf, elementsBelow, type HtmlElement, type HtmlParent, textOf } from './tree.ts';

/** What a page says of its article to machines, and how it is titled. */
export interface PageHead {
  readonly elements: readonly HtmlElement[];
  readonly linked: LinkedArticle | null;
  readonly meta: Meta;
  /** The name of the outlet. */
  readonly publisher: string | null;
  readonly headline: string | null;
}

/** What the `meta` of a page say. Names are in lower case; those of Dublin Core begin with "dc.". */
export interface Meta {
  readonly names: readonly string[];
  all(name: string): readonly string[];
  /** The first of these that says something. */
  text(...names: readonly string[]): string | null;
}

export function readHead(html: string, page: HtmlParent): PageHead {
  const elements = [...elementsBelow(page)];
  const linked = findLinkedArticle(html, page);
  const meta = readMeta(elements);
  const publisher =
    linked?.text('publisher') ?? meta.text('og:site_name', 'dc.publisher', 'publisher', 'application-name');
  const headline = linked?.text('headline') ?? findTitle(elements, meta, publisher);
  return { elements, linked, meta, publisher, headline };
}

function readMeta(elements: readonly HtmlElement[]): Meta {
  const said = new Map<string, string[]>();
  for (const element of elements) {
    const value = element.tagName === 'meta' ? toLine(attributeOf(element, 'content') ?? '') : null;
    if (value === null) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = attributeOf(element, attribute)
        ?.toLowerCase()
        .replace(/^dc(?:terms)?[.:]/, 'dc.')
        .replace(/^og:(?=article:)/, '');
      if (name !== undefined) said.set(name, [...(said.get(name) ?? []), value]);
    }
  }
  for (const [name, values] of readParsely(said.get('parsely-page')?.[0] ?? '')) said.set(name, values);
  return {
    names: [...said.keys()],
    all: (name) => said.get(name) ?? [],
    text: (...names) => names.flatMap((name) => said.get(name) ?? [])[0] ?? null,
  };
}

/** Some outlets state all fields in one, as JSON. */
function readParsely(json: string): readonly (readonly [string, string[]])[] {
  const parsed = parseJson(json);
  if (!('value' in parsed) || !isRecord(parsed.value)) return [];
  const { authors, pub_date: date } = parsed.value;
  return [
    ['parsely-author', (Array.isArray(authors) ? authors : []).map(String)],
    ['parsely-pub-date', typeof date === 'string' ? [date] : []],
  ];
}

/** The title that the page prints, where it is the one of the window too; that one without the outlet's name otherwise. */
function findTitle(elements: readonly HtmlElement[], meta: Meta, publisher: string | null): string | null {
  const windowTitle = elements.find(({ tagName }) => tagName === 'title');
  const title =
    meta.text('og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title') ??
    (windowTitle === undefined ? null : toLine(textOf(windowTitle)));
  const printed = elements.filter(
    (element) => element.tagName === 'h1' || attributeOf(element, 'itemprop') === 'headline',
  );
  const titles = printed.flatMap((element) => toLine(textOf(element)) ?? []);
  if (title === null) return titles[0] ?? null;
  return titles.find((text) => wordsOf(title).includes(wordsOf(text))) ?? withoutOutlet(title, publisher);
}

/** "Rain at sea - The Example", "The Example: Rain at sea", "Rain at sea | News | The Example" */
function withoutOutlet(title: string, publisher: string | null): string {
  const bar = title.indexOf(' | ');
  if (bar > 0) return title.slice(0, bar);
  const outlet = wordsOf(publisher ?? '');
  const isOutlet = (words: string) => words !== '' && (words.includes(outlet) || outlet.includes(words));
  const pieces = title.split(/(\s(?:[–—·»-]|::)\s|:\s)/);
  if (outlet === '' || pieces.length < 3) return title;
  if (isOutlet(wordsOf(pieces.at(-1)!))) return pieces.slice(0, -2).join('');
  return isOutlet(wordsOf(pieces[0]!)) ? pieces.slice(2).join('') : title;
}

/** Words alone, to be compared: "Rain, at sea!" → "rain at sea". */
export function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
