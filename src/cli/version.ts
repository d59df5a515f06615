import { readFileSync } from 'node:fs';
import { packageFile } from '../package-files.ts';

/** The version of the package. */
export function readVersion(): string {
  const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'));
  return version;
}
