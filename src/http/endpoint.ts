import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Article } from '../domain/article.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import type { ErrorCode } from '../domain/errors.ts';
import type { SourceDocument } from '../domain/source-document.ts';
import type { Ready } from './conventions/ready.ts';
import type { ReadyAnswer } from './conventions/versioned.ts';
import type { Metrics } from './metrics.ts';
import type { Format } from './representations/formats.ts';

/** What the routes work with. `app.ts` puts it together. */
export interface Services {
  readonly store: ArticleStore;
  /** Structures one document, unless the signal says that nobody waits for it. It may run elsewhere than in this thread. */
  readonly extract: (document: SourceDocument, signal: AbortSignal) => Promise<Article>;
  /** The same for one of very many, beside each other, in threads that give way to whoever else asks. */
  readonly extractBeside: (document: SourceDocument) => Promise<Article>;
  /** Bytes that a body, or a line of one that is streamed, may have. */
  readonly maxBody: number;
  /** Makes one document of a body; throws `invalid-body` and its kin where it is none. */
  readonly read: ReadBody;
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  readonly ready: ReadyAnswers;
}

/** Answers that were made before. */
export interface ReadyAnswers {
  /** By address and content coding. */
  readonly answers: Ready<ReadyAnswer>;
  /** Listed quotes as JSON, by id. */
  readonly quotes: Ready<Buffer>;
}

export type ReadBody = (
  bytes: Uint8Array,
  type: { mediaType: string; charset: string | null },
) => SourceDocument;

/** Whether the service is ready for traffic; where it is not, why. */
export interface Readiness {
  waitingFor: string | null;
}

/** A method of a path: all that routing, validation, OpenAPI and the tests need to know of it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As OpenAPI writes it: `/v1/quotes/{id}`. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string;
  readonly pathParameters: z.ZodObject;
  readonly query: z.ZodObject;
  readonly takesArticle: boolean;
  /** Whether it takes NDJSON, an article a line, as it comes: `request.body` is a stream. */
  readonly takesLines: boolean;
  /** The JSON that it takes; null where it takes none, or an article. */
  readonly body: JsonBody | null;
  /** Whether its path names an entity: the id of one that was merged into another redirects to the other's. */
  readonly followsMerges: boolean;
  /** Whether it writes, and so needs a key, or a caller on this machine. */
  readonly writes: boolean;
  readonly answers: readonly Answer[];
  readonly errors: readonly ErrorCode[];
  readonly handle: (call: Call) => Promise<unknown>;
}

/** Of NDJSON. */
export const linesMediaType = 'application/x-ndjson';
/** With the other names that it goes by. */
export const linesMediaTypes: readonly string[] = [linesMediaType, 'application/ndjson', 'application/jsonl'];

/** A body that is JSON of one schema, which has an id of its own in the documentation. */
export interface JsonBody {
  readonly schema: z.ZodType;
  readonly mediaTypes: readonly string[];
  readonly example: unknown;
}

export function jsonBody(schema: z.ZodType, example: unknown): JsonBody {
  return { schema, mediaTypes: ['application/json'], example };
}

/** Of a PATCH: members that are left out stay as they are (RFC 7396). */
export function patchBody(schema: z.ZodType, example: unknown): JsonBody {
  return { schema, mediaTypes: ['application/json', 'application/merge-patch+json'], example };
}

export const tags = {
  articles: 'Articles in, articles out.',
  quotes: 'Who said what.',
  speakers: 'Those who are quoted.',
  entities: 'Everyone and everything named.',
  service: 'The service itself.',
} as const;
export type Tag = keyof typeof tags;

export interface Answer {
  readonly status: 200 | 201 | 204;
  readonly description: string;
  /** Null: not JSON. */
  readonly schema: z.ZodType | null;
  readonly mediaType: string | null;
  /** Of NDJSON, what each line is. */
  readonly line?: z.ZodType;
  /** Other formats that it is offered in. */
  readonly alternatives?: readonly Exclude<Format, 'json'>[];
  readonly headers?: readonly ('Link' | 'Location' | 'Content-Disposition')[];
  readonly example?: unknown;
}

export interface Call<Path = Record<string, string>, Query = Record<string, unknown>> {
  readonly services: Services;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly path: Path;
  readonly query: Query;
}

const noParameters = z.object({});
export type NoParameters = typeof noParameters;

type Optional =
  | 'description'
  | 'pathParameters'
  | 'query'
  | 'takesArticle'
  | 'takesLines'
  | 'body'
  | 'followsMerges'
  | 'writes'
  | 'errors'
  | 'handle';

/** An endpoint, with the usual left out. `lists.ts` and `items.ts` build on it. */
export function endpoint<Path extends z.ZodObject = NoParameters, Query extends z.ZodObject = NoParameters>(
  spec: Omit<Endpoint, Optional> & {
    readonly description?: string;
    readonly pathParameters?: Path;
    readonly query?: Query;
    readonly takesArticle?: boolean;
    readonly takesLines?: boolean;
    readonly body?: JsonBody;
    readonly followsMerges?: boolean;
    readonly writes?: boolean;
    readonly errors?: readonly ErrorCode[];
    readonly handle: (call: Call<z.output<Path>, z.output<Query>>) => Promise<unknown>;
  },
): Endpoint {
  return {
    description: '',
    pathParameters: noParameters,
    query: noParameters,
    takesArticle: false,
    takesLines: false,
    body: null,
    followsMerges: false,
    writes: false,
    errors: [],
    ...spec,
    handle: spec.handle as Endpoint['handle'],
  };
}
