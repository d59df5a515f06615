import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds what is stale, before tests start what is built. */
export function setup(): void {
  const file = fileURLToPath(new URL('../../src/setup.mjs', import.meta.url));
  execFileSync(process.execPath, [file, '--build'], { stdio: ['ignore', 'inherit', 'inherit'] });
}
