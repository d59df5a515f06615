import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { presentArticle } from '../http/presenters.ts';
import { extract } from '../index.ts';
import { readFileDocuments } from '../ingestion/files.ts';
import { standardInput } from '../ingestion/folders.ts';
import { exitCodes, exitWith, UsageError } from './exit.ts';
import { isTerminal, note, placeOf, printable, write, writeJsonLine } from './output.ts';

/** `onrecord extract <file or ->` */
export function addExtract(program: Command): void {
  program
    .command('extract')
    .summary('structure articles and print them as JSON; stores nothing')
    .description(
      'Structures the articles of one file (- is standard input) and prints each as JSON. Stores nothing.\n' +
        'On a terminal the JSON is indented; in a pipe it is one article a line (NDJSON).',
    )
    .argument('<file>', 'a file, or -')
    .option('--indent', 'indent the JSON, also in a pipe')
    .addHelpText(
      'after',
      `
Exit code: 0 all structured, 1 some could not be read, 2 wrong usage.

Examples:
  onrecord extract story.txt
  onrecord extract articles.ndjson | jq -c '.quotes[].text'
  pbpaste | onrecord extract -`,
    )
    .action(exitWith(runExtract));
}

async function runExtract(path: string, options: { indent?: true }): Promise<number> {
  if (path !== standardInput && (await isFolder(path))) {
    throw new UsageError(`${path} is a folder; name one file (onrecord ingest takes folders).`);
  }
  const indented = options.indent === true || isTerminal();
  let failed = false;
  for await (const reading of readFileDocuments({ path, isNamed: true }, process.stdin)) {
    if ('fault' in reading) {
      failed = true;
      note(printable(`${placeOf(path, reading.place)}: ${reading.fault.message}`));
      continue;
    }
    if ('passedOver' in reading) continue;
    const article = presentArticle(extract(reading.document));
    if (indented) await write(`${JSON.stringify(article, null, 2)}\n`);
    else await writeJsonLine(article);
  }
  return failed ? exitCodes.failed : exitCodes.ok;
}

async function isFolder(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => null);
  return info?.isDirectory() === true;
}
