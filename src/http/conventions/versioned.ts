import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Call } from '../endpoint.ts';
import { inlineJsonSchema } from '../schemas/json-schema.ts';
import {
  type Coding,
  compress,
  leastCompressed,
  namesTag,
  preferredCoding,
  tagOfCoding,
} from './representation.ts';

/** An answer as it goes out, compressed or not. */
export interface ReadyAnswer {
  readonly body: Buffer;
  readonly coding: Coding | null;
}

/** Raise it where presenters make something else of the same article: what clients hold is then no longer taken for it. */
const presentation = 2;

/** The strong ETag of answers of a schema, by the version of what they show: known without making the answer. */
export function createVersionTag(schema: z.ZodType): (version: number) => string {
  const form = formOf(schema);
  return (version) => `"${version.toString(36)}-${form}"`;
}

/** What answers of a schema look like, in short: another release may show the same version in another form. */
export function formOf(schema: z.ZodType): string {
  const form = createHash('sha1').update(`${presentation}${JSON.stringify(inlineJsonSchema(schema))}`);
  return form.digest('base64url').slice(0, 6);
}

/**
 * Answers with something of which the version is known: 304 where the client has that already, else the bytes that were
 * made for this address before, else those that are made now, or of what is made now, and kept ready.
 */
export async function answerVersion(
  { request, reply, services: { ready } }: Call<unknown, unknown>,
  { version, etag }: { readonly version: number | string; readonly etag: string },
  make: () => Promise<object>,
): Promise<FastifyReply> {
  const coding = preferredCoding(request);
  const preferred = tagOfCoding(etag, coding);
  const held = request.headers['if-none-match'];
  // Any other tag has to wait: short answers are not compressed, and whether this is one shows when it is made.
  if (held !== undefined && namesTag(held, preferred))
    return reply.code(304).header('etag', preferred).send();

  const key = coding === null ? request.url : `${request.url} ${coding}`;
  const answer = ready.answers.get(key, version) ?? (await makeReady());
  reply.header('etag', tagOfCoding(etag, answer.coding)).type('application/json; charset=utf-8');
  if (answer.coding !== null) reply.header('content-encoding', answer.coding);
  return reply.send(answer.body);

  async function makeReady(): Promise<ReadyAnswer> {
    const shown = await make();
    const plain = Buffer.isBuffer(shown) ? shown : Buffer.from(JSON.stringify(shown));
    const made: ReadyAnswer =
      coding === null || plain.length < leastCompressed
        ? { body: plain, coding: null }
        : { body: await compress(plain, coding), coding };
    ready.answers.set(key, version, made, made.body.length);
    return made;
  }
}
