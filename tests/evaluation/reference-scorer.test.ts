import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AnnotatedText, Prediction, QuoteAnnotation } from '../../src/evaluation/annotation.ts';
import {
  readAnnotatedTexts,
  readLines,
  readPredictions,
  readString,
  writePrediction,
} from '../../src/evaluation/polnear.ts';
import { scoreByKind, scoreRows, showPercent } from '../../src/evaluation/score-report.ts';
import { scoreResolvedSpeakers } from '../../src/evaluation/score-speakers.ts';
import { keepSpeech } from '../../src/evaluation/score-speech.ts';
import { sharedPath } from '../support/shared.ts';

// Python takes a second or more for each run, several on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const goldPath = sharedPath('corpora/quotes/polnear.dev.jsonl');

describe.skipIf(goldPath === null)(
  "our scorer prints the same figures as the corpus's own, in Python",
  () => {
    const gold = goldPath === null ? [] : readAnnotatedTexts(read(goldPath));
    let folder: string;
    const python = (script: string, ...files: string[]) =>
      execFileSync('python3', [sharedPath(`corpora/quotes/${script}`)!, ...files], { encoding: 'utf8' });
    const predictions = new Map<string, { path: string; texts: readonly Prediction[] }>();

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'onrecord-score-'));
      const save = (name: string, lines: string) => {
        const path = join(folder, `${name}.jsonl`);
        writeFileSync(path, lines);
        predictions.set(name, { path, texts: readPredictions(lines) });
      };
      save('regular expressions', python('baseline_regex.py', goldPath!));
      save('perturbed gold', gold.map((text, i) => writePrediction(perturb(text, i))).join('\n'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each(['regular expressions', 'perturbed gold'])('%s, all attributions', (name) => {
      const { path, texts } = predictions.get(name)!;
      expect(ourFigures(gold, texts)).toEqual(theirFigures(python('score.py', goldPath!, path)));
    });

    it.each(['regular expressions', 'perturbed gold'])('%s, speech alone', (name) => {
      const { path, texts } = predictions.get(name)!;
      const lemmas = read(sharedPath('corpora/quotes/speech_cues.txt')!)
        .trim()
        .split('\n')
        .filter((line) => !line.startsWith('#'));
      const speech = keepSpeech(gold, texts, lemmas);
      const theirs = theirFigures(python('score.py', goldPath!, path, '--speech'));
      expect(ourFigures(speech.gold, speech.predictions)).toEqual(theirs);
    });

    it.each(['regular expressions', 'perturbed gold'])('%s, people behind pronouns', (name) => {
      const { path, texts } = predictions.get(name)!;
      const resolvedPath = sharedPath('corpora/quotes/polnear.resolved.dev.jsonl')!;
      const resolved = readLines(read(resolvedPath), (record) => ({
        id: readString(record, 'id'),
        quote: Number(record['quote']),
        speaker: readString(record, 'speaker'),
      }));
      const { right, silent, total } = scoreResolvedSpeakers(gold, resolved, texts);
      expect(python('score_resolved.py', goldPath!, resolvedPath, path).trim()).toBe(
        `${right} of ${total} right (${showPercent((100 * right) / total).trim()} %), ${silent} without an answer`,
      );
    });
  },
);

/** The figures of the tables that both print; theirs has no table for mixed quotes alone. */
function ourFigures(gold: readonly AnnotatedText[], predictions: readonly Prediction[]): readonly string[] {
  const scores = scoreByKind(gold, predictions);
  return ['all', 'direct+mixed', 'direct', 'indirect'].flatMap((kind) =>
    scoreRows(scores.get(kind)!).map(([, figures]) => figures),
  );
}

/** The lines of `score.py`, without their labels. */
function theirFigures(output: string): readonly string[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('   '))
    .map((line) => line.slice(40));
}

/** Gold with every kind of mistake in it, the same ones on every run. */
function perturb(text: AnnotatedText, textIndex: number): Prediction {
  let seed = textIndex + 1;
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const quotes = text.quotes.flatMap((quote): QuoteAnnotation[] => {
    const [first] = quote.content;
    const names = ['Donald Trump', 'Hillary Clinton', null];
    const named: QuoteAnnotation = { ...quote, speaker: names[random(3)]! };
    switch (random(8)) {
      case 0:
        return [];
      case 1:
        return [{ ...named, source: [] }];
      case 2:
        return [
          {
            ...named,
            kind: null,
            content: [{ start: first!.start, end: (first!.start + first!.end + 1) >> 1 }],
          },
        ];
      case 3:
        return [{ ...named, source: quote.cue, cue: quote.source }];
      case 4:
        return [
          { ...named, content: [first!], cue: [] },
          { ...named, kind: null },
        ];
      case 5:
        return [
          { ...named, kind: 'mixed', content: [{ start: Math.max(0, first!.start - 40), end: first!.end }] },
        ];
      default:
        return [named];
    }
  });
  return { id: text.id, quotes };
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}
