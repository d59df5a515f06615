import { type Command, Option } from 'commander';
import type { ArticleStore } from '../domain/article-store.ts';
import type { PagePosition, QuoteQuery } from '../domain/queries.ts';
import { type QuoteKind, quoteKinds } from '../domain/quote.ts';
import type { StoredQuote } from '../domain/records.ts';
import { presentQuote } from '../http/presenters.ts';
import { databaseOption, openStore } from './database.ts';
import { exitCodes, exitWith } from './exit.ts';
import { collect, readCount, readDay } from './options.ts';
import { isTerminal, note, plural, printable, terminalWidth, wrap, write, writeJsonLine } from './output.ts';

interface QuotesOptions {
  readonly database: string;
  readonly speaker: readonly string[];
  readonly about: readonly string[];
  readonly search?: string;
  readonly kind?: QuoteKind;
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
  readonly json?: true;
}

/** `onrecord quotes --speaker <name>` */
export function addQuotes(program: Command): void {
  program
    .command('quotes')
    .summary('print quotes from the database, newest first')
    .description(
      'Prints quotes from the database, newest first: a table on a terminal; in a pipe NDJSON, each as the API answers.\n' +
        'Names match without regard to case, diacritics or title; a surname is enough.',
    )
    .addOption(databaseOption())
    .addOption(
      new Option('--speaker <name>', 'said by them; repeat it for any of several')
        .argParser(collect)
        .default([], 'anyone'),
    )
    .addOption(
      new Option('--about <name>', 'in which they are named; repeat it for any of several')
        .argParser(collect)
        .default([], 'anyone and anything'),
    )
    .option('--search <words>', 'that hold these words')
    .addOption(new Option('--kind <kind>', 'of this kind').choices(quoteKinds))
    .addOption(new Option('--from <day>', 'published on this day (2023-10-11) or later').argParser(readDay))
    .addOption(new Option('--to <day>', 'published on this day or before').argParser(readDay))
    .addOption(new Option('--limit <count>', 'how many at most; 0 for all').argParser(readCount).default(20))
    .option('--json', 'NDJSON, also on a terminal')
    .addHelpText(
      'after',
      `
Exit code: 0 also where there are no quotes, 1 the database cannot be read, 2 wrong usage.

Examples:
  onrecord quotes --speaker putin
  onrecord quotes --speaker peskov --about "United States" --from 2023-10-01
  onrecord quotes --limit 0 | jq -r .speaker.name | sort | uniq -c`,
    )
    .action(exitWith(runQuotes));
}

async function runQuotes(options: QuotesOptions): Promise<number> {
  const store = await openStore(options.database, { create: false });
  try {
    const query = await buildQuery(store, options);
    const asTable = isTerminal() && options.json !== true;
    let shown = 0;
    for await (const quote of listQuotes(store, query, options.limit || Number.POSITIVE_INFINITY)) {
      shown++;
      if (asTable) await write(quoteRow(quote, terminalWidth()));
      else await writeJsonLine(presentQuote(quote));
    }
    if (asTable) note(await describeResult(store, query, shown));
    return exitCodes.ok;
  } finally {
    await store.close();
  }
}

async function buildQuery(store: ArticleStore, options: QuotesOptions): Promise<QuoteQuery> {
  return {
    q: options.search ?? null,
    phrase: null,
    speakerIds: await findIds(store, options.speaker),
    aboutIds: await findIds(store, options.about),
    articleId: null,
    placesOf: null,
    kinds: options.kind === undefined ? null : [options.kind],
    publisher: null,
    from: options.from ?? null,
    to: options.to ?? null,
    minConfidence: null,
    attributed: null,
    isOnce: false,
    sort: '-publishedAt',
    facets: [],
  };
}

/** Null where nobody is asked for; a name that nobody bears is said, and matches nothing. */
async function findIds(store: ArticleStore, names: readonly string[]): Promise<readonly string[] | null> {
  if (names.length === 0) return null;
  const ids: string[] = [];
  for (const name of names) {
    const bearers = await store.resolveName(name);
    if (bearers.length === 0) note(`Nobody in the database bears the name ${printable(name)}.`);
    ids.push(...bearers.map(({ id }) => id));
  }
  return ids;
}

async function* listQuotes(
  store: ArticleStore,
  query: QuoteQuery,
  limit: number,
): AsyncIterable<StoredQuote> {
  let after: PagePosition | null = null;
  for (let left = limit; left > 0; ) {
    const page = await store.listQuotes(query, { limit: Math.min(100, left), after, withTotal: false });
    yield* page.items;
    left -= page.items.length;
    if (page.next === null) return;
    after = page.next;
  }
}

async function describeResult(store: ArticleStore, query: QuoteQuery, shown: number): Promise<string> {
  if (shown === 0) return 'No quotes.';
  const { total } = await store.listQuotes(query, { limit: 1, after: null, withTotal: true });
  return total === null || total === shown
    ? plural(shown, 'quote')
    : `${shown} of ${plural(total, 'quote')}; --limit 0 shows all`;
}

const dayWidth = 10;
const speakerWidth = 24;
const gap = '  ';

/** Three columns (day, speaker and role, words and where they stand) and an empty line. */
function quoteRow(quote: StoredQuote, width: number): string {
  const { speaker, source, article } = quote;
  const name = speaker?.name ?? (source === null ? 'not known' : `not known: “${source.text}”`);
  const day = wrap((article.publishedAt ?? '').slice(0, dayWidth), dayWidth);
  const who = [...wrap(printable(name), speakerWidth), ...wrap(printable(speaker?.role ?? ''), speakerWidth)];
  const words = wrap(
    printable(quote.kind === 'direct' ? `“${quote.text}”` : quote.text),
    width - dayWidth - speakerWidth - 2 * gap.length,
  );
  const where = printable(
    [article.publisher?.name, article.headline ?? article.url ?? article.id].filter(Boolean).join(': '),
  );
  const what = [...words, ...wrap(`— ${where}`, width - dayWidth - speakerWidth - 2 * gap.length)];
  const rows = Math.max(day.length, who.length, what.length);
  let table = '';
  for (let row = 0; row < rows; row++) {
    const cells = [(day[row] ?? '').padEnd(dayWidth), (who[row] ?? '').padEnd(speakerWidth), what[row] ?? ''];
    table += `${cells.join(gap).trimEnd()}\n`;
  }
  return `${table}\n`;
}
