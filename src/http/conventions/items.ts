import { z } from 'zod';
import type { ErrorCode } from '../../domain/errors.ts';
import { type Call, type Endpoint, endpoint } from '../endpoint.ts';
import { chooseFormat, type Format, formatMediaTypes, originOf } from '../representations/formats.ts';
import { choiceParameter, choicesParameter } from '../schemas/parameters.ts';
import { fieldsParameter, refuseFieldsIn, selectFields, trimFields } from './fields.ts';
import { answerVersion, createVersionTag } from './versioned.ts';

interface ItemSpec<Path extends z.ZodObject, Extra extends string>
  extends Pick<Endpoint, 'path' | 'operationId' | 'tag' | 'summary'> {
  readonly description?: string;
  readonly pathParameters: Path;
  readonly followsMerges?: boolean;
  readonly item: z.ZodType;
  readonly extras?: readonly [Extra, ...Extra[]];
  readonly example: unknown;
  readonly errors?: readonly ErrorCode[];
  /** How it is written in formats other than JSON, whole; `origin` is the address of this server. */
  readonly forms?: Partial<Record<Exclude<Format, 'json'>, (found: never, origin: string) => object>>;
  readonly find: (call: Call<z.output<Path>>, include: ReadonlySet<Extra>) => Promise<object>;
  /** Where the version of it can be told without finding it: answers are then kept ready, and 304 costs next to nothing. */
  readonly findVersion?: (call: Call<z.output<Path>>) => Promise<number>;
}

/** One thing at its own address, whole or trimmed by `fields`. */
export function itemEndpoint<Path extends z.ZodObject, Extra extends string = never>(
  spec: ItemSpec<Path, Extra>,
): Endpoint {
  const { item, extras, forms = {}, find, findVersion, example, errors = [], ...rest } = spec;
  const others = Object.keys(forms) as Exclude<Format, 'json'>[];
  const formats = ['json', ...others] as const;
  const tagOf = createVersionTag(item);
  return endpoint({
    ...rest,
    method: 'GET',
    query: z.strictObject({
      fields: fieldsParameter(item),
      ...(others.length === 0
        ? {}
        : { format: choiceParameter(formats, 'In place of `Accept`, for browsers.').optional() }),
      ...(extras === undefined
        ? {}
        : { include: choicesParameter(extras, 'What to add, separated by commas.').optional() }),
    }),
    answers: [
      {
        status: 200,
        description: 'It.',
        schema: item,
        mediaType: 'application/json',
        alternatives: others,
        example,
      },
    ],
    errors: ['not-found', ...errors],
    handle: async (call) => {
      const asked = call as Call<z.output<Path>>;
      const { fields, include, format: wanted } = call.query as ItemParameters;
      const format = chooseFormat(call.request, formats, wanted);
      const form = format === 'json' ? undefined : forms[format];
      if (form !== undefined) {
        if (fields !== undefined) refuseFieldsIn(format);
        const shown = form((await find(asked, new Set())) as never, originOf(call.request));
        call.reply.type(`${formatMediaTypes[format]}; charset=utf-8`);
        return call.reply.send(JSON.stringify(shown));
      }
      const make = async () => {
        const named = [...(include ?? []), ...(fields ?? [])].map((name) => name.split('.', 1)[0] as Extra);
        const found = await find(asked, new Set(named));
        return fields === undefined ? found : (trimFields(found, selectFields(fields)) as object);
      };
      if (findVersion === undefined) return make();
      const version = await findVersion(asked);
      return answerVersion(call, { version, etag: tagOf(version) }, make);
    },
  });
}

interface ItemParameters {
  readonly fields?: readonly string[];
  readonly include?: readonly string[];
  readonly format?: Format;
}
