import { type MergingArticle, readMergingArticles, scoreMerging } from '../evaluation/entities.ts';
import { conllTypeOf, scoreNames } from '../evaluation/names.ts';
import { readAnnotatedTexts } from '../evaluation/polnear.ts';
import { readResolvedSources, scoreReferences } from '../evaluation/references.ts';
import { showPercent } from '../evaluation/score-report.ts';
import { findNames } from '../extraction/names.ts';
import { createResources, type Resources } from '../extraction/resources.ts';
import { readResourceFiles } from '../resources.ts';
import { corpusTypes, type NamedDocument, parseNamedDocuments } from '../training/corpora.ts';
import type { EvaluateOptions } from './evaluate.ts';
import { readAs, readText } from './evaluate-files.ts';
import { exitCodes, UsageError } from './exit.ts';
import { write, writeJsonLine } from './output.ts';

/** Figures by name: shares in [0, 1]. */
type Figures = Readonly<Record<string, number>>;

/**
 * Scores one step of finding entities on a corpus made for it; the form of the first record says which step: `ner` is
 * for names, `mentions` for merging them, and `quotes` (with `--resolved`) for the people behind pronouns.
 */
export async function evaluateEntities(file: string, options: EvaluateOptions): Promise<number> {
  const content = await readText(file);
  const resources = createResources(readResourceFiles());
  const { ner, mentions, quotes } = readAs(file, content, readFirstRecord);
  let figures: Figures;
  if (ner !== undefined)
    figures = measureNames(
      readAs(file, content, (text) => parseNamedDocuments(text, 'corpus')),
      resources,
    );
  else if (mentions !== undefined)
    figures = measureMerging(readAs(file, content, readMergingArticles), resources);
  else if (quotes !== undefined && options.resolved !== undefined) {
    const resolved = readAs(options.resolved, await readText(options.resolved), readResolvedSources);
    const { share } = scoreReferences(readAs(file, content, readAnnotatedTexts), resolved, resources);
    figures = { 'references.right': share };
  } else if (quotes !== undefined) {
    throw new UsageError(
      `${file} holds quotes: --resolved must name the file with the people behind pronouns.`,
    );
  } else {
    throw new UsageError(
      `${file} holds neither "ner" (names), nor "mentions" (merging), nor "quotes" (references).`,
    );
  }
  if (options.json === true) await writeJsonLine(figures);
  else
    for (const [name, value] of Object.entries(figures))
      await write(`${name.padEnd(30)}${showPercent(100 * value)}\n`);
  return exitCodes.ok;
}

function readFirstRecord(content: string): Readonly<Record<string, unknown>> {
  const line = content.split('\n').find((one) => one.trim() !== '');
  const record: unknown = line === undefined ? null : JSON.parse(line);
  if (record === null || typeof record !== 'object') throw new Error('the first line must be a JSON object');
  return record as Record<string, unknown>;
}

function measureNames(documents: readonly NamedDocument[], { names: recognizer }: Resources): Figures {
  const scored = documents.map(({ segmented, names }) => ({
    gold: names,
    predicted: findNames(segmented, recognizer).map((name) => ({ ...name, type: conllTypeOf(name.type) })),
  }));
  const { overall, byType } = scoreNames(scored, corpusTypes);
  return Object.fromEntries([
    ['names.f1', overall.f1],
    ...[...byType].map(([type, { f1 }]) => [`names.${type}.f1`, f1]),
  ]);
}

function measureMerging(articles: readonly MergingArticle[], { entities: lexicons }: Resources): Figures {
  return Object.fromEntries(
    [...scoreMerging(articles, lexicons)].map(([type, { f1 }]) => [`merging.${type}.f1`, f1]),
  );
}
