import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnnotatedText } from '../evaluation/annotation.ts';
import { readAnnotatedTexts } from '../evaluation/polnear.ts';
import { keepSpeech } from '../evaluation/score-speech.ts';
import { readGoldFiles, readWorldNews } from './gold-texts.ts';

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
  return readGoldFiles('train').map(({ name, gold: { text, quotes } }) => ({
    id: name,
    text,
    quotes: quotes.map(({ segments, source, cue, kind }) => ({
      content: segments,
      source: source === null ? [] : [source],
      cue: cue === null ? [] : [cue],
      kind,
      speaker: null,
    })),
  }));
}
