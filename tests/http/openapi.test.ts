import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { createOpenApiDocument } from '../../src/app.ts';
import { OnrecordError } from '../../src/domain/errors.ts';
import { endpoints } from '../../src/http/api.ts';
import { ArticleInputSchema } from '../../src/http/schemas/article-input.ts';
import { examples } from '../../src/http/schemas/examples.ts';
import { readDocument } from '../../src/readers/index.ts';

const document = (await createOpenApiDocument()) as { components: { schemas: object } };

describe('openapi/openapi.json', () => {
  it('is what the code generates: run "npm run openapi" where it is not', () => {
    const file = readFileSync(new URL('../../openapi/openapi.json', import.meta.url), 'utf8');
    expect(file).toBe(`${JSON.stringify(document, null, 2)}\n`);
  });

  it('has one operation an id, and no schema twice', () => {
    const ids = endpoints.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(document.components.schemas).filter((name) => name.endsWith('Input'))).toEqual([
      'ArticleInput',
    ]);
  });
});

describe('the examples', () => {
  const answers = endpoints.flatMap(({ method, path, answers: all }) =>
    all
      .filter(({ example }) => example !== undefined)
      .map(({ status, schema, line, example }) => ({
        name: `${method} ${path} ${status}`,
        schema: schema ?? line!,
        example: line === undefined ? example : JSON.parse(String(example)),
      })),
  );

  it.each(answers)(
    'of $name fits its schema',
    ({ schema, example }: { schema: z.ZodType; example: unknown }) => {
      schema.parse(example);
    },
  );

  it('have spans that are their words', () => {
    const { text, paragraphs, quotes, entities } = examples.article;
    const spans = [
      ...paragraphs,
      ...quotes.flatMap(({ segments, verbatim, cue, source }) => [...segments, ...verbatim, cue, source]),
      ...entities.flatMap(({ mentions }) => mentions),
    ];
    for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
  });
});

/** The schema documents, the reader checks: they must mean the same. */
describe('an article as JSON', () => {
  const read = (value: unknown): boolean => {
    try {
      readDocument(Buffer.from(JSON.stringify(value)), {
        mediaType: 'application/json',
        charset: null,
        name: null,
      });
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(OnrecordError);
      return false;
    }
  };

  it.each([
    examples.articleInput,
    { text: 'x' },
    {
      text: 'x',
      guid: null,
      url: null,
      headline: null,
      byline: null,
      publishedAt: null,
      publisher: null,
      language: null,
    },
    {
      text: 'x',
      publisher: { name: 'y', url: null },
      publishedAt: '2023-10-11T08:30:00Z',
      language: 'en-GB',
    },
    {},
    { text: 1 },
    { text: 'x', colour: 'red' },
    { text: 'x', guid: 1 },
    { text: 'x', byline: 'Jane' },
    { text: 'x', byline: [1] },
    { text: 'x', publisher: 'y' },
    { text: 'x', publisher: { url: 'https://y.example' } },
    { text: 'x', publisher: { name: 'y', colour: 'red' } },
    { text: 'x', publishedAt: 'yesterday' },
  ])('%j is read where its schema takes it', (value) => {
    expect(read(value)).toBe(ArticleInputSchema.safeParse(value).success);
  });
});
