import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeGazetteers } from './gazetteers.ts';
import { trainNames } from './train-names.ts';
import { trainQuotes } from './train-quotes.ts';
import { trainSpeakers } from './train-speakers.ts';
import { writeNameTableFile } from './train-tables.ts';
import { writeWordClassFile } from './train-words.ts';

/** What `npm run train -- <subject>` makes. Each subject is a file of its own, and needs nothing of the others' input. */
const subjects: Readonly<Record<string, (options: TrainingOptions) => void>> = {
  names: trainNames,
  tables: writeNameTableFile,
  words: writeWordClassFile,
  gazetteers: writeGazetteers,
  quotes: trainQuotes,
  speakers: trainSpeakers,
};

export interface TrainingOptions {
  /** The folder of annotated corpora. */
  readonly corpora: string;
  /** A folder with the packages and files that lists and word classes are made of; null where it was not given. */
  readonly sources: string | null;
  /** The folder to write to: `data` of this checkout, or another one to compare with it. */
  readonly output: string;
}

const usage = `npm run train -- <${Object.keys(subjects).join(' | ')}> [--corpora <folder>] [--sources <folder>] [--output <folder>]`;

function main(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { corpora: { type: 'string' }, sources: { type: 'string' }, output: { type: 'string' } },
  });
  const train = subjects[positionals[0] ?? ''];
  if (!train) throw new Error(`say what to train: ${usage}`);
  const corpora = values.corpora ?? fileURLToPath(new URL('../../../shared/corpora', import.meta.url));
  const readsCorpora = [trainNames, trainQuotes, trainSpeakers].includes(train);
  if (readsCorpora && !existsSync(corpora))
    throw new Error(`there are no corpora at ${corpora}; give their folder with --corpora`);
  train({
    corpora,
    sources: values.sources ?? null,
    output: values.output ?? fileURLToPath(new URL('../../data', import.meta.url)),
  });
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
