import type { EntityType } from '../domain/entity.ts';
import { lineOf, membersOf, namesIn, placeFirst } from './json/fields.ts';
import type { JsonValue } from './json/places.ts';
import { type JsonFormat, listObjects, readJsonStories } from './json/stories.ts';
import type { Reader } from './reader.ts';
import {
  findAgencies,
  knownFields,
  readBylineField,
  readDatelineField,
  readEmbargo,
  readLanguage,
  readStatus,
  readTime,
  readVersionNumber,
} from './story/news-fields.ts';
import type { Story } from './story/story.ts';

/** The JSON of the German agency dpa. */
export const dpaDigitalWires: Reader = {
  name: 'dpa digital wires',
  mediaTypes: ['application/json'],
  recognizes: (text) => /^\s*[{[][\s\S]{0,2000}?"format"\s*:\s*"digitalwires\b/.test(text),
  read: (input) => readJsonStories(input, format),
};

const format: JsonFormat = {
  mediaType: 'application/json',
  what: 'entry of dpa',
  listItems: (json, whole) => listObjects(json, whole, 'entries', 'items'),
  readItem,
};

function readItem(json: string, at: JsonValue): Story {
  const entry = membersOf(at.value);
  const line = (name: string) => lineOf(entry[name]);
  const dateline = readDatelineField(line('dateline'));
  const publishedAt = readTime(line('version_created')) ?? readTime(line('content_created'));
  return {
    metadata: knownFields({
      guid: line('urn') ?? line('entry_id'),
      headline: line('headline'),
      byline: readBylineField(line('byline')),
      dateline,
      publishedAt,
      modifiedAt: readTime(line('version_created')),
      sourceVersion: readVersionNumber(entry['version']),
      publisher: { name: 'dpa', url: null },
      agencies: findAgencies('dpa', dateline?.agency ?? null, line('creditline'), line('byline')),
      credit: line('creditline'),
      language: readLanguage(line('language')),
      status: readStatus(line('pubstatus')),
      embargoedUntil: readEmbargo(line('embargoed'), publishedAt),
    }),
    names: listNames(entry['categories']),
    text: placeFirst(json, at, ['article_html']),
    summary: placeFirst(json, at, ['teaser'], ['headline']),
  };
}

/** Of the categories those that are called by a name; what kind of thing each is stands behind a colon. */
function listNames(categories: unknown): Story['names'] {
  return [...types].flatMap(([kind, type]) =>
    namesIn(categories, 'name', (category) => String(category['type']).endsWith(`:${kind}`)).map((name) => ({
      name,
      type,
    })),
  );
}

const types: ReadonlyMap<string, EntityType> = new Map([
  ['geosubject', 'place'],
  ['poi', 'place'],
  ['person', 'person'],
  ['organisation', 'organization'],
]);
