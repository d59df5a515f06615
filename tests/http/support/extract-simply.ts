import type { Article } from '../../../src/domain/article.ts';
import type { Entity } from '../../../src/domain/entity.ts';
import type { Quote } from '../../../src/domain/quote.ts';
import type { SourceDocument } from '../../../src/domain/source-document.ts';

const statement = /"([^"]+),?" (\p{Lu}\p{L}+ \p{Lu}\p{L}+) (said)/gu;
const name = /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu;

/**
 * Extraction for tests of the API, which are to hold whatever the real one finds: `"…," First Last said` is a quote,
 * every `First Last` a person, every blank line the end of a paragraph.
 */
export function extractSimply({ raw, metadata, problems }: SourceDocument): Article {
  const text = raw.text.replace(/\p{Surrogate}/gu, '\ufffd');
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map((match, index) => ({
    role: index === 0 ? ('lede' as const) : ('body' as const),
    ...spanOf(match),
  }));
  const entities = findPeople(text);
  const quotes = [...text.matchAll(statement)].map((match): Quote => {
    const content = { start: match.index, end: match.index + match[1]!.length + 2 };
    const source = { start: content.end + 1, end: content.end + 1 + match[2]!.length };
    return {
      id: null,
      kind: 'direct',
      text: match[1]!.replace(/,$/, ''),
      segments: [content],
      verbatim: [{ start: content.start + 1, end: content.end - 1 }],
      cue: { start: source.end + 1, end: source.end + 5 },
      source,
      speaker: entities.findIndex((entity) => entity.name === match[2]),
      speakerRole: null,
      jointSpeakers: [],
      resolution: 'name',
      confidence: 0.9,
      reportedBy: [],
      saidOn: null,
      about: [],
      paragraphIndexes: [
        paragraphs.findIndex(({ start, end }) => start <= content.start && content.end <= end),
      ],
    };
  });
  return {
    guid: null,
    url: null,
    headline: null,
    byline: [],
    dateline: null,
    publishedAt: null,
    modifiedAt: null,
    sourceVersion: null,
    publisher: null,
    agencies: [],
    credit: null,
    language: 'en',
    status: 'usable',
    embargoedUntil: null,
    completeness: 'full',
    ...metadata,
    text,
    wordCount: text.split(/\s+/).length,
    paragraphs,
    entities,
    quotes,
    removed: [],
    problems,
    extractor: 'simple',
  };
}

function findPeople(text: string): Entity[] {
  const people = new Map<string, RegExpExecArray[]>();
  for (const match of text.matchAll(name)) people.set(match[0], [...(people.get(match[0]) ?? []), match]);
  return [...people].map(([fullName, [first, ...others]]) => ({
    id: null,
    name: fullName,
    type: 'person',
    aliases: [],
    roles: [],
    mentions: [spanOf(first!), ...others.map(spanOf)],
  }));
}

function spanOf(match: RegExpExecArray) {
  return { start: match.index, end: match.index + match[0].length };
}
