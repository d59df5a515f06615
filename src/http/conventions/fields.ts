import { z } from 'zod';
import { OnrecordError } from '../../domain/errors.ts';
import type { Format } from '../representations/formats.ts';
import { inlineJsonSchema, type JsonSchema } from '../schemas/json-schema.ts';

/** The parameter `fields` of an answer whose items are of this schema: members to keep, with dots into what they hold. */
export function fieldsParameter(item: z.ZodType) {
  const schema = inlineJsonSchema(item);
  const known = new Set(fieldPaths(schema, ''));
  const top = Object.keys(schema.properties ?? {}).join(', ');
  const field = z.string().refine((path) => known.has(path), {
    error: (issue) => `names an unknown field "${issue.input}": known are ${top}`,
  });
  return z
    .string()
    .max(2000, 'is longer than 2000 characters')
    .transform((value) => value.split(','))
    .pipe(z.array(field))
    .describe('Only these fields of each item, separated by commas; dots lead inside: `id,speaker.name`.')
    .optional();
}

/** Formats that others made have fields of their own. Throws `invalid-parameter` where these are to be trimmed. */
export function refuseFieldsIn(format: Format): never {
  const detail = `does not trim ${format}: leave it out`;
  throw new OnrecordError('invalid-parameter', `fields ${detail}.`, {
    faults: [{ parameter: 'fields', detail }],
  });
}

/** Trims each of these items; undefined: they stay whole. */
export function trimItems(
  items: readonly object[],
  fields: readonly string[] | undefined,
): readonly object[] {
  return fields === undefined ? items : (trimFields(items, selectFields(fields)) as readonly object[]);
}

/** What to keep of a value: all of it, or some members. */
export type Selection = ReadonlyMap<string, Selection> | 'all';

/** Reads `a,b.c`. A member that is named whole stays whole, also where a part of it is named too. */
export function selectFields(paths: readonly string[]): Selection {
  const innerPaths = new Map<string, string[]>();
  for (const path of paths) {
    const name = path.split('.', 1)[0]!;
    const inner = innerPaths.get(name) ?? [];
    innerPaths.set(name, [...inner, path.slice(name.length + 1)]);
  }
  return new Map(
    [...innerPaths].map(([name, inner]) => [name, inner.includes('') ? 'all' : selectFields(inner)]),
  );
}

/** Trims a value, and every item of an array. */
export function trimFields(value: unknown, selection: Selection): unknown {
  if (selection === 'all' || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => trimFields(item, selection));
  const kept: Record<string, unknown> = {};
  for (const [name, inner] of selection) {
    const member = (value as Record<string, unknown>)[name];
    if (member !== undefined) kept[name] = trimFields(member, inner);
  }
  return kept;
}

function fieldPaths(schema: JsonSchema, prefix: string): string[] {
  const { properties, items, anyOf } = schema;
  return [
    ...Object.entries(properties ?? {}).flatMap(([name, member]) => [
      prefix + name,
      ...fieldPaths(member, `${prefix}${name}.`),
    ]),
    ...(items === undefined ? [] : fieldPaths(items, prefix)),
    ...(anyOf ?? []).flatMap((choice) => fieldPaths(choice, prefix)),
  ];
}
