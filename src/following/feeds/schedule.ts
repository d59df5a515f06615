import type { IncomingHttpHeaders } from 'node:http';
import type { FeedSchedule } from '../../readers/feed-schedule.ts';
import { readFreshness, readRetryAfter } from '../web/freshness.ts';

// All times here are milliseconds; instants count from 1970.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What a feed says of itself is followed up to this: some say that they never change. */
const longestRest = day;
/** What a server asks of whoever comes too often is followed up to this. */
const longestPenalty = 7 * day;
/** After a first failure, and after any number of them. */
const firstBackOff = 5 * minute;
const longestBackOff = day;

/** When a feed may be asked again that answered at `now`: what its server and itself say of it. */
export function findNextPoll(now: number, headers: IncomingHttpHeaders, schedule: FeedSchedule): number {
  const rest = Math.max(readFreshness(headers), schedule.interval ?? 0);
  return afterSkipped(now + Math.min(rest, longestRest), schedule);
}

/** When a feed may be asked again that failed so many times in a row, the last time at `now`. */
export function findNextTry(now: number, failures: number, headers: IncomingHttpHeaders): number {
  const backOff = Math.min(firstBackOff * 2 ** Math.min(failures - 1, 20), longestBackOff);
  return now + Math.max(backOff, Math.min(readRetryAfter(now, headers), longestPenalty));
}

/** The first moment from `time` on that lies in none of the hours and days in which a feed asks to be left alone. */
export function afterSkipped(time: number, { skippedHours, skippedDays }: FeedSchedule): number {
  let at = time;
  for (let hours = 0; hours < 7 * 24; hours++) {
    const date = new Date(at);
    if (!skippedHours.includes(date.getUTCHours()) && !skippedDays.includes(date.getUTCDay())) return at;
    at = Math.floor(at / hour) * hour + hour;
  }
  // It skips every hour: nobody can have meant that.
  return time;
}

/** Whether a feed is to be left alone still. A clock that was set back puts nothing off for longer than anybody may ask. */
export function isPutOff(notBefore: number, now: number): boolean {
  return notBefore > now && notBefore - now <= longestPenalty;
}
