import { OnrecordError } from '../../domain/errors.ts';
import { PrivateAddressError } from './public-addresses.ts';

/** That something could not be had, and why. */
export function failure(detail: string): OnrecordError {
  return new OnrecordError('unavailable', detail);
}

/** Why there is no answer, for a person; where it was stopped, what stopped it. */
export function explainFailure(error: unknown, stopped: AbortSignal): unknown {
  if (stopped.aborted) return stopped.reason;
  if (error instanceof OnrecordError) return error;
  if (error instanceof PrivateAddressError) {
    const refusal = failure(error.message);
    refusal.cause = error;
    return refusal;
  }
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Readonly<Record<string, string>> = {
    ENOTFOUND: 'There is no host of that name.',
    EAI_AGAIN: 'The name of the host cannot be looked up now.',
    ECONNREFUSED: 'The host refuses connections.',
    ECONNRESET: 'The connection broke off before the answer had come.',
    Z_BUF_ERROR: 'The connection broke off before the answer had come.',
  };
  if (/^Z_DATA_ERROR|ERROR_FORMAT/.test(code ?? ''))
    return failure('The answer is not compressed as it says.');
  return failure(reasons[code ?? ''] ?? `It cannot be reached: ${message}.`);
}

/** Whether nobody was asked, since it is not allowed here. */
export function isRefusal(error: OnrecordError): boolean {
  return error.cause instanceof PrivateAddressError;
}
