import { expect } from 'vitest';

/** Sends a request to the API, and follows where it redirects to. */
export type Ask = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  address: string,
  body?: object,
  mediaType?: string,
) => Promise<{ readonly status: number; readonly body: Item }>;

export interface Item {
  readonly id: string;
  readonly [member: string]: unknown;
}

interface Entry extends Item {
  readonly sequence: number;
  readonly kind: string;
  readonly into: string | null;
}

interface ChangesAnswer {
  readonly items: readonly Entry[];
  readonly total: number;
  readonly next: string | null;
  readonly lastSequence: number;
  readonly feed: string;
}

/** A copy of what a store serves, by a client that follows its changes as the README says, and knows nothing else. */
export class Mirror {
  /** By their ids, as `GET /v1/articles/{id}` has them. */
  readonly articles = new Map<string, Item>();
  /** By the ids of their articles: those in lists, and those that a person rejected. */
  readonly quotes = new Map<string, readonly Item[]>();
  readonly rejected = new Map<string, readonly Item[]>();
  readonly #ask: Ask;
  #since = 0;
  #feed = '';

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Takes all that is listed, to go on from there. */
  async start(): Promise<void> {
    const { total, feed } = await this.#readChanges(0, 1);
    this.#since = total;
    this.#feed = feed;
    for (const { id } of await listAll(this.#ask, '/v1/articles?limit=3')) await this.#readArticle(id);
  }

  /** Reads again what has changed. */
  async follow(limit: number): Promise<void> {
    for (;;) {
      const { items, lastSequence, feed, next } = await this.#readChanges(this.#since, limit);
      for (const entry of items) {
        expect(entry.sequence).toBe(++this.#since);
        if (entry.kind === 'article') await this.#readArticle(entry.id);
        if (entry.kind === 'entity') await this.#readEntity(entry);
      }
      expect(lastSequence).toBe(this.#since);
      this.#feed = feed;
      if (next === null) return;
    }
  }

  async #readChanges(since: number, limit: number): Promise<ChangesAnswer> {
    const feed = this.#feed === '' ? '' : `&feed=${this.#feed}`;
    const { status, body } = await this.#ask('GET', `/v1/changes?since=${since}&limit=${limit}${feed}`);
    expect(status).toBe(200);
    return body as unknown as ChangesAnswer;
  }

  async #readArticle(id: string): Promise<void> {
    const { status, body } = await this.#ask('GET', `/v1/articles/${id}`);
    if (status !== 200) {
      expect(status).toBe(410);
      for (const held of [this.articles, this.quotes, this.rejected]) held.delete(id);
      return;
    }
    this.articles.set(id, body);
    this.quotes.set(id, await listAll(this.#ask, `/v1/articles/${id}/quotes`));
    this.rejected.set(id, await listAll(this.#ask, `/v1/articles/${id}/quotes?rejected=true`));
  }

  async #readEntity({ id, into }: Entry): Promise<void> {
    for (const changed of into === null ? [id] : [id, into]) {
      const { status, body } = await this.#ask('GET', `/v1/entities/${changed}`);
      // Gone, with the last article that named it.
      if (status === 404) continue;
      this.#replaceReferences(changed, { id: body.id, name: body['name'], type: body['type'] });
    }
  }

  /** The id, the name and the type of an entity are shown wherever it is. */
  #replaceReferences(id: string, now: object): void {
    const replace = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(replace);
      if (value === null || typeof value !== 'object') return value;
      const inner = Object.fromEntries(
        Object.entries(value).map(([name, member]) => [name, replace(member)]),
      );
      return inner['id'] === id ? { ...inner, ...now } : inner;
    };
    for (const [key, article] of this.articles) this.articles.set(key, replace(article) as Item);
    for (const held of [this.quotes, this.rejected])
      for (const [key, quotes] of held) held.set(key, replace(quotes) as Item[]);
  }
}

/** All items of a list, page by page. */
export async function listAll(ask: Ask, address: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let next: string | null = address; next !== null; ) {
    const { status, body } = await ask('GET', next);
    expect(status).toBe(200);
    items.push(...(body['items'] as Item[]));
    next = body['next'] as string | null;
  }
  return items;
}
