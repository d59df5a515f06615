import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { createFetch, type FetchOptions } from '../web/fetch.ts';
import { createRobots } from '../web/robots.ts';
import { createTurns } from '../web/turns.ts';
import { type PollFeedOptions, pollFeed } from './poll-feed.ts';

export interface PollOptions
  extends Omit<PollFeedOptions, 'fetch' | 'pages'>,
    Pick<FetchOptions, 'allowPrivate' | 'timeLimit' | 'sizeLimit'> {
  readonly feeds: readonly string[];
  /** Polls each feed that is due, and ends. */
  readonly once: boolean;
  /** Fetches the pages of items of which a feed holds a summary. */
  readonly full: boolean;
  /** Milliseconds between two requests to one host. */
  readonly pause: number;
  /** The name and version under which hosts know us ("Onrecord/1.0"), and how they reach whoever it is that polls. */
  readonly product: string;
  readonly contact: string | null;
}

/** Feeds that are polled beside each other. */
const mostAtOnce = 4;
/** The longest that is slept at once: clocks are set, and machines go to sleep. */
const longestSleep = 600_000;
/** Polls are spread over so much of the time between them, so that not all of them come at the full hour. */
const jitter = 0.1;

/** Keeps a store current with feeds, until it is stopped or, for a single run, until each has been polled. */
export async function pollFeeds(options: PollOptions): Promise<void> {
  const { feeds, once, full, pause, product, contact } = options;
  // Where one fails, by no fault of its feed's, the others end too.
  const ending = new AbortController();
  const signal = AbortSignal.any([options.patience.signal, ending.signal]);
  // Each feed waits for it, however many there are.
  setMaxListeners(0, signal);
  const userAgent = contact === null ? product : `${product} (+${contact})`;
  const turns = createTurns(pause, signal);
  const fetch = createFetch({ ...options, userAgent, turns, signal });
  const findRobotRules = createRobots(fetch, product.split('/')[0]!);
  const pollOptions: PollFeedOptions = { ...options, fetch, pages: full ? { fetch, findRobotRules } : null };
  const atOnce = createLimit(mostAtOnce);

  async function follow(feed: string): Promise<void> {
    let again = options.again;
    for (;;) {
      const next = await atOnce(async () =>
        signal.aborted ? null : pollFeed(feed, { ...pollOptions, again }),
      );
      again = false;
      if (next === null || once) return;
      const due = next + Math.random() * jitter * Math.max(0, next - Date.now());
      for (let left = due - Date.now(); left > 0; left = due - Date.now()) {
        await wait(Math.min(left, longestSleep), undefined, { signal });
      }
    }
  }

  try {
    await Promise.all([...new Set(feeds)].map(follow));
  } catch (error) {
    if (!options.patience.signal.aborted) throw error;
  } finally {
    ending.abort();
  }
}

/** Has no more than so many works done at once. */
function createLimit(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < most) running++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // Whoever waits takes over the place.
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
