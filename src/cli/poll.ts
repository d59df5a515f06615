import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { createExtractionThreads } from '../extraction-threads.ts';
import { pollFeeds } from '../following/feeds/poll.ts';
import { createTaking } from '../following/taking.ts';
import { readFeedList } from '../readers/feed-list.ts';
import { giveWay } from '../threads.ts';
import { databaseOption, openStore } from './database.ts';
import { exitCodes, exitWith, UsageError } from './exit.ts';
import { createFeedLog } from './feed-log.ts';
import { durationOption } from './options.ts';
import { note, plural } from './output.ts';
import { stopOnSignals } from './stopping.ts';
import { readVersion } from './version.ts';

/** `onrecord poll <feeds>` */
export function addPoll(program: Command): void {
  program
    .command('poll')
    .summary('keep the database current with feeds')
    .description(
      'Stores the items of feeds (RSS, RDF, Atom, JSON Feed, news sitemaps), and what is new in them, until it is stopped.\n' +
        'A feed is asked no more often than it and its server wish (Cache-Control, ttl, skipHours, Retry-After), and whether\n' +
        'it has changed, before it is fetched; what fails is asked again later and later. Items that leave a feed stay.\n' +
        'What was read is remembered in the database. It may run beside onrecord serve.',
    )
    .argument('[feeds...]', 'addresses of feeds')
    .addOption(databaseOption())
    .option('--list <file>', 'more feeds: OPML, or an address a line')
    .option('--once', 'poll each feed that is due, and end')
    .addOption(durationOption('--interval <duration>', 'how often a feed is polled, at most', '15m'))
    .option('--full', 'fetch the pages of items that are only summaries, as far as robots.txt allows')
    .addOption(
      new Option('--contact <address>', 'a page or mail address that servers are shown, to reach you').env(
        'ONRECORD_CONTACT',
      ),
    )
    .option('--again', 'ask once for everything, whatever was remembered')
    .option('--allow-private', 'ask also hosts of this machine and of private networks')
    .option('--json', 'one line of JSON on standard output for each article, and for all else that happens')
    .addHelpText(
      'after',
      `
A duration is a number with ms, s, m, h or d: 30s, 15m.
SIGINT (Ctrl-C) and SIGTERM end it when what is under way is stored; a second one ends it at once.

Exit code: 0 it was stopped, or --once is done; 1 something failed (with --once also: a feed or an item);
2 wrong usage.

Examples:
  onrecord poll https://example.org/feed.xml https://example.net/atom
  onrecord poll --full --contact https://example.com/about --list feeds.opml
  onrecord poll --once --list feeds.txt     for cron: what is new since the last time`,
    )
    .action(exitWith(runPoll));
}

interface PollCommandOptions {
  readonly database: string;
  readonly list?: string;
  readonly once?: true;
  readonly interval: number;
  readonly full?: true;
  readonly contact?: string;
  readonly again?: true;
  readonly allowPrivate?: true;
  readonly json?: true;
}

/** Milliseconds between two requests to one host. */
const pause = 1000;
/** Milliseconds for which a single run waits for the store. */
const longestWait = 60_000;

async function runPoll(named: string[], options: PollCommandOptions): Promise<number> {
  const feeds = [...named, ...readList(options.list)];
  checkFeeds(feeds);
  if (!/^[\x21-\x7e]*$/.test(options.contact ?? '')) {
    throw new UsageError(
      'The contact must be an address in ASCII, without blanks: servers read it in a header.',
    );
  }
  const once = options.once === true;
  giveWay();
  const store = await openStore(options.database, { create: true });
  const threads = createExtractionThreads(1);
  const { signal, release } = stopOnSignals();
  const log = createFeedLog(options.json === true);
  if (!once) note(`Polling ${plural(feeds.length, 'feed')} (${options.database}). Ctrl-C stops it.`);
  try {
    await pollFeeds({
      feeds,
      store,
      taking: createTaking(threads.extract, store),
      patience: {
        signal,
        longest: once ? longestWait : Number.POSITIVE_INFINITY,
        soon: Number.POSITIVE_INFINITY,
        onWait: ({ message }) => void log.report({ kind: 'store-waits', reason: message }),
      },
      report: log.report,
      once,
      // Whoever runs it again and again decides how often; what servers wish holds all the same.
      interval: once ? 0 : options.interval,
      full: options.full === true,
      again: options.again === true,
      allowPrivate: options.allowPrivate === true,
      pause,
      product: `Onrecord/${readVersion()}`,
      contact: options.contact ?? null,
    });
  } finally {
    release();
    await threads.close();
    await store.close();
  }
  note(`${log.summarize()} (${options.database})`);
  return once && log.hasFailures() ? exitCodes.failed : exitCodes.ok;
}

function readList(file: string | undefined): readonly string[] {
  if (file === undefined) return [];
  try {
    return readFeedList(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`The list ${file} cannot be read: ${(error as Error).message}.`);
  }
}

function checkFeeds(feeds: readonly string[]): void {
  if (feeds.length === 0) throw new UsageError('Name a feed, or a list of feeds with --list.');
  for (const feed of feeds) {
    if (!/^https?:\/\//i.test(feed) || !URL.canParse(feed)) {
      throw new UsageError(`${feed} is no address of a feed: it must begin with http:// or https://.`);
    }
  }
}
