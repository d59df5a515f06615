/**
 * Every error that a client can be answered with: its code, HTTP status and title.
 * The address of its description, the OpenAPI document and the README's table are derived from these rows.
 */
export const errorTable = {
  'invalid-parameter': { status: 400, title: 'A parameter has a bad value' },
  'unknown-parameter': { status: 400, title: 'A parameter is not known here' },
  'invalid-cursor': { status: 400, title: 'The cursor does not belong to this query' },
  'invalid-body': { status: 400, title: 'The body cannot be read as what it says it is' },
  'empty-article': { status: 400, title: 'The body holds no text' },
  'not-one-article': { status: 400, title: 'The body must hold exactly one article' },
  unauthorized: { status: 401, title: 'A key is needed to write' },
  'writing-not-allowed': { status: 403, title: 'Writing is not allowed from here' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'not-acceptable': { status: 406, title: 'That representation cannot be produced' },
  'ambiguous-name': { status: 409, title: 'Several bear this name' },
  'url-taken': { status: 409, title: 'The url belongs to another article' },
  deleted: { status: 410, title: 'It was deleted' },
  'precondition-failed': { status: 412, title: 'It has changed since you read it' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'uri-too-long': { status: 414, title: 'The address is too long' },
  'unsupported-media-type': { status: 415, title: 'Bodies of this type are not read here' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The headers are too large' },
  internal: { status: 500, title: 'Something is broken on our side' },
  unavailable: { status: 503, title: 'The service cannot answer now' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof errorTable;

/** One place in the input that is at fault: a query parameter, or a JSON pointer into the body. */
export type InputFault =
  | { readonly parameter: string; readonly detail: string }
  | { readonly pointer: string; readonly detail: string };

/** An expected error: thrown at the shell, never in the pure core, and rendered in one place. */
export class OnrecordError extends Error {
  readonly code: ErrorCode;
  readonly faults: readonly InputFault[];
  /** Seconds after which it is worth trying again; null where it is not. */
  readonly retryAfter: number | null;
  /** Further members of the problem answer (the candidates of an ambiguous name). */
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    detail: string,
    more: { faults?: readonly InputFault[]; retryAfter?: number; extensions?: Record<string, unknown> } = {},
  ) {
    super(detail);
    this.name = 'OnrecordError';
    this.code = code;
    this.faults = more.faults ?? [];
    this.retryAfter = more.retryAfter ?? null;
    this.extensions = more.extensions ?? {};
  }
}
