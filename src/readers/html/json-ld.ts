import type { EntityType } from '../../domain/entity.ts';
import type { StatedName } from '../../domain/source-document.ts';
import { isRecord, parseJson } from '../json/parse.ts';
import { valueAt, wholeOf } from '../json/places.ts';
import { toLine } from '../story/news-fields.ts';
import { unwrapJsonString, type WrappedText } from '../story/wrapped-text.ts';
import { attributeOf, elementsBelow, type HtmlParent } from './tree.ts';

/** What the JSON-LD of a page (schema.org) says of its article. */
export interface LinkedArticle {
  /** The first of these members that says something, on one line; of an object its name. */
  text(...members: readonly string[]): string | null;
  /** The names of all that a member lists, without those of the other type where one is asked for. */
  list(member: string, type?: RegExp): readonly string[];
  /** The address of what a member names. */
  addressOf(member: string): string | null;
  /** Those whom it is about, or who are mentioned, as far as it says what they are. */
  readonly names: readonly StatedName[];
  /** Its story, as text or as HTML; null where it is not there. */
  readonly body: WrappedText | null;
}

/** The first article among all that a page of `html` describes; null where it describes none. */
export function findLinkedArticle(html: string, page: HtmlParent): LinkedArticle | null {
  const things = listThings(html, page);
  const byId = new Map(things.map(({ thing }) => [thing['@id'], thing]));
  const found = things.find(({ thing }) => articleType.test(typeOf(thing)));
  if (found === undefined) return null;
  const article = found.thing;

  const valuesOf = (member: string) => {
    const value = article[member];
    return (Array.isArray(value) ? value : [value]).map((one: unknown) => {
      // A graph names its parts by reference.
      const isReference = isRecord(one) && one['name'] === undefined && one['@id'] !== undefined;
      return isReference ? (byId.get(one['@id']) ?? one) : one;
    });
  };
  const list = (member: string, type: RegExp | null = null) =>
    valuesOf(member)
      .filter((value) => type === null || !isRecord(value) || type.test(typeOf(value)))
      .flatMap((value) => nameOf(value) ?? []);
  return {
    list,
    text: (...members) => members.flatMap((member) => list(member))[0] ?? null,
    addressOf: (member) => {
      const [value] = valuesOf(member);
      return isRecord(value) ? nameOf(value['url'] ?? value['@id']) : nameOf(value);
    },
    names: [...valuesOf('about'), ...valuesOf('mentions')].flatMap((value) => {
      const type = isRecord(value)
        ? entityTypes.find(([types]) => types.test(typeOf(value)))?.[1]
        : undefined;
      const name = nameOf(value);
      return type === undefined || name === null ? [] : [{ name, type }];
    }),
    body: typeof article['articleBody'] === 'string' ? bodyOf(html, found) : null,
  };
}

function bodyOf(html: string, { script: { json, start, value }, path }: Described): WrappedText | null {
  const body = valueAt(json, wholeOf(json, value), ...path, 'articleBody');
  return body === null ? null : unwrapJsonString(html, start + body.start + 1, start + body.end - 1);
}

type Thing = Readonly<Record<string, unknown>>;

/** NewsArticle, its kinds, and what pages of news call theirs instead. */
const articleType = /(?:Article|BlogPosting|LiveBlogPosting|Report)$/;

const entityTypes: readonly (readonly [RegExp, EntityType])[] = [
  [/Person$/, 'person'],
  [/(?:Organization|Corporation|Party|Team)$/, 'organization'],
  [/(?:Place|Country|City|State|AdministrativeArea)$/, 'place'],
  [/Event$/, 'event'],
];

/** A thing, and where it stands. */
interface Described {
  readonly thing: Thing;
  readonly script: Script;
  readonly path: readonly (string | number)[];
}

/** Everything that the scripts describe, an object before what it holds. */
function listThings(html: string, page: HtmlParent): readonly Described[] {
  const things: Described[] = [];
  const collect = (script: Script, value: unknown, path: Described['path']) => {
    if (path.length > deepest) return;
    if (Array.isArray(value))
      for (const [index, item] of value.entries()) collect(script, item, [...path, index]);
    else if (isRecord(value)) {
      things.push({ thing: value, script, path });
      for (const member of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement'])
        collect(script, value[member], [...path, member]);
    }
  };
  for (const script of listScripts(html, page)) collect(script, script.value, []);
  return things;
}

/** JSON-LD that a page holds; places in `json` are as far behind `start` in the page. */
interface Script {
  readonly json: string;
  readonly start: number;
  readonly value: unknown;
}

function* listScripts(html: string, page: HtmlParent): Iterable<Script> {
  for (const element of elementsBelow(page)) {
    if (element.tagName !== 'script' || !/^application\/ld\+json\b/i.test(attributeOf(element, 'type') ?? ''))
      continue;
    const place = element.childNodes[0]?.sourceCodeLocation;
    if (place == null) continue;
    const start = place.startOffset;
    const json = blankOut(html.slice(start, place.endOffset));
    const parsed = parseJson(json);
    if ('value' in parsed) yield { json, start, value: parsed.value };
  }
}

/** Puts blanks for what makes no JSON: line breaks within strings, comments around it. Pages are not strict. */
function blankOut(script: string): string {
  return script
    .replace(/\s/g, ' ')
    .replace(/^ *(?:<!--|\/\/ ?<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?:\/\/ ?)?\]\]>);? *$/g, (comment) =>
      ' '.repeat(comment.length),
    );
}

const deepest = 8;

function typeOf(thing: Thing): string {
  const type = thing['@type'];
  return String(Array.isArray(type) ? type[0] : type);
}

function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return toLine(value);
  return isRecord(value) && typeof value['name'] === 'string' ? toLine(value['name']) : null;
}
