import type { FeedEvent } from '../following/feeds/events.ts';
import { note, plural, printable, writeJsonLine } from './output.ts';
import { createTallies, describeTally } from './tally.ts';

export interface FeedLog {
  report(event: FeedEvent): Promise<void>;
  /** "2 feeds read: 12 new, 1 failed" */
  summarize(): string;
  hasFailures(): boolean;
}

/** Says what happens: in a line for each poll and each fault, on standard error, and as JSON where that is asked. */
export function createFeedLog(asJson: boolean): FeedLog {
  const { whole, count, take } = createTallies();
  const read = new Set<string>();
  let hasFailures = false;

  function describe(event: FeedEvent): string | null {
    switch (event.kind) {
      case 'stored':
        count(event.feed, event.outcome);
        return event.outcome === 'deleted'
          ? `${event.place}: it was deleted as ${event.id}, and stays so`
          : null;
      case 'failed':
        count(event.feed, 'failed');
        hasFailures = true;
        return `${event.feed}, ${event.place}: ${event.error.message}`;
      case 'page-failed':
        return `${event.place}: ${event.reason} What the feed holds of it is kept.`;
      case 'polled': {
        read.add(event.feed);
        const tally = take(event.feed);
        return `${event.feed}: ${describeTally(tally)} of ${plural(event.items, 'item')}${describeNext(event.next)}`;
      }
      case 'not-modified':
        read.add(event.feed);
        return `${event.feed}: as it was${describeNext(event.next)}`;
      case 'feed-failed':
        hasFailures = true;
        return `${event.feed}: ${event.error.message} Next try at ${clock(event.next)}.`;
      case 'feed-flawed':
        hasFailures = true;
        return `${event.feed}: ${event.reason}`;
      case 'moved':
        return `${event.feed}: it has moved to ${event.to}, which is asked from now on`;
      case 'gone':
        return `${event.feed}: it is gone (410), and is not asked any more (but with --again)`;
      case 'not-due':
        return event.hasFailed
          ? `${event.feed}: it failed, and is tried again at ${clock(event.next)} (before that, with --again)`
          : `${event.feed}: it asked to be left alone until ${clock(event.next)}`;
      case 'store-waits':
        return `${event.reason} What has been read waits for it.`;
    }
  }

  return {
    async report(event) {
      const line = describe(event);
      if (line !== null) note(printable(line));
      if (asJson) await writeJsonLine(present(event));
    },
    summarize: () => `${plural(read.size, 'feed')} read: ${describeTally(whole)}`,
    hasFailures: () => hasFailures,
  };
}

function describeNext(instant: string): string {
  return Date.parse(instant) > Date.now() ? `; next at ${clock(instant)}` : '';
}

/** In the time of this machine. */
function clock(instant: string): string {
  const time = new Date(instant);
  const isToday = time.toDateString() === new Date().toDateString();
  return isToday ? time.toTimeString().slice(0, 5) : `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}

/** As `onrecord ingest` tells of articles; all else has `event` in place of `outcome`. */
function present(event: FeedEvent): object {
  const { kind, ...rest } = event;
  const { error, ...others } = 'error' in rest ? rest : { ...rest, error: null };
  const what = kind === 'stored' ? {} : kind === 'failed' ? { outcome: kind } : { event: kind };
  return { ...what, ...others, ...(error === null ? {} : { code: error.code, message: error.message }) };
}
