import { cpus } from 'node:os';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { measureExtraction } from './extraction.ts';
import { measureGrowth } from './growth.ts';
import { measureIngestion } from './ingestion.ts';
import { measureBesidePostgres } from './postgres.ts';
import { measureReaders } from './readers.ts';
import { measureReading } from './reading.ts';
import { provideStore } from './stores.ts';
import { showMarkdown, showTable, type Table } from './table.ts';

// `npm run bench -- [parts] [--articles <sizes>] [--markdown]`. Ratios hold on a busy machine too; rates do not.
const parts: Readonly<Record<string, (sizes: readonly number[]) => Promise<Table | null> | Table>> = {
  readers: measureReaders,
  extraction: measureExtraction,
  growth: measureGrowth,
  ingestion: measureIngestion,
  reading: measureReading,
  // PostgreSQL takes long to fill: the middle size is enough.
  postgres: (sizes) => measureBesidePostgres(sizes[Math.floor((sizes.length - 1) / 2)]!),
};

const program = new Command('npm run bench --')
  .description(
    'Measures how fast everything is. Made-up stores are kept in ONRECORD_BENCH_DIR for the next run.',
  )
  .addArgument(
    new Argument('[parts...]', 'what to measure').choices(Object.keys(parts)).default(Object.keys(parts)),
  )
  .option(
    '--articles <sizes>',
    'sizes of the stores that are read, and of the archive that is taken in',
    readSizes,
    [20_000],
  )
  .option('--markdown', 'tables as in README.md')
  .option('--prepare', 'make the stores that are missing, and measure nothing')
  .parse();
const { articles, markdown, prepare } = program.opts<{
  articles: number[];
  markdown?: true;
  prepare?: true;
}>();

if (prepare) {
  for (const size of articles) await provideStore(size);
  process.exit();
}
const tables: Table[] = [];
for (const part of program.processedArgs[0]) {
  const table = await parts[part]!(articles);
  if (table === null) console.error(`${part}: not installed here, so nothing is measured.`);
  else tables.push(table);
}
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}\n`);
for (const table of tables) console.log((markdown ? showMarkdown : showTable)(table));

function readSizes(given: string): number[] {
  const sizes = given.split(',').map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size >= 1000)) return sizes.sort((a, b) => a - b);
  throw new InvalidArgumentError('Sizes are whole numbers from 1000, separated by commas.');
}
