import type { z } from 'zod';
import { type InputFault, OnrecordError } from '../../domain/errors.ts';
import { parameterStyles } from '../schemas/parameters.ts';

type RawParameters = Readonly<Record<string, unknown>>;

/**
 * Reads the parameters of an address by their schemas. All faults are found at once; each names its parameter and the
 * remedy. `address` is the request's, as it came.
 */
export function parseParameters<Path extends z.ZodObject, Query extends z.ZodObject>(
  schemas: { readonly path: Path; readonly query: Query },
  raw: { readonly path: RawParameters; readonly query: RawParameters; readonly address: string },
): { path: z.output<Path>; query: z.output<Query> } {
  refuseUndecodable(raw.address);
  const { known, faults: shapeFaults, unknown } = sortOut(schemas.query, raw.query);
  const path = schemas.path.safeParse(raw.path);
  const query = schemas.query.safeParse(known);
  const faults = [...shapeFaults, ...valueFaults(path.error), ...valueFaults(query.error)].filter(
    (fault, i, all) => all.findIndex((other) => other.parameter === fault.parameter) === i,
  );
  if (!path.success || !query.success || faults.length > 0) {
    throw new OnrecordError(
      unknown ? 'unknown-parameter' : 'invalid-parameter',
      `${faults.map(({ parameter, detail }) => `${parameter} ${detail}`).join('; ')}.`,
      { faults },
    );
  }
  return { path: path.data, query: query.data };
}

type ParameterFault = Extract<InputFault, { parameter: string }>;

/** Sets apart what is not known here or given too often, and makes lists of what may be repeated. */
function sortOut(schema: z.ZodObject, raw: RawParameters) {
  const known: Record<string, unknown> = {};
  const faults: ParameterFault[] = [];
  let unknown = false;
  for (const [parameter, value] of Object.entries(raw)) {
    const one = Object.hasOwn(schema.shape, parameter) ? schema.shape[parameter] : undefined;
    if (one === undefined) {
      unknown = true;
      faults.push({ parameter: clip(parameter), detail: `is not known here: known are ${namesOf(schema)}` });
    } else if (isRepeatable(one)) {
      known[parameter] = Array.isArray(value) ? value : [value];
    } else if (Array.isArray(value)) {
      faults.push({ parameter, detail: `is given ${value.length} times: give it once` });
    } else {
      known[parameter] = value;
    }
  }
  return { known, faults, unknown };
}

export function isRepeatable(schema: z.core.$ZodType): boolean {
  if (parameterStyles.has(schema as z.ZodType)) return true;
  const inner = (schema as z.ZodOptional)._zod.def.innerType;
  return inner !== undefined && isRepeatable(inner);
}

function valueFaults(error: z.ZodError | undefined): ParameterFault[] {
  return (error?.issues ?? []).map((issue) => ({
    parameter: String(issue.path[0] ?? 'query'),
    detail: issue.code === 'invalid_type' ? 'is missing' : issue.message,
  }));
}

function namesOf(schema: z.ZodObject): string {
  const names = Object.keys(schema.shape);
  return names.length === 0 ? 'none' : names.join(', ');
}

/** Fastify leaves percent-encodings that do not decode as they are; here they are refused. */
function refuseUndecodable(address: string): void {
  if (!address.includes('%')) return;
  for (const pair of address.slice(address.indexOf('?') + 1).split('&')) {
    try {
      decodeURIComponent(pair);
    } catch {
      const parameter = clip(pair.split('=', 1)[0]!);
      const detail = 'is not valid percent-encoded UTF-8: write a percent sign as %25';
      throw new OnrecordError('invalid-parameter', `${parameter} ${detail}.`, {
        faults: [{ parameter, detail }],
      });
    }
  }
}

function clip(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
