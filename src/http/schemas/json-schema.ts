import { z } from 'zod';

/** As much of JSON Schema as zod emits for our schemas. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly [keyword: string]: unknown;
}

/** A zod schema as JSON Schema, with nothing left to be looked up elsewhere. Ours are not recursive. */
export function inlineJsonSchema(schema: z.ZodType): JsonSchema {
  const { $defs = {}, ...root } = z.toJSONSchema(schema, { io: 'input' });
  return inline(root as JsonSchema, $defs as Record<string, JsonSchema>);
}

function inline(schema: JsonSchema, definitions: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const { $ref, ...rest } = schema;
  if (typeof $ref === 'string') {
    const target = definitions[$ref.slice($ref.lastIndexOf('/') + 1)];
    if (target === undefined) throw new Error(`${$ref} leads nowhere`);
    return inline({ ...target, ...rest }, definitions);
  }
  return mapSubschemas(schema, (subschema) => inline(subschema, definitions));
}

/**
 * What fast-json-stringify needs of a schema, and no more: nothing is required, because `fields` leaves members out;
 * formats and patterns would cost time, and are the tests' business.
 */
export function serializerSchema(schema: z.ZodType): JsonSchema {
  return reduce(inlineJsonSchema(schema));
}

function reduce(schema: JsonSchema): JsonSchema {
  const { type, properties, items, additionalProperties, anyOf } = schema;
  if (anyOf !== undefined) {
    const [only, ...others] = anyOf.filter((choice) => choice.type !== 'null');
    if (only === undefined || others.length > 0)
      throw new Error('Only "or null" is serialised, no other choice');
    return { ...reduce(only), nullable: true };
  }
  const types = typeof type === 'string' ? [type] : (type ?? []);
  const reduced = mapSubschemas(
    {
      type: types.find((name) => name !== 'null') ?? 'null',
      ...(properties === undefined ? {} : { properties }),
      ...(items === undefined ? {} : { items }),
      ...(typeof additionalProperties === 'object' ? { additionalProperties } : {}),
    },
    reduce,
  );
  return types.length > 1 ? { ...reduced, nullable: true } : reduced;
}

function mapSubschemas(schema: JsonSchema, map: (subschema: JsonSchema) => JsonSchema): JsonSchema {
  const { properties, items, additionalProperties, anyOf } = schema;
  return {
    ...schema,
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, value]) => [name, map(value)]),
          ),
        }),
    ...(items === undefined ? {} : { items: map(items) }),
    ...(typeof additionalProperties === 'object' ? { additionalProperties: map(additionalProperties) } : {}),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map(map) }),
  };
}
