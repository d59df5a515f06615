import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type InputFault, OnrecordError, pointerTo } from '../../domain/errors.ts';

/**
 * Reads the JSON body of a request by its schema. All faults are found at once; each names its place by a JSON pointer.
 * Throws `unsupported-media-type` where the body is none of `mediaTypes`, and `invalid-body`.
 */
export function readJsonBody<Schema extends z.ZodType>(
  { headers, body }: Pick<FastifyRequest, 'headers' | 'body'>,
  schema: Schema,
  mediaTypes: readonly string[],
): z.output<Schema> {
  const [mediaType = ''] = (headers['content-type'] ?? '').toLowerCase().split(';', 1);
  const coding = headers['content-encoding'] ?? 'identity';
  if (!mediaTypes.includes(mediaType.trim()) || coding.toLowerCase() !== 'identity') {
    throw new OnrecordError(
      'unsupported-media-type',
      `Send ${mediaTypes.join(' or ')}, as it is, without Content-Encoding.`,
    );
  }
  const parsed = schema.safeParse(parse(body));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.flatMap((issue) => faultsOf(issue, schema));
  const said = faults.map(({ pointer, detail }) => `${pointer === '' ? 'the body' : pointer} ${detail}`);
  throw new OnrecordError('invalid-body', `${said.join('; ')}.`, { faults });
}

function parse(body: unknown): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body as Buffer));
  } catch {
    throw new OnrecordError('invalid-body', 'The body is no JSON in UTF-8.');
  }
}

type BodyFault = Extract<InputFault, { pointer: string }>;

function faultsOf(issue: z.core.$ZodIssue, schema: z.ZodType): BodyFault[] {
  if (issue.code === 'unrecognized_keys') {
    const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    return issue.keys.map((key) => ({
      pointer: pointerTo([...issue.path, key]),
      detail: `is not known here: known are ${known.join(', ')}`,
    }));
  }
  return [{ pointer: pointerTo(issue.path), detail: issue.message }];
}
