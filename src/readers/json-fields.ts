import { findHtmlBlocks } from './html-blocks.ts';
import { isRecord } from './json.ts';
import { type JsonValue, valueAt } from './json-places.ts';
import { toLine } from './news-fields.ts';
import { placeText } from './plain-blocks.ts';
import { noText, type StoryText } from './story.ts';
import { unwrapJsonString, type WrappedText } from './wrapped-text.ts';

/** The members of an object, by their names in lower case: versions of formats differ in capitals. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]));
}

/** A string that says something, on one line, without tags and entities, which stray into fields; null for all else. */
export function lineOf(value: unknown): string | null {
  return typeof value === 'string' ? toLine(value.replace(/<\/?[a-z][^<>]{0,200}>/gi, '')) : null;
}

/** The names in a list of objects that have one, or of strings. */
export function namesIn(list: unknown, member = 'name'): readonly string[] {
  const items = Array.isArray(list) ? list : [];
  return items.flatMap(
    (item: unknown) => lineOf(typeof item === 'string' ? item : membersOf(item)[member]) ?? [],
  );
}

/** What the string at a path says; null where there is none, or a blank one. */
export function unwrapAt(
  json: string,
  from: JsonValue,
  ...path: readonly (string | number)[]
): WrappedText | null {
  const found = valueAt(json, from, ...path);
  return lineOf(found?.value) === null ? null : unwrapJsonString(json, found!.start + 1, found!.end - 1);
}

/** The paragraphs of the first of these members that holds some: HTML, otherwise text. */
export function placeFirst(
  json: string,
  from: JsonValue,
  ...members: readonly { readonly path: readonly (string | number)[]; readonly isHtml: boolean }[]
): StoryText {
  for (const { path, isHtml } of members) {
    const wrapped = unwrapAt(json, from, ...path);
    const text = wrapped === null ? noText : isHtml ? findHtmlBlocks(wrapped) : placeText(wrapped);
    if (text.blocks.length > 0) return text;
  }
  return noText;
}
