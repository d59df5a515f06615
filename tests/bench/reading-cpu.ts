import { Random } from '../../dist/generation/random.js';
import { createZipf } from '../../dist/generation/zipf.js';
import { type Cost, compareCpu, cycle, getJson } from './load.ts';
import { atMost, type Bench, type Figure, growsAtMost, type Measurement } from './measurement.ts';
import { showRatio } from './table.ts';

/** CPU of a request, beside that of answering it in the barest way. */
export const cpuMeasurements: readonly Measurement[] = [
  {
    question: 'GET /v1/articles/{id}, some often: CPU beside a bare route',
    target: '1.6 ×',
    isMet: atMost(1.6),
    measure: (bench) => compareArticles(bench, drawByZipf(findArticleIds(bench, 1000))),
  },
  {
    question: '  each for the first time',
    measure: (bench) => compareArticles(bench, cycle(findArticleIds(bench, 20_000))),
  },
  {
    question: '  with If-None-Match, beside a bare route that sends nothing',
    target: '1.3 ×',
    isMet: atMost(1.3),
    measure: compareUnchanged,
  },
  {
    question: '  the bare route itself: CPU (without our hooks; without Fastify)',
    measure: measureBareRoutes,
  },
  ...measureQuotePages('GET /v1/quotes?speaker=, first page', 1),
  ...measureQuotePages('  hundredth page', 100),
];

/** One page of the quotes of a speaker: measured once for each store, and told in two rows. */
function measureQuotePages(question: string, page: number): readonly Measurement[] {
  const measured = new WeakMap<Bench, Promise<Cost>>();
  const measure = (bench: Bench): Promise<Cost> => {
    const cost = measured.get(bench) ?? compareQuotePages(bench, page);
    measured.set(bench, cost);
    return cost;
  };
  return [
    {
      question: `${question}: CPU beside the bare SQL`,
      target: '2.5 ×',
      isMet: atMost(2.5),
      measure: async (bench) => {
        const { ratio } = await measure(bench);
        return { value: ratio, text: showRatio(ratio) };
      },
    },
    {
      question: '  CPU of a request',
      target: 'grows 1.3 × at most',
      isMet: growsAtMost(1.3),
      measure: async (bench) => {
        const { cpu } = await measure(bench);
        return { value: cpu, text: `${cpu.toFixed(0)} µs` };
      },
    },
  ];
}

/** Ids of articles from all over the store. */
export function findArticleIds({ connection }: Pick<Bench, 'connection'>, count: number): readonly string[] {
  const random = new Random(5, 0);
  const [first, last] = ['min', 'max'].map(
    (edge) =>
      connection.get<{ row: number }>(
        `select ${edge}(row) as row from articles where published_at is not null`,
      )!.row,
  );
  const ids = Array.from({ length: count }, () => {
    const row = first! + random.number() * (last! - first!);
    return connection.get<{ id: string }>('select id from articles where row >= :row order by row limit 1', {
      row,
    })!.id;
  });
  return [...new Set(ids)];
}

/** As news is read: the tenth most read article is read a tenth as often as the first. */
function drawByZipf(ids: readonly string[]): () => string {
  const random = new Random(6, 0);
  const ranks = createZipf(ids.length, 1);
  return () => ids[ranks.draw(random)]!;
}

/** Bodies as long as articles are, for the bare routes. */
async function sendRealBodies({ server, client, connection }: Bench): Promise<() => string> {
  const bodies: string[] = [];
  for (const id of findArticleIds({ connection }, 300)) {
    bodies.push((await client.get(`/v1/articles/${id}`)).body.toString());
  }
  await server.setBodies(bodies);
  return cycle(bodies.map((_, number) => `/bare/${number}`));
}

async function compareArticles(bench: Bench, nextId: () => string): Promise<Figure> {
  const nextBare = await sendRealBodies(bench);
  const { ours } = bench.server;
  const costs = await compareCpu(bench.server, [
    { address: ours, next: nextBare },
    { address: ours, next: () => `/v1/articles/${nextId()}` },
  ]);
  return besideBare(costs);
}

