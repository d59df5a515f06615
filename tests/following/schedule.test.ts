import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterSkipped, findNextPoll, findNextTry, isPutOff } from '../../src/following/feeds/schedule.ts';
import { readFreshness, readRetryAfter } from '../../src/following/web/freshness.ts';
import { noSchedule, readFeedSchedule } from '../../src/readers/feed-schedule.ts';
import { parseXml } from '../../src/readers/xml/tree.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A Tuesday, ten o'clock. */
const now = Date.parse('2024-03-05T10:00:00Z');

describe('readFreshness', () => {
  it.each([
    [{}, 0],
    [{ 'cache-control': 'max-age=600' }, 10 * minute],
    [{ 'cache-control': 'public, MAX-AGE="600", must-revalidate' }, 10 * minute],
    [{ 'cache-control': 'max-age=600', age: '540' }, minute],
    [{ 'cache-control': 'max-age=600', age: '900' }, 0],
    [{ 'cache-control': 's-maxage=600' }, 0],
    [{ 'cache-control': 'no-cache, max-age=600' }, 0],
    [{ 'cache-control': 'max-age=-5' }, 0],
    [{ expires: 'Tue, 05 Mar 2024 11:00:00 GMT', date: 'Tue, 05 Mar 2024 10:00:00 GMT' }, hour],
    [{ expires: '0', date: 'Tue, 05 Mar 2024 10:00:00 GMT' }, 0],
    [{ expires: 'never' }, 0],
  ])('of %j is %i', (headers, expected) => expect(readFreshness(headers)).toBe(expected));
});

describe('readRetryAfter', () => {
  it.each([
    [undefined, 0],
    ['120', 2 * minute],
    ['Tue, 05 Mar 2024 10:05:00 GMT', 5 * minute],
    ['Tue, 05 Mar 2024 09:00:00 GMT', 0],
    ['soon', 0],
    ['-1', 0],
  ])('reads %j as %i', (value, expected) => {
    expect(readRetryAfter(now, value === undefined ? {} : { 'retry-after': value })).toBe(expected);
  });
});

describe('readFeedSchedule', () => {
  const read = (channel: string) =>
    readFeedSchedule(parseXml(`<rss xmlns:sy="s"><channel>${channel}<item/></channel></rss>`).root);
  it.each([
    ['', null],
    ['<ttl>60</ttl>', hour],
    ['<ttl>often</ttl>', null],
    ['<sy:updatePeriod> hourly </sy:updatePeriod>', hour],
    ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>', 6 * hour],
    ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>', null],
    ['<sy:updatePeriod>constructor</sy:updatePeriod>', null],
    ['<ttl>120</ttl><sy:updatePeriod>hourly</sy:updatePeriod>', 2 * hour],
  ])('reads %j as %j', (channel, interval) => expect(read(channel).interval).toBe(interval));

  it('knows the hours and days in which a feed rests', () => {
    const { skippedHours, skippedDays } = read(
      '<skipHours><hour>0</hour><hour>23</hour><hour>24</hour><hour>x</hour></skipHours>' +
        '<skipDays><day>Saturday</day><day>sunday</day><day>Someday</day></skipDays>',
    );
    expect([skippedHours, skippedDays]).toEqual([
      [0, 23, 0],
      [6, 0],
    ]);
  });
});

describe('the next poll', () => {
  it('comes when the longest wish is over', () => {
    const headers = { 'cache-control': 'max-age=600' };
    expect(findNextPoll(now, headers, noSchedule)).toBe(now + 10 * minute);
    expect(findNextPoll(now, headers, { ...noSchedule, interval: hour })).toBe(now + hour);
    expect(findNextPoll(now, { 'cache-control': 'max-age=31536000' }, noSchedule)).toBe(now + day);
  });

  it('passes over the hours and days in which a feed rests', () => {
    const rests = { interval: null, skippedHours: [10, 11], skippedDays: [] };
    expect(afterSkipped(now + 5, rests)).toBe(now + 2 * hour);
    expect(afterSkipped(now, { ...rests, skippedDays: [2, 3] })).toBe(Date.parse('2024-03-07T00:00:00Z'));
    const always = { ...rests, skippedHours: Array.from({ length: 24 }, (_, number) => number) };
    expect(afterSkipped(now + 5, always)).toBe(now + 5);
  });

  const headers = fc.record(
    {
      'cache-control': fc.oneof(
        fc.string(),
        fc.integer().map((seconds) => `max-age=${seconds}`),
      ),
      age: fc.string(),
      expires: fc.oneof(fc.string(), fc.date().map(String)),
      date: fc.oneof(fc.string(), fc.date().map(String)),
      'retry-after': fc.oneof(fc.string(), fc.integer().map(String), fc.date().map(String)),
    },
    { requiredKeys: [] },
  );

  it('is never in the past, nor so far away that a feed is forgotten, whatever is said', () => {
    const schedule = fc.record({
      interval: fc.option(fc.integer({ min: 0 })),
      skippedHours: fc.array(fc.integer({ min: 0, max: 23 })),
      skippedDays: fc.array(fc.integer({ min: 0, max: 6 })),
    });
    fc.assert(
      fc.property(headers, schedule, (said, wishes) => {
        const next = findNextPoll(now, said, wishes);
        expect(next).toBeGreaterThanOrEqual(now);
        expect(next).toBeLessThanOrEqual(now + 8 * day);
      }),
    );
  });

  it('after failures comes later with each, up to a day, and not before a server wants it', () => {
    const waits = [1, 2, 3, 4, 9, 10, 1000].map(
      (failures) => (findNextTry(now, failures, {}) - now) / minute,
    );
    expect(waits).toEqual([5, 10, 20, 40, 1280, 1440, 1440]);
    fc.assert(
      fc.property(headers, fc.integer({ min: 1, max: 1e6 }), (said, failures) => {
        const next = findNextTry(now, failures, said);
        expect(next).toBeGreaterThanOrEqual(now + Math.min(readRetryAfter(now, said), 7 * day));
        expect(next).toBeGreaterThanOrEqual(now + 5 * minute);
        expect(next).toBeLessThanOrEqual(now + 7 * day);
      }),
    );
  });

  it('is not put off by a clock that was set back', () => {
    expect(isPutOff(now + hour, now)).toBe(true);
    expect(isPutOff(now - hour, now)).toBe(false);
    expect(isPutOff(now + 365 * day, now)).toBe(false);
  });
});
