import type { EntityType } from '../domain/entity.ts';
import { lineOf, membersOf, namesIn } from './json/fields.ts';
import { readNinjsContent } from './json/ninjs-content.ts';
import { type JsonValue, listMembers, valueAt } from './json/places.ts';
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
  readWebAddress,
} from './story/news-fields.ts';
import type { Story } from './story/story.ts';

const mediaType = 'application/vnd.iptc.ninjs+json';

/** News in JSON of the IPTC, versions 1 to 3, also as Superdesk writes it. */
export const ninjs: Reader = {
  name: 'ninjs',
  mediaTypes: [mediaType, 'application/json'],
  recognizes: (text) => /^\s*[{[]/.test(text) && ownMembers.test(text),
  read: (input) => readJsonStories(input, format),
};

/** Members that no other format of JSON has. */
const ownMembers =
  /"(?:versioncreated|pubstatus|representationtype|body_(?:text|html|xhtml|nitf)|headlines|bodies)"\s*:/i;

const format: JsonFormat = { mediaType, what: 'ninjs item', listItems, readItem: readNinjsItem };

/** Of a package without a body of its own, the texts that it holds. */
function listItems(json: string, whole: JsonValue): readonly JsonValue[] {
  const items = listObjects(json, whole, 'items', 'item').filter(isStory);
  return items.flatMap((item) => {
    if (hasBody(item)) return [item];
    const held = listMembers(json, valueAt(json, item, 'associations'))
      .filter(isStory)
      .filter(hasBody);
    return held.length > 0 ? held : [item];
  });
}

/** Pictures and films are none; what has no type may be anything. */
function isStory({ value }: JsonValue): boolean {
  const type = lineOf(membersOf(value)['type']) ?? '';
  return !/^(?:picture|photo|graphic|video|audio|animation|event|planning)$/i.test(type);
}

function hasBody({ value }: JsonValue): boolean {
  return Object.entries(membersOf(value)).some(
    ([name, body]) => /^bod(?:y_|ies$)/.test(name) && body != null,
  );
}

/** What an item says; its values have their places in `json`. */
export function readNinjsItem(json: string, at: JsonValue): Story {
  const item = membersOf(at.value);
  const line = (...names: string[]) =>
    names.map((name) => lineOf(item[name])).find((found) => found !== null) ?? null;
  const { metadata: inner, ...content } = readNinjsContent(json, at);

  const uri = line('uri');
  const publishedAt = readTime(line('firstpublished', 'versioncreated', 'contentcreated', 'firstcreated'));
  const altIds = namesIn(item['altids'], 'value', ({ role }) => uri === null || role === 'guid');
  const sources = [...namesIn(item['infosources']), ...namesIn(item['infosource'])];
  const publisher = line('copyrightholder', 'provider', 'source') ?? sources[0] ?? null;
  const byline = readBylineField(line('by', 'byline'));
  const authors = namesIn(item['authors'], 'name', isAuthor).flatMap(readBylineField);
  return {
    ...content,
    metadata: {
      ...inner,
      ...knownFields({
        guid: line('guid') ?? altIds[0] ?? uri ?? null,
        url: readWebAddress(uri),
        headline: readHeadline(item['headlines']) ?? line('headline', 'title'),
        byline: byline.length > 0 ? byline : (inner.byline ?? authors),
        dateline:
          readDatelineField(line('dateline')) ?? readDatelineField(line('located')) ?? inner.dateline ?? null,
        publishedAt,
        modifiedAt: readTime(line('versioncreated')),
        sourceVersion: readVersionNumber(item['version']),
        publisher: publisher === null ? null : { name: publisher, url: null },
        agencies: findAgencies(
          ...[publisher, line('source'), ...sources, line('by', 'byline'), line('creditline')],
          ...(inner.agencies ?? []),
        ),
        credit: line('creditline'),
        language: readLanguage(line('language')),
        status: readStatus(line('pubstatus')),
        embargoedUntil: readEmbargo(line('embargoed'), publishedAt),
        completeness: /^(?:partial|incomplete)$/.test(line('representationtype') ?? '') ? 'summary' : null,
      }),
    },
    names: [
      ...content.names,
      ...statedTypes.flatMap(([list, type]) => namesIn(item[list]).map((name) => ({ name, type }))),
    ],
  };
}

function isAuthor({ role }: Readonly<Record<string, unknown>>): boolean {
  return !/edit|photo|translat/i.test(lineOf(role) ?? '');
}

/** The main one, otherwise the first. */
function readHeadline(headlines: unknown): string | null {
  const all = Array.isArray(headlines) ? headlines.map(membersOf) : [];
  const main = all.find(({ role }) => /main|headline/i.test(String(role)));
  return lineOf((main ?? all[0])?.['value']);
}

const statedTypes: readonly (readonly [string, EntityType])[] = [
  ['person', 'person'],
  ['people', 'person'],
  ['organisation', 'organization'],
  ['organisations', 'organization'],
  ['company', 'organization'],
  ['place', 'place'],
  ['places', 'place'],
  ['event', 'event'],
  ['events', 'event'],
];
