import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { exitCodes, exitWith } from './exit.ts';
import { write } from './output.ts';

/** `onrecord openapi [--output <file>]` */
export function addOpenApi(program: Command): void {
  program
    .command('openapi')
    .summary('print the OpenAPI document of the REST API')
    .description('Prints the OpenAPI 3.1 document of the REST API, generated from the schemas in the code.')
    .option('-o, --output <file>', 'write it to this file instead')
    .addHelpText(
      'after',
      `
Examples:
  onrecord openapi > openapi.json
  npx openapi-typescript <(onrecord openapi) -o client.d.ts`,
    )
    .action(exitWith(runOpenApi));
}

async function runOpenApi({ output }: { output?: string }): Promise<number> {
  // Loaded here, since no other command needs the routes.
  const { createOpenApiDocument } = await import('../app.ts');
  const document = `${JSON.stringify(await createOpenApiDocument(), null, 2)}\n`;
  if (output === undefined) await write(document);
  else await writeFile(output, document);
  return exitCodes.ok;
}
