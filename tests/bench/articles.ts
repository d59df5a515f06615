import { readdirSync, readFileSync } from 'node:fs';

/** The articles that everything is measured on: those of `data/samples`, as raw as they are. */
export function readSamples(): readonly string[] {
  const folder = new URL('../../data/samples/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.map((name) => readFileSync(new URL(name, folder), 'utf8'));
}
