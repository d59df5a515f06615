import { getJson, timeEach } from './load.ts';
import { atMost, type Bench, type Figure, growsAtMost, type Measurement } from './measurement.ts';
import { makeQuestions, mix, type Questions } from './questions.ts';
import { mean, median, percentile, showMs } from './table.ts';

/** Milliseconds from the request to the last byte of the answer, one request at a time, no question twice. */
export const latencyMeasurements: readonly Measurement[] = [
  ...(['frequent', 'medium', 'rare'] as const).flatMap((words): readonly Measurement[] => [
    {
      question: `newest first, one ${words} word: p50`,
      target: 'grows 1.5 × at most',
      isMet: growsAtMost(1.5),
      measure: async (bench) =>
        middle(await timeSearches(bench, (questions) => questions[words], '&total=false')),
    },
    {
      question: '  with the total',
      measure: async (bench) => middle(await timeSearches(bench, (questions) => questions[words], '')),
    },
  ]),
  {
    question: 'newest first, any words, also common ones that hardly meet: p99',
    target: '20 ms',
    isMet: atMost(20),
    measure: async (bench) => tail(await timeSearches(bench, anyWords, '&total=false')),
  },
  {
    question: '  with the total',
    measure: async (bench) => tail(await timeSearches(bench, anyWords, '')),
  },
  {
    question: 'by relevance, any words, also the commonest: p99',
    target: '50 ms',
    isMet: atMost(50),
    measure: async (bench) => tail(await timeSearches(bench, anyWords, '&total=false&sort=relevance')),
  },
  {
    question: '  with the total',
    measure: async (bench) => tail(await timeSearches(bench, anyWords, '&sort=relevance')),
  },
  {
    question: '  of the first 20 for two words and more, as many are those of the full ranking: least, mean',
    target: '18',
    isMet: (values) => values.every((value) => value >= 18),
    measure: measureAgreement,
  },
  {
    question: 'facets on any filter: p99',
    target: '100 ms',
    isMet: atMost(100),
    measure: async (bench) => tail(await timeEach(bench.client, facetPaths(bench))),
  },
  {
    question: 'the stories most like one, copies told apart: p99',
    target: '50 ms',
    isMet: atMost(50),
    measure: async (bench) => tail(await timeEach(bench.client, similarPaths(bench))),
  },
  {
    question: 'each quote once, on any filter, without and with the total: p99',
    target: '50 ms without',
    isMet: atMost(50),
    measure: async (bench) => {
      const without = await timeEach(bench.client, oncePaths(bench, '&total=false'));
      const { value, text } = tail(without);
      return { value, text: `${text}, ${tail(await timeEach(bench.client, oncePaths(bench, ''))).text}` };
    },
  },
];

/** Waits until what facets are counted from is read, which is then in the way of nothing else that is measured. */
export const firstFacets: Measurement = {
  question: 'facets of everything, asked for at the start: the slower of both',
  measure: async (bench) => inMs(Math.max(...(await timeEach(bench.client, facetsOfEverything)))),
};

const inMs = (value: number): Figure => ({ value, text: showMs(value) });
const middle = (times: readonly number[]) => inMs(median(times));
const tail = (times: readonly number[]) => inMs(percentile(times, 0.99));

const anyWords = ({ commonest, frequent, medium, rare, strangers, several }: Questions) =>
  mix(commonest, frequent, medium, rare, strangers, several);

const searchPath = (question: string) => `/v1/articles?q=${encodeURIComponent(question)}`;

function timeSearches(
  { store, client }: Bench,
  choose: (questions: Questions) => readonly string[],
  parameters: string,
): Promise<number[]> {
  return timeEach(
    client,
    choose(makeQuestions(store.archive)).map((question) => searchPath(question) + parameters),
  );
}

