import { childOf, childrenOf, textOf, type XmlElement } from './xml/tree.ts';

/** How often a feed asks to be read. */
export interface FeedSchedule {
  /** Milliseconds between two readings, at least; null where it does not say. */
  readonly interval: number | null;
  /** Hours (0 to 23) and days (0 is Sunday) of UTC in which nothing changes. */
  readonly skippedHours: readonly number[];
  readonly skippedDays: readonly number[];
}

export const noSchedule: FeedSchedule = { interval: null, skippedHours: [], skippedDays: [] };

/** What a feed in XML says: `ttl`, `skipHours` and `skipDays` of RSS 2.0, `sy:updatePeriod` of RSS 1.0's module. */
export function readFeedSchedule(root: XmlElement | null): FeedSchedule {
  const channel = childOf(root, 'channel') ?? root;
  const intervals = [readTtl(channel), readPeriod(channel)].filter((interval) => interval !== null);
  const named = (list: string, name: string) =>
    childrenOf(childOf(channel, list), name).map((element) => textOf(element) ?? '');
  const hours = named('skipHours', 'hour').flatMap((hour) =>
    /^\d{1,2}$/.test(hour) ? [Number(hour) % 24] : [],
  );
  const days = named('skipDays', 'day').map((day) => dayNames.indexOf(day.slice(0, 3).toLowerCase()));
  return {
    interval: intervals.length === 0 ? null : Math.max(...intervals),
    skippedHours: hours,
    skippedDays: days.filter((day) => day >= 0),
  };
}

const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Minutes. */
function readTtl(channel: XmlElement | null): number | null {
  const ttl = textOf(childOf(channel, 'ttl')) ?? '';
  return /^\d{1,6}$/.test(ttl) ? Number(ttl) * 60_000 : null;
}

/** So many times (once, where it does not say) a period. */
function readPeriod(channel: XmlElement | null): number | null {
  const period = periods.get((textOf(childOf(channel, 'sy:updatePeriod')) ?? '').toLowerCase());
  const frequency = textOf(childOf(channel, 'sy:updateFrequency')) ?? '1';
  if (period === undefined || !/^[1-9]\d{0,5}$/.test(frequency)) return null;
  return period / Number(frequency);
}

const periods: ReadonlyMap<string, number> = new Map([
  ['hourly', 3_600_000],
  ['daily', 86_400_000],
  ['weekly', 7 * 86_400_000],
  ['monthly', 30 * 86_400_000],
  ['yearly', 365 * 86_400_000],
]);
