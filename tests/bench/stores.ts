import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateDatabase } from '../../dist/cli/generate.js';
import { startProgress } from '../../dist/cli/progress.js';
import { type Archive, createArchive, generatorVersion } from '../../dist/generation/archive.js';
import { readResourceFiles } from '../../dist/resources.js';
import { readMigrations } from '../../dist/storage/migrate.js';
import { openSqliteStore } from '../../dist/storage/sqlite/article-store.js';

/** The seed of all that is measured. */
const seed = 1;

/** Where stores are kept from one run to the next. */
const benchFolder = process.env['ONRECORD_BENCH_DIR'] ?? join(tmpdir(), 'onrecord-bench');

export interface BenchStore {
  readonly file: string;
  readonly size: number;
  /** What is in it. */
  readonly archive: Archive;
}

/** A made-up store of this size: the one of an earlier run, unless the schema or the generator has changed since. */
export async function provideStore(size: number): Promise<BenchStore> {
  mkdirSync(benchFolder, { recursive: true });
  const file = join(benchFolder, `${size}-${seed}-${generatorVersion}-${schemaDigest()}.db`);
  if (!existsSync(file)) {
    const started = performance.now();
    const progress = startProgress(size);
    await generateDatabase(file, { seed, size }, progress);
    progress.end();
    const seconds = (performance.now() - started) / 1000;
    console.error(`${file}: ${size} articles made up in ${seconds.toFixed(0)} s`);
  }
  await prepareFiles(file);
  return { file, size, archive: createArchive(readResourceFiles(), { seed, size }) };
}

/** Only the first start ever has to make the files from which others read what facets are counted by. */
async function prepareFiles(file: string): Promise<void> {
  const store = await openSqliteStore(file);
  await store.prepare();
  await store.close();
}

function schemaDigest(): string {
  const schema = readMigrations().map(({ sql }) => sql);
  return createHash('sha256').update(schema.join('\n')).digest('hex').slice(0, 8);
}
