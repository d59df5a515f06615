import { readFileSync } from 'node:fs';
import createClient from 'openapi-fetch';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type { components, paths } from '../../openapi/openapi.d.ts';
import { startTestApp, stories } from './support/app.ts';

const served = await startTestApp();
const { port } = served.app.server.address() as { port: number };
const client = createClient<paths, 'application/json' | 'application/problem+json'>({
  baseUrl: `http://127.0.0.1:${port}`,
});

beforeAll(async () => {
  for (const story of stories) await served.ingest(story);
});

describe('openapi/openapi.d.ts', () => {
  it('is what openapi-typescript makes of openapi.json (npm run openapi writes it anew)', async () => {
    const made = await openapiTypescript(new URL('../../openapi/openapi.json', import.meta.url));
    const file = readFileSync(new URL('../../openapi/openapi.d.ts', import.meta.url), 'utf8');
    expect(file).toContain(astToString(made));
  });
});

describe('a client made from the OpenAPI document', () => {
  it('asks for quotes by speaker, and follows next', async () => {
    const { data } = await client.GET('/v1/quotes', {
      params: { query: { speaker: ['Lena Ruiz'], limit: 1 } },
    });
    expectTypeOf(data!.items).toEqualTypeOf<components['schemas']['Quote'][]>();
    expect(data!.items[0]!.speaker!.name).toBe('Lena Ruiz');
    expect(data!.total).toBe(2);
    const rest = await fetch(`http://127.0.0.1:${port}${data!.next}`);
    expect(rest.status).toBe(200);
  });

  it('puts an article in and takes it out again', async () => {
    const created = await client.POST('/v1/articles', {
      body: { text: '"We won," Ana Ortiz said.', guid: 'typed' },
    });
    expect(created.response.status).toBe(201);
    const { data } = await client.GET('/v1/articles/{id}', { params: { path: { id: created.data!.id } } });
    expect(data!.quotes[0]!.text).toBe('We won');
  });

  it('reads what was wrong', async () => {
    const { error, response } = await client.GET('/v1/speakers/{id}', { params: { path: { id: 'nobody' } } });
    expect(response.status).toBe(404);
    expectTypeOf(error!).toExtend<components['schemas']['Problem']>();
    expect(error!.code).toBe('not-found');
  });
});
