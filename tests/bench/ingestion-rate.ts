import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceDocument } from '../../dist/domain/source-document.js';
import { createExtractionThreads } from '../../dist/extraction-threads.js';
import { type IngestionSteps, ingestAll } from '../../dist/ingestion/ingest.js';
import { openSqliteStore } from '../../dist/storage/sqlite/article-store.js';
import { median, type Row, showCount, showRatio } from './table.ts';

const rounds = 3;
/** For each thread, as long as so many rounds: until the engine has compiled all that it will. */
const warmUpRounds = 2;

/**
 * Articles a second from raw text to committed record, all stages, beside those that one thread structures, by turns: each
 * time other ones, which hold words that no thread has met.
 */
export async function measureRate(all: readonly SourceDocument[]): Promise<readonly Row[]> {
  const share = Math.floor(all.length / (rounds + warmUpRounds * availableParallelism()));
  const partOf = (round: number) => all.slice(round * share, (round + 1) * share);
  const cores = availableParallelism();
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const [one, many] = [createExtractionThreads(1), createExtractionThreads(cores)];
  try {
    const warmUp = all.slice(rounds * share);
    await measurePace(warmUp.slice(0, warmUp.length / cores), { extract: one.extract, saveMany: null });
    await measurePace(warmUp, { extract: many.extract, saveMany: null });
    const [extracted, committed]: [Pace[], Pace[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      const documents = partOf(round);
      extracted.push(await measurePace(documents, { extract: one.extract, saveMany: null }));
      const store = await openSqliteStore(join(folder, `${round}.db`));
      committed.push(await measurePace(documents, { extract: many.extract, saveMany: store.saveMany }));
      await store.close();
    }
    const ratioOf = (ratio: (all: Pace, alone: Pace) => number) =>
      median(committed.map((pace, round) => ratio(pace, extracted[round]!)));
    const ratio = ratioOf((whole, alone) => whole.rate / alone.rate);
    const cost = ratioOf((whole, alone) => whole.cpu / alone.cpu);
    // The engine collects garbage and compiles beside its thread: one that structures takes more than one core.
    const most = ratioOf((whole, alone) => (1e6 * cores * share) / whole.cpu / alone.rate);
    return [
      { question: 'articles a second that one thread structures', figures: [rateOf(extracted)] },
      {
        question: `  from raw text to committed record, ${cores} cores`,
        figures: [rateOf(committed)],
      },
      {
        question: '  that to the first',
        figures: [`${(Math.floor(100 * ratio) / 100).toFixed(2)} ×`],
        target: '1.6 × at least, on two cores',
        isMet: cores === 2 ? ratio >= 1.6 : null,
      },
      { question: '  CPU of all stages to that of the first', figures: [showRatio(cost)] },
      {
        question: '  what the cores give at most, where no moment of them is idle',
        figures: [showRatio(most)],
      },
    ];
  } finally {
    await Promise.all([one.close(), many.close()]);
    rmSync(folder, { recursive: true });
  }
}

interface Pace {
  /** Articles a second. */
  readonly rate: number;
  /** Microseconds of the whole process, whatever else the machine does. */
  readonly cpu: number;
}

const rateOf = (paces: readonly Pace[]): string => showCount(median(paces.map(({ rate }) => rate)));

async function measurePace(documents: readonly SourceDocument[], steps: IngestionSteps): Promise<Pace> {
  async function* each() {
    for (const document of documents) yield { place: null, document };
  }
  const [started, before] = [performance.now(), process.cpuUsage()];
  for await (const batch of ingestAll(each(), steps)) {
    for (const { article } of batch) if (article === null) throw new Error('A document was refused.');
  }
  const { user, system } = process.cpuUsage(before);
  return { rate: (1000 * documents.length) / (performance.now() - started), cpu: user + system };
}
