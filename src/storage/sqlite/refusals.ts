import { OnrecordError } from '../../domain/errors.ts';

/** An OnrecordError on its way from one thread to another, where it would lose its class. */
export interface Refusal extends Pick<OnrecordError, 'code' | 'message' | 'faults' | 'retryAfter'> {
  readonly extensions: Record<string, unknown>;
}

export function copyRefusal({ code, message, faults, retryAfter, extensions }: OnrecordError): Refusal {
  return { code, message, faults, retryAfter, extensions: { ...extensions } };
}

export function readRefusal({ code, message, faults, retryAfter, extensions }: Refusal): OnrecordError {
  return new OnrecordError(code, message, {
    faults,
    extensions,
    ...(retryAfter === null ? {} : { retryAfter }),
  });
}
