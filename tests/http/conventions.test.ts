import { beforeAll, describe, expect, it } from 'vitest';
import { createOpenApiDocument } from '../../src/app.ts';
import { endpoints } from '../../src/http/api.ts';
import { ProblemSchema } from '../../src/http/schemas/problem.ts';
import { startTestApp, stories } from './support/app.ts';

/** Metrics are other ones each time they are asked for. */
const reads = endpoints.filter(({ method, path }) => method === 'GET' && path !== '/metrics');
const served = await startTestApp();
const { http } = served;
const ids: Record<string, string> = {};

/** An address that is there, for each path. */
const address = (path: string) =>
  path
    .replace('/articles/{id}', `/articles/${ids['article']}`)
    .replace('/quotes/{id}', `/quotes/${ids['quote']}`)
    .replace('{id}', 'lena%20ruiz')
    .replace('{n}', '1')
    .replace('{code}', 'not-found');

beforeAll(async () => {
  for (const story of stories) await served.ingest(story);
  const quotes = await http.get('/v1/quotes?speaker=Omar%20Haddad&limit=1');
  ids['quote'] = quotes.body.items[0].id;
  ids['article'] = quotes.body.items[0].articleId;
});

describe.each(reads)('GET $path', ({ path, answers, query }) => {
  it('answers what its schema says, with a strong ETag', async () => {
    const answer = await http.get(address(path)).expect(200);
    expect(answer.headers['etag']).toMatch(/^"[\w-]+"$/);
    expect(answer.headers['vary']).toBe('Accept, Accept-Encoding');
    answers[0]!.schema?.parse(answer.body);
  });

  it('answers 304 to the ETag that it gave: exactly, weakly, in a list, and to *', async () => {
    const { headers } = await http.get(address(path));
    for (const held of [headers['etag'], `W/${headers['etag']}`, `"other", ${headers['etag']}`, '*']) {
      const again = await http.get(address(path)).set('If-None-Match', held!).expect(304);
      expect(again.headers['etag']).toBe(headers['etag']);
      expect(again.headers['vary']).toBe(headers['vary']);
      expect(again.text).toBe('');
    }
    await http.get(address(path)).set('If-None-Match', '"other"').expect(200);
  });

  it('has a HEAD that says the same without the body', async () => {
    const get = await http.get(address(path)).set('Accept-Encoding', 'identity');
    const head = await http.head(address(path)).set('Accept-Encoding', 'identity').expect(200);
    for (const header of ['etag', 'content-type', 'content-length', 'vary', 'link']) {
      expect(head.headers[header], header).toBe(get.headers[header]);
    }
    expect(head.text).toBeFalsy();
    await http.head(address(path)).set('If-None-Match', get.headers['etag']!).expect(304);
  });

  it('gives a compressed answer an ETag of its own, that holds too', async () => {
    const plain = await http.get(address(path)).set('Accept-Encoding', 'identity');
    const zipped = await http.get(address(path)).set('Accept-Encoding', 'gzip');
    const isLong = Buffer.byteLength(plain.text ?? '') >= 1024;
    expect(zipped.headers['content-encoding']).toBe(isLong ? 'gzip' : undefined);
    expect(zipped.headers['etag'] === plain.headers['etag']).toBe(!isLong);
    expect(zipped.text).toBe(plain.text);
    await http
      .get(address(path))
      .set('Accept-Encoding', 'gzip')
      .set('If-None-Match', zipped.headers['etag']!)
      .expect(304);
  });

  it('refuses what it cannot represent', async () => {
    if (answers[0]!.mediaType === null) return;
    const { body } = await http.get(address(path)).set('Accept', 'image/png').expect(406);
    expect(body.code).toBe('not-acceptable');
  });

  it('refuses a parameter that it does not know, and names it', async () => {
    const { body, headers } = await http.get(`${address(path)}?colour=red&x=1`).expect(400);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(ProblemSchema.parse(body)).toMatchObject({
      code: 'unknown-parameter',
      type: '/problems/unknown-parameter',
    });
    expect(body.errors.map((fault: { parameter: string }) => fault.parameter)).toEqual(['colour', 'x']);
  });

  it('refuses a single-valued parameter that is repeated', async () => {
    for (const name of Object.keys(query.shape).filter((parameter) => parameter !== 'speaker')) {
      const { body } = await http.get(`${address(path)}?${name}=a&${name}=b`).expect(400);
      expect(body.errors).toContainEqual({ parameter: name, detail: 'is given 2 times: give it once' });
    }
  });

  it('may be read from any web page', async () => {
    const { headers } = await http.get(address(path)).set('Origin', 'https://elsewhere.example');
    expect(headers['access-control-allow-origin']).toBe('*');
    for (const exposed of ['ETag', 'Link', 'Location', 'Retry-After']) {
      expect(headers['access-control-expose-headers']).toContain(exposed);
    }
    const preflight = await http
      .options(address(path))
      .set('Origin', 'https://elsewhere.example')
      .set('Access-Control-Request-Method', 'GET')
      .set('Access-Control-Request-Headers', 'if-none-match')
      .expect(204);
    expect(preflight.headers['access-control-allow-headers']).toContain('If-None-Match');
  });
});

