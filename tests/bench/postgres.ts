import { existsSync } from 'node:fs';
import type { ArticleStore } from '../../dist/domain/article-store.js';
import { openSqliteStore } from '../../dist/storage/sqlite/article-store.js';
import { type Connection, openConnection } from '../../dist/storage/sqlite/connection.js';
import { articleQuery, quoteQuery } from '../contract/queries.ts';
import { type Cluster, findPostgres, startCluster } from './postgres-cluster.ts';
import { loadCluster } from './postgres-load.ts';
import { makeQuestions } from './questions.ts';
import { findArticleIds } from './reading-cpu.ts';
import { type BenchStore, provideStore } from './stores.ts';
import { median, type Row, showMs, type Table } from './table.ts';

/** The same question to both: of each, how long its round trip takes. */
interface Duel {
  readonly question: string;
  /** How many times as fast as PostgreSQL we are to be. */
  readonly least: number;
  readonly sides: readonly Side[];
}

interface Side {
  readonly ours: () => Promise<unknown>;
  readonly sql: string;
}

const rounds = 5;

/**
 * Our store, in process, beside PostgreSQL over a Unix socket with the same records, asked by its usual client: what a
 * service in Node would wait for the data of an answer. Null where no PostgreSQL is installed.
 */
export async function measureBesidePostgres(size: number): Promise<Table | null> {
  const bin = findPostgres();
  if (bin === null) return null;
  const benchStore = await provideStore(size);
  const connection = await openConnection(benchStore.file);
  const store = await openSqliteStore(benchStore.file);
  const folder = `${benchStore.file.replace(/\.db$/, '')}-postgres`;
  const isNew = !existsSync(folder);
  const cluster = await startCluster(bin, folder);
  try {
    if (isNew) await fill(cluster, connection);
    const rows: Row[] = [];
    for (const duel of prepareDuels(benchStore, connection, store)) rows.push(await fight(cluster, duel));
    return {
      heading: `p50, ${size.toLocaleString('en')} articles`,
      columns: ['Onrecord’s store', `PostgreSQL ${cluster.version}`, 'ratio'],
      rows,
    };
  } finally {
    await cluster.stop();
    await store.close();
    connection.close();
  }
}

