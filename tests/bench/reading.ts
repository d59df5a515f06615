import { setTimeout as wait } from 'node:timers/promises';
import { openConnection } from '../../dist/storage/sqlite/connection.js';
import { type Client, openClient } from './client.ts';
import { timeEach } from './load.ts';
import { type Bench, type Figure, type Measurement, rowOf } from './measurement.ts';
import { makeQuestions } from './questions.ts';
import { cpuMeasurements, findArticleIds } from './reading-cpu.ts';
import { firstFacets, latencyMeasurements } from './reading-latency.ts';
import { canPin, startServerProcess } from './server-process.ts';
import { type BenchStore, provideStore } from './stores.ts';
import { percentile, showMs, showRatio, type Table } from './table.ts';

/** How fast is a served store of each of these sizes? The server has one core for itself, and whoever asks the other. */
export async function measureReading(sizes: readonly number[]): Promise<Table> {
  const stores: BenchStore[] = [];
  for (const size of sizes) stores.push(await provideStore(size));
  const figures = new Map<Measurement, Figure[]>();
  const note = (measurement: Measurement, figure: Figure) => {
    figures.set(measurement, [...(figures.get(measurement) ?? []), figure]);
    console.error(`${measurement.question.trim()}: ${figure.text}`);
  };
  for (const store of stores) {
    console.error(`\n${store.size} articles`);
    await withServer(store, { pinned: true }, async (bench) => {
      for (const measurement of [firstFacets, ...cpuMeasurements, ...latencyMeasurements, residentMemory]) {
        note(measurement, await measurement.measure(bench));
      }
    });
    await withServer(store, { pinned: false }, async (bench) =>
      note(readsBeside, await readsBeside.measure(bench)),
    );
  }
  return {
    heading: canPin ? 'Reading, the server on one core' : 'Reading',
    columns: sizes.map((size) => `${size.toLocaleString('en')} articles`),
    rows: Array.from(figures, ([measurement, ofSizes]) => rowOf(measurement, ofSizes, sizes)),
  };
}

async function withServer(
  store: BenchStore,
  options: { pinned: boolean },
  work: (bench: Bench) => Promise<void>,
): Promise<void> {
  const connection = await openConnection(store.file);
  const server = await startServerProcess(store.file, options);
  const client = await openClient(server.ours);
  try {
    await work({ store, server, client, connection });
  } finally {
    client.close();
    connection.close();
    await server.stop();
  }
}

const residentMemory: Measurement = {
  question: 'resident memory after all this',
  target: '350 MB with 200,000',
  isMet: (values, sizes) => {
    const place = sizes.indexOf(200_000);
    return place < 0 ? null : values[place]! <= 350;
  },
  measure: async ({ server }) => {
    const { resident } = await server.usage();
    return { value: resident / 1e6, text: `${(resident / 1e6).toFixed(0)} MB` };
  },
};

const secondsBeside = 6;
const readsPerSecond = 150;

const readsBeside: Measurement = {
  question: 'article reads while the slowest searches run, server on both cores: p99 (without them)',
  target: '2 × without',
  isMet: (ratios) => ratios.every((ratio) => ratio <= 2),
  measure: async (bench) => {
    const ids = findArticleIds(bench, secondsBeside * readsPerSecond);
    await readAtPace(bench, ids);
    const alone = await readAtPace(bench, ids);
    const searches = keepSearching(bench);
    const beside = await readAtPace(bench, ids);
    await searches.stop();
    return {
      value: beside / alone,
      text: `${showMs(beside)} (${showMs(alone)}): ${showRatio(beside / alone)}`,
    };
  },
};

/** The p99 of reads that start at fixed times: one that is slow does not put off those behind it. */
async function readAtPace({ server }: Bench, ids: readonly string[]): Promise<number> {
  const idle: Client[] = [];
  const read = async (id: string, due: number): Promise<number> => {
    const client = idle.pop() ?? (await openClient(server.ours));
    await client.get(`/v1/articles/${id}`);
    idle.push(client);
    return performance.now() - due;
  };
  const started = performance.now();
  const reads: Promise<number>[] = [];
  for (const [index, id] of ids.entries()) {
    const due = started + (index * 1000) / readsPerSecond;
    await waitUntil(due);
    reads.push(read(id, due));
  }
  const times = await Promise.all(reads);
  for (const client of idle) client.close();
  return percentile(times, 0.99);
}

async function waitUntil(time: number): Promise<void> {
  const left = time - performance.now();
  if (left > 0) await wait(left);
}

/** Asks one search by relevance after the other for the commonest words. */
function keepSearching({ server, store }: Bench): { stop(): Promise<void> } {
  const { commonest } = makeQuestions(store.archive);
  let isRunning = true;
  const run = async () => {
    const client = await openClient(server.ours);
    while (isRunning) {
      for (const word of commonest) {
        if (!isRunning) break;
        await timeEach(client, [`/v1/articles?q=${word}&sort=relevance`]);
      }
    }
    client.close();
  };
  const done = run();
  return {
    stop: () => {
      isRunning = false;
      return done;
    },
  };
}
