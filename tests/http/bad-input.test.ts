import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { OnrecordError } from '../../src/domain/errors.ts';
import { ProblemSchema } from '../../src/http/schemas/problem.ts';
import { startTestApp, stories } from './support/app.ts';

const served = await startTestApp({ maxBody: 100_000 });
const { http } = served;
await served.ingest(stories[0]);
const { port } = served.app.server.address() as { port: number };

/** Sends bytes as they are, and reads what comes back until the connection ends. */
function sendRaw(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
  });
}

describe('a body', () => {
  const send = (body: string | Buffer, type = 'application/json') =>
    http.post('/v1/articles').set('Content-Type', type).send(body);

  it.each([
    ['nothing', '', 'application/json', 400, 'empty-article'],
    ['nothing as text', '', 'text/plain', 400, 'empty-article'],
    ['white space', ' \n\t ', 'text/plain', 400, 'empty-article'],
    ['no text', '{}', 'application/json', 400, 'invalid-body'],
    ['empty text', '{"text":"  "}', 'application/json', 400, 'empty-article'],
    ['a number as text', '{"text":1}', 'application/json', 400, 'invalid-body'],
    ['null as text', '{"text":null}', 'application/json', 400, 'invalid-body'],
    ['no JSON', '{"text":', 'application/json', 400, 'invalid-body'],
    ['a bare string', '"text"', 'application/json', 400, 'invalid-body'],
    ['null', 'null', 'application/json', 400, 'invalid-body'],
    ['an empty list', '[]', 'application/json', 400, 'not-one-article'],
    ['two articles', '[{"text":"a"},{"text":"b"}]', 'application/json', 400, 'not-one-article'],
    ['an unknown member', '{"text":"a","headlne":"b"}', 'application/json', 400, 'invalid-body'],
    [
      'a poisoned prototype',
      '{"text":"a","__proto__":{"guid":"x"}}',
      'application/json',
      400,
      'invalid-body',
    ],
    ['a constructor', '{"text":"a","constructor":{"prototype":{}}}', 'application/json', 400, 'invalid-body'],
    [
      'a day that does not exist',
      '{"text":"a","publishedAt":"2023-02-29"}',
      'application/json',
      400,
      'invalid-body',
    ],
    ['a script as url', '{"text":"a","url":"javascript:alert(1)"}', 'application/json', 400, 'invalid-body'],
    ['deep JSON', '['.repeat(50_000), 'application/json', 400, 'invalid-body'],
    [
      'deep valid JSON',
      `{"text":${'['.repeat(40_000)}${']'.repeat(40_000)}}`,
      'application/json',
      400,
      'invalid-body',
    ],
    ['an image', 'x', 'image/png', 415, 'unsupported-media-type'],
    ['no type that can be read', 'x', 'nonsense', 415, 'unsupported-media-type'],
    ['an unknown charset', 'x', 'text/plain; charset=klingon', 415, 'unsupported-media-type'],
    ['too much', 'x'.repeat(100_001), 'text/plain', 413, 'body-too-large'],
  ])('of %s: a problem that says so', async (_what, body, type, status, code) => {
    const before = await served.store.counts();
    const answer = await send(body, type).expect(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(ProblemSchema.parse(answer.body)).toMatchObject({ code, status });
    if (status === 415) expect(answer.headers['accept-post']).toContain('text/plain');
    expect(await served.store.counts()).toEqual(before);
  });

  it('with several faults names each by its JSON pointer', async () => {
    const { body } = await send('{"text":1,"byline":"Jane","publisher":{},"url":"x"}').expect(400);
    const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/text', '/byline', '/publisher/name', '/url']));
  });

  it('that is compressed is refused with the remedy', async () => {
    const { body } = await send(gzipSync('{"text":"a"}')).set('Content-Encoding', 'gzip').expect(415);
    expect(body.detail).toContain('Content-Encoding');
  });

  it.each([
    ['binary', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)), 'text/plain'],
    ['NUL bytes', Buffer.from('one\0two\0'), 'text/plain'],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0xc3, 0x28, 0x22]), 'text/plain'],
    ['UTF-16', Buffer.from('\ufeffIt is cold.', 'utf16le'), 'text/plain; charset=utf-16'],
    ['half surrogates', '{"text":"\\ud800 is half \\udc00"}', 'application/json'],
    ['escaped NUL bytes', '{"text":"a\\u0000b","headline":"a\\u0000b"}', 'application/json'],
    ['one word of 90 kB', 'x'.repeat(90_000), 'text/plain'],
    ['one member of 90 kB', `{"text":"a","headline":"${'x'.repeat(90_000)}"}`, 'application/json'],
  ])('of %s is taken, or refused, and breaks nothing', async (_what, body, type) => {
    const { status, body: answer } = await send(body, type);
    expect([200, 201, 400, 415]).toContain(status);
    if (status < 300) await http.get(`/v1/articles/${answer.id}`).expect(200);
    else ProblemSchema.parse(answer);
  });

  it('without a Content-Type is 415', async () => {
    const answer = await sendRaw(
      'POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx',
    );
    expect(answer).toContain('415 Unsupported Media Type');
  });

  it('that is announced and never comes breaks nothing', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write(
      'POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nhalf',
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await http.get('/healthz').expect(200);
  });

  it('that is expected to be asked for is asked for', async () => {
    const answer = await sendRaw(
      'POST /v1/extract HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 5\r\nExpect: 100-continue\r\nConnection: close\r\n\r\nwords',
    );
    expect(answer).toContain('100 Continue');
    expect(answer).toContain('200 OK');
  });
});

