import { describe, expect, it } from 'vitest';
import { startTestApp } from './support/app.ts';

const { http } = await startTestApp();
const page = (await http.get('/docs').expect(200)).text;
const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);

describe('Swagger UI', () => {
  it('is where the bare address leads', async () => {
    await http.get('/').expect(302).expect('location', '/docs');
    await http.head('/').expect(302);
    await http.get('/?colour=red').expect(400);
    await http.post('/').send({}).expect(405).expect('allow', 'GET, HEAD, OPTIONS');
  });

  it('is a page of parts that are all here', () => {
    expect(parts.length).toBeGreaterThan(4);
    expect(parts.filter((address) => !address.startsWith('/docs/'))).toEqual([]);
  });

  it('lets a browser load nothing from elsewhere', async () => {
    for (const address of ['/docs', '/docs/']) {
      const policy = (await http.get(address).expect(200)).headers['content-security-policy'];
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/https?:|\*/);
    }
  });

  it('waits for a click on "Try it out", and sends no document to any validator', async () => {
    const { text } = await http.get('/docs/static/swagger-initializer.js').expect(200);
    expect(text).not.toContain('tryItOutEnabled');
    expect(text).toContain('validatorUrl: null');
  });

  it('shows the document of /openapi.json', async () => {
    expect((await http.get('/docs/json').expect(200)).body).toEqual((await http.get('/openapi.json')).body);
    expect((await http.get('/docs/yaml').expect(200)).text).toContain('openapi: 3.1.0');
  });
});

describe.each(['/docs', '/docs/', '/docs/json', '/docs/yaml', ...parts])('%s', (address) => {
  it('has a strong ETag, 304 and HEAD, and is compressed where it is long', async () => {
    const get = await http.get(address).set('Accept-Encoding', 'identity').expect(200);
    expect(get.headers['etag']).toMatch(/^"[\w-]+"$/);
    await http
      .get(address)
      .set('Accept-Encoding', 'identity')
      .set('If-None-Match', get.headers['etag']!)
      .expect(304);
    const head = await http.head(address).set('Accept-Encoding', 'identity').expect(200);
    for (const header of ['etag', 'content-type', 'content-length', 'vary']) {
      expect(head.headers[header], header).toBe(get.headers[header]);
    }
    const isText = !address.endsWith('.png') && Number(get.headers['content-length']) >= 1024;
    const zipped = await http.get(address).set('Accept-Encoding', 'gzip');
    expect(zipped.headers['content-encoding']).toBe(isText ? 'gzip' : undefined);
  });

  it('refuses parameters and other methods', async () => {
    expect((await http.get(`${address}?colour=red`).expect(400)).body.code).toBe('unknown-parameter');
    const { headers } = await http.post(address).send({}).expect(405);
    expect(headers['allow']).toBe('GET, HEAD, OPTIONS');
    await http.options(address).expect(204);
  });
});

describe('below /docs', () => {
  it.each([
    '/docs/nothing',
    '/docs/static/nothing.js',
    '/docs/static/a/b',
    '/docs/static/..%2fpackage.json',
    '/docs/../package.json',
    '/docs/static/swagger-ui.css.map',
  ])('%s is a 404 like any other', async (address) => {
    const { body, headers } = await http.get(address).expect(404);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body.code).toBe('not-found');
  });
});
