import type supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { OnrecordError } from '../../src/domain/errors.ts';
import { startTestApp, stories } from './support/app.ts';

const served = await startTestApp();
const { http } = served;
const get = async (address: string) => (await http.get(address).expect(200)).body;

beforeAll(async () => {
  for (const story of stories) await served.ingest(story);
});

describe('a walk along next', () => {
  it.each([
    '/v1/quotes',
    '/v1/quotes?sort=publishedAt',
    '/v1/quotes?sort=-confidence',
    '/v1/quotes?q=the&sort=relevance',
    '/v1/articles',
    '/v1/articles?sort=publishedAt',
    '/v1/speakers',
    '/v1/speakers?sort=name',
    '/v1/speakers?sort=-lastQuotedAt',
    '/v1/entities',
    '/v1/entities?sort=-quoteCount',
    '/v1/entities/lena%20ruiz/related',
    '/v1/speakers/omar%20haddad/quotes',
  ])(
    '%s visits every item once, whatever the size of the pages, and each page keeps its ETag',
    async (address) => {
      const whole = await get(address);
      const seen: unknown[] = [];
      let next: string | null = `${address}${address.includes('?') ? '&' : '?'}limit=1`;
      while (next !== null) {
        const { body, headers }: supertest.Response = await http.get(next).expect(200);
        expect(body.items).toHaveLength(1);
        expect(body.total).toBe(whole.total);
        expect(headers['link']).toBe(body.next === null ? undefined : `<${body.next}>; rel="next"`);
        await http.get(next).set('If-None-Match', headers['etag']!).expect(304);
        seen.push(...body.items);
        next = body.next;
      }
      expect(seen).toEqual(whole.items);
      expect(seen).toHaveLength(whole.total);
    },
  );

  it('walks the parts of one article too', async () => {
    const { items } = await get('/v1/articles?q=bridge');
    for (const part of ['paragraphs', 'quotes', 'entities']) {
      const whole = await get(`/v1/articles/${items[0].id}/${part}`);
      const first = await get(`/v1/articles/${items[0].id}/${part}?limit=1`);
      const second = await get(first.next);
      expect([...first.items, ...second.items]).toEqual(whole.items.slice(0, 2));
    }
  });

  it('lets the limit change and repeats the filters', async () => {
    const first = await get('/v1/quotes?limit=1&speaker=omar%20haddad&speaker=lena%20ruiz');
    expect(first.next).toContain('speaker=omar');
    const rest = await get(first.next.replace('limit=1', 'limit=50'));
    expect(rest.items).toHaveLength(first.total - 1);
  });

  it('leaves the total out where it is not wanted', async () => {
    expect((await get('/v1/quotes?total=false')).total).toBeNull();
    expect((await get('/v1/quotes?total=true')).total).toBe(5);
  });
});

describe('a cursor', () => {
  const refuse = async (address: string) => {
    const { body } = await http.get(address).expect(400);
    expect(body).toMatchObject({ code: 'invalid-cursor', errors: [{ parameter: 'cursor' }] });
  };

  it('of another query, another address, changed, cut or invented is refused', async () => {
    const { next } = await get('/v1/quotes?limit=1&kind=direct');
    const cursor = new URLSearchParams(next.split('?')[1]).get('cursor')!;
    await http.get(`/v1/quotes?kind=direct&cursor=${cursor}`).expect(200);
    await refuse(`/v1/quotes?cursor=${cursor}`);
    await refuse(`/v1/quotes?kind=direct&sort=publishedAt&cursor=${cursor}`);
    await refuse(`/v1/articles?cursor=${cursor}`);
    for (const bad of [
      `${cursor}A`,
      cursor.slice(0, -2),
      cursor.slice(1),
      'x',
      '0',
      'null',
      encodeURIComponent('💥'),
    ]) {
      await refuse(`/v1/quotes?kind=direct&cursor=${bad}`);
    }
    for (let i = 0; i < cursor.length; i++) {
      const changed = cursor.slice(0, i) + (cursor[i] === 'A' ? 'B' : 'A') + cursor.slice(i + 1);
      await refuse(`/v1/quotes?kind=direct&cursor=${changed}`);
    }
  });
});

describe('fields and include', () => {
  it('trim the items, and leave the envelope', async () => {
    const { items, total, next } = await get(
      '/v1/quotes?limit=1&fields=id,speaker.name,article.publisher,segments.text',
    );
    expect(Object.keys(items[0])).toEqual(['id', 'speaker', 'article', 'segments']);
    expect(Object.keys(items[0].speaker)).toEqual(['name']);
    expect(Object.keys(items[0].segments[0])).toEqual(['text']);
    expect(total).toBe(5);
    expect(next).toContain('fields=');
  });

  it('trim a single resource', async () => {
    expect(await get('/v1/speakers/omar%20haddad?fields=name,quoteCount')).toEqual({
      name: 'Omar Haddad',
      quoteCount: 2,
    });
  });

  it('refuse a field that is not there, and name those that are', async () => {
    for (const field of ['colour', 'speaker.colour', 'id.x', '', '__proto__', 'constructor']) {
      const { body } = await http.get(`/v1/quotes?fields=id,${field}`).expect(400);
      expect(body.errors[0]).toMatchObject({ parameter: 'fields' });
      expect(body.errors[0].detail).toContain('speaker');
    }
  });

  it('add what a list leaves out', async () => {
    const bare = (await get('/v1/articles?q=bridge')).items[0];
    for (const left of ['text', 'paragraphs', 'quotes', 'entities', 'removed'])
      expect(bare).not.toHaveProperty(left);
    expect(bare).toMatchObject({ lede: stories[0].text.split('\n')[0], quoteCount: 2 });
    const full = (await get('/v1/articles?q=bridge&include=text,quotes')).items[0];
    expect(full.text).toBe(stories[0].text);
    expect(full.quotes).toHaveLength(2);
    expect(full).not.toHaveProperty('entities');
    // A field that is asked for by name is there.
    expect((await get('/v1/articles?q=bridge&fields=text')).items).toEqual([{ text: stories[0].text }]);
  });

  it('add the paragraphs that hold a quote', async () => {
    const quote = (await get('/v1/quotes?speaker=noor%20celik&include=context')).items[0];
    expect(quote.context).toEqual([
      expect.objectContaining({ index: 1, text: '"We shall miss it," Noor Çelik said.' }),
    ]);
    expect((await get(`/v1/quotes/${quote.id}?include=context`)).context).toEqual(quote.context);
    expect(await get(`/v1/quotes/${quote.id}`)).not.toHaveProperty('context');
  });
});

