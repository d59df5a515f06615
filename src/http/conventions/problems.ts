import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, errorTable, OnrecordError } from '../../domain/errors.ts';
import { pathOf } from './addresses.ts';
import { answerMoved, EntityMoved } from './moved.ts';

export const problemMediaType = 'application/problem+json';

/** Renders every error, expected or not, as a problem. `mediaTypes` are those that bodies may have. */
export function createProblemSender(mediaTypes: readonly string[]) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    if (error instanceof EntityMoved) {
      answerMoved(error, request.url, reply);
      return;
    }
    const known = asOnrecordError(error);
    if (known.code === 'internal') request.log.error({ err: error }, 'a bug');
    else if (known.code === 'unavailable') request.log.info(known.message);

    if (known.code === 'unsupported-media-type' && !saysWhatIsTaken(reply)) {
      reply.header('accept-post', mediaTypes.join(', '));
    }
    if (known.retryAfter !== null) reply.header('retry-after', known.retryAfter);
    reply.header('cache-control', 'no-store').code(errorTable[known.code].status).type(problemMediaType);
    reply.send(JSON.stringify(presentProblem(known, request.url)));
  };
}

function saysWhatIsTaken(reply: FastifyReply): boolean {
  return reply.hasHeader('accept-post') || reply.hasHeader('accept-patch');
}

/** The problem answer as JSON. `address` is what was asked for, with or without its query. */
export function presentProblem(error: OnrecordError, address: string): Record<string, unknown> {
  const { status, title } = errorTable[error.code];
  return {
    type: problemAddress(error.code),
    title,
    status,
    detail: error.message,
    instance: pathOf(address),
    code: error.code,
    ...(error.faults.length === 0 ? {} : { errors: error.faults }),
    ...error.extensions,
  };
}

/** Where a kind of problem is described; stable. */
function problemAddress(code: ErrorCode): string {
  return `/problems/${code}`;
}

/** What Fastify itself reports, in our words. */
const frameworkErrors: Readonly<Record<string, () => OnrecordError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () =>
    new OnrecordError('body-too-large', 'The body is over the limit of this server (ONRECORD_MAX_BODY).'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    new OnrecordError(
      'unsupported-media-type',
      'Say in Content-Type what the body is. The types that are read here are in the header Accept-Post, or at /docs.',
    ),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    new OnrecordError('invalid-body', 'The body is not as long as Content-Length says.'),
  FST_ERR_BAD_URL: () =>
    new OnrecordError(
      'invalid-parameter',
      'The path holds a percent sign that is not part of a valid encoding. Write % as %25.',
    ),
  FST_ERR_MAX_PARAM_LENGTH: () => new OnrecordError('uri-too-long', 'A segment of the path is too long.'),
};

function asOnrecordError(error: unknown): OnrecordError {
  if (error instanceof OnrecordError) return error;
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  const framework = typeof code === 'string' ? frameworkErrors[code] : undefined;
  if (framework !== undefined) return framework();
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new OnrecordError('invalid-body', 'The request could not be read to its end.');
  }
  return new OnrecordError(
    'internal',
    'This is a bug. Its cause is in the log, under the id in X-Request-Id.',
  );
}
