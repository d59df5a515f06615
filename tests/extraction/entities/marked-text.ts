import type { EntityType } from '../../../src/domain/entity.ts';
import type { Span } from '../../../src/domain/span.ts';
import {
  type ArticleEntities,
  findEntities,
  readEntityLexicons,
} from '../../../src/extraction/entities/index.ts';
import type { Name } from '../../../src/extraction/names.ts';
import { readResourceFiles } from '../../../src/resources.ts';
import { segmentText } from '../../../src/text/segment.ts';

export const lexicons = readEntityLexicons(readResourceFiles());

const types: Readonly<Record<string, EntityType>> = {
  p: 'person',
  o: 'organization',
  l: 'place',
  g: 'group',
  w: 'work',
  x: 'other',
};

export interface MarkedText {
  readonly text: string;
  readonly names: readonly Name[];
  /** Where `{…}` stood. */
  readonly references: readonly Span[];
}

/** Reads `[p:Ana Ruiz] said {she} knew [o:Greenpeace].`: names as a tagger would mark them, and references to resolve. */
export function readMarkedText(marked: string): MarkedText {
  let text = '';
  const names: Name[] = [];
  const references: Span[] = [];
  let last = 0;
  for (const match of marked.matchAll(/\[([a-z]):([^\]]*)\]|\{([^}]*)\}/g)) {
    text += marked.slice(last, match.index);
    last = match.index + match[0].length;
    const words = match[2] ?? match[3]!;
    const span = { start: text.length, end: text.length + words.length };
    if (match[3] !== undefined) references.push(span);
    else names.push({ ...span, type: types[match[1]!]!, confidence: 0.9 });
    text += words;
  }
  return { text: text + marked.slice(last), names, references };
}

export function entitiesOf({ text, names }: MarkedText): ArticleEntities {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
    role: 'body' as const,
  }));
  return findEntities(segmentText(text, paragraphs), names, lexicons);
}

/** Each entity as its surfaces in the order of the text, without repetition: "Ana Ruiz = Ruiz". */
export function describeEntities(article: ArticleEntities, type: EntityType | null = null): string[] {
  return article.entities
    .filter((entity) => type === null || entity.type === type)
    .map(({ mentions }) =>
      [...new Set(mentions.map(({ start, end }) => article.segmented.text.slice(start, end)))].join(' = '),
    );
}
