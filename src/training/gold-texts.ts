import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnnotatedText } from '../evaluation/annotation.ts';
import { type GoldArticle, readGold } from '../evaluation/gold.ts';
import { conllTypeOf } from '../evaluation/names.ts';
import { attachTexts, readStandoffQuotes } from '../evaluation/standoff.ts';
import { findParagraphs } from '../text/paragraphs.ts';
import { segmentText } from '../text/segment.ts';
import type { NamedDocument } from './corpora.ts';

const folder = new URL('../../data/gold/', import.meta.url);

export interface GoldFile {
  readonly name: string;
  readonly gold: GoldArticle;
}

/** The project's own articles of a folder that may be learned from, in the order of their names. */
export function readGoldFiles(set: 'articles' | 'train'): readonly GoldFile[] {
  const files = new URL(`${set}/`, folder);
  return readdirSync(files)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, gold: readGold(readFileSync(new URL(name, files), 'utf8')) }));
}

/** The names of the project's own articles of which every name is annotated, in the classes of the corpora. */
export function readGoldNames(): NamedDocument[] {
  return readGoldFiles('train').flatMap(({ name, gold: { text, entities, hasAllEntities } }) => {
    if (!hasAllEntities) return [];
    const names = entities.flatMap(({ type, mentions }) =>
      mentions.map(({ start, end }) => ({ start, end, type: conllTypeOf(type) })),
    );
    return {
      id: name,
      corpus: 'gold',
      segmented: segmentText(text, findParagraphs(text)),
      names: names.sort((a, b) => a.start - b.start),
    };
  });
}

/** Real news of all continents: its quotes are the project's own, its texts in the corpora for names. */
export function readWorldNews(corpora: string): readonly AnnotatedText[] {
  const standoff = readStandoffQuotes(readFileSync(new URL('standoff/world-news.jsonl', folder), 'utf8'));
  const names = new Set(standoff.map(({ corpus }) => corpus));
  const texts = [...names].map(
    (name) => [name, readFileSync(join(corpora, 'entities', `${name}.jsonl`), 'utf8')] as const,
  );
  return attachTexts(standoff, new Map(texts));
}
