import { readdirSync, readFileSync } from 'node:fs';
import type { ResourceFiles } from './extraction/resources.ts';
import { packageFile } from './package-files.ts';

/** Reads the lexicons and models that ship with the package. Throws where the package is incomplete. */
export function readResourceFiles(): ResourceFiles {
  return {
    lexicons: readAll('lexicons', '.txt', readText),
    models: readAll('models', '.bin', readBytes),
    weights: readAll('models', '.json', readText),
  };
}

function readAll<T>(folder: string, extension: string, read: (file: URL) => T): ReadonlyMap<string, T> {
  const names = readdirSync(packageFile(`data/${folder}/`)).filter((name) => name.endsWith(extension));
  return new Map(
    names.map((name) => [name.slice(0, -extension.length), read(packageFile(`data/${folder}/${name}`))]),
  );
}

const readText = (file: URL): string => readFileSync(file, 'utf8');
const readBytes = (file: URL): Uint8Array => readFileSync(file);
