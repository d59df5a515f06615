import { lineOf, membersOf, namesIn } from './json/fields.ts';
import { type JsonValue, valueAt } from './json/places.ts';
import { type JsonFormat, listObjects, readJsonStories } from './json/stories.ts';
import { readNinjsItem } from './ninjs.ts';
import type { Reader } from './reader.ts';
import { findAgencies, knownFields, readBylineField } from './story/news-fields.ts';
import type { Story } from './story/story.ts';

/** The JSON of the Associated Press's Media API, a dialect of ninjs 1: one item, or a feed of them. */
export const apJson: Reader = {
  name: 'AP Media API',
  mediaTypes: ['application/json'],
  recognizes: (text) => /^\s*[{[]/.test(text) && /"altids"\s*:\s*\{[^{}]*"itemid"\s*:/.test(text),
  read: (input) => readJsonStories(input, format),
};

const format: JsonFormat = { mediaType: 'application/json', what: 'item of AP', listItems, readItem };

function listItems(json: string, whole: JsonValue): readonly JsonValue[] {
  const data = valueAt(json, whole, 'data') ?? whole;
  const items = listObjects(json, data, 'items').map((one) => valueAt(json, one, 'item') ?? one);
  return items.filter(({ value }) => /^(?:text)?$/.test(lineOf(membersOf(value)['type']) ?? ''));
}

/** AP names the item by its id: the address is one of the API, good for this one answer of it. */
function readItem(json: string, at: JsonValue): Story {
  const item = membersOf(at.value);
  const { metadata, ...content } = readNinjsItem(json, at);
  const { url: _, ...fields } = metadata;
  const { city, countryareaname, countryname } = membersOf(item['datelinelocation']);
  const place = [city, countryareaname ?? countryname].flatMap((name) => lineOf(name) ?? []).join(', ');
  const provider = lineOf(item['provider']) ?? 'AP';
  return {
    ...content,
    metadata: {
      ...fields,
      ...knownFields({
        guid: lineOf(membersOf(item['altids'])['itemid']),
        byline: namesIn(item['bylines'], 'by').flatMap(readBylineField),
        dateline: fields.dateline ?? (place === '' ? null : { place, date: null, agency: null }),
        publisher: { name: provider, url: null },
        agencies: findAgencies(provider, ...(fields.agencies ?? [])),
      }),
    },
  };
}
