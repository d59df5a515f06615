import { request as send } from 'node:http';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOpenApiDocument } from '../../src/app.ts';
import { startTestApp, stories } from './support/app.ts';

const served = await startTestApp();
const { port } = served.app.server.address() as { port: number };
const document = (await createOpenApiDocument()) as Document;

interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: Record<string, Record<string, Response>>;
}
interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: { readonly enum?: string[] };
  }[];
  readonly responses: Record<string, Response>;
}
interface Response {
  readonly $ref?: string;
  readonly content?: Record<string, { readonly schema: object }>;
}

const ajv = addFormats.default(new Ajv2020.default({ strict: false }));
ajv.addSchema(document, 'api');

const ids: string[] = [];
beforeAll(async () => {
  for (const story of stories) {
    const { id, quotes } = (await served.ingest(story)) as unknown as {
      id: string;
      quotes: { id: string }[];
    };
    ids.push(id, ...quotes.map((quote) => quote.id));
  }
});

/** What somebody types, sends by mistake, or tries. */
const text = fc.oneof(
  fc.constantFrom('ruiz', 'bridge', 'The Example', '2024-03-01', 'true', '-1', '1e999', '0', '100', '', ' '),
  fc.constantFrom(
    '"',
    '"""""',
    '“”„',
    "'; drop table quotes; --",
    '%',
    '_',
    '\\',
    '*',
    '-',
    '(((',
    ')',
    'OR',
    'a OR',
    'NEAR(a b)',
    'text:a',
    'headline : x',
    '{a b}',
    '^a',
    'a + b',
    '\u0000',
    '\u0007',
    '\ud800',
    '\u202e',
    '💥',
    'é',
    '%00',
    '%zz',
    'null',
    '[object Object]',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '$' + '{1}',
    '{{1}}',
    'a'.repeat(999),
    'a'.repeat(1001),
  ),
  fc.constant(`(${'a'.repeat(30)}!)+$`),
  fc.integer({ min: 1, max: 400 }).map((terms) => 'a '.repeat(terms)),
  fc.integer({ min: 1, max: 400 }).map((depth) => '('.repeat(depth)),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const reads = Object.entries(document.paths).flatMap(([path, operations]) =>
  operations['get'] === undefined ? [] : [{ path, operation: operations['get'] }],
);

describe.each(reads)('GET $path, whatever is asked', ({ path, operation }) => {
  const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const query = fc.tuple(
    ...parameters.map(({ name, schema }) =>
      fc.option(
        fc.oneof(text, fc.constantFrom(...(schema.enum ?? ['1']))).map((value) => [name, value] as const),
        { nil: null, freq: 2 },
      ),
    ),
  );
  const segment = fc.oneof(
    { weight: 2, arbitrary: fc.nat().map((n) => ids[n % ids.length]!) },
    { weight: 1, arbitrary: text },
  );

  it('answers as documented', async () => {
    await fc.assert(
      fc.asyncProperty(query, segment, async (given, id) => {
        const pairs = given.flatMap((pair) => (pair === null ? [] : [pair.map(encode).join('=')]));
        const address = `${path.replace(/\{\w+\}/, encode(id))}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
        const answer = await ask(address);
        // Two routes share the beginning: an empty or odd segment may lead elsewhere.
        const documented = operation.responses[answer.status];
        const isElsewhere = path.includes('{') && [301, 400, 404, 405].includes(answer.status);
        if (!isElsewhere) expect(documented, `${answer.status} for ${address}`).toBeDefined();
        expect(answer.status === 503 || answer.status < 500, `${answer.status} for ${address}`).toBe(true);
        if (answer.status >= 400) expect(JSON.parse(answer.body).code, address).toBeTypeOf('string');
        if (documented !== undefined) expectToFit(documented, answer, address);
      }),
      { numRuns: 30, seed: 7 },
    );
  });
});

describe('cursors', () => {
  const lists = reads.filter(({ operation }) =>
    (operation.parameters ?? []).some(({ name }) => name === 'cursor'),
  );

  it('of other lists, cut off or made up are refused', async () => {
    const { body } = await ask('/v1/quotes?limit=1');
    const cursor = new URL(JSON.parse(body).next, 'http://localhost').searchParams.get('cursor')!;
    for (const { path } of lists) {
      if (path === '/v1/quotes') continue;
      const { status } = await ask(`${path.replace(/\{\w+\}/, ids[0]!)}?cursor=${cursor}`);
      expect([400, 404], path).toContain(status);
    }
    for (let length = 1; length < cursor.length; length += 1)
      expect((await ask(`/v1/quotes?limit=1&cursor=${cursor.slice(0, length)}`)).status).toBe(400);
  });
});

describe('clients that', () => {
  it('go away in the middle of an export harm nobody', async () => {
    for (let number = 0; number < 150; number += 1)
      await served.ingest({
        guid: `many-${number}`,
        text: `"Number ${number} is here," Omar Haddad said. ${'It rained. '.repeat(200)}`,
      });
    await Promise.all(
      Array.from(
        { length: 20 },
        () =>
          new Promise<void>((resolve) => {
            const request = send({ port, path: '/v1/articles?format=ndjson&include=text' }, (response) => {
              response.once('data', () => request.destroy());
              response.once('close', () => resolve());
            });
            request.on('error', () => resolve());
            request.end();
          }),
      ),
    );
    expect((await ask('/healthz')).status).toBe(200);
  });

  it('read slowly get all of it', async () => {
    const lines = await new Promise<number>((resolve, reject) => {
      send({ port, path: '/v1/articles?format=ndjson&include=text' }, (response) => {
        let count = 0;
        response.on('data', (piece: Buffer) => {
          count += piece.toString().split('\n').length - 1;
          response.pause();
          setTimeout(() => response.resume(), 5);
        });
        response.on('end', () => resolve(count));
        response.on('error', reject);
      }).end();
    });
    expect(lines).toBe(153);
  });
});

interface Answered {
  readonly status: number;
  readonly body: string;
  readonly mediaType: string;
}

function ask(path: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = send({ port, path }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          body: Buffer.concat(pieces).toString(),
          mediaType: response.headers['content-type']?.split(';')[0] ?? '',
        }),
      );
    });
    request.on('error', reject);
    request.end();
  });
}

/** Percent-encoded; half a surrogate pair, which has no encoding, as the bytes that it would have. */
function encode(value: string): string {
  return [...value]
    .map((character) => (/^[\ud800-\udfff]$/.test(character) ? '%ED%A0%80' : encodeURIComponent(character)))
    .join('');
}

function expectToFit(response: Response, { body, mediaType }: Answered, address: string): void {
  const name = response.$ref?.split('/').at(-1);
  const { content } = name === undefined ? response : document.components['responses']![name]!;
  if (content === undefined) return;
  expect(Object.keys(content), address).toContain(mediaType);
  if (!/json$/.test(mediaType) || mediaType === 'application/x-ndjson') return;
  const pointer =
    name === undefined
      ? null
      : `api#/components/responses/${name}/content/${mediaType.replace('/', '~1')}/schema`;
  const schema = pointer === null ? relative(content[mediaType]!.schema) : { $ref: pointer };
  const isRight = ajv.validate(schema, withoutFields(JSON.parse(body), address));
  expect(isRight ? null : ajv.errorsText(), address).toBeNull();
}

/** References of a part of the document lead into the whole. */
function relative(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/'));
}

/** Items that `fields` trimmed lack what the schema wants: their envelope is checked. */
function withoutFields(body: object, address: string): object {
  return /[?&]fields=/.test(address) && 'items' in body ? { ...body, items: [] } : body;
}
