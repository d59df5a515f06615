import { describe, expect, it } from 'vitest';
import { startTestApp, stories } from './support/app.ts';

const served = await startTestApp();
const { http } = served;
const story = stories[0];
const post = (article: object) => http.post('/v1/articles').send(article);

describe('an article', () => {
  it('is new: 201 with its address, and the whole of it', async () => {
    const { body, headers } = await post(story).expect(201);
    expect(headers['location']).toBe(`/v1/articles/${body.id}`);
    expect(body).toMatchObject({ revision: 1, url: story.url, text: story.text });
    expect((await http.get(headers['location']!)).body).toEqual(body);
  });

  it('is the same: 200, and nothing changes', async () => {
    const before = (await post(story)).body;
    expect((await post(story).expect(200)).body).toEqual(before);
  });

  it('has changed: 200, and a new revision under the same id', async () => {
    const before = (await post(story)).body;
    const { body } = await post({ ...story, text: `${story.text}\n\nMore later.` }).expect(200);
    expect(body).toMatchObject({ id: before.id, revision: before.revision + 1 });
    expect(body.quotes.map(({ id }: { id: string }) => id)).toEqual(
      before.quotes.map(({ id }: { id: string }) => id),
    );
  });

  it('under another address is an article of its own', async () => {
    const { body } = await post({ ...story, url: 'https://copy.example/bridge' }).expect(201);
    expect(body.id).not.toBe((await post(story)).body.id);
  });

  it('stays deleted until PUT asks for it', async () => {
    const article = { text: 'Gone soon. Gone for good.', guid: 'gone' };
    const { id } = (await post(article).expect(201)).body;
    expect((await http.delete(`/v1/articles/${id}`).expect(204)).text).toBe('');
    for (const part of ['', '/paragraphs', '/quotes', '/entities', '/raw']) {
      expect((await http.get(`/v1/articles/${id}${part}`).expect(410)).body.code).toBe('deleted');
    }
    expect((await post(article).expect(410)).body).toMatchObject({ code: 'deleted', articleId: id });
    await http.delete(`/v1/articles/${id}`).expect(410);
    await http.put(`/v1/articles/${id}`).send(article).expect(200);
    await http.get(`/v1/articles/${id}`).expect(200);
  });

  it('is replaced by PUT: a new revision, none where nothing changed', async () => {
    const { id } = (await post({ text: 'First words.', guid: 'put' })).body;
    const changed = { text: 'Second words.', guid: 'put' };
    expect((await http.put(`/v1/articles/${id}`).send(changed).expect(200)).body).toMatchObject({
      id,
      revision: 2,
    });
    expect((await http.put(`/v1/articles/${id}`).send(changed).expect(200)).body.revision).toBe(2);
    await http.put('/v1/articles/art_unknown').send(changed).expect(404);
    const { body } = await http
      .put(`/v1/articles/${id}`)
      .send({ text: 'Third.', url: story.url })
      .expect(409);
    expect(body.code).toBe('url-taken');
  });

  it('is replaced or deleted only while If-Match holds', async () => {
    const { id } = (await post({ text: 'Matched words. '.repeat(100), guid: 'match' })).body;
    const address = `/v1/articles/${id}`;
    for (const coding of ['identity', 'gzip', 'br']) {
      const { etag } = (await http.get(address).set('Accept-Encoding', coding)).headers;
      const text = `Changed under ${coding}. `.repeat(100);
      await http.put(address).set('If-Match', '"other"').send({ text, guid: 'match' }).expect(412);
      await http.put(address).set('If-Match', `W/${etag}`).send({ text, guid: 'match' }).expect(412);
      await http.put(address).set('If-Match', etag!).send({ text, guid: 'match' }).expect(200);
      expect((await http.put(address).set('If-Match', etag!).send({ text: 'x' }).expect(412)).body.code).toBe(
        'precondition-failed',
      );
    }
    await http.delete(address).set('If-Match', '"other"').expect(412);
    await http.delete(address).set('If-Match', '*').expect(204);
  });

  it('is structured by /v1/extract without being stored', async () => {
    const before = await served.store.counts();
    const { body } = await http
      .post('/v1/extract')
      .type('text/plain')
      .send('"It holds," Ada Stone said.')
      .expect(200);
    expect(body).toMatchObject({ id: null, revision: null, ingestedAt: null });
    expect(body.quotes[0]).toMatchObject({
      id: null,
      articleId: null,
      speaker: { id: null, name: 'Ada Stone' },
    });
    expect(await served.store.counts()).toEqual(before);
  });

  it('gives its raw copy so that no browser runs it', async () => {
    const text = '<script>alert(1)</script>\r\n“Dirty” copy.';
    const { id } = (await post({ text })).body;
    const { headers, text: raw } = await http.get(`/v1/articles/${id}/raw`).expect(200);
    expect(raw).toBe(text);
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${id}.txt"`,
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-security-policy']).toContain('sandbox');
  });

  it('is cut so that every span is its words', async () => {
    const { body } = await post({
      text: '😀 "Emoji 😀 first," Zoë Ångström said.\n\nThe end of Zoë Ångström.',
    });
    const spans = [
      ...body.paragraphs,
      ...body.quotes.flatMap((quote: { segments: [] }) => quote.segments),
      ...body.entities[0].mentions,
    ];
    expect(spans.length).toBeGreaterThan(4);
    for (const { start, end, text } of spans) expect(body.text.slice(start, end)).toBe(text);
  });
});

