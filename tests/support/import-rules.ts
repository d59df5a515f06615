import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/** What one folder of `src/` may import, as its row in `src/README.md` says. */
export interface ImportRule {
  /** Folders and files of `src/`; null: all but those in `forbidden`. */
  readonly allowed: readonly string[] | null;
  readonly forbidden: readonly string[];
  /** Packages; null: any. */
  readonly packages: readonly string[] | null;
  /** Whether `node:` modules may be imported. */
  readonly node: boolean;
}

/** Reads the first table of the map: folder, what it holds, may import, packages. */
export function readImportRules(map: string): ReadonlyMap<string, ImportRule> {
  const rules = new Map<string, ImportRule>();
  const [table = ''] = map.split('\n## ');
  for (const row of table.split('\n').filter((line) => /^\|\s*`/.test(line))) {
    const [, names, , imports, packages] = row.split('|').map((cell) => cell.trim());
    for (const name of codeIn(names!)) rules.set(name.replace(/\/$/, ''), readRule(imports!, packages!));
  }
  return rules;
}

/** One sentence for each import of this file that its folder must not have. `file` is relative to `src/`. */
export function findForbiddenImports(
  file: string,
  source: string,
  rules: ReadonlyMap<string, ImportRule>,
): readonly string[] {
  const home = topOf(file);
  const rule = rules.get(home);
  if (rule === undefined) return [`src/${file}: the map in src/README.md has no row for \`${home}\``];
  const forbidden = ts
    .preProcessFile(source, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => !isAllowed(name, file, home, rule));
  return forbidden.map((name) => `src/${file} imports '${name}', which \`${home}\` must not`);
}

function isAllowed(name: string, file: string, home: string, rule: ImportRule): boolean {
  if (name.startsWith('node:')) return rule.node;
  if (!name.startsWith('.')) return rule.packages === null || rule.packages.includes(packageOf(name));
  const target = topOf(join(dirname(file), name));
  if (target === home) return true;
  return rule.allowed === null ? !rule.forbidden.includes(target) : rule.allowed.includes(target);
}

function readRule(imports: string, packages: string): ImportRule {
  const everything = imports.startsWith('all');
  const everyPackage = packages === 'all';
  return {
    allowed: everything ? null : imports === '–' ? [] : wordsIn(imports),
    forbidden: everything ? codeIn(imports) : [],
    packages: everyPackage ? null : packages === 'none' ? [] : wordsIn(packages),
    node: packages === 'all' || packages.includes('`node:`'),
  };
}

/** `domain/span.ts` is in `domain`; `config.ts` stands for itself. */
function topOf(path: string): string {
  return path.split('/')[0]!;
}

/** `zod/v4` and `@fastify/cors/x` are `zod` and `@fastify/cors`. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

function codeIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
}

function wordsIn(cell: string): readonly string[] {
  return cell.split(',').map((word) => word.replaceAll('`', '').trim());
}
