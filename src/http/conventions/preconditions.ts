import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { IfMatch } from '../../domain/article-store.ts';
import { serializerSchema } from '../schemas/json-schema.ts';
import { entityTag, letsThrough } from './representation.ts';

/**
 * Makes the reader of `If-Match` for things of a schema: what is asked of a thing as it is, before it is changed. Its
 * ETag is that of the answer to a plain GET.
 */
export function createIfMatchReader<Current>(
  schema: z.ZodType,
  present: (current: Current) => object,
): (request: FastifyRequest, reply: FastifyReply) => IfMatch<Current> {
  const json = serializerSchema(schema);
  return ({ headers }, reply) => {
    const header = headers['if-match'];
    if (header === undefined) return null;
    const serialize = reply.compileSerializationSchema(json);
    return (current) => letsThrough(header, entityTag(serialize({ ...present(current) })));
  };
}