describe.each([...new Set(endpoints.map(({ path }) => path))])('%s', (path) => {
  it('answers 405 to other methods, and lists its own', async () => {
    const own = endpoints.filter((endpoint) => endpoint.path === path).map(({ method }) => method as string);
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      if (own.includes(method.toUpperCase())) continue;
      const { body, headers } = await http[method](address(path)).set('Content-Type', 'text/csv').expect(405);
      expect(body.code).toBe('method-not-allowed');
      for (const allowed of [...own, ...(own.includes('GET') ? ['HEAD'] : [])]) {
        expect(headers['allow']).toContain(allowed);
      }
    }
  });

  it('is described in OpenAPI', async () => {
    const { paths } = (await createOpenApiDocument()) as {
      paths: Record<string, Record<string, { responses: object }>>;
    };
    for (const { method, answers } of endpoints.filter((endpoint) => endpoint.path === path)) {
      const documented = paths[path]?.[method.toLowerCase()]?.responses ?? {};
      expect(Object.keys(documented)).toEqual(
        expect.arrayContaining(answers.map(({ status }) => String(status))),
      );
    }
  });
});

describe('every answer', () => {
  it('carries a request id, the client’s own where it is a plain word', async () => {
    expect((await http.get('/healthz')).headers['x-request-id']).toMatch(/^[\w-]+$/);
    expect((await http.get('/healthz').set('X-Request-Id', 'mine-1')).headers['x-request-id']).toBe('mine-1');
    expect((await http.get('/healthz').set('X-Request-Id', 'a b"c')).headers['x-request-id']).not.toContain(
      ' ',
    );
  });

  it('is logged in one line, without its query and without any text', async () => {
    served.log.length = 0;
    await http.get('/v1/quotes?q=secretword').set('X-Request-Id', 'logged');
    await http.post('/v1/extract').type('text/plain').send('"A secretword," Lena Ruiz said.').expect(200);
    expect(served.log).toHaveLength(2);
    expect(JSON.parse(served.log[0]!)).toMatchObject({
      reqId: 'logged',
      method: 'GET',
      path: '/v1/quotes',
      status: 200,
    });
    expect(served.log.join('')).not.toContain('secretword');
  });

  it('is logged in one line at the level of information where the client is wrong', async () => {
    served.log.length = 0;
    for (const path of [
      '/nowhere',
      '/v1/quotes?limit=0',
      '/v1/%zz',
      '/v1/articles/art_unknown',
      '/docs/nothing',
    ]) {
      await http.get(path);
    }
    await http.post('/v1/articles').type('json').send('{');
    await http.post('/v1/articles').type('text/csv').send('a');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(served.log.map((line) => JSON.parse(line))).toEqual(
      [404, 400, 400, 404, 404, 400, 415].map((status) => expect.objectContaining({ level: 30, status })),
    );
  });

  it('is 404 where there is nothing', async () => {
    const { body } = await http.get('/v2/quotes').expect(404);
    expect(body).toMatchObject({ status: 404, code: 'not-found', instance: '/v2/quotes' });
    await http.post('/nowhere').set('Content-Type', 'text/csv').send('a,b').expect(404);
  });
});
