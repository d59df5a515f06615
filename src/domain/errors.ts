/**
 * Every error that a client can be answered with: its code, HTTP status, title, and what to do about it in general.
 * The address of its description, the OpenAPI document and the README's table are derived from these rows.
 */
export const errorTable = {
  'invalid-parameter': {
    status: 400,
    title: 'A parameter has a bad value',
    remedy: 'Each entry of errors names a parameter and what it takes.',
  },
  'unknown-parameter': {
    status: 400,
    title: 'A parameter is not known here',
    remedy:
      'Take it out or correct it: detail says which are known. A filter ignored would be a wrong answer.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'The cursor does not belong to this query',
    remedy:
      'Repeat filters and sort as they were on the page that gave the cursor, or start again without it.',
  },
  'invalid-body': {
    status: 400,
    title: 'The body cannot be read as what it says it is',
    remedy: 'Each entry of errors points into the body. Check that Content-Type says what the body is.',
  },
  'other-feed': {
    status: 400,
    title: 'The changes are not those that you followed',
    remedy:
      'The store was restored from a backup, or is another one. Read everything again, and go on from lastSequence.',
  },
  'empty-article': { status: 400, title: 'The body holds no text', remedy: 'Send the text of the article.' },
  'not-one-article': {
    status: 400,
    title: 'The body must hold exactly one article',
    remedy: 'Send the articles one by one.',
  },
  unauthorized: {
    status: 401,
    title: 'A key is needed to write',
    remedy: 'Send the header "Authorization: Bearer <key>" with one of the keys of the server.',
  },
  'writing-not-allowed': {
    status: 403,
    title: 'Writing is not allowed from here',
    remedy: 'Set ONRECORD_API_KEYS on the server and send a key, or write from the machine that it runs on.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this address',
    remedy: 'Check the id. A name must be one that articles use.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not take that method',
    remedy: 'The header Allow lists what it takes.',
  },
  'not-acceptable': {
    status: 406,
    title: 'That representation cannot be produced',
    remedy: 'Accept what is offered, or send no Accept header.',
  },
  'ambiguous-name': {
    status: 409,
    title: 'Several bear this name',
    remedy: 'Take one of candidates by its id.',
  },
  'url-taken': {
    status: 409,
    title: 'The url belongs to another article',
    remedy: 'Send the article to the address of the one that has this url, or leave the url out.',
  },
  deleted: { status: 410, title: 'It was deleted', remedy: 'PUT of the article brings it back.' },
  'precondition-failed': {
    status: 412,
    title: 'It has changed since you read it',
    remedy: 'Read it again, and send the new ETag in If-Match.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    remedy: 'Send less, or raise ONRECORD_MAX_BODY on the server.',
  },
  'uri-too-long': {
    status: 414,
    title: 'The address is too long',
    remedy: 'Give fewer or shorter parameters.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Bodies of this type are not read here',
    remedy: 'Set Content-Type to one of the types in the header Accept-Post, and send the body uncompressed.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    remedy: 'Wait for as many seconds as Retry-After says.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    remedy: 'Send fewer or shorter headers.',
  },
  internal: {
    status: 500,
    title: 'Something is broken on our side',
    remedy: 'This is a bug. Its cause is in the log of the server, under the id in X-Request-Id.',
  },
  unavailable: {
    status: 503,
    title: 'The service cannot answer now',
    remedy: 'Try again after as many seconds as Retry-After says.',
  },
} as const satisfies Record<string, { status: number; title: string; remedy: string }>;

export type ErrorCode = keyof typeof errorTable;

/** One place in the input that is at fault: a query parameter, or a JSON pointer into the body. */
export type InputFault =
  | { readonly parameter: string; readonly detail: string }
  | { readonly pointer: string; readonly detail: string };

/** A JSON pointer (RFC 6901) to where these steps lead; steps that a client made up are cut. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path
    .map((step) => `/${String(step).slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

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

/** An expected error as it is; any other as what no input should come to, which keeps no other input from its way. */
export function faultOf(error: unknown): OnrecordError {
  if (error instanceof OnrecordError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const broken = new OnrecordError('internal', `Something is broken on our side: ${reason}.`);
  broken.cause = error;
  return broken;
}
