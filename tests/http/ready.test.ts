import { describe, expect, it } from 'vitest';
import { createReady } from '../../src/http/conventions/ready.ts';
import { startTestApp, stories } from './support/app.ts';

describe('answers kept ready', () => {
  it('change when anything in them does, as do their ETags', async () => {
    const { http, ingest } = await startTestApp();
    const { id } = await ingest(stories[0]);
    await ingest(stories[1]);
    const addresses = [
      `/v1/articles/${id}`,
      `/v1/articles/${id}?fields=quotes.speaker.name`,
      '/v1/quotes?speaker=lena%20ruiz',
      '/v1/quotes?speaker=lena%20ruiz&fields=speaker.name',
      '/v1/speakers/lena%20ruiz/quotes',
    ];
    const read = async (coding: string) =>
      Promise.all(addresses.map((address) => http.get(address).set('Accept-Encoding', coding)));
    for (const coding of ['identity', 'gzip']) {
      const before = await read(coding);
      expect((await read(coding)).map(({ text }) => text)).toEqual(before.map(({ text }) => text));
      const { body: ruiz } = await http.get('/v1/speakers/lena%20ruiz');
      const name = coding === 'gzip' ? 'Lena Ruiz' : 'Helena Ruiz';
      await http
        .patch(`/v1/entities/${ruiz.id}`)
        .send({ name, aliases: ['Lena Ruiz'] })
        .expect(200);
      const after = await read(coding);
      for (const [i, answer] of after.entries()) {
        expect(answer.text).toContain(`"name":"${name}"`);
        expect(answer.headers['etag']).not.toBe(before[i]!.headers['etag']);
        await http
          .get(addresses[i]!)
          .set('Accept-Encoding', coding)
          .set('If-None-Match', before[i]!.headers['etag']!)
          .expect(200);
      }
    }
    await http.delete(`/v1/articles/${id}`).expect(204);
    await http.get(`/v1/articles/${id}`).expect(410);
    expect((await http.get('/v1/quotes?speaker=lena%20ruiz')).body.items).toHaveLength(1);
  });

  it('are the same bytes as those made now', async () => {
    const { http, ingest } = await startTestApp();
    const { id } = await ingest(stories[0]);
    for (const address of [`/v1/articles/${id}`, '/v1/quotes', '/v1/quotes?limit=1&facets=kind,speaker']) {
      const first = await http.get(address);
      const second = await http.get(address);
      expect(second.text).toBe(first.text);
      expect(second.headers['etag']).toBe(first.headers['etag']);
    }
  });

  it('go in the order in which they were last used, and never without their version', () => {
    const ready = createReady<string>(8000);
    for (let i = 0; i < 10; i++) ready.set(`key ${i}`, 1, `value ${i}`, 500);
    expect(ready.get('key 0', 1)).toBe('value 0');
    ready.set('key 10', 1, 'value 10', 500);
    ready.set('key 11', 1, 'value 11', 500);
    expect(ready.get('key 1', 1)).toBeUndefined();
    expect(ready.get('key 0', 1)).toBe('value 0');
    expect(ready.get('key 0', 2)).toBeUndefined();
    ready.set('key 0', 2, 'changed', 500);
    expect(ready.get('key 0', 2)).toBe('changed');
    ready.set('large', 1, 'large', 2000);
    expect(ready.get('large', 1)).toBeUndefined();
  });
});
