import type { z } from 'zod';
import { z as zod } from 'zod';
import type { ErrorCode } from '../../domain/errors.ts';
import { type Call, type Endpoint, endpoint } from '../endpoint.ts';
import { choicesParameter } from '../schemas/parameters.ts';
import { fieldsParameter, selectFields, trimFields } from './fields.ts';

interface ItemSpec<Path extends z.ZodObject, Extra extends string>
  extends Pick<Endpoint, 'path' | 'operationId' | 'tag' | 'summary'> {
  readonly description?: string;
  readonly pathParameters: Path;
  readonly followsMerges?: boolean;
  readonly item: z.ZodType;
  readonly extras?: readonly [Extra, ...Extra[]];
  readonly example: unknown;
  readonly errors?: readonly ErrorCode[];
  readonly find: (call: Call<z.output<Path>>, include: ReadonlySet<Extra>) => Promise<object>;
}

/** One thing at its own address, whole or trimmed by `fields`. */
export function itemEndpoint<Path extends z.ZodObject, Extra extends string = never>(
  spec: ItemSpec<Path, Extra>,
): Endpoint {
  const { item, extras, find, example, errors = [], ...rest } = spec;
  return endpoint({
    ...rest,
    method: 'GET',
    query: zod.strictObject({
      fields: fieldsParameter(item),
      ...(extras === undefined
        ? {}
        : { include: choicesParameter(extras, 'What to add, separated by commas.').optional() }),
    }),
    answers: [{ status: 200, description: 'It.', schema: item, mediaType: 'application/json', example }],
    errors: ['not-found', ...errors],
    handle: async (call) => {
      const { fields, include } = call.query as { fields?: string[]; include?: string[] };
      const named = [...(include ?? []), ...(fields ?? [])].map((name) => name.split('.', 1)[0] as Extra);
      const found = await find(call as Call<z.output<Path>>, new Set(named));
      return fields === undefined ? found : trimFields(found, selectFields(fields));
    },
  });
}
