import { describe, expect, it } from 'vitest';
import { startTestApp, stories } from './support/app.ts';

const { http, ingest } = await startTestApp();

describe('GET /v1/changes', () => {
  it('tells from the start of an empty store where to go on from', async () => {
    const { body } = await http.get('/v1/changes').expect(200);
    expect(body).toEqual({ items: [], total: 0, next: null, lastSequence: 0, feed: expect.any(String) });
  });

  it('answers 304 until something changes', async () => {
    const ask = '/v1/changes?since=0';
    const { etag } = (await http.get(ask)).headers;
    await http.get(ask).set('If-None-Match', etag!).expect(304);
    await ingest(stories[0]);
    const { body } = await http.get(ask).set('If-None-Match', etag!).expect(200);
    expect(body).toMatchObject({ items: [{ sequence: 1, action: 'created' }], total: 1, lastSequence: 1 });
  });

  it('goes on from the last sequence of a page, or by its next', async () => {
    for (const story of stories) await ingest(story);
    const first = await http.get('/v1/changes?limit=2').expect(200);
    expect(first.body).toMatchObject({
      total: 3,
      lastSequence: 2,
      items: [{ sequence: 1 }, { sequence: 2 }],
    });
    expect(first.headers['link']).toContain(first.body.next);
    const next = await http.get(first.body.next).expect(200);
    expect(next.body).toMatchObject({ total: 3, lastSequence: 3, next: null, items: [{ sequence: 3 }] });
    const since = await http.get(`/v1/changes?since=2&feed=${first.body.feed}`).expect(200);
    expect(since.body).toEqual({ ...next.body, total: 1 });
    const none = await http.get('/v1/changes?since=3').expect(200);
    expect(none.body).toMatchObject({ items: [], total: 0, next: null, lastSequence: 3 });
  });

  it('is NDJSON and a table, whole', async () => {
    const lines = (await http.get('/v1/changes?format=ndjson').expect(200)).text.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).sequence)).toEqual([1, 2, 3]);
    const [heading] = (await http.get('/v1/changes?format=csv').expect(200)).text.split('\r\n');
    expect(heading).toBe('sequence,at,kind,action,id,articleId,into');
  });

  it('refuses to go on where the store has not come to, or in another feed', async () => {
    for (const [query, parameter] of [
      ['since=4', 'since'],
      ['since=999999999999999', 'since'],
      ['feed=another', 'feed'],
    ]) {
      const { body } = await http.get(`/v1/changes?${query}`).expect(400);
      expect(body).toMatchObject({ code: 'other-feed', errors: [{ parameter }] });
    }
    for (const since of ['-1', '1.5', 'x', '', '1e3', '9999999999999999']) {
      expect((await http.get(`/v1/changes?since=${since}`).expect(400)).body.code).toBe('invalid-parameter');
    }
  });
});
