import { once } from 'node:events';
import { request as sendRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import { OnrecordError } from '../../src/domain/errors.ts';
import { flowing } from '../../src/http/conventions/body-time.ts';
import { startTestApp } from './support/app.ts';

type Answer = { line: number; status: number; id?: string; code?: string; [member: string]: unknown };

const { app, store, http, ingest } = await startTestApp({ maxBody: 20_000 });
const addressOf = ({ server }: typeof app) =>
  `http://127.0.0.1:${(server.address() as { port: number }).port}`;
const port = Number(new URL(addressOf(app)).port);
const ndjson = { 'content-type': 'application/x-ndjson' };

const article = (number: number) =>
  JSON.stringify({ guid: `g${number}`, text: `Rain fell ${number} times.` });

async function post(body: string | Buffer, headers: Record<string, string> = {}) {
  const answer = await fetch(`http://127.0.0.1:${port}/v1/articles/batch`, {
    method: 'POST',
    headers: { ...ndjson, ...headers },
    body,
  });
  return { status: answer.status, headers: answer.headers, lines: readLines(await answer.text()) };
}

function readLines(text: string): Answer[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('POST /v1/articles/batch', () => {
  it('answers a line for each, in their order, and lets no bad line harm another', async () => {
    const { id } = await ingest({ guid: 'gone', text: 'Gone.' });
    await store.deleteArticle(id as string, null);
    const taken = await ingest({ url: 'https://news.example/taken', text: 'Taken.' });
    await ingest({ guid: 'other', text: 'Other.' });
    const lines = [
      article(1),
      '{"text":',
      Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]),
      '',
      JSON.stringify({ text: 'long '.repeat(10_000) }),
      '{"headline":"No text"}',
      '{"guid":"other","url":"https://news.example/taken","text":"Clash."}',
      '{"guid":"gone","text":"Gone."}',
      '   ',
      `  ${article(2)}\r`,
      '[1,2]',
      '"text"',
      article(1),
    ];
    const body = Buffer.concat(lines.flatMap((line) => [Buffer.from(line as string), Buffer.from('\n')]));
    const { status, headers, lines: answers } = await post(body);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(answers).toMatchObject([
      { line: 1, status: 201, outcome: 'created' },
      {
        line: 2,
        status: 400,
        code: 'invalid-body',
        type: '/problems/invalid-body',
        instance: '/v1/articles/batch',
      },
      { line: 3, status: 400, code: 'invalid-body', detail: 'The line is not UTF-8.' },
      { line: 5, status: 413, code: 'body-too-large' },
      { line: 6, status: 400, code: 'invalid-body', errors: [{ pointer: '/text' }] },
      { line: 7, status: 409, code: 'url-taken', articleId: taken['id'] },
      { line: 8, status: 410, code: 'deleted', articleId: id },
      { line: 10, status: 201 },
      { line: 11, status: 400 },
      { line: 12, status: 400 },
      { line: 13, status: 200, outcome: 'unchanged' },
    ]);
    expect(answers).toHaveLength(11);
    expect((await store.findArticle(answers[0]!.id!)).text).toBe('Rain fell 1 times.');
  });

  it('takes the formats of agencies, and a last line without an end', async () => {
    const ninjs = { uri: 'urn:ninjs:1', type: 'text', headline: 'Rain', body_text: 'Rain fell all day.' };
    const { lines } = await post(`${JSON.stringify(ninjs)}\n${article(3)}`);
    expect(lines).toMatchObject([{ status: 201 }, { status: 201 }]);
    expect(await store.findArticle(lines[0]!.id!)).toMatchObject({ guid: 'urn:ninjs:1', headline: 'Rain' });
  });

  it.each(['application/ndjson', 'application/jsonl; charset=utf-8'])('takes %s, too', async (type) => {
    const { lines } = await post(article(1), { 'content-type': type });
    expect(lines).toMatchObject([{ line: 1, id: expect.any(String) }]);
  });

  it('answers nothing to nothing', async () => {
    expect(await post('\n \n')).toMatchObject({ status: 200, lines: [] });
  });

  it.each([
    ['application/json', {}],
    ['text/plain', {}],
    ['application/x-ndjson', { 'content-encoding': 'gzip' }],
  ])('answers 415 to %s %j, and says what it takes', async (type, headers) => {
    const answer = await http
      .post('/v1/articles/batch')
      .set({ 'content-type': type, ...headers })
      .send('{}');
    expect(answer.status).toBe(415);
    expect(answer.headers['accept-post']).toBe('application/x-ndjson, application/ndjson, application/jsonl');
    expect(answer.body.code).toBe('unsupported-media-type');
  });

  it('leaves POST /v1/articles to single articles', async () => {
    const answer = await http.post('/v1/articles').set(ndjson).send(article(1));
    expect(answer.status).toBe(415);
    expect(answer.headers['accept-post']).not.toContain('ndjson');
  });

  it('is guarded like all writing', async () => {
    const guarded = await startTestApp({ apiKeys: ['secret'] });
    const refused = await guarded.http.post('/v1/articles/batch').set(ndjson).send(article(1));
    expect(refused.status).toBe(401);
    const taken = await guarded.http
      .post('/v1/articles/batch')
      .set({ ...ndjson, authorization: 'Bearer secret' })
      .send(article(1));
    expect(taken.status).toBe(200);
  });

  it('answers while the request is still being sent, line by line', async () => {
    const request = sendRequest({ port, method: 'POST', path: '/v1/articles/batch', headers: ndjson });
    request.write(`${article(100)}\n`);
    const [response] = await once(request, 'response');
    const answers: Answer[] = [];
    response.setEncoding('utf8').on('data', (text: string) => answers.push(...readLines(text)));
    for (let number = 101; number < 110; number++) {
      while (answers.length < number - 100) await wait(1);
      expect((await store.findArticle(answers.at(-1)!.id!)).guid).toBe(`g${number - 1}`);
      request.write(`${article(number)}\n`);
    }
    request.end();
    await once(response, 'end');
    expect(answers.map(({ line }) => line)).toEqual(Array.from({ length: 10 }, (_, index) => index + 1));
  });

  it('answers a client that has closed its side', async () => {
    const socket = await open();
    const body = Array.from({ length: 50 }, (_, number) => `${article(200 + number)}\n`).join('');
    socket.end(head(`Content-Length: ${body.length}\r\nConnection: close`) + body);
    const answer = await readAll(socket);
    expect(answer.match(/"status":201/g)).toHaveLength(50);
  });

  it('keeps what it answered when the connection breaks, nothing half, and goes on', async () => {
    const socket = await open();
    socket.write(head('Transfer-Encoding: chunked'));
    let heard = '';
    socket.on('data', (bytes) => {
      heard += bytes;
    });
    for (let number = 300; !heard.includes('"line":20,'); number++) {
      const line = `${article(number)}\n`;
      socket.write(`${line.length.toString(16)}\r\n${line}\r\n`);
      await wait(1);
    }
    socket.write('40\r\n{"guid":"half","text":"Half a ');
    socket.resetAndDestroy();
    const acknowledged = [...heard.matchAll(/"id":"(\w+)"/g)].map(([, id]) => id!);
    expect(acknowledged.length).toBeGreaterThanOrEqual(20);
    for (const id of acknowledged)
      expect((await store.findArticle(id)).text).toMatch(/^Rain fell 3\d+ times\.$/);
    await wait(50);
    expect((await http.get('/v1/articles?q=half')).body.total).toBe(0);
    expect((await post(article(400))).lines).toMatchObject([{ status: 201 }]);
  });

  it('takes very many lines from a client that reads while it sends', { timeout: 120_000 }, async () => {
    const request = sendRequest({ port, method: 'POST', path: '/v1/articles/batch', headers: ndjson });
    const count = 20_000;
    const sending = (async () => {
      for (let start = 0; start < count; start += 1000) {
        // The same few over and over: what is tested is the stream.
        const lines = Array.from({ length: 1000 }, (_, index) => `${article(index % 10)}\n`).join('');
        if (!request.write(lines)) await once(request, 'drain');
      }
      request.end();
    })();
    const [response] = await once(request, 'response');
    let next = 1;
    let rest = '';
    for await (const chunk of response.setEncoding('utf8')) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      for (const line of lines) expect(JSON.parse(line).line).toBe(next++);
    }
    await sending;
    expect(next).toBe(count + 1);
  });

  it('reads no further than it may hold answers for a client that does not take them', {
    timeout: 60_000,
  }, async () => {
    const socket = await open();
    socket.pause();
    socket.write(head('Transfer-Encoding: chunked'));
    const lines = Array.from({ length: 1000 }, (_, index) => `${article(index % 10)}\n`).join('');
    const chunk = `${lines.length.toString(16)}\r\n${lines}\r\n`;
    let sent = 0;
    // Until the server has stopped reading for a while.
    for (let silence = 0; silence < 3000; ) {
      if (socket.writableNeedDrain) {
        const drained = await Promise.race([once(socket, 'drain').then(() => true), wait(500, false)]);
        silence = drained ? 0 : silence + 500;
      } else {
        socket.write(chunk);
        sent += 1000;
      }
      expect(sent).toBeLessThan(1_000_000);
    }
    // 4 MiB of answers, and what the system and the client hold: far less than it would answer without end.
    expect(sent).toBeLessThan(400_000);
    const during = await http.get('/v1/articles?limit=1');
    expect(during.status).toBe(200);
    socket.destroy();
    await wait(50);
    expect((await post(article(1))).status).toBe(200);
  });

  it('asks to come again where too many batches are under way', async () => {
    const sockets = await Promise.all([open(), open(), open(), open()]);
    for (const socket of sockets) socket.write(`${head('Transfer-Encoding: chunked')}1\r\n \r\n`);
    await wait(50);
    const refused = await post(article(1));
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('10');
    for (const socket of sockets) socket.destroy();
    await wait(50);
    expect((await post(article(1))).status).toBe(200);
  });

  it('answers 503 to each line that the store cannot take, and goes on when it can', async () => {
    let isFull = true;
    const failing = await startTestApp({}, (real: ArticleStore) => ({
      ...real,
      saveMany: async (items) => {
        if (isFull) throw new OnrecordError('unavailable', 'The disk is full.', { retryAfter: 60 });
        return real.saveMany(items);
      },
    }));
    const send = async (): Promise<Answer[]> => {
      const answer = await fetch(`${addressOf(failing.app)}/v1/articles/batch`, {
        method: 'POST',
        headers: ndjson,
        body: `${article(1)}\n${article(2)}\n`,
      });
      return readLines(await answer.text());
    };
    expect(await send()).toMatchObject([
      { line: 1, status: 503, code: 'unavailable', retryAfter: 60 },
      { line: 2, status: 503 },
    ]);
    isFull = false;
    expect(await send()).toMatchObject([{ status: 201 }, { status: 201 }]);
  });
});

describe('a streamed body', () => {
  it('is given up where it stands still, and not while it flows', async () => {
    async function* slowly() {
      for (const pause of [5, 5, 5, 5, 5, 200]) {
        await wait(pause);
        yield Buffer.from('x');
      }
    }
    let chunks = 0;
    const reading = (async () => {
      for await (const _ of flowing(slowly(), 50)) chunks++;
    })();
    await expect(reading).rejects.toMatchObject({ code: 'invalid-body' });
    expect(chunks).toBe(5);
  });
});

async function open(): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
  await once(socket, 'connect');
  return socket.on('error', () => {});
}

function head(fields: string): string {
  return `POST /v1/articles/batch HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\n${fields}\r\n\r\n`;
}

async function readAll(socket: Socket): Promise<string> {
  let text = '';
  for await (const bytes of socket) text += bytes;
  return text;
}
