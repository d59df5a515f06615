import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createOpenApiDocument } from '../src/app.ts';
import { buildProgram } from '../src/cli/program.ts';
import { settings } from '../src/config.ts';
import { errorTable } from '../src/domain/errors.ts';
import { problemCodes } from '../src/domain/problem.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const readme = read('README.md');
const map = read('src/README.md');
const packageFile = JSON.parse(read('package.json'));

const document = (await createOpenApiDocument()) as { paths: object };

describe('README.md documents', () => {
  it.each(Object.keys(document.paths))('the address %s', (path) => {
    expect(readme).toContain(path);
  });

  it.each(settings)('the setting $env, and its option', ({ env, option }) => {
    expect(readme).toContain(`\`${env}\``);
    expect(readme).toContain(`--${option}`);
  });

  it.each(Object.keys(errorTable))('the error code %s', (code) => {
    expect(readme).toContain(`\`${code}\``);
  });

  it.each(Object.keys(problemCodes))('the problem code %s', (code) => {
    expect(readme).toContain(`\`${code}\``);
  });

  it.each(buildProgram().commands.map((command) => command.name()))('the command onrecord %s', (name) => {
    expect(readme).toContain(`onrecord ${name}`);
  });

  it('no npm script that is not there', () => {
    const named = [...`${readme}\n${map}`.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => packageFile.scripts[name] === undefined)).toEqual([]);
  });
});

describe('src/README.md', () => {
  const folders = readdirSync(new URL('../src/', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  it.each(folders)('has the folder %s on its map', (name) => {
    expect(map).toContain(`\`${name}/\``);
  });

  it.each(['README.md', 'src/README.md'])('no file in %s that is not there', (file) => {
    const named = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path!);
    const base = new URL(`../${file}`, import.meta.url);
    const missing = named.filter((path) => !exists(new URL(path, base)));
    expect(missing).toEqual([]);
  });
});

function exists(file: URL): boolean {
  try {
    readFileSync(file);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EISDIR';
  }
}
