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

/** Many endpoints answer with the same schemas, and the service should start fast. */
const inlined = new WeakMap<z.ZodType, JsonSchema>();

/** A zod schema as JSON Schema, with nothing left to be looked up elsewhere. Ours are not recursive. */
export function inlineJsonSchema(schema: z.ZodType): JsonSchema {
  const known = inlined.get(schema) ?? makeInlined(schema);
  inlined.set(schema, known);
  return known;
}

function makeInlined(schema: z.ZodType): JsonSchema {
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