describe('an address', () => {
  it.each([
    ['/v1/quotes?limit=0', 'limit'],
    ['/v1/quotes?limit=101', 'limit'],
    ['/v1/quotes?limit=1e1', 'limit'],
    ['/v1/quotes?limit=-1', 'limit'],
    ['/v1/quotes?limit=', 'limit'],
    ['/v1/quotes?limit=99999999999999999999', 'limit'],
    ['/v1/quotes?from=2023-02-30', 'from'],
    ['/v1/quotes?from=yesterday', 'from'],
    ['/v1/quotes?to=2023-13-01', 'to'],
    ['/v1/quotes?from=2024-01-02&to=2024-01-01', 'from'],
    ['/v1/quotes?minConfidence=1.1', 'minConfidence'],
    ['/v1/quotes?minConfidence=NaN', 'minConfidence'],
    ['/v1/quotes?attributed=yes', 'attributed'],
    ['/v1/quotes?kind=direct,shouted', 'kind'],
    ['/v1/quotes?sort=newest', 'sort'],
    ['/v1/quotes?sort=relevance', 'sort'],
    ['/v1/quotes?facets=colour', 'facets'],
    ['/v1/quotes?include=everything', 'include'],
    ['/v1/quotes?total=0', 'total'],
    ['/v1/quotes?q=', 'q'],
    ['/v1/quotes?q=%20', 'q'],
    ['/v1/quotes?q=a%00b', 'q'],
    ['/v1/quotes?q=%zz', 'q'],
    ['/v1/quotes?q=%ff', 'q'],
    ['/v1/quotes?q=%ed%a0%80', 'q'],
    ['/v1/quotes?speaker=a&speaker=%00', 'speaker'],
    ['/v1/quotes?%zz=1', '%zz'],
    [`/v1/quotes?q=${'x'.repeat(1001)}`, 'q'],
    ['/v1/quotes?constructor=1', 'constructor'],
    ['/v1/quotes?__proto__=1', '__proto__'],
    ['/v1/quotes?q[a]=1', 'q[a]'],
    ['/v1/speakers?type=alien', 'type'],
    ['/v1/articles/%00', 'id'],
    ['/v1/articles/art_1?fields=x', 'fields'],
  ])('%s is 400, and %s is named', async (address, parameter) => {
    const { body } = await http.get(address).expect(400);
    expect(ProblemSchema.parse(body).errors?.map((fault) => fault.parameter)).toContain(parameter);
  });

  it('with several faults names all of them', async () => {
    const { body } = await http.get('/v1/quotes?limit=0&colour=red&from=x&kind=y').expect(400);
    const named = body.errors.map(({ parameter }: { parameter: string }) => parameter);
    expect(named.sort()).toEqual(['colour', 'from', 'kind', 'limit']);
  });

  it.each([
    '/v1/quotes?q="',
    '/v1/quotes?q=%22unclosed%20AND%20OR%20NOT%20(',
    '/v1/quotes?q=a*%20-b%20NEAR(c%20d,2)%20col:e%20^f',
    "/v1/quotes?q=';drop%20table%20articles;--",
    '/v1/quotes?phrase=%22%22*()',
    `/v1/articles?q=${'a%20'.repeat(300)}`,
    `/v1/articles?q=${'('.repeat(500)}`,
    `/v1/articles?q=${encodeURIComponent('😀 \ud83d\ude00 ﷽ ‮')}`,
    '/v1/speakers?q=%25',
    '/v1/speakers?q=_',
    '/v1/entities?q=%27%22',
    '/v1/quotes?speaker=%27%20or%201=1--',
    '/v1/quotes?article=nonsense',
    '/v1/articles?url=not%20an%20address',
    '/v1/quotes?from=0000-01-01&to=9999-12-31',
  ])('%s is a question like any other', async (address) => {
    const { status } = await http.get(address);
    expect([200, 400]).toContain(status);
  });

  it('that cannot be decoded is 400', async () => {
    for (const path of ['/v1/%', '/v1/articles/%zz', '/v1/speakers/%ff', '/%c0%af']) {
      const { body } = await http.get(path).expect(400);
      expect(body.code).toBe('invalid-parameter');
    }
  });

  it.each(['/v1/quotes?speaker=Erdoğan', '/v1/speakers/Noor Çelik', '/v1/quotes?q=a b'])(
    'that is not percent-encoded, like %s, is 400 with the remedy',
    async (address) => {
      const answer = await sendRaw(Buffer.from(`GET ${address} HTTP/1.1\r\nHost: localhost\r\n\r\n`));
      expect(answer).toContain('HTTP/1.1 400');
      expect(answer).toContain('percent-encode');
    },
  );

  it('that is too long is 414', async () => {
    expect((await http.get(`/v1/quotes?q=${'x'.repeat(9000)}`).expect(414)).body.code).toBe('uri-too-long');
    expect((await http.get(`/v1/speakers/${'x'.repeat(1500)}`).expect(414)).body.code).toBe('uri-too-long');
    // So long that Node gives up reading it.
    const answer = await sendRaw(
      `GET /v1/quotes?q=${'x'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 414 URI Too Long\r\n/);
    expect(answer).toContain('"code":"uri-too-long"');
  });
});

describe('a request', () => {
  it('with 100 kB of headers is 431', async () => {
    const answer = await sendRaw(
      `GET /v1/quotes HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`,
    );
    expect(answer).toContain('HTTP/1.1 431');
    expect(answer).toContain('headers-too-large');
  });

  it('that is no HTTP is 400', async () => {
    expect(await sendRaw('what is this\r\n\r\n')).toContain('HTTP/1.1 400');
  });

  it.each(['text/html;q=0', '*/*;q=0', 'application/json;q=0', ',,,', ';;q=', 'image/*'])(
    'with Accept: %s is 406',
    async (accept) => {
      expect((await http.get('/v1/quotes').set('Accept', accept).expect(406)).body.code).toBe(
        'not-acceptable',
      );
    },
  );

  it.each(['*/*', 'application/*', 'text/html, */*;q=0.1', 'APPLICATION/JSON', 'application/json;q=0.001'])(
    'with Accept: %s is answered',
    async (accept) => {
      await http.get('/v1/quotes').set('Accept', accept).expect(200);
    },
  );

  it.each(['"', 'W/', 'nonsense', '"a"b"', ','.repeat(5000)])(
    'with If-None-Match: %s is answered',
    async (held) => {
      await http.get('/v1/quotes').set('If-None-Match', held).expect(200);
    },
  );

  it('with methods that nobody uses is 404 or 405', async () => {
    for (const method of ['PROPFIND', 'PURGE', 'TRACE', 'LOCK']) {
      const answer = await sendRaw(
        `${method} /v1/quotes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 40[45] /);
    }
  });

  it.each(['FOO', 'get', 'X-Y'])('with %s, which HTTP has not, is 405', async (method) => {
    const answer = await sendRaw(`${method} /v1/quotes HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 405 Method Not Allowed\r\n/);
    expect(answer).toMatch(/\r\nAllow: DELETE, GET, .*\r\n/);
    expect(answer).toContain('"code":"method-not-allowed"');
  });
});

describe('trouble behind the API', async () => {
  it('of a kind that passes is 503 with Retry-After', async () => {
    const busy = await startTestApp({}, (store) => ({
      ...store,
      listQuoteVersions: async () => {
        throw new OnrecordError('unavailable', 'The store is busy.', { retryAfter: 2 });
      },
    }));
    const { body, headers } = await busy.http.get('/v1/quotes').expect(503);
    expect(body.code).toBe('unavailable');
    expect(headers['retry-after']).toBe('2');
    expect(busy.log.join('')).toContain('The store is busy.');
    expect(busy.log.map((line) => JSON.parse(line))).toEqual(
      busy.log.map(() => expect.objectContaining({ level: 30 })),
    );
    expect(busy.log.join('')).not.toContain('stack');
  });

  it('of any other kind is a 500 that tells nothing, and a log entry that tells all', async () => {
    const broken = await startTestApp({}, (store) => ({
      ...store,
      listQuoteVersions: async () => {
        throw new Error('secret path /etc/onrecord');
      },
    }));
    const { body, text } = await broken.http.get('/v1/quotes').expect(500);
    expect(body.code).toBe('internal');
    expect(text).not.toContain('secret');
    expect(broken.log.join('')).toContain('secret path');
  });

  it('of readiness is 503 until it is over', async () => {
    const starting = await startTestApp();
    starting.readiness.waitingFor = 'the samples are being taken in';
    const { headers } = await starting.http.get('/readyz').expect(503);
    expect(headers['retry-after']).toBe('1');
    await starting.http.get('/healthz').expect(200);
    starting.readiness.waitingFor = null;
    await starting.http.get('/readyz').expect(200);
  });

  it('of too many requests is 429 with Retry-After, health left out', async () => {
    const { http: limited } = await startTestApp({ rateLimit: 2 });
    await limited.get('/v1/quotes').expect(200);
    await limited.get('/v1/articles').expect(200);
    const { body, headers } = await limited.get('/v1/quotes').expect(429);
    expect(body).toMatchObject({ code: 'too-many-requests', status: 429 });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await limited.get('/healthz').expect(200);
  });
});
