import type { EntityType } from '../../domain/entity.ts';
import type { StatedName } from '../../domain/source-document.ts';
import { isRecord, parseJson } from '../json/parse.ts';
import { toLine } from '../story/news-fields.ts';
import { attributeOf, elementsBelow, type HtmlParent, textOf } from './tree.ts';

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
}

/** The first article among all that the page describes; null where it describes none. */
export function findLinkedArticle(page: HtmlParent): LinkedArticle | null {
  const things = listThings(page);
  const byId = new Map(things.map((thing) => [thing['@id'], thing]));
  const article = things.find((thing) => articleType.test(typeOf(thing)));
  if (article === undefined) return null;

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
  };
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

/** Everything that the scripts describe, an object before what it holds. */
function listThings(page: HtmlParent): readonly Thing[] {
  const things: Thing[] = [];
  const collect = (value: unknown, depth: number) => {
    if (depth > deepest) return;
    if (Array.isArray(value)) for (const item of value) collect(item, depth + 1);
    else if (isRecord(value)) {
      things.push(value);
      for (const member of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement'])
        collect(value[member], depth + 1);
    }
  };
  for (const element of elementsBelow(page)) {
    if (element.tagName !== 'script' || !/^application\/ld\+json\b/i.test(attributeOf(element, 'type') ?? ''))
      continue;
    // Line breaks within strings, comments around it: pages are not strict.
    const parsed = parseJson(
      textOf(element).replace(/^(?:<!--|\/\/ ?<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?:\/\/ ?)?\]\]>);?$/g, ''),
    );
    if ('value' in parsed) collect(parsed.value, 0);
  }
  return things;
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
