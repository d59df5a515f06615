import type { EntityType } from '../domain/entity.ts';
import { lineOf, membersOf, placeFirst } from './json-fields.ts';
import type { JsonValue } from './json-places.ts';
import { type JsonFormat, listObjects, readJsonStories } from './json-stories.ts';
import {
  findAgencies,
  knownFields,
  readBylineField,
  readDatelineField,
  readEmbargo,
  readLanguage,
  readStatus,
  readTime,
} from './news-fields.ts';
import type { Reader } from './reader.ts';
import type { Story } from './story.ts';

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
      publisher: { name: 'dpa', url: null },
      agencies: findAgencies('dpa', dateline?.agency ?? null, line('creditline'), line('byline')),
      credit: line('creditline'),
      language: readLanguage(line('language')),
      status: readStatus(line('pubstatus')),
      embargoedUntil: readEmbargo(line('embargoed'), publishedAt),
    }),
    names: listNames(entry['categories']),
    text: placeFirst(json, at, { path: ['article_html'], isHtml: true }),
    summary: placeFirst(json, at, { path: ['teaser'], isHtml: false }, { path: ['headline'], isHtml: false }),
  };
}

function listNames(categories: unknown): Story['names'] {
  const all = Array.isArray(categories) ? categories.map(membersOf) : [];
  return all.flatMap(({ type, name: found }) => {
    const stated = types.get(String(type).replace(/^.*:/, ''));
    const name = lineOf(found);
    return stated === undefined || name === null ? [] : [{ name, type: stated }];
  });
}

const types: ReadonlyMap<string, EntityType> = new Map([
  ['geosubject', 'place'],
  ['poi', 'place'],
  ['person', 'person'],
  ['organisation', 'organization'],
]);
