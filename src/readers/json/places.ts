import type { Span } from '../../domain/span.ts';

/** A value of a JSON text, and where it stands in it. */
export interface JsonValue extends Span {
  readonly value: unknown;
}

/** The whole of a JSON text, which must be valid, as its parsed value says it is. */
export function wholeOf(json: string, value: unknown): JsonValue {
  const start = skipBlanks(json, 0);
  return { value, start, end: valueEnd(json, start) };
}

/** The value at the end of a path of members and indexes; null where the path leads nowhere. */
export function valueAt(
  json: string,
  from: JsonValue,
  ...path: readonly (string | number)[]
): JsonValue | null {
  let at: JsonValue | null = from;
  for (const step of path) {
    if (at === null) return null;
    at = typeof step === 'number' ? (itemsOf(json, at)[step] ?? null) : memberOf(json, at, step);
  }
  return at;
}

/** The items of a list; none where the value is no list. */
export function itemsOf(json: string, list: JsonValue | null): readonly JsonValue[] {
  if (list === null || !Array.isArray(list.value)) return [];
  const items: JsonValue[] = [];
  let index = list.start + 1;
  for (const value of list.value) {
    const start = skipBlanks(json, index);
    const end = valueEnd(json, start);
    items.push({ value, start, end });
    index = skipBlanks(json, end) + 1;
  }
  return items;
}

/** The items of a list, or the values of an object's members. */
export function listMembers(json: string, from: JsonValue | null): readonly JsonValue[] {
  if (from === null || typeof from.value !== 'object' || from.value === null) return [];
  if (Array.isArray(from.value)) return itemsOf(json, from);
  return Object.keys(from.value).flatMap((name) => memberOf(json, from, name) ?? []);
}

/** Of members of one name the last counts, as it does to `JSON.parse`. */
function memberOf(json: string, { value, start }: JsonValue, name: string): JsonValue | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  let found: JsonValue | null = null;
  let index = skipBlanks(json, start + 1);
  while (json[index] === '"') {
    const nameEnd = valueEnd(json, index);
    const isIt = JSON.parse(json.slice(index, nameEnd)) === name;
    const from = skipBlanks(json, skipBlanks(json, nameEnd) + 1);
    const end = valueEnd(json, from);
    if (isIt) found = { value: (value as Record<string, unknown>)[name], start: from, end };
    index = skipBlanks(json, skipBlanks(json, end) + 1);
  }
  return found;
}

function skipBlanks(json: string, index: number): number {
  while (index < json.length && json.charCodeAt(index) <= 0x20) index++;
  return index;
}

/** Where the value that starts here ends; nothing here recurses, so that no depth of nesting is too deep. */
function valueEnd(json: string, start: number): number {
  let depth = 0;
  let index = start;
  do {
    const character = json[index];
    if (character === '"') index = stringEnd(json, index);
    else {
      if (character === '{' || character === '[') depth++;
      else if (character === '}' || character === ']') depth--;
      index++;
    }
  } while (depth > 0 && index < json.length);
  // A number or a name goes on until something ends it.
  if (/["}\]]/.test(json[index - 1] ?? '')) return index;
  while (index < json.length && !/[\s,}\]]/.test(json[index]!)) index++;
  return index;
}

function stringEnd(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end < 0 ? json.length : end + 1;
}

/** Whether an odd number of backslashes stands before. */
function isEscaped(json: string, index: number): boolean {
  let before = index;
  while (json[before - 1] === '\\') before--;
  return (index - before) % 2 === 1;
}
