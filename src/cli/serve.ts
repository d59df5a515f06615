import { type Command, Option } from 'commander';
import { readConfig, settings } from '../config.ts';
import { exitCodes, exitWith, UsageError } from './exit.ts';
import { note } from './output.ts';

/** `onrecord serve`: each setting is an option. */
export function addServe(program: Command): void {
  const command = program
    .command('serve')
    .summary('serve the REST API and Swagger UI')
    .description(
      'Serves the REST API and Swagger UI until it is interrupted. Options win over the environment.',
    );
  for (const { option, env, default: usual, description } of settings) {
    const short = option === 'database' ? '-d, ' : '';
    // The environment is read with the rest of the settings, so that both are checked in one place.
    command.addOption(
      new Option(`${short}--${option} <value>`, `${description} (${env}${usual === '' ? '' : `, ${usual}`})`),
    );
  }
  command
    .option('--samples', 'ingest the sample articles if this start creates the database')
    .addHelpText(
      'after',
      `
Examples:
  onrecord serve --samples
  onrecord serve --database archive.db --port 8080
  ONRECORD_API_KEYS=secret onrecord serve --host 0.0.0.0`,
    )
    .action(exitWith(runServe));
}

async function runServe({ samples, ...given }: Record<string, string> & { samples?: true }): Promise<number> {
  const options = Object.fromEntries(settings.map(({ option }) => [option, given[camelCase(option)]]));
  // Loaded here, so that the other commands need not wait for a server that they do not start.
  const { serve } = await import('../serve.ts');
  await serve({ config: readSettings(options), samples: samples === true, say: note });
  return exitCodes.ok;
}

function readSettings(options: Readonly<Record<string, string | undefined>>) {
  try {
    return readConfig(process.env, options);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** As commander names the value of `--api-keys`. */
function camelCase(option: string): string {
  return option.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
