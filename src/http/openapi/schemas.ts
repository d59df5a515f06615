import { z } from 'zod';
// The schemas that no endpoint answers with by name register themselves when they are loaded.
import '../schemas/article-input.ts';
import '../schemas/problem.ts';

export type Json = Record<string, unknown>;

/** Every schema that has an id, under that id. */
export function describeSchemas(): Json {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    io: 'input',
    uri: componentAddress,
    override: tidy,
  });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { $schema, $id, ...schema }]) => [id, schema]),
  );
}

/** A reference where the schema has an id, otherwise the schema, with references to those inside that have one. */
export function componentSchema(schema: z.ZodType): Json {
  const id = z.globalRegistry.get(schema)?.id;
  if (typeof id === 'string') return { $ref: componentAddress(id) };
  const { $schema, $defs, ...rest } = z.toJSONSchema(schema, { io: 'input', override: tidy }) as Json;
  return JSON.parse(JSON.stringify(rest).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}

function componentAddress(id: string): string {
  return `#/components/schemas/${id}`;
}

/** The largest safe integer is no limit that anybody must know of. */
function tidy({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
}