async function fill(cluster: Cluster, connection: Connection): Promise<void> {
  const started = performance.now();
  await loadCluster(cluster, connection);
  console.error(`PostgreSQL filled in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

async function fight(cluster: Cluster, { question, least, sides }: Duel): Promise<Row> {
  const [ours, theirs] = [
    await timeMedian(sides.map((side) => side.ours)),
    await timeMedian(
      sides.map(
        ({ sql }) =>
          () =>
            cluster.ask(sql),
      ),
    ),
  ];
  const ratio = theirs / ours;
  console.error(`${question}: ${showMs(ours)}, ${showMs(theirs)}`);
  return {
    question,
    figures: [showMs(ours), showMs(theirs), `${ratio.toFixed(1)} ×`],
    target: `${least} ×`,
    isMet: ratio >= least,
  };
}

/** Milliseconds, the first time of each not counted. */
async function timeMedian(questions: readonly (() => Promise<unknown>)[]): Promise<number> {
  const times: number[] = [];
  for (const ask of questions) {
    await ask();
    for (let round = 0; round < rounds; round++) {
      const started = performance.now();
      await ask();
      times.push(performance.now() - started);
    }
  }
  return median(times);
}

const page = { limit: 20, after: null, withTotal: false };

function prepareDuels({ archive }: BenchStore, connection: Connection, store: ArticleStore): readonly Duel[] {
  const questions = makeQuestions(archive);
  const search = (
    question: string,
    least: number,
    words: readonly string[],
    side: (q: string, match: string) => Side,
  ): Duel => ({
    question,
    least,
    sides: words.slice(0, 20).map((q) => side(q, `to_tsquery('english', '${q.split(' ').join(' & ')}')`)),
  });
  const newest = (q: string, match: string): Side => ({
    ours: () => store.listArticles(articleQuery({ q }), page),
    sql: `select ${summary} from articles where words @@ ${match} order by row desc limit 20`,
  });
  const ranked = (q: string, match: string): Side => ({
    ours: () => store.listArticles(articleQuery({ q, sort: 'relevance' }), page),
    sql: `select ${summary} from articles where words @@ ${match} order by ts_rank(words, ${match}) desc limit 20`,
  });
  const quotesOf = (q: string, match: string): Side => ({
    ours: () => store.listQuotes(quoteQuery({ q }), page),
    sql: `select ${quote} from quotes q join articles a on a.row = q.article_row where q.words @@ ${match} order by q.row desc limit 20`,
  });
  const counted = (q: string, match: string): Side => ({
    ours: () => store.listArticles(articleQuery({ q, facets: ['publisher'] }), { ...page, limit: 1 }),
    sql: `select publisher, count(*) from articles where words @@ ${match} group by 1 order by 2 desc limit 100`,
  });
  return [
    {
      question: 'article by id',
      least: 1,
      sides: findArticleIds({ connection }, 40).map((id) => readArticle(store, id)),
    },
    {
      question: 'quotes by speaker, newest first',
      least: 5,
      sides: readQuotes(connection, store, 'speaker'),
    },
    {
      question: 'quotes about somebody, newest first',
      least: 1,
      sides: readQuotes(connection, store, 'about'),
    },
    search('newest first, a frequent word', 5, questions.frequent, newest),
    search('newest first, a word in 2 of 100', 5, questions.medium, newest),
    search('newest first, a rare word', 5, questions.rare, newest),
    search('newest first, words that hardly meet', 5, questions.strangers, newest),
    search('by relevance, a frequent word', 1, questions.frequent, ranked),
    search('by relevance, a word in 2 of 100', 1, questions.medium, ranked),
    search('by relevance, a rare word', 1, questions.rare, ranked),
    search('by relevance, several words', 1, questions.several, ranked),
    search('quotes with a word in 2 of 100, newest first', 5, questions.medium, quotesOf),
    search('publishers of a frequent word, counted', 1, questions.frequent, counted),
  ];
}

const summary = 'id, headline, published_at, url, publisher, metadata, lede, word_count, quote_count';
const quote = `q.id, q.kind, q.confidence, q.text, q.record, a.id, a.headline, a.published_at, a.url, a.publisher,
  (select json_agg(json_build_array(e.id, e.name, e.type)) from quote_speakers x join entities e on e.row = x.entity_row
   where x.quote_row = q.row),
  (select json_agg(json_build_array(e.id, e.name, e.type)) from quote_subjects x join entities e on e.row = x.entity_row
   where x.quote_row = q.row)`;

function readArticle(store: ArticleStore, id: string): Side {
  return {
    ours: () => store.findArticle(id),
    sql: `select a.id, a.metadata, a.text, a.structure,
      (select json_agg(json_build_array(q.id, q.kind, q.confidence, q.text, q.record) order by q.number)
       from quotes q where q.article_row = a.row)
      from articles a where a.id = '${id}'`,
  };
}

function readQuotes(connection: Connection, store: ArticleStore, by: 'speaker' | 'about'): readonly Side[] {
  const entities = connection.all<{ row: number; id: string }>(
    'select row, id from entities where quote_count > 0 order by quote_count desc limit 20',
  );
  const table = by === 'speaker' ? 'quote_speakers' : 'quote_subjects';
  return entities.map(({ row, id }) => ({
    ours: () =>
      store.listQuotes(quoteQuery(by === 'speaker' ? { speakerIds: [id] } : { aboutIds: [id] }), page),
    sql: `select ${quote} from ${table} s join quotes q on q.row = s.quote_row join articles a on a.row = q.article_row
      where s.entity_row = ${row} order by s.quote_row desc limit 20`,
  }));
}
