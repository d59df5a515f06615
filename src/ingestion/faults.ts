import { faultOf, OnrecordError } from '../domain/errors.ts';

/** Why a file could not be read, for a person. */
export function explainFault(error: unknown): OnrecordError {
  if (error instanceof OnrecordError) return error;
  const { code, message, path } = error as NodeJS.ErrnoException;
  const unavailable = (reason: string) => new OnrecordError('unavailable', reason);
  switch (code) {
    case 'ENOENT':
      return new OnrecordError('not-found', `There is no file ${path}.`);
    case 'EACCES':
    case 'EPERM':
      return unavailable('It may not be read; check its permissions.');
    case 'EISDIR':
      return unavailable('It is a folder that cannot be listed, or became one while it was read.');
    case undefined:
      return faultOf(error);
    default:
      return unavailable(`It cannot be read: ${message}.`);
  }
}