function besideBare([bare, article]: readonly Cost[]): Figure {
  return {
    value: article!.ratio,
    text: `${showRatio(article!.ratio)} (${article!.cpu.toFixed(0)}/${bare!.cpu.toFixed(0)} µs)`,
  };
}

async function compareUnchanged({ server, client, connection }: Bench): Promise<Figure> {
  const [id] = findArticleIds({ connection }, 1);
  const path = `/v1/articles/${id}`;
  const etag = /\r\netag: (.+)/i.exec((await client.get(path)).head)![1]!.trim();
  const headers = { 'if-none-match': etag };
  const costs = await compareCpu(server, [
    { address: server.ours, next: () => '/bare-nothing', headers, status: 304 },
    { address: server.ours, next: () => path, headers, status: 304 },
  ]);
  return besideBare(costs);
}

async function measureBareRoutes(bench: Bench): Promise<Figure> {
  const next = await sendRealBodies(bench);
  const { server } = bench;
  const addresses = [server.ours, server.plainFastify, server.plainNode];
  const costs = await compareCpu(
    server,
    addresses.map((address) => ({ address, next })),
  );
  const [hooked, fastify, node] = costs.map(({ cpu }) => cpu.toFixed(0));
  return { value: costs[0]!.cpu, text: `${hooked} µs (${fastify}; ${node})` };
}

const pageSize = 20;
/** Speakers with a hundredth page. */
const speakerCount = 20;

interface PageOfSpeaker {
  readonly path: string;
  /** For the bare SQL. */
  readonly parameters: { readonly speaker: number; readonly before: number };
}

async function compareQuotePages(bench: Bench, page: number): Promise<Cost> {
  const pages = await findPages(bench, page);
  const next = cycle(pages.map(({ path }) => path));
  const [served] = await compareCpu(bench.server, [{ address: bench.server.ours, next }]);
  return { cpu: served!.cpu, ratio: served!.cpu / measureBareSql(bench, pages) };
}

/** That page of the most quoted who have so many. */
async function findPages({ connection, client }: Bench, page: number): Promise<readonly PageOfSpeaker[]> {
  const least = 100 * pageSize;
  const speakers = connection.all<{ row: number; id: string }>(
    'select row, id from entities where quote_count > :least order by quote_count desc limit :speakerCount',
    { least, speakerCount },
  );
  const pages: PageOfSpeaker[] = [];
  for (const { row, id } of speakers) {
    const before = connection.get<{ quote_row: number }>(
      `select quote_row from quote_speakers where entity_row = :row
       order by quote_row desc limit 1 offset ${(page - 1) * pageSize}`,
      { row },
    )!.quote_row;
    let path = `/v1/quotes?speaker=${id}`;
    for (let number = 1; number < page; number++) path = (await getJson<{ next: string }>(client, path)).next;
    pages.push({ path, parameters: { speaker: row, before: before + 1 } });
  }
  if (pages.length === 0) throw new Error(`Nobody has more than ${least} quotes.`);
  return pages;
}

const bareSql = `
  select q.id, q.kind, q.text, q.confidence, q.record, a.id as article, a.headline, a.published_at, a.url,
         a.publisher_name, a.publisher_url,
         (select json_group_array(json_array(e.id, e.name, e.type)) from quote_speakers x
          join entities e on e.row = x.entity_row where x.quote_row = q.row) as speakers,
         (select json_group_array(json_array(e.id, e.name, e.type)) from quote_subjects x
          join entities e on e.row = x.entity_row where x.quote_row = q.row) as about
  from quote_speakers s join quotes q on q.row = s.quote_row join articles a on a.row = q.article_row
  where s.entity_row = :speaker and s.quote_row < :before order by s.quote_row desc limit ${pageSize}`;

/** CPU of this process in microseconds a page: all that the answer tells, and nothing made of it. */
function measureBareSql({ connection }: Bench, pages: readonly PageOfSpeaker[]): number {
  const next = cycle(pages);
  const run = (times: number) => {
    for (let count = 0; count < times; count++) connection.all(bareSql, next().parameters);
  };
  run(300);
  const before = process.cpuUsage();
  run(2000);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 2000;
}
