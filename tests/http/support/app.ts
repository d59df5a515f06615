import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import supertest from 'supertest';
import { afterAll } from 'vitest';
import { type AppOptions, buildApp } from '../../../src/app.ts';
import type { ArticleStore } from '../../../src/domain/article-store.ts';
import type { Readiness } from '../../../src/http/endpoint.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/article-store.ts';
import { extractSimply } from './extract-simply.ts';

export interface TestApp {
  readonly app: FastifyInstance;
  readonly store: ArticleStore;
  readonly readiness: Readiness;
  /** What was logged, a line an entry. */
  readonly log: string[];
  /** Sends a request over a real socket of this machine. */
  readonly http: ReturnType<typeof supertest>;
  /** Ingests an article of our own JSON; answers with the article. */
  ingest(article: object): Promise<{ id: string; [member: string]: unknown }>;
}

/** The real app on a real, empty database in memory; closed after the tests of the file. */
export async function startTestApp(
  config: Partial<AppOptions['config']> = {},
  replace: (store: ArticleStore) => ArticleStore = (store) => store,
): Promise<TestApp> {
  const store = await openSqliteStore(':memory:');
  const log: string[] = [];
  const readiness: Readiness = { waitingFor: null };
  const app = await buildApp({
    store: replace(store),
    extract: async (document) => extractSimply(document),
    extractBeside: async (document) => extractSimply(document),
    readiness,
    config: { apiKeys: [], maxBody: 1024 * 1024, rateLimit: null, ...config },
    logger: pino({ level: 'info' }, { write: (line: string) => log.push(line) }),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const http = supertest(app.server);
  afterAll(async () => {
    await app.close();
    await store.close();
  });
  return {
    app,
    store,
    readiness,
    log,
    http,
    ingest: async (article) => (await http.post('/v1/articles').send(article)).body,
  };
}

/** Three stories of one town: two people of one surname, one of them never quoted; a day without a story between. */
export const stories = [
  {
    url: 'https://news.example/bridge',
    headline: 'Bridge to open in May',
    publishedAt: '2024-03-01',
    publisher: { name: 'The Example' },
    text: '"The bridge will open in May," Lena Ruiz said.\n\n"Not a day later," Omar Haddad said. Nobody asked Carl Ruiz.',
  },
  {
    url: 'https://news.example/ferry',
    headline: 'Ferry to close',
    publishedAt: '2024-03-03',
    text: '"The ferry has had its day," Lena Ruiz said.\n\n"We shall miss it," Noor Çelik said.',
  },
  { guid: 'undated', text: '"Boats are for ever," Omar Haddad said.' },
] as const;
