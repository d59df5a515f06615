import { toLine } from '../story/news-fields.ts';
import { placeTyped } from '../story/plain-blocks.ts';
import { noText, type StoryText } from '../story/story.ts';
import { unwrapJsonString, type WrappedText } from '../story/wrapped-text.ts';
import { isRecord } from './parse.ts';
import { type JsonValue, valueAt } from './places.ts';

/** The members of an object, by their names in lower case: versions of formats differ in capitals. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]));
}

/** A string that says something, on one line, without tags and entities, which stray into fields; null for all else. */
export function lineOf(value: unknown): string | null {
  return typeof value === 'string' ? toLine(value.replace(/<\/?[a-z][^<>]{0,200}>/gi, '')) : null;
}

/** What the items of a list are called: strings, or objects with a name. */
export function namesIn(
  list: unknown,
  member = 'name',
  isMeant: (item: Readonly<Record<string, unknown>>) => boolean = () => true,
): readonly string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) => {
    const members = typeof item === 'string' ? { [member]: item } : membersOf(item);
    return isMeant(members) ? (lineOf(members[member]) ?? []) : [];
  });
}

/** What the string at a path says; null where there is none, or a blank one. */
export function unwrapAt(
  json: string,
  from: JsonValue,
  ...path: readonly (string | number)[]
): WrappedText | null {
  const found = valueAt(json, from, ...path);
  if (found === null || typeof found.value !== 'string' || found.value.trim() === '') return null;
  return unwrapJsonString(json, found.start + 1, found.end - 1);
}

/** The paragraphs of the first of the strings at these paths that has some, be it HTML or text. */
export function placeFirst(
  json: string,
  from: JsonValue,
  ...paths: readonly (readonly (string | number)[])[]
): StoryText {
  for (const path of paths) {
    const source = unwrapAt(json, from, ...path);
    const text = source === null ? noText : placeTyped(source, null);
    if (text.blocks.length > 0) return text;
  }
  return noText;
}
