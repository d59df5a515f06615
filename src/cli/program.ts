import { Command } from 'commander';
import { addBackup } from './backup.ts';
import { addEntities } from './entities.ts';
import { addEvaluate } from './evaluate.ts';
import { addExport } from './export.ts';
import { addExtract } from './extract.ts';
import { addGenerate } from './generate.ts';
import { addIngest } from './ingest.ts';
import { addOpenApi } from './openapi.ts';
import { addPoll } from './poll.ts';
import { addQuotes } from './quotes.ts';
import { addReextract } from './reextract.ts';
import { addRestore } from './restore.ts';
import { addServe } from './serve.ts';
import { readVersion } from './version.ts';
import { addWatch } from './watch.ts';

/**
 * The `onrecord` command. Each subcommand is a file, and its action resolves to the exit code; commander's own errors
 * are thrown, not exited with, so that there is one place that ends the process.
 */
export function buildProgram(): Command {
  const program = new Command('onrecord')
    .description('The news, on the record: who said what, when, word for word.')
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError('(onrecord --help lists what there is)')
    .exitOverride()
    .addHelpText(
      'after',
      `
Exit code: 0 all is well, 1 something failed (standard error says what), 2 wrong usage.

Examples:
  onrecord serve                           the REST API and Swagger UI on http://127.0.0.1:3000
  onrecord ingest articles/                store what is in a folder
  onrecord quotes --speaker putin          who said what
  onrecord extract story.txt | jq .quotes  try it on one article`,
    );
  for (const add of [
    addServe,
    addIngest,
    addWatch,
    addPoll,
    addExtract,
    addQuotes,
    addEntities,
    addReextract,
    addExport,
    addBackup,
    addRestore,
    addEvaluate,
    addGenerate,
    addOpenApi,
  ])
    add(program);
  return program;
}
