import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, expect, it } from 'vitest';
import { buildApp } from '../../src/app.ts';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import { changeActions } from '../../src/domain/changes.ts';
import { openSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { extractSimply } from './support/extract-simply.ts';
import { type Ask, type Item, listAll, Mirror } from './support/mirror.ts';

const people = ['Łukasz Żak', 'Lukasz Zak', 'Ana Ruiz', 'Ben Okri'];
const sayings = ['Rain is coming', 'So it is', 'Nobody knows'];

/** What somebody does to a store; the numbers choose among what there is then. */
const long =
  'The ferry that has crossed the harbour since the war will stop in the autumn, when the new bridge opens to lorries, and ' +
  'its crews have been told that most of them will be needed elsewhere, though nobody would say where that may be or when.';

/** How often each is done. */
const deeds = {
  post: 6,
  wire: 5,
  'post again': 3,
  put: 1,
  delete: 2,
  restore: 1,
  speaker: 2,
  'new speaker': 1,
  reject: 2,
  accept: 3,
  'take back': 1,
  rename: 1,
  retype: 1,
  'as articles have it': 1,
  merge: 2,
  split: 1,
  part: 1,
};

const operation = fc.record({
  what: fc.constantFrom(
    ...Object.entries(deeds).flatMap(([deed, often]) => new Array<string>(often).fill(deed)),
  ),
  story: fc.nat(3),
  one: fc.nat(30),
  other: fc.nat(30),
  said: fc.array(fc.tuple(fc.constantFrom(...sayings), fc.constantFrom(...people)), {
    minLength: 1,
    maxLength: 2,
    size: 'max',
  }),
  named: fc.subarray(people, { maxLength: 1 }),
  /** Whether its words are enough to tell copies by. */
  isLong: fc.boolean(),
  minute: fc.nat(9),
  status: fc.constantFrom('usable', 'withheld', 'canceled'),
  /** Whether those who follow look after it. */
  isFollowed: fc.boolean(),
  limit: fc.integer({ min: 1, max: 100 }),
});
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

const { ask, empty } = await startApp();

it('a mirror that follows the changes has what the store has', { timeout: 120_000 }, async () => {
  const run = fc.record({
    operations: fc.array(operation, { minLength: 20, maxLength: 40, size: 'max' }),
    /** After how many of them another mirror starts. */
    start: fc.nat(40),
  });
  const told = new Set<string>();
  await fc.assert(
    fc.asyncProperty(run, async ({ operations, start }) => {
      await empty();
      const posted = { last: {} };
      const [early, late, last] = [new Mirror(ask), new Mirror(ask), new Mirror(ask)];
      for (const [number, each] of operations.entries()) {
        if (number === Math.min(start, operations.length - 1)) await late.start();
        await perform(ask, each, posted);
        if (each.isFollowed) await early.follow(each.limit);
      }
      for (const { kind, action } of await listAll(ask, '/v1/changes?limit=100'))
        told.add(`${kind} ${action}`);
      const known = await articlesOf(ask);
      for (const mirror of [early, last]) {
        await mirror.follow(7);
        expect(sorted(mirror.articles.values())).toEqual(
          sorted(known.filter(({ status }) => status !== 'gone')),
        );
      }
      await late.follow(100);
      for (const mirror of [early, late, last]) await compareLists(ask, mirror);
    }),
    { numRuns: 20, seed: 19, endOnFailure: true },
  );
  const all = Object.entries(changeActions).flatMap(([kind, actions]) =>
    actions.map((action) => `${kind} ${action}`),
  );
  // Extracting anew is nothing that a client can ask for.
  expect([...told, 'article reextracted'].sort()).toEqual(all.sort());
});

/** The app on a store that each run has empty. */
async function startApp(): Promise<{ readonly ask: Ask; empty(): Promise<void> }> {
  let store = await openSqliteStore(':memory:');
  const app = await buildApp({
    store: new Proxy({} as ArticleStore, { get: (_, method) => store[method as keyof ArticleStore] }),
    extract: async (document) => extractSimply(document),
    extractBeside: async (document) => extractSimply(document),
    readiness: { waitingFor: null },
    config: { apiKeys: [], maxBody: 1024 * 1024, rateLimit: null },
    logger: pino({ level: 'silent' }),
  });
  afterAll(async () => {
    await app.close();
    await store.close();
  });
  const ask: Ask = async (method, url, body, mediaType = 'application/json') => {
    const answer = await app.inject({
      method,
      url,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': mediaType }, payload: JSON.stringify(body) }),
    });
    const { location } = answer.headers;
    if (answer.statusCode === 308) return ask(method, String(location), body, mediaType);
    expect(answer.statusCode, answer.body).toBeLessThan(500);
    return { status: answer.statusCode, body: answer.body === '' ? { id: '' } : answer.json() };
  };
  const empty = async () => {
    await store.close();
    store = await openSqliteStore(':memory:');
  };
  return { ask, empty };
}

/** What is refused (nothing is left of what is split, the url is another's) changes nothing, and has to be told as nothing. */
async function perform(ask: Ask, operation: Operation, posted: { last: object }): Promise<void> {
  const { what, story, said, named, isLong, minute, status, one } = operation;
  const url = `https://daily.example/${story}`;
  const text = [
    isLong ? long : 'It was so.',
    ...said.map(([words, by]) => `"${words}," ${by} said.`),
    ...named.map((name) => `Nobody asked ${name}.`),
  ].join('\n\n');
  const modifiedAt = `2024-03-01T10:0${minute}:00Z`;
  if (what === 'post' || what === 'post again') {
    posted.last = { ...(what === 'post' ? { url, text } : posted.last), modifiedAt };
    return void (await ask('POST', '/v1/articles', posted.last));
  }
  if (what === 'wire') {
    const item = { uri: url, versioncreated: modifiedAt, pubstatus: status, body_text: text };
    return void (await ask('POST', '/v1/articles', item, 'application/vnd.iptc.ninjs+json'));
  }
  const ids = await findIds(ask);
  const id = ids[one % Math.max(ids.length, 1)];
  if (id === undefined) return;
  if (what === 'put' || what === 'restore') await ask('PUT', `/v1/articles/${id}`, { url, text });
  else if (what === 'delete') await ask('DELETE', `/v1/articles/${id}`);
  else await correct(ask, operation, id);
}

async function correct(ask: Ask, { what, one, other }: Operation, id: string): Promise<void> {
  const entities = await listAll(ask, '/v1/entities?sort=name');
  const entity = entities[one % Math.max(entities.length, 1)];
  const second = entities[other % Math.max(entities.length, 1)];
  const quotes = await listAll(ask, '/v1/quotes');
  const rejected = (await ask('GET', `/v1/articles/${id}/quotes?rejected=true`)).body['items'] as
    | readonly Item[]
    | undefined;
  const quote = quotes[one % Math.max(quotes.length, 1)];
  if (quote !== undefined) {
    const correction = {
      speaker: { speaker: second?.id ?? null },
      'new speaker': { newSpeaker: { name: 'Dee Ray' } },
    };
    if (what === 'speaker' || what === 'new speaker')
      await ask('PATCH', `/v1/quotes/${quote.id}`, correction[what]);
    if (what === 'reject') await ask('PATCH', `/v1/quotes/${quote.id}`, { rejected: true });
    if (what === 'take back') await ask('PATCH', `/v1/quotes/${quote.id}`, { correctedAt: null });
  }
  if (what === 'accept' && rejected?.[0] !== undefined)
    await ask('PATCH', `/v1/quotes/${rejected[0].id}`, { rejected: false });
  if (entity === undefined || second === undefined) return;
  const address = `/v1/entities/${entity.id}`;
  if (what === 'rename') await ask('PATCH', address, { name: 'Zoe Adler', aliases: ['Okri'] });
  if (what === 'retype') await ask('PATCH', address, { type: 'organization' });
  if (what === 'as articles have it') await ask('PATCH', address, { name: null, type: null, aliases: null });
  if (what === 'merge') await ask('POST', `${address}/merge`, { into: second.id });
  if (what === 'split') await ask('POST', `${address}/split`, { articles: [id] });
  if (what === 'part') await ask('POST', `${address}/split`, { names: [people[other % people.length]!] });
}

/** Of every article that ever was here. */
async function findIds(ask: Ask): Promise<readonly string[]> {
  const entries = await listAll(ask, '/v1/changes?limit=100');
  return [...new Set(entries.filter(({ kind }) => kind === 'article').map(({ id }) => id))];
}

/** Every one of them, as it is; those that were deleted as gone. */
async function articlesOf(ask: Ask): Promise<readonly Item[]> {
  const found = (await findIds(ask)).map(async (id) => {
    const { status, body } = await ask('GET', `/v1/articles/${id}`);
    return status === 200 ? body : { id, status: 'gone' };
  });
  return Promise.all(found);
}

/** Item by item, what lists have and what the mirror has. */
async function compareLists(ask: Ask, { articles, quotes, rejected }: Mirror): Promise<void> {
  const listed = [...articles.values()].filter(({ status }) => status === 'usable');
  const whole = await listAll(ask, '/v1/articles?include=text,paragraphs,quotes,entities,removed');
  expect(sorted(listed)).toEqual(
    sorted(whole.map(({ lede: _, quoteCount: __, ...article }) => article as Item)),
  );
  const ofListed = (held: ReadonlyMap<string, readonly Item[]>) =>
    listed.flatMap(({ id }) => held.get(id) ?? []);
  expect(sorted(ofListed(quotes))).toEqual(sorted(await listAll(ask, '/v1/quotes')));
  for (const quote of ofListed(rejected)) {
    const { body } = await ask('GET', `/v1/quotes/${quote.id}`);
    expect(sorted([body])).toEqual(sorted([quote]));
  }
  const named = listed.flatMap(({ entities }) => entities as readonly Item[]);
  const entities = new Map(named.map(({ id, name, type }) => [id, { id, name, type }]));
  const known = await listAll(ask, '/v1/entities');
  expect(sorted(entities.values())).toEqual(sorted(known.map(({ id, name, type }) => ({ id, name, type }))));
}

/** By their ids, without counts over many articles: a mirror has to count for itself. */
function sorted(items: Iterable<Item>): readonly Item[] {
  const bare = Array.from(items, ({ copyCount: _, placeCount: __, ...item }) => item as Item);
  return bare.sort((a, b) => (a.id < b.id ? -1 : 1));
}
