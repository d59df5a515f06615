import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isRepeatable } from '../conventions/parameters.ts';
import { type Answer, type Endpoint, type JsonBody, linesMediaType, tags } from '../endpoint.ts';
import { formatDescriptions, formatMediaTypes } from '../representations/formats.ts';
import { examples } from '../schemas/examples.ts';
import { describeErrorResponses, describeErrors } from './errors.ts';
import { headerReferences, responseHeaders } from './headers.ts';
import { componentSchema, describeSchemas, type Json } from './schemas.ts';

const description = `The news, on the record: raw articles in; paragraphs, quotes, speakers and entities out.

- Reading is open. Writing needs a key where the server has keys; where it has none, it is taken from the server's own machine alone.
- Lists answer \`{ items, total, next }\`. Follow \`next\`; the same address is in the header \`Link\`.
- Offsets are UTF-16 code units, half-open, into the article's \`text\`: \`text.slice(start, end)\` in JavaScript.
- Where an id of a speaker or an entity is taken, a name or an alias is too, without regard to case, accents or title.
- Every GET has a strong \`ETag\`, takes \`If-None-Match\`, and has its HEAD. Answers over 1 kB are compressed when asked.
- \`fields=a,b.c\` leaves only these fields of the items; \`include=\` adds what is left out by default.
- Errors are problems (RFC 9457). Ids, cursors and ETags are opaque. Fields may be added to answers.`;

/**
 * Has the app describe itself: `app.swagger()` is this API as OpenAPI 3.1, once the app is ready. Register this before
 * any route. The plugin collects the routes and what their schemas say of themselves; what it has no words for (answers
 * and headers that are shared, several media types, styles of parameters) is added here, from the same endpoints.
 */
export async function describeApi(
  app: FastifyInstance,
  endpoints: readonly Endpoint[],
  mediaTypes: readonly string[],
): Promise<void> {
  const endpointOf = new Map(endpoints.map((endpoint) => [endpoint.operationId, endpoint]));
  const complete = (operation: Operation): Json => {
    const endpoint = endpointOf.get(operation.operationId);
    return endpoint === undefined ? operation : { ...operation, ...describeExchange(endpoint, mediaTypes) };
  };
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', ...about },
    transformObject: (document) => {
      const { paths, components, ...rest } = (document as { openapiObject: Document }).openapiObject;
      return {
        ...rest,
        paths: mapValues(paths, (operations) => mapValues(operations, complete)),
        components: {
          ...components,
          schemas: describeSchemas(),
          responses: describeErrorResponses(endpoints),
          headers: responseHeaders,
        },
      };
    },
  });
}

interface Document extends Json {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Json;
}
interface Operation extends Json {
  readonly operationId: string;
}

