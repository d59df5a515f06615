import { OnrecordError } from '../../domain/errors.ts';

/** Parses JSON without throwing. */
export function parseJson(text: string): { readonly value: unknown } | { readonly fault: OnrecordError } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { fault: new OnrecordError('invalid-body', `This is not valid JSON: ${reason}.`) };
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