it('leaves out what is deleted between the list and what is added to it', async () => {
  const { http, ingest } = await startTestApp({}, (store) => ({
    ...store,
    findArticle: async (id) => {
      const article = await store.findArticle(id);
      if (article.headline !== stories[0].headline) return article;
      throw new OnrecordError('deleted', `The article ${id} was deleted.`);
    },
  }));
  for (const story of stories) await ingest(story);
  const count = async (address: string) => (await http.get(address).expect(200)).body.items.length;
  expect(await count('/v1/articles?include=text')).toBe((await count('/v1/articles')) - 1);
  expect(await count('/v1/quotes?include=context')).toBe((await count('/v1/quotes')) - 2);
});

describe('names where ids do', () => {
  it.each(['Lena Ruiz', 'lena ruiz', 'LENA RUIZ', 'Mayor Lena Ruiz', 'noor celik', 'Noor Çelik', 'haddad'])(
    'filters take "%s"',
    async (name) => {
      expect((await get(`/v1/quotes?speaker=${encodeURIComponent(name)}`)).total).toBeGreaterThan(0);
      expect((await get(`/v1/articles?entity=${encodeURIComponent(name)}`)).total).toBeGreaterThan(0);
    },
  );

  it('a filter matches all who bear a name, and nothing where nobody does', async () => {
    expect((await get('/v1/articles?entity=ruiz')).total).toBe(2);
    expect(await get('/v1/quotes?speaker=nobody')).toEqual({ items: [], total: 0, next: null });
    expect((await get('/v1/quotes?speaker=nobody&speaker=haddad')).total).toBe(2);
  });

  it('a path takes a name that one bears', async () => {
    const { id } = await get('/v1/entities/OMAR%20haddad');
    expect(await get(`/v1/entities/${id}`)).toMatchObject({ id, name: 'Omar Haddad' });
    expect((await get(`/v1/speakers/${id}/quotes`)).total).toBe(2);
  });

  it('a path answers 409 to a name that several bear, with the candidates', async () => {
    const { body } = await http.get('/v1/entities/ruiz').expect(409);
    expect(body.code).toBe('ambiguous-name');
    expect(body.candidates.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Carl Ruiz',
      'Lena Ruiz',
    ]);
  });

  it('among speakers only those who are quoted are candidates', async () => {
    expect((await get('/v1/speakers/ruiz')).name).toBe('Lena Ruiz');
    const { body } = await http.get('/v1/speakers/carl%20ruiz').expect(404);
    expect(body.detail).toContain('/v1/entities/ent_');
  });

  it('a path answers 404 to a name that nobody bears', async () => {
    for (const path of [
      '/v1/entities/nobody',
      '/v1/speakers/nobody',
      '/v1/speakers/nobody/quotes',
      '/v1/entities/ent_0',
    ]) {
      await http.get(path).expect(404);
    }
    await http.get('/v1/entities/AC%2FDC').expect(404);
  });
});

describe('filters', () => {
  it.each([
    ['from=2024-03-02', 2],
    ['to=2024-03-02', 2],
    ['from=2024-03-01&to=2024-03-03', 4],
    ['publisher=The%20Example', 2],
    ['minConfidence=0.95', 0],
    ['attributed=false', 0],
    ['kind=direct,mixed', 5],
    ['kind=indirect', 0],
    ['phrase=shall%20miss', 1],
    ['q=ferry%20day', 1],
  ])('/v1/quotes?%s finds %i', async (query, count) => {
    expect((await get(`/v1/quotes?${query}`)).total).toBe(count);
  });

  it('put articles without a date last', async () => {
    for (const sort of ['publishedAt', '-publishedAt']) {
      const { items } = await get(`/v1/articles?sort=${sort}`);
      expect(items.at(-1).publishedAt).toBeNull();
    }
  });

  it('count the matches by what facets name', async () => {
    const { facets } = await get('/v1/quotes?facets=kind,speaker');
    expect(facets.kind).toEqual([{ value: 'direct', name: null, count: 5 }]);
    expect(facets.speaker[0]).toMatchObject({ value: expect.stringMatching(/^ent_/), count: 2 });
    expect(await get('/v1/quotes')).not.toHaveProperty('facets');
  });
});
