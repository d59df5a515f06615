import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Article } from '../../src/domain/article.ts';
import type { NonEmpty, Span } from '../../src/domain/span.ts';
import { type GoldArticle, readGold } from '../../src/evaluation/gold.ts';

export interface GoldFile {
  readonly slug: string;
  readonly gold: GoldArticle;
}

/** The gold articles of `data/gold/<folder>`, in the order of their names. */
export function readGoldFolder(folder: 'articles' | 'heldout' | 'second' | 'train'): GoldFile[] {
  const path = fileURLToPath(new URL(`../../data/gold/${folder}/`, import.meta.url));
  return readdirSync(path)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      try {
        return { slug: name.slice(0, -'.txt'.length), gold: readGold(readFileSync(path + name, 'utf8')) };
      } catch (error) {
        throw new Error(`data/gold/${folder}/${name}, ${(error as Error).message}`);
      }
    });
}

/** The article that a perfect extraction would make. */
export function asExtracted(gold: GoldArticle): Article {
  const { tags: _tags, isDateGiven: _isDateGiven, ...metadata } = gold.metadata;
  return {
    guid: null,
    modifiedAt: null,
    sourceVersion: null,
    url: null,
    publisher: null,
    language: 'en',
    status: 'usable',
    embargoedUntil: null,
    completeness: 'full',
    ...metadata,
    text: gold.text,
    wordCount: gold.text.split(/\s+/).length,
    paragraphs: [{ start: 0, end: gold.text.length, role: 'lede' }],
    entities: gold.entities.map((entity) => ({ id: null, ...entity })),
    quotes: gold.quotes.map(({ number: _number, tags: _tags, isOptional: _isOptional, ...quote }) => ({
      id: null,
      ...quote,
      text: wordsOf(gold.text, quote.segments),
      verbatim: [],
      speakerRole: null,
      confidence: 1,
      about: [],
      paragraphIndexes: [0],
    })),
    removed: [],
    problems: [],
    extractor: 'gold',
  };
}

function wordsOf(text: string, segments: NonEmpty<Span>): string {
  return segments.map(({ start, end }) => text.slice(start, end)).join(' ');
}
