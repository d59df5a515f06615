import { beforeAll, describe, expect, it } from 'vitest';
import { groupDays } from '../../src/http/routes/timeline.ts';
import { startTestApp, stories } from './support/app.ts';

const served = await startTestApp();
const { http } = served;
const get = async (address: string) => (await http.get(address).expect(200)).body;

beforeAll(async () => {
  for (const story of stories) await served.ingest(story);
});

describe('a timeline', () => {
  it('counts the quotes of a speaker by interval', async () => {
    expect((await get('/v1/speakers/lena%20ruiz/timeline?interval=day')).items).toEqual([
      { from: '2024-03-01', to: '2024-03-01', count: 1 },
      { from: '2024-03-03', to: '2024-03-03', count: 1 },
    ]);
    expect((await get('/v1/speakers/lena%20ruiz/timeline')).items).toEqual([
      { from: '2024-03-01', to: '2024-03-31', count: 2 },
    ]);
    expect((await get('/v1/speakers/lena%20ruiz/timeline?interval=day&q=ferry')).total).toBe(1);
  });

  it('has whole weeks, months and years', () => {
    const days = [
      { day: '2023-12-31', count: 1 },
      { day: '2024-01-01', count: 2 },
      { day: '2024-02-29', count: 4 },
    ];
    expect(groupDays(days, 'week')).toEqual([
      { from: '2023-12-25', to: '2023-12-31', count: 1 },
      { from: '2024-01-01', to: '2024-01-07', count: 2 },
      { from: '2024-02-26', to: '2024-03-03', count: 4 },
    ]);
    expect(groupDays(days, 'month').map(({ to }) => to)).toEqual(['2023-12-31', '2024-01-31', '2024-02-29']);
    expect(groupDays(days, 'year')).toEqual([
      { from: '2023-01-01', to: '2023-12-31', count: 1 },
      { from: '2024-01-01', to: '2024-12-31', count: 6 },
    ]);
  });

  it('refuses other intervals', async () => {
    await http.get('/v1/speakers/lena%20ruiz/timeline?interval=hour').expect(400);
  });
});

describe('suggestions', () => {
  it('are the most quoted before anything is typed', async () => {
    expect((await get('/v1/suggest?limit=1')).items).toMatchObject([{ text: 'Lena Ruiz' }]);
  });

  it('are speakers first, the most quoted of them first, then headlines', async () => {
    const { items } = await get('/v1/suggest?q=ruiz');
    expect(items[0]).toMatchObject({ kind: 'speaker', text: 'Lena Ruiz', quoteCount: 2 });
    expect((await get('/v1/suggest?q=bri')).items).toContainEqual(
      expect.objectContaining({ kind: 'headline', text: 'Bridge to open in May', publishedAt: '2024-03-01' }),
    );
  });

  it.each(['hadad', 'hadadd', 'hdadad', 'Häddat', 'omra hadda'])('forgive "%s"', async (typed) => {
    const { items } = await get(`/v1/suggest?q=${encodeURIComponent(typed)}`);
    expect(items[0]).toMatchObject({ text: 'Omar Haddad' });
  });

  it('are none for what is like nobody’s name, whatever is typed', async () => {
    for (const typed of ['qqqqqq', '"', 'headline:', '* OR', '%', "'; drop table entities; --"])
      expect((await get(`/v1/suggest?q=${encodeURIComponent(typed)}`)).items).toEqual([]);
  });
});

it('speakers are found with typing errors', async () => {
  const { items } = await get('/v1/speakers?q=celic');
  expect(items).toMatchObject([{ name: 'Noor Çelik' }]);
  expect((await get('/v1/entities?q=hadadd')).items[0]).toMatchObject({ name: 'Omar Haddad' });
});

it('hits are marked', async () => {
  const { items } = await get('/v1/quotes?q=opening%20OR%20ferries&highlight=true&sort=publishedAt');
  expect(items.map(({ highlight }: { highlight: string }) => highlight)).toEqual([
    'The bridge will <mark>open</mark> in May',
    'The <mark>ferry</mark> has had its day',
  ]);
  expect((await get('/v1/quotes?highlight=true&limit=1')).items[0]).toHaveProperty('highlight');
});

it('statistics count what is there', async () => {
  expect(await get('/v1/stats')).toMatchObject({
    articles: 3,
    quotes: 5,
    speakers: 3,
    firstPublishedAt: '2024-03-01',
    lastPublishedAt: '2024-03-03',
    extractors: [{ articleCount: 3 }],
  });
});

it('metrics are Prometheus text', async () => {
  const { text, headers } = await http.get('/metrics').expect(200);
  expect(headers['content-type']).toMatch(/^text\/plain/);
  expect(text).toContain('onrecord_stored{kind="articles"} 3');
  expect(text).toMatch(
    /onrecord_http_request_duration_seconds_count\{method="POST",route="\/v1\/articles",status="201"\} 3/,
  );
  expect(text).toContain('onrecord_extraction_duration_seconds_count 3');
});