describe('without keys', () => {
  const refuse = async (headers: Record<string, string>) => {
    const { body } = await post({ text: 'x y' }).set(headers).expect(403);
    expect(body.code).toBe('writing-not-allowed');
    expect(body.detail).toContain('ONRECORD_API_KEYS');
  };

  it.each([
    { 'X-Forwarded-For': '127.0.0.1' },
    { Forwarded: 'for=127.0.0.1' },
    { 'X-Forwarded-Host': 'localhost' },
    { 'X-Real-IP': '127.0.0.1' },
    { Origin: 'https://elsewhere.example' },
    { Origin: 'null' },
    { Host: 'rebound.example' },
    { Host: 'localhost.elsewhere.example' },
    { Host: '127.0.0.1.elsewhere.example:3000' },
  ])('refuses %o', refuse);

  it('takes its own pages and other names of this machine', async () => {
    await post({ text: 'x y' }).set({ Host: 'localhost:3000', Origin: 'http://localhost:3000' }).expect(201);
    await post({ text: 'x y' }).set({ Host: '[::1]:3000' }).expect(200);
  });

  it('refuses before it reads the body, and refuses every way of writing', async () => {
    await http.put('/v1/articles/art_x').set('Via', '1.1 proxy').send({}).expect(403);
    await http.delete('/v1/articles/art_x').set('Via', '1.1 proxy').expect(403);
    await http.post('/v1/extract').set('Via', '1.1 proxy').send({ text: 'Reading is open.' }).expect(200);
  });
});

describe('with keys', async () => {
  const { http: guarded } = await startTestApp({ apiKeys: ['first-key', 'second-key'] });

  it('takes who sends one, from wherever', async () => {
    const foreign = { Origin: 'https://elsewhere.example', 'X-Forwarded-For': '203.0.113.9' };
    for (const key of ['first-key', 'second-key']) {
      await guarded
        .post('/v1/articles')
        .set(foreign)
        .set('Authorization', `Bearer ${key}`)
        .send({ text: key })
        .expect(201);
    }
    await guarded
      .post('/v1/articles')
      .set('Authorization', 'bearer first-key')
      .send({ text: 'first-key' })
      .expect(200);
  });

  it.each([
    undefined,
    'Bearer',
    'Bearer wrong',
    'Bearer first-key,second-key',
    'Basic Zmlyc3Qta2V5',
    'first-key',
  ])('refuses %s', async (authorization) => {
    const request = guarded.post('/v1/articles').send({ text: 'x' });
    if (authorization !== undefined) request.set('Authorization', authorization);
    const { body, headers } = await request.expect(401);
    expect(body.code).toBe('unauthorized');
    expect(headers['www-authenticate']).toMatch(/^Bearer realm="onrecord"/);
  });

  it('lets anybody read', async () => {
    await guarded.get('/v1/quotes').expect(200);
  });
});
