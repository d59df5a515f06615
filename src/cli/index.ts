#!/usr/bin/env node
import { CommanderError } from 'commander';
import { exitCodes, UsageError } from './exit.ts';
import { endQuietlyOnBrokenPipe, note, printable } from './output.ts';
import { buildProgram } from './program.ts';

endQuietlyOnBrokenPipe();
try {
  await buildProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = report(error);
}

/** The one place that turns an error into a line for the person and a code for the script. */
function report(error: unknown): number {
  // Commander has already said what is wrong; help and version arrive here too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  note(`onrecord: ${printable(error instanceof Error ? error.message : String(error))}`);
  return error instanceof UsageError ? exitCodes.usage : exitCodes.failed;
}
