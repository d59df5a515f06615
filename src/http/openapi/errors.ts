import { type ErrorCode, errorTable, OnrecordError } from '../../domain/errors.ts';
import { presentProblem, problemMediaType } from '../conventions/problems.ts';
import type { Endpoint } from '../endpoint.ts';
import { headerReferences } from './headers.ts';
import type { Json } from './schemas.ts';

/** The problem answers of an endpoint, as references, by status. */
export function describeErrors(endpoint: Endpoint): Json {
  return Object.fromEntries(
    groupByStatus(endpoint).map(([status, codes]) => [
      status,
      { $ref: `#/components/responses/${responseName(codes)}` },
    ]),
  );
}

/** The problem answers of all endpoints, by the names that {@link describeErrors} refers to. */
export function describeErrorResponses(endpoints: readonly Endpoint[]): Json {
  const responses = endpoints
    .flatMap(groupByStatus)
    .map(([, codes]): [string, Json] => [responseName(codes), describeResponse(codes)]);
  return Object.fromEntries(responses.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What any endpoint may answer, by what it takes; its own errors come on top. */
function errorsOf({
  method,
  takesArticle,
  takesLines,
  body,
  writes,
  errors,
}: Endpoint): readonly ErrorCode[] {
  return [
    'invalid-parameter',
    'unknown-parameter',
    ...(method === 'DELETE' ? [] : (['not-acceptable'] as const)),
    ...(takesArticle ? articleErrors : []),
    ...(body === null ? [] : jsonErrors),
    ...(takesLines ? (['unsupported-media-type'] as const) : []),
    ...(writes ? (['unauthorized', 'writing-not-allowed'] as const) : []),
    ...errors,
    'uri-too-long',
    'headers-too-large',
    'too-many-requests',
    'unavailable',
  ];
}

const jsonErrors = [
  'invalid-body',
  'body-too-large',
  'unsupported-media-type',
] as const satisfies readonly ErrorCode[];

const articleErrors = [
  'invalid-body',
  'empty-article',
  'not-one-article',
  'body-too-large',
  'unsupported-media-type',
] as const satisfies readonly ErrorCode[];

function groupByStatus(endpoint: Endpoint): [number, readonly ErrorCode[]][] {
  const groups = new Map<number, readonly ErrorCode[]>();
  for (const code of new Set(errorsOf(endpoint))) {
    const { status } = errorTable[code];
    groups.set(status, [...(groups.get(status) ?? []), code]);
  }
  return [...groups].sort(([a], [b]) => a - b);
}

/** `InvalidParameterOrUnknownParameter` */
function responseName(codes: readonly ErrorCode[]): string {
  return codes
    .map((code) => code.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()))
    .join('Or');
}

function describeResponse(codes: readonly ErrorCode[]): Json {
  const headers = [
    ...(codes.includes('unauthorized') ? ['WWW-Authenticate'] : []),
    ...(codes.includes('too-many-requests') || codes.includes('unavailable') ? ['Retry-After'] : []),
    ...(codes.includes('unsupported-media-type') ? ['Accept-Post', 'Accept-Patch'] : []),
  ];
  const problems = codes.map((code) => [
    code,
    { value: presentProblem(new OnrecordError(code, errorTable[code].remedy), '/v1/…') },
  ]);
  return {
    description: codes.map((code) => `\`${code}\`: ${errorTable[code].title}.`).join(' '),
    ...(headers.length === 0 ? {} : { headers: headerReferences(headers) }),
    content: {
      [problemMediaType]: {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(problems),
      },
    },
  };
}
