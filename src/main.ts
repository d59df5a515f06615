import { parseArgs } from 'node:util';
import { readConfig, settings } from './config.ts';
import { serve } from './serve.ts';

// What `npm start` runs. `onrecord serve` does the same, with more help.
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
try {
  const { samples, ...options } = parseArgs({
    options: {
      samples: { type: 'boolean', default: false },
      ...Object.fromEntries(settings.map(({ option }) => [option, { type: 'string' as const }])),
    },
  }).values as { samples: boolean } & Record<string, string | undefined>;
  await serve({ config: readConfig(process.env, options), samples, say });
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