/** The first 20 of the API beside those of a ranking of all hits by the same weights, done here. */
async function measureAgreement({ store, client, connection }: Bench): Promise<Figure> {
  const { several, strangers } = makeQuestions(store.archive);
  const shared: number[] = [];
  for (const question of [...several.slice(0, 40), ...strangers.slice(0, 10)]) {
    const { items } = await getJson<{ items: readonly { id: string }[] }>(
      client,
      `${searchPath(question)}&sort=relevance&total=false`,
    );
    const ids = new Set(items.map(({ id }) => id));
    const best = connection.all<{ id: string }>(
      `select a.id from articles_search s join articles a on a.row = s.rowid
       where articles_search match :match order by s.rank limit 20`,
      {
        match: question
          .split(' ')
          .map((word) => `"${word}"`)
          .join(' '),
      },
    );
    // Where fewer than 20 articles match, all that are missing are missed.
    shared.push(20 - best.filter(({ id }) => !ids.has(id)).length);
  }
  const least = Math.min(...shared);
  return { value: least, text: `${least}, ${mean(shared).toFixed(1)}` };
}

/** Articles of all times; half of them are copies. */
function similarPaths({ connection }: Bench): readonly string[] {
  const spread = (sql: string) => {
    const all = connection.all<{ id: string }>(sql);
    return Array.from({ length: 100 }, (_, number) => all[Math.floor((number * all.length) / 100)]!.id);
  };
  const copies = `select a.id from article_copies c cross join articles a on a.row = c.row
                  where c.first_row is not null order by c.row`;
  const ids = new Set([...spread(copies), ...spread('select id from articles where row > 0 order by row')]);
  return Array.from(ids, (id) => `/v1/articles/${id}/similar`);
}

function oncePaths(bench: Bench, parameters: string): readonly string[] {
  return quoteFilters(bench).map((filter) => `/v1/quotes?group=true${filter && `&${filter}`}${parameters}`);
}

const articleFacets = 'facets=publisher,agency,language,month';
const quoteFacets = 'facets=speaker,publisher,kind,about,month';

const facetsOfEverything = [`/v1/articles?${articleFacets}&limit=1`, `/v1/quotes?${quoteFacets}&limit=1`];

/** Facets on filters of all kinds, from those that let everything through to those that let little. */
function facetPaths({ store, connection }: Bench): readonly string[] {
  const { frequent, medium, rare, commonest, several } = makeQuestions(store.archive);
  const entities = mostQuoted(connection);
  const publishers = earliestPublishers(connection);
  const articles = [
    '',
    'from=2022-01-01&to=2022-12-31',
    'language=en',
    ...mix(commonest, frequent, medium, rare, several)
      .slice(0, 60)
      .map((question) => `q=${encodeURIComponent(question)}`),
    ...entities.slice(0, 8).map(({ id }) => `entity=${id}`),
    ...publishers.slice(0, 5).map(({ name }) => `publisher=${encodeURIComponent(name)}`),
  ];
  return [
    ...articles.map((filter) => `/v1/articles?${filter}&${articleFacets}&limit=1`),
    ...quoteFilters({ store, connection }).map((filter) => `/v1/quotes?${filter}&${quoteFacets}&limit=1`),
  ].map((path) => path.replace('?&', '?'));
}

/** From those that let everything through to those that let little. */
function quoteFilters({ store, connection }: Pick<Bench, 'store' | 'connection'>): readonly string[] {
  const { frequent, medium, rare, commonest } = makeQuestions(store.archive);
  const entities = mostQuoted(connection);
  const publishers = earliestPublishers(connection);
  return [
    '',
    'from=2022-01-01&to=2022-12-31',
    'kind=direct',
    'attributed=true',
    'minConfidence=0.9',
    ...mix(commonest, frequent, medium, rare)
      .slice(0, 40)
      .map((question) => `q=${encodeURIComponent(question)}`),
    ...entities.map(({ id }) => `speaker=${id}`),
    ...entities.map(({ id }) => `about=${id}`),
    ...entities.map(({ id }) => `speaker=${id}&from=2022-01-01&to=2022-12-31`),
    ...publishers.map(({ name }) => `publisher=${encodeURIComponent(name)}`),
  ];
}

const mostQuoted = (connection: Bench['connection']) =>
  connection.all<{ id: string }>(
    'select id from entities where quote_count > 0 order by quote_count desc limit 20',
  );

const earliestPublishers = (connection: Bench['connection']) =>
  connection.all<{ name: string }>(
    'select publisher_name as name from articles where row > 0 order by row limit 10',
  );
