import { OnrecordError } from '../../domain/errors.ts';
import type { DecodedInput, Reading } from '../reader.ts';
import { type Story, toReading } from '../story/story.ts';
import { isRecord, parseJson } from './parse.ts';
import { itemsOf, type JsonValue, valueAt, wholeOf } from './places.ts';

/** A format of JSON whose items are stories. */
export interface JsonFormat {
  readonly mediaType: string;
  /** What people call an item. */
  readonly what: string;
  /** The items of an input that are stories. */
  listItems(json: string, whole: JsonValue): readonly JsonValue[];
  /** What one item says; its values have their places in `json`. `whole` is the value of the input. */
  readItem(json: string, item: JsonValue, whole: unknown): Story;
}

/** Reads every item. The raw copy of the only one is the whole input, otherwise each has its own stretch of it. */
export function* readJsonStories(
  { text, mediaType, problems }: DecodedInput,
  format: JsonFormat,
): Iterable<Reading> {
  const parsed = parseJson(text);
  if ('fault' in parsed) {
    yield { place: null, fault: parsed.fault };
    return;
  }
  const items = format.listItems(text, wholeOf(text, parsed.value));
  if (items.length === 0) {
    yield {
      place: null,
      fault: new OnrecordError('empty-article', `It holds no ${format.what} that is a text.`),
    };
  }
  for (const [index, item] of items.entries()) {
    const isOnly = items.length === 1;
    const raw = isOnly ? text : text.slice(item.start, item.end);
    const story = format.readItem(raw, isOnly ? item : wholeOf(raw, item.value), parsed.value);
    const place = isOnly ? null : `item ${index + 1}`;
    yield toReading(
      { text: raw, mediaType: mediaType ?? format.mediaType },
      place,
      story,
      problems,
      `The ${format.what}`,
    );
  }
}

/** The objects of a list, of a list in a member of one of these names, or the value itself. */
export function listObjects(
  json: string,
  whole: JsonValue,
  ...wrappers: readonly string[]
): readonly JsonValue[] {
  const lists = [whole, ...wrappers.map((name) => valueAt(json, whole, name))];
  const list = lists.find((value) => Array.isArray(value?.value));
  return (list == null ? [whole] : itemsOf(json, list)).filter(({ value }) => isRecord(value));
}
