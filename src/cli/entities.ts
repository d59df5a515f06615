import { type Command, Option } from 'commander';
import type { ArticleStore } from '../domain/article-store.ts';
import { type EntityType, entityTypes } from '../domain/entity.ts';
import type { EntityQuery, PagePosition } from '../domain/queries.ts';
import type { EntityReference, EntitySummary } from '../domain/records.ts';
import { databaseOption, openStore } from './database.ts';
import { exitCodes, exitWith, UsageError } from './exit.ts';
import { collect, readCount } from './options.ts';
import { isTerminal, note, plural, printable, write, writeJsonLine } from './output.ts';

interface DatabaseOptions {
  readonly database: string;
  readonly json?: true;
}

interface ListOptions extends DatabaseOptions {
  readonly type?: EntityType;
  readonly limit: number;
}

interface SplitOptions extends DatabaseOptions {
  readonly name?: string;
  readonly called: readonly string[];
}

/** `onrecord entities`, and its `rename`, `merge` and `split`. */
export function addEntities(program: Command): void {
  const entities = program
    .command('entities')
    .summary('list who and what is named, and correct it')
    .description(
      'Lists who and what is named in the database, and corrects it.\n' +
        'An entity is given by its id, its name or an alias. Corrections hold whatever is ingested or extracted later.',
    )
    .addHelpText(
      'after',
      `
Exit code: 0 all is well, 1 there is no such entity or several bear the name, 2 wrong usage.

Examples:
  onrecord entities
  onrecord entities clint --type person
  onrecord entities rename "Anna Ruis" "Ana Ruiz"
  onrecord entities merge "Madam Ruiz" "Ana Ruiz"
  onrecord entities split "Juan Mora" art_rvfsdzfn02hzm4cg --name "Juan Mora Jr."
  onrecord entities split "Ana Ruiz" --called "Madam Ruiz"      takes the merge back`,
    );

  addSubcommand(entities, 'list', 'list them, those named in most articles first', { isDefault: true })
    .argument('[words]', 'the beginning of a name, or of one of its words')
    .addOption(new Option('--type <type>', 'of this type').choices(entityTypes))
    .addOption(new Option('--limit <count>', 'how many at most; 0 for all').argParser(readCount).default(20))
    .action(exitWith(runList));

  addSubcommand(entities, 'rename', 'give one its right name; the old one becomes an alias')
    .argument('<entity>', 'which one')
    .argument('<name>', 'its right name')
    .action(exitWith(runRename));

  addSubcommand(entities, 'merge', 'join one into another, since they are the same')
    .argument('<entity>', 'which one')
    .argument('<into>', 'the one that it is, whose name stays')
    .action(exitWith(runMerge));

  addSubcommand(entities, 'split', 'make another one of it in some articles, or under some of its names')
    .argument('<entity>', 'which one')
    .argument('[articles...]', 'ids of the articles in which it is another one')
    .addOption(
      new Option(
        '--called <name>',
        'a full name that is the other one’s, in all articles; repeat it for several',
      )
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--name <name>', 'a name that tells the other one apart')
    .action(exitWith(runSplit));
}

function addSubcommand(parent: Command, name: string, description: string, options = {}): Command {
  return parent
    .command(name, options)
    .description(description)
    .addOption(databaseOption())
    .option('--json', 'NDJSON, also on a terminal');
}

async function runList(words: string | undefined, options: ListOptions): Promise<number> {
  return withStore(options, async (store) => {
    const query: EntityQuery = { q: words ?? null, type: options.type ?? null, sort: '-articleCount' };
    let after: PagePosition | null = null;
    let left = options.limit || Number.POSITIVE_INFINITY;
    let isEmpty = true;
    do {
      const page = await store.listEntities(query, { limit: Math.min(100, left), after, withTotal: false });
      for (const entity of page.items) await writeEntity(entity, options);
      isEmpty &&= page.items.length === 0;
      left -= page.items.length;
      after = page.next;
    } while (after !== null && left > 0);
    if (isEmpty) note('Nobody and nothing.');
  });
}

async function runRename(entity: string, name: string, options: DatabaseOptions): Promise<number> {
  return withStore(options, async (store) => {
    const { id } = await findOne(store, entity);
    await writeEntity(await store.correctEntity(id, { name: readName(name) }, null), options);
  });
}

async function runMerge(entity: string, into: string, options: DatabaseOptions): Promise<number> {
  return withStore(options, async (store) => {
    const [{ id }, other] = [await findOne(store, entity), await findOne(store, into)];
    await writeEntity(await store.mergeEntities(id, other.id), options);
  });
}

async function runSplit(
  entity: string,
  articleIds: readonly string[],
  options: SplitOptions,
): Promise<number> {
  const names = options.called.map(readName);
  if ((articleIds.length === 0) === (names.length === 0)) {
    throw new UsageError('Name either articles, by their ids, or names of the other one, with --called.');
  }
  return withStore(options, async (store) => {
    const { id } = await findOne(store, entity);
    const name = options.name === undefined ? null : readName(options.name);
    const part = await store.splitEntity(id, { name, ...(names.length > 0 ? { names } : { articleIds }) });
    await writeEntity(part, options);
  });
}

async function withStore(
  { database }: DatabaseOptions,
  work: (store: ArticleStore) => Promise<void>,
): Promise<number> {
  const store = await openStore(database, { create: false });
  try {
    await work(store);
    return exitCodes.ok;
  } finally {
    await store.close();
  }
}

/** Rejects where nobody bears the name, or several do. */
async function findOne(store: ArticleStore, idOrName: string): Promise<EntityReference> {
  const bearers = await store.resolveName(idOrName);
  const [bearer, ...others] = bearers;
  if (bearer === undefined) throw new Error(`Nobody in the database bears the name ${printable(idOrName)}.`);
  if (others.length === 0) return bearer;
  const list = bearers.map(({ id, name, type }) => `  ${id}  ${printable(name)}, ${type}`);
  throw new Error(`Several bear the name ${printable(idOrName)}; take one by its id:\n${list.join('\n')}`);
}

function readName(name: string): string {
  const read = printable(name).replace(/\s+/g, ' ').trim();
  if (read === '') throw new Error('The name is empty.');
  return read;
}

/** An entity as a line: for a person on a terminal, as JSON for a program. */
async function writeEntity(entity: EntitySummary, { json }: DatabaseOptions): Promise<void> {
  if (!isTerminal() || json === true) return writeJsonLine(entity);
  const { id, name, type, aliases, articleCount, quoteCount } = entity;
  const counts = `${plural(articleCount, 'article')}, ${plural(quoteCount, 'quote')}`;
  const others = aliases.length === 0 ? '' : `; also ${aliases.map(printable).join(', ')}`;
  await write(`${id}  ${printable(name)} (${type}): ${counts}${others}\n`);
}
