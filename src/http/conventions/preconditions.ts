import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { IfMatch } from '../../domain/article-store.ts';
import { entityTag, letsThrough } from './representation.ts';
import { createVersionTag } from './versioned.ts';

/** Reads `If-Match` of a request: what is asked of a thing as it is, before it is changed. */
type IfMatchReader<Current> = (request: FastifyRequest) => IfMatch<Current>;

/** For things that have a version: their ETag is that of the answer to a plain GET. */
export function createVersionMatchReader<Current extends { readonly version: number }>(
  schema: z.ZodType,
): IfMatchReader<Current> {
  const tagOf = createVersionTag(schema);
  return ({ headers }) => {
    const header = headers['if-match'];
    return header === undefined ? null : (current) => letsThrough(header, tagOf(current.version));
  };
}

/** For things of which the ETag is a digest of the answer to a plain GET, which shows them as they are. */
export const readDigestMatch: IfMatchReader<object> = ({ headers }) => {
  const header = headers['if-match'];
  return header === undefined ? null : (current) => letsThrough(header, entityTag(JSON.stringify(current)));
};
