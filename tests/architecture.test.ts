import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findForbiddenImports, readImportRules } from './support/import-rules.ts';

const source = new URL('../src/', import.meta.url);
const rules = readImportRules(readFileSync(new URL('README.md', source), 'utf8'));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

describe('the map in src/README.md', () => {
  it('has a row for every folder, and no row for what is not there', () => {
    const entries = readdirSync(source, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || entry.name.endsWith('.ts'))
      .map(({ name }) => name);
    expect([...rules.keys()].toSorted()).toEqual(entries.toSorted());
  });

  it('is kept by every import', () => {
    const forbidden = files.flatMap((file) =>
      findForbiddenImports(file, readFileSync(new URL(file, source), 'utf8'), rules),
    );
    expect(forbidden).toEqual([]);
  });
});

describe.each([
  ['extraction/entities', ['words', 'roles', 'kinds', 'names', 'groups']],
  ['extraction/quotes', ['marks', 'cues', 'contents', 'learned', 'forms', 'sources', 'speakers']],
  ['text/cleaning', ['words', 'boilerplate', 'lines', 'header', 'footer', 'markup']],
])('of the folders of %s', (parent, folders) => {
  it.each(folders)('%s knows only those before it', (folder) => {
    const later = folders.slice(folders.indexOf(folder) + 1);
    const own = files.filter((file) => file.startsWith(`${parent}/${folder}/`));
    expect(own).not.toEqual([]);
    const known = own.flatMap((file) =>
      Array.from(
        readFileSync(new URL(file, source), 'utf8').matchAll(/from '\.\.\/([a-z]+)\//g),
        ([, name]) => name!,
      ),
    );
    expect(known.filter((name) => later.includes(name))).toEqual([]);
  });
});

describe('the check itself', () => {
  it.each([
    ['domain/span.ts', "import { z } from 'zod';"],
    ['domain/span.ts', "import { readFileSync } from 'node:fs';"],
    ['domain/span.ts', "import type { App } from '../http/app.ts';"],
    ['extraction/quotes/cues.ts', "import { x } from '../../storage/ids.ts';"],
    ['extraction/quotes/cues.ts', "const x = await import('../../storage/ids.ts');"],
    ['text/lines.ts', "export { x } from '../extraction/extract.ts';"],
    ['storage/sqlite/rows.ts', "import fastify from 'fastify';"],
    ['http/routes/quotes.ts', "import Database from 'better-sqlite3';"],
    ['evaluation/score.ts', "import { x } from '../storage/ids.ts';"],
    ['nowhere/file.ts', ''],
  ])('finds what %s must not do: %s', (file, planted) => {
    expect(findForbiddenImports(file, planted, rules)).toHaveLength(1);
  });

  it.each([
    ['domain/article.ts', "import type { Span } from './span.ts';"],
    ['extraction/quotes/cues.ts', "import type { Span } from '../../domain/span.ts';"],
    ['http/endpoint.ts', "import { z } from 'zod/v4';"],
    ['cli/index.ts', "import { Command } from 'commander';\nimport { join } from 'node:path';"],
    ['main.ts', "import { buildApp } from './http/app.ts';"],
  ])('lets %s do: %s', (file, planted) => {
    expect(findForbiddenImports(file, planted, rules)).toEqual([]);
  });
});
