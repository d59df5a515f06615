import { describe, expect, it } from 'vitest';
import { readVersions } from '../copies/versions.ts';
import { startTestApp } from './support/app.ts';

const { http, ingest } = await startTestApp();
const all = readVersions();
for (const { story, relation, text } of all) {
  if (relation === 'original' && story !== '07-court.txt')
    await ingest({ text, url: `https://others.example/${story}`, publishedAt: '2024-03-01' });
}
const versions = all.filter(({ story }) => story === '07-court.txt');
const said =
  '\n\n"We will not wait for another law to be written," Ruth Adeyemi said.\n\n"Never," Karl Voss said.';
const ids = new Map<string, string>();
for (const [number, { relation, change, text }] of versions.entries()) {
  const { id } = (await ingest({
    text: text + said,
    url: `https://paper-${number}.example/court`,
    publishedAt: `2024-03-0${number + 1}`,
    publisher: { name: `Paper ${number}` },
  })) as { id: string };
  ids.set(relation === 'copy' ? change : relation, id);
}
const original = ids.get('original')!;
const copies = versions.filter(({ relation }) => relation === 'copy').map(({ change }) => ids.get(change)!);

describe('an article', () => {
  it('tells what it is a copy of, and how many there are', async () => {
    for (const id of [original, ...copies]) {
      const { body } = await http.get(`/v1/articles/${id}`).expect(200);
      expect(body).toMatchObject({ copyOf: id === original ? null : original, copyCount: copies.length });
    }
    const { body } = await http.get(`/v1/articles/${ids.get('related')}`).expect(200);
    expect(body).toMatchObject({ copyOf: null, copyCount: 0 });
  });

  it('has another ETag when another copy comes, and when one goes', async () => {
    const ask = `/v1/articles/${original}`;
    const { etag } = (await http.get(ask)).headers;
    await http.get(ask).set('If-None-Match', etag!).expect(304);
    const another = (await ingest({
      text: `${versions[0]!.text}${said}`,
      url: 'https://late.example/court',
      publishedAt: '2024-03-20',
    })) as { id: string };
    const { body, headers } = await http.get(ask).set('If-None-Match', etag!).expect(200);
    expect(body.copyCount).toBe(copies.length + 1);
    await http.delete(`/v1/articles/${another.id}`).expect(204);
    await http.get(ask).set('If-None-Match', headers['etag']!).expect(200);
    expect((await http.get(ask)).body.copyCount).toBe(copies.length);
  });
});

describe('lists of articles', () => {
  it('have each story once', async () => {
    const { body: every } = await http.get('/v1/articles?q=constitutional&limit=100').expect(200);
    const { body: once } = await http.get('/v1/articles?q=constitutional&group=true').expect(200);
    expect(every.total - once.total).toBe(copies.length);
    expect(once.items.find(({ id }: { id: string }) => id === original)).toMatchObject({
      copyCount: copies.length,
    });
    const { body: elsewhere } = await http.get('/v1/articles?group=true&publisher=Paper%201').expect(200);
    expect(elsewhere).toMatchObject({ total: 1, items: [{ copyOf: original }] });
  });
});

describe('GET /v1/articles/{id}/similar', () => {
  const similar = (query = '') => http.get(`/v1/articles/${original}/similar${query}`);

  it('tells copies from related stories', async () => {
    const { body } = await similar().expect(200);
    expect(body.items.slice(0, copies.length)).toEqual(
      copies.map((id) => ({
        relation: 'copy',
        score: expect.any(Number),
        article: expect.objectContaining({ id, copyOf: original }),
      })),
    );
    expect(body.items[copies.length]).toMatchObject({ relation: 'related', article: { copyOf: null } });
    expect(body.total).toBe(body.items.length);
    expect(body.ranking.considered).toBeGreaterThanOrEqual(body.total);
  });

  it('takes relation, limit, cursor, fields and formats like every list', async () => {
    const { body: only } = await similar('?relation=copy').expect(200);
    expect(only).toMatchObject({ total: copies.length, next: null });
    const { body: first } = await similar('?limit=3&fields=score,article.id').expect(200);
    expect(first.items[0]).toEqual({ score: expect.any(Number), article: { id: copies[0] } });
    const { body: second } = await http.get(first.next).expect(200);
    expect(second.items[0].article.id).toBe(copies[3] ?? expect.any(String));
    const lines = (await similar('?relation=copy&format=ndjson').expect(200)).text.trim().split('\n');
    expect(lines).toHaveLength(copies.length);
    expect((await similar('?relation=copies').expect(400)).body.code).toBe('invalid-parameter');
    expect((await similar('?q=court').expect(400)).body.code).toBe('unknown-parameter');
    await http.get('/v1/articles/art_unknown/similar').expect(404);
  });
});

describe('quotes that stand in several places', () => {
  it('are listed once, with all their places under them', async () => {
    const phrase = 'phrase=another%20law';
    const { body: all } = await http.get(`/v1/quotes?${phrase}`).expect(200);
    const { body: once } = await http.get(`/v1/quotes?${phrase}&group=true&facets=publisher`).expect(200);
    expect(all.total).toBeGreaterThan(copies.length);
    expect(once.total).toBeLessThan(all.total);
    expect(once.items[0]).toMatchObject({ articleId: original, placeCount: expect.any(Number) });
    expect(once.facets.publisher).toEqual([expect.objectContaining({ value: 'Paper 0', count: once.total })]);
    const [{ id, placeCount }] = once.items;
    const { body: places } = await http.get(`/v1/quotes/${id}/places?sort=publishedAt`).expect(200);
    expect(places.total).toBe(placeCount);
    expect(places.items[0].id).toBe(id);
    for (const place of places.items) expect(place).toMatchObject({ placeCount, text: once.items[0].text });
    const { body: elsewhere } = await http.get(`/v1/quotes/${id}/places?publisher=Paper%201`).expect(200);
    expect(elsewhere).toMatchObject({ total: 1, items: [{ article: { publisher: { name: 'Paper 1' } } }] });
  });

  it('are each shown where the filters let one through', async () => {
    const { body } = await http.get('/v1/quotes?group=true&publisher=Paper%203&limit=100').expect(200);
    const { body: all } = await http.get('/v1/quotes?publisher=Paper%203&limit=100').expect(200);
    expect(all.total).toBe(2);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(
      all.items.map(({ id }: { id: string }) => id),
    );
  });

  it('are refused like others where there is none', async () => {
    await http.get('/v1/quotes/quo_unknown/places').expect(404);
    expect((await http.get('/v1/quotes?group=yes').expect(400)).body.code).toBe('invalid-parameter');
    const { items } = (await http.get('/v1/quotes?limit=1')).body;
    expect((await http.get(`/v1/quotes/${items[0].id}/places?group=true`).expect(400)).body.code).toBe(
      'unknown-parameter',
    );
  });
});
