import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnnotatedText } from '../evaluation/annotation.ts';
import { describeFaults } from '../evaluation/gold-report.ts';
import { readAnnotatedTexts, readLines, readString, writePrediction } from '../evaluation/polnear.ts';
import { type ExtractedText, judgeSpeakers, predictQuotes } from '../evaluation/score-article.ts';
import { type ConfidenceScore, scoreConfidence } from '../evaluation/score-confidence.ts';
import { listQuoteErrors } from '../evaluation/score-errors.ts';
import { scoreByKind, scoreRows, showPercent } from '../evaluation/score-report.ts';
import { type ResolvedSource, scoreResolvedSpeakers } from '../evaluation/score-speakers.ts';
import { keepSpeech } from '../evaluation/score-speech.ts';
import { attachTexts, readStandoffQuotes } from '../evaluation/standoff.ts';
import { extract } from '../index.ts';
import type { EvaluateOptions } from './evaluate.ts';
import { readAs, readText } from './evaluate-files.ts';
import { exitCodes } from './exit.ts';
import { plural, write, writeJsonLine } from './output.ts';
import { startProgress } from './progress.ts';

/** Extracts the texts of a corpus in PolNeAR's form, and scores the quotes as the corpus's own scorer does. */
export async function evaluateCorpus(file: string, options: EvaluateOptions): Promise<number> {
  const texts =
    options.texts === undefined
      ? readAs(file, await readText(file), readAnnotatedTexts)
      : await readWithTexts(file, options.texts);
  const resolved =
    options.resolved === undefined
      ? null
      : readAs(options.resolved, await readText(options.resolved), readResolved);
  const cues = options.speech === undefined ? null : readCues(await readText(options.speech));

  const started = performance.now();
  const predicted = predictAll(texts);
  const seconds = (performance.now() - started) / 1000;
  if (options.predictions !== undefined) {
    await writeFile(
      options.predictions,
      predicted.map((prediction) => `${writePrediction(prediction)}\n`).join(''),
    );
  }

  const { gold, predictions } =
    cues === null ? { gold: texts, predictions: predicted } : keepSpeech(texts, predicted, cues);
  const scores = scoreByKind(gold, predictions);
  const confidence = scoreConfidence(judgeSpeakers(texts, predicted));
  const speakers = resolved === null ? null : scoreResolvedSpeakers(texts, resolved, predicted);
  if (options.json === true) {
    await writeJsonLine({
      articles: texts.length,
      seconds,
      scores: Object.fromEntries(scores),
      confidence,
      speakers,
    });
  } else {
    await write(`${plural(texts.length, 'article')}, ${(texts.length / seconds).toFixed(0)} a second\n`);
    for (const [kind, score] of scores) {
      await write(`\n${kind}\n`);
      for (const [label, figures] of scoreRows(score)) await write(`  ${label.padEnd(28)}${figures}\n`);
    }
    await write(describeConfidence(confidence));
    if (speakers !== null) {
      const share = showPercent((100 * speakers.right) / Math.max(1, speakers.total)).trim();
      const counts = `${speakers.right} of ${speakers.total} right (${share} %), ${speakers.silent} without an answer`;
      await write(`\npeople behind pronouns\n  ${counts}\n`);
    }
  }
  if (options.errors === true) await write(describeFaults(listQuoteErrors(gold, predictions)));
  return exitCodes.ok;
}

/** Quotes without their texts, which lie in a folder of corpora: `<folder>/entities/<corpus>.jsonl`. */
async function readWithTexts(file: string, folder: string): Promise<readonly AnnotatedText[]> {
  const standoff = readAs(file, await readText(file), readStandoffQuotes);
  const corpora = new Map<string, string>();
  for (const name of new Set(standoff.map(({ corpus }) => corpus)))
    corpora.set(name, await readText(join(folder, 'entities', `${name}.jsonl`)));
  return attachTexts(standoff, corpora);
}

function predictAll(texts: readonly AnnotatedText[]): readonly ExtractedText[] {
  const progress = startProgress(texts.length);
  const predictions = texts.map(({ id, text }, index) => {
    progress.show(index, 'extracting');
    return predictQuotes(id, text, extract(text));
  });
  progress.end();
  return predictions;
}

function describeConfidence({ count, calibrationError, areaUnderCurve, sure }: ConfidenceScore): string {
  const lines = [
    `confidence, over ${count} quotes found`,
    `  calibration error           ${calibrationError.toFixed(3)}`,
    `  area under the ROC curve    ${areaUnderCurve === null ? 'none: all right or all wrong' : areaUnderCurve.toFixed(3)}`,
    `  sure (at least 0.9)         ${showPercent(100 * sure.share)} % of them, ${showPercent(100 * sure.right)} % right`,
  ];
  return `\n${lines.join('\n')}\n`;
}

function readResolved(content: string): readonly ResolvedSource[] {
  return readLines(content, (record) => {
    const quote = record['quote'];
    if (!Number.isInteger(quote)) throw new Error('"quote" must be the index of a quote');
    return { id: readString(record, 'id'), quote: Number(quote), speaker: readString(record, 'speaker') };
  });
}

function readCues(content: string): readonly string[] {
  return content
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
