import { z } from 'zod';
import { entityTypes } from '../../domain/entity.ts';
import { isDay } from '../../domain/publication-time.ts';
import { quoteKinds } from '../../domain/quote.ts';

/**
 * Query parameters: zod schemas from the text of the address to a value. Their output is what OpenAPI shows. Arrays
 * are comma-separated, unless they are registered as repeatable.
 */
export const parameterStyles = z.registry<{ readonly repeatable: true }>();

const longestText = 1000;

/** Free text: words, a name, an address. */
export function textParameter(description: string) {
  return z
    .string()
    .max(longestText, `is longer than ${longestText} characters: shorten it`)
    .refine((value) => value.trim() !== '', 'is empty: give it a value, or leave it out')
    .refine((value) => !hasControlCharacter(value), 'holds a control character: take it out')
    .describe(description);
}

/** May be given several times: any of them matches. */
export function repeatableParameter(description: string) {
  return z
    .array(textParameter(description))
    .max(100, 'is given more than 100 times')
    .describe(description)
    .register(parameterStyles, { repeatable: true });
}

export function choiceParameter<const T extends readonly [string, ...string[]]>(
  choices: T,
  description: string,
) {
  return z.enum(choices, { error: `must be one of ${choices.join(', ')}` }).describe(description);
}

/** Several of a few words, separated by commas. */
export function choicesParameter<const T extends readonly [string, ...string[]]>(
  choices: T,
  description: string,
) {
  const choice = z.enum(choices, {
    error: (issue) => `"${issue.input}" is not one of ${choices.join(', ')}`,
  });
  return z
    .string()
    .transform((value) => [...new Set(value.split(','))])
    .pipe(z.array(choice))
    .describe(description);
}

export function flagParameter(description: string) {
  return z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .transform((value) => value === 'true')
    .pipe(z.boolean())
    .describe(description);
}

function dayParameter(description: string) {
  return z
    .string()
    .refine(isDay, 'must be a day that exists, written YYYY-MM-DD')
    .describe(description)
    .meta({ format: 'date' });
}

export function wholeNumberParameter(least: number, most: number, description: string) {
  const message = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error: message, abort: true })
    .transform(Number)
    .pipe(z.int().min(least, message).max(most, message))
    .describe(description);
}

/** A place in a sequence of any length. */
export function sequenceParameter(description: string) {
  const message = 'must be a whole number from 0';
  return z
    .string()
    .regex(/^\d{1,15}$/, { error: message, abort: true })
    .transform(Number)
    .pipe(z.int().min(0))
    .describe(description);
}

export function probabilityParameter(description: string) {
  const message = 'must be a number from 0 to 1';
  return z
    .string()
    .regex(/^\d(\.\d{1,20})?$/, { error: message, abort: true })
    .transform(Number)
    .pipe(z.number().min(0, message).max(1, message))
    .describe(description);
}

export const period = {
  from: dayParameter('Published on this day or later (UTC).').optional(),
  to: dayParameter('Published on this day or before (UTC).').optional(),
};

export const typeParameter = choiceParameter(entityTypes, 'What kind of thing it is.').optional();
export const kindParameter = choicesParameter(
  quoteKinds,
  'Any of these kinds, separated by commas.',
).optional();

/** Filters that are right one by one, and cannot be meant together. */
export function refuseContradictions(
  filters: {
    from?: string | undefined;
    to?: string | undefined;
    sort?: string | undefined;
    q?: string | undefined;
    phrase?: string | undefined;
  },
  context: z.RefinementCtx,
): void {
  const { from, to, sort, q, phrase } = filters;
  const refuse = (parameter: string, message: string) =>
    context.addIssue({ code: 'custom', path: [parameter], message });
  if (from !== undefined && to !== undefined && from > to) refuse('from', 'is after "to": swap them');
  if (sort === 'relevance' && q === undefined && phrase === undefined) {
    refuse('sort', 'is by relevance, and there are no words to be relevant to: add q, or sort otherwise');
  }
}

function hasControlCharacter(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code < 0x20 ? code !== 0x09 && code !== 0x0a && code !== 0x0d : code === 0x7f) return true;
  }
  return false;
}
