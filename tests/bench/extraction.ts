import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEntities } from '../../dist/extraction/entities/index.js';
import { findNames } from '../../dist/extraction/names.js';
import { attributeQuotes, presentQuotes } from '../../dist/extraction/quotes/find-quotes.js';
import { createResources } from '../../dist/extraction/resources.js';
import { extract } from '../../dist/index.js';
import { readResourceFiles } from '../../dist/resources.js';
import { openSqliteStore } from '../../dist/storage/sqlite/article-store.js';
import { cleanCopy } from '../../dist/text/clean.js';
import { segmentText } from '../../dist/text/segment.js';
import { readSamples } from './articles.ts';
import { mean, median, type Row, showCount, type Table } from './table.ts';

const rounds = 15;

/** Until the engine has compiled all that it will, some 500 articles pass, each slower than those after it. */
const warmUpRounds = 40;
const firstRounds = 8;

/** The length of an article of a newspaper, roughly; the samples are shorter. */
const usualWords = 500;

/** How many articles a second go from raw text to stored record, and where the time goes? One thread. */
export async function measureExtraction(): Promise<Table> {
  const loading = performance.now();
  const resources = createResources(readResourceFiles());
  const loaded = performance.now() - loading;
  const samples = readSamples();
  const stages = { clean: 0, segment: 0, names: 0, entities: 0, quotes: 0 };
  let tokens = 0;

  /** The stages of `extract`, one after the other, with a clock between them. */
  const runStages = (text: string) => {
    let last = performance.now();
    const lap = (stage: keyof typeof stages) => {
      const now = performance.now();
      stages[stage] += now - last;
      last = now;
    };
    const copy = cleanCopy(text, { blocks: null, replacements: [], headline: null });
    lap('clean');
    const segmented = segmentText(copy.text, copy.paragraphs);
    lap('segment');
    const names = findNames(segmented, resources.names);
    lap('names');
    const found = findEntities(segmented, names, resources.entities);
    lap('entities');
    const { quotes } = resources;
    presentQuotes(attributeQuotes(found, quotes), found, quotes.speakers, copy.header.publishedAt ?? null);
    lap('quotes');
    tokens += segmented.tokens.length;
  };
  const runRounds = (times: number): void => {
    for (let round = 0; round < times; round++) for (const text of samples) runStages(text);
  };
  const started = performance.now();
  runRounds(firstRounds);
  const first = performance.now() - started;
  runRounds(warmUpRounds - firstRounds);
  for (const stage of Object.keys(stages)) stages[stage as keyof typeof stages] = 0;
  tokens = 0;
  runRounds(rounds);
  const count = rounds * samples.length;
  const total = Object.values(stages).reduce((sum, time) => sum + time, 0);
  const toEntities = total - stages.quotes - stages.clean;

  const stored = await measureStoring(samples);
  const words = samples.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / samples.length;
  const rate = (1000 * count) / total;
  const figure = (question: string, shown: string): Row => ({ question, figures: [shown] });
  const rows = [
    figure(`articles a second, raw text to record (${Math.round(words)} words each)`, showCount(rate)),
    figure(
      `  at the same speed a word, with ${usualWords} words each`,
      showCount((rate * words) / usualWords),
    ),
    figure(
      `  of the first ${firstRounds * samples.length}, while the engine compiles`,
      showCount((1000 * firstRounds * samples.length) / first),
    ),
    ...Object.entries(stages).map(([stage, time]) =>
      figure(
        `  of which ${stage}`,
        `${((100 * time) / total).toFixed(0)} %, ${((1000 * time) / count).toFixed(0)} µs`,
      ),
    ),
    figure('articles a second, raw text to committed record', showCount(stored.rate)),
    figure('  of which the store', `${stored.microseconds.toFixed(0)} µs`),
    figure('tokens a second, clean text to entities', showCount((1000 * tokens) / toEntities)),
    figure('lexicons and models loaded', `${loaded.toFixed(0)} ms`),
    figure('resident memory after all this', `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`),
  ];
  return { heading: 'From text to record, one thread', columns: [''], rows };
}

/** One transaction an article, each time a new one: the samples under other addresses. */
async function measureStoring(samples: readonly string[]): Promise<{ rate: number; microseconds: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const store = await openSqliteStore(join(folder, 'bench.db'));
  const [whole, storing]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round < rounds; round++) {
      for (const [index, text] of samples.entries()) {
        const started = performance.now();
        const article = extract(text, { metadata: { guid: `${round}-${index}` } });
        const extracted = performance.now();
        await store.save(article, { text, mediaType: 'text/plain' });
        whole.push(performance.now() - started);
        storing.push(performance.now() - extracted);
      }
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
  return { rate: 1000 / mean(whole), microseconds: 1000 * median(storing) };
}
