import { lineOf, membersOf, namesIn, placeFirst } from './json/fields.ts';
import { itemsOf, type JsonValue, valueAt } from './json/places.ts';
import { type JsonFormat, listObjects, readJsonStories } from './json/stories.ts';
import type { Reader } from './reader.ts';
import {
  findAgencies,
  knownFields,
  readBylineField,
  readLanguage,
  readTime,
  readWebAddress,
} from './story/news-fields.ts';
import type { Story, StoryText } from './story/story.ts';

/** The JSON of the Guardian's content API: one item, or the results of a search. */
export const guardianJson: Reader = {
  name: 'Guardian content API',
  mediaTypes: ['application/json'],
  recognizes: (text) => /^\s*[{[]/.test(text) && /"webPublicationDate"\s*:/.test(text),
  read: (input) => readJsonStories(input, format),
};

const format: JsonFormat = {
  mediaType: 'application/json',
  what: 'item of the Guardian',
  listItems,
  readItem,
};

function listItems(json: string, whole: JsonValue): readonly JsonValue[] {
  const response = valueAt(json, whole, 'response') ?? whole;
  const only = valueAt(json, response, 'content');
  return only === null ? listObjects(json, response, 'results') : [only];
}

function readItem(json: string, at: JsonValue): Story {
  const item = membersOf(at.value);
  const fields = membersOf(item['fields']);
  const contributors = namesIn(item['tags'], 'webtitle', ({ type }) => type === 'contributor');
  const byline = lineOf(fields['byline']);
  return {
    metadata: knownFields({
      guid: lineOf(item['id']),
      url: readWebAddress(lineOf(item['weburl'])),
      headline: lineOf(fields['headline']) ?? lineOf(item['webtitle']),
      byline: contributors.length > 0 ? contributors : readBylineField(byline),
      publishedAt: readTime(lineOf(item['webpublicationdate'])),
      modifiedAt: readTime(lineOf(fields['lastmodified'])),
      publisher: {
        name: lineOf(fields['publication'])?.replace(/^theguardian\.com$/, 'The Guardian') ?? 'The Guardian',
        url: 'https://www.theguardian.com',
      },
      agencies: findAgencies(byline),
      language: readLanguage(lineOf(fields['lang'])),
    }),
    names: [],
    text: readBody(json, at),
    summary: placeFirst(json, at, ['fields', 'standfirst'], ['fields', 'trailText'], ['webTitle']),
  };
}

/** The whole body, or the blocks that it is made of. */
function readBody(json: string, item: JsonValue): StoryText {
  const whole = placeFirst(json, item, ['fields', 'body'], ['fields', 'bodyText']);
  if (whole.blocks.length > 0) return whole;
  const parts = itemsOf(json, valueAt(json, item, 'blocks', 'body')).map((block) =>
    placeFirst(json, block, ['bodyHtml']),
  );
  return {
    blocks: parts.flatMap((part) => part.blocks),
    replacements: parts.flatMap((part) => part.replacements),
  };
}