const about = {
  info: {
    title: 'Onrecord',
    version: '1',
    summary: 'Who said what, when, word for word.',
    description,
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/', description: 'This server.' }],
  tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
  components: {
    securitySchemes: {
      key: {
        type: 'http' as const,
        scheme: 'bearer',
        description: 'One of the keys of the server (ONRECORD_API_KEYS).',
      },
    },
  },
};

/** What a client sends to an endpoint, and what it may get. */
function describeExchange(endpoint: Endpoint, mediaTypes: readonly string[]): Json {
  return {
    parameters: describeParameters(endpoint),
    ...(endpoint.takesArticle ? { requestBody: describeBody(mediaTypes) } : {}),
    ...(endpoint.takesLines ? { requestBody: describeLines() } : {}),
    ...(endpoint.body === null ? {} : { requestBody: describeJsonBody(endpoint.body) }),
    responses: {
      ...Object.fromEntries(
        endpoint.answers.map((answer) => [answer.status, describeAnswer(endpoint, answer)]),
      ),
      ...(endpoint.method === 'GET'
        ? { 304: { description: 'You have it already.', headers: headerReferences(['ETag']) } }
        : {}),
      ...(endpoint.followsMerges
        ? {
            308: {
              description: 'The entity was merged into another: ask there.',
              headers: headerReferences(['Location']),
            },
          }
        : {}),
      ...describeErrors(endpoint),
    },
  };
}

function describeParameters(endpoint: Endpoint): Json[] {
  const conditional = endpoint.method === 'GET' ? 'If-None-Match' : 'If-Match';
  const isConditional = endpoint.method === 'GET' || endpoint.errors.includes('precondition-failed');
  return [
    ...Object.entries(endpoint.pathParameters.shape).map(([name, schema]) =>
      describeParameter(name, 'path', schema as z.ZodType),
    ),
    ...Object.entries(endpoint.query.shape).map(([name, schema]) =>
      describeParameter(name, 'query', schema as z.ZodType),
    ),
    ...(isConditional
      ? [
          {
            name: conditional,
            in: 'header',
            description:
              endpoint.method === 'GET'
                ? 'An ETag that you have: 304 if it still holds.'
                : 'The ETag that you read: 412 if it no longer holds.',
            schema: { type: 'string' },
          },
        ]
      : []),
  ];
}

function describeParameter(name: string, place: 'path' | 'query', schema: z.ZodType): Json {
  const {
    $schema,
    description: about,
    examples: values,
    ...rest
  } = z.toJSONSchema(schema, { io: 'output' }) as Json;
  return {
    name,
    in: place,
    ...(place === 'path' ? { required: true } : {}),
    ...(about === undefined ? {} : { description: about }),
    ...(rest['type'] === 'array' ? { style: 'form', explode: isRepeatable(schema) } : {}),
    schema: rest,
    ...(values === undefined ? {} : { example: (values as unknown[])[0] }),
  };
}

function describeBody(mediaTypes: readonly string[]): Json {
  // Swagger UI offers the first one, with its example.
  const common = ['application/json', 'text/plain'];
  const ordered = [...common, ...mediaTypes.filter((mediaType) => !common.includes(mediaType))];
  const content = ordered.map((mediaType): [string, Json] => [
    mediaType,
    mediaType === 'application/json'
      ? { schema: { $ref: '#/components/schemas/ArticleInput' }, example: examples.articleInput }
      : {
          schema: { type: mediaType.endsWith('json') ? 'object' : 'string' },
          ...(mediaType === 'text/plain' ? { example: examples.articleText } : {}),
        },
  ]);
  const description =
    'One article, in any of these formats. Where several share a media type, the content tells them apart: ' +
    '`application/json` may also be ninjs, JSON Feed, or the JSON of AP, dpa and the Guardian.';
  return { required: true, description, content: Object.fromEntries(content) };
}

function describeJsonBody({ schema, mediaTypes, example }: JsonBody): Json {
  const content = mediaTypes.map((mediaType) => [mediaType, { schema: componentSchema(schema), example }]);
  return { required: true, content: Object.fromEntries(content) };
}

/** As much as OpenAPI 3.1 can say of lines: a text, and what each line of it holds. */
function linesSchema(line: Json): Json {
  return { type: 'string', contentMediaType: linesMediaType, contentSchema: line };
}

function describeLines(): Json {
  const article = { ...examples.articleInput, headline: undefined };
  return {
    required: true,
    description: 'An article a line, each in one of the formats that `POST /v1/articles` takes as JSON.',
    content: {
      [linesMediaType]: {
        schema: linesSchema({ $ref: '#/components/schemas/ArticleInput' }),
        example: `${JSON.stringify(article)}\n`,
      },
    },
  };
}

function describeAnswer({ method }: Endpoint, answer: Answer): Json {
  const { description: about, schema, mediaType, line, alternatives = [], headers = [], example } = answer;
  const names = [...(method === 'GET' ? ['ETag'] : []), ...headers];
  return {
    description: about,
    ...(names.length === 0 ? {} : { headers: headerReferences(names) }),
    ...(mediaType === null
      ? {}
      : {
          content: {
            [mediaType]: {
              schema:
                line === undefined ? answerSchema(schema, mediaType) : linesSchema(componentSchema(line)),
              ...(example === undefined ? {} : { example }),
            },
            ...Object.fromEntries(
              alternatives.map((format) => [
                formatMediaTypes[format],
                {
                  schema: {
                    type: formatMediaTypes[format].endsWith('+json') ? 'object' : 'string',
                    description: formatDescriptions[format],
                  },
                },
              ]),
            ),
          },
        }),
  };
}

function answerSchema(schema: z.ZodType | null, mediaType: string): Json {
  if (schema !== null) return componentSchema(schema);
  return { type: mediaType === 'application/json' ? 'object' : 'string' };
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
