import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnnotatedText } from '../evaluation/annotation.ts';
import { readGold } from '../evaluation/gold.ts';
import { readAnnotatedTexts } from '../evaluation/polnear.ts';
import { keepSpeech } from '../evaluation/score-speech.ts';
import { attachTexts, readStandoffQuotes } from '../evaluation/standoff.ts';

const gold = new URL('../../data/gold/', import.meta.url);

/** All annotated articles that quotes are learned from, of every source the speech alone. */
export function readQuoteTexts(corpora: string): readonly AnnotatedText[] {
  return [...readPolnear(join(corpora, 'quotes')), ...readOwnArticles(), ...readWorldNews(corpora)];
}

/** Beliefs, intentions and acts, which PolNeAR marks as well, are left out. */
function readPolnear(folder: string): readonly AnnotatedText[] {
  const texts = readAnnotatedTexts(readFileSync(join(folder, 'polnear.train.jsonl'), 'utf8'));
  const cues = readFileSync(join(folder, 'speech_cues.txt'), 'utf8').split('\n');
  const lemmas = cues.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  return keepSpeech(texts, [], lemmas).gold;
}

/** The project's own articles, of every style and phenomenon; those that are measured on are in other folders. */
function readOwnArticles(): readonly AnnotatedText[] {
  const folder = new URL('train/', gold);
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.sort().map((name) => {
    const { text, quotes } = readGold(readFileSync(new URL(name, folder), 'utf8'));
    return {
      id: name,
      text,
      quotes: quotes.map(({ segments, source, cue, kind }) => ({
        content: segments,
        source: source === null ? [] : [source],
        cue: cue === null ? [] : [cue],
        kind,
        speaker: null,
      })),
    };
  });
}

/** Real news of all continents, whose texts are in a corpus for names. */
function readWorldNews(corpora: string): readonly AnnotatedText[] {
  const quotes = readStandoffQuotes(readFileSync(new URL('standoff/world-news.jsonl', gold), 'utf8'));
  const names = [...new Set(quotes.map(({ corpus }) => corpus))];
  const texts = names.map((name) => {
    return [name, readFileSync(join(corpora, 'entities', `${name}.jsonl`), 'utf8')] as const;
  });
  return attachTexts(quotes, new Map(texts));
}
