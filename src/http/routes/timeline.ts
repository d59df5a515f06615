import { z } from 'zod';
import type { DayCount } from '../../domain/records.ts';
import { listEndpoint, pageOf } from '../conventions/lists.ts';
import { findSpeaker } from '../conventions/names.ts';
import type { Endpoint } from '../endpoint.ts';
import { DaySchema } from '../schemas/common.ts';
import { choiceParameter, refuseContradictions } from '../schemas/parameters.ts';
import { quoteFilters, quoteQuery } from './quotes.ts';
import { speakerPath } from './speakers.ts';

const intervals = ['day', 'week', 'month', 'year'] as const;
type Interval = (typeof intervals)[number];

const TimelineIntervalSchema = z
  .object({
    from: DaySchema.describe('Its first day; with `to` it is what the filters of the same names take.'),
    to: DaySchema.describe('Its last day.'),
    count: z.int().min(1).describe('Quotes in articles of these days.'),
  })
  .meta({ id: 'TimelineInterval' });

const { sort: _sort, facets: _facets, highlight: _highlight, ...filters } = quoteFilters.shape;

export const timelineEndpoint: Endpoint = listEndpoint({
  path: '/v1/speakers/{id}/timeline',
  operationId: 'countSpeakerQuotes',
  tag: 'speakers',
  summary: 'How often a speaker was quoted, over time',
  description:
    'Intervals in which there are quotes, the first one first. Weeks start on Monday; days are UTC.',
  pathParameters: speakerPath,
  followsMerges: true,
  filters: z
    .strictObject({
      interval: choiceParameter(intervals, 'What to count by.').default('month'),
      ...filters,
    })
    .superRefine(refuseContradictions),
  item: TimelineIntervalSchema,
  example: { from: '2023-10-01', to: '2023-10-31', count: 12 },
  errors: ['not-found', 'ambiguous-name'],
  forms: { columns: { from: 'from', to: 'to', count: 'count' } },
  find: async ({ services: { store }, path, query: { interval, ...filters } }, { page }) => {
    const { id } = await findSpeaker(store, path.id);
    const query = await quoteQuery(store, { ...filters, sort: '-publishedAt' }, [id]);
    return pageOf(groupDays(await store.countQuotesByDay(query), interval), page);
  },
});

/** Days as intervals of the calendar: whole weeks, months and years, those without quotes left out. */
export function groupDays(
  days: readonly DayCount[],
  interval: Interval,
): readonly z.output<typeof TimelineIntervalSchema>[] {
  const groups = new Map<string, { from: string; to: string; count: number }>();
  for (const { day, count } of days) {
    const [from, to] = intervalAround(day, interval);
    const group = groups.get(from);
    if (group === undefined) groups.set(from, { from, to, count });
    else group.count += count;
  }
  return [...groups.values()];
}

function intervalAround(day: string, interval: Interval): readonly [string, string] {
  const date = new Date(`${day}T00:00:00Z`);
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const written = (time: number): string => new Date(time).toISOString().slice(0, 10);
  if (interval === 'day') return [day, day];
  if (interval === 'year') return [`${day.slice(0, 4)}-01-01`, `${day.slice(0, 4)}-12-31`];
  if (interval === 'month') return [`${day.slice(0, 7)}-01`, written(Date.UTC(year, month + 1, 0))];
  const monday = dayOfMonth - ((date.getUTCDay() + 6) % 7);
  return [written(Date.UTC(year, month, monday)), written(Date.UTC(year, month, monday + 6))];
}
