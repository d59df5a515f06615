import { type InputFault, OnrecordError } from '../../domain/errors.ts';
import { sqliteCode } from './driver.ts';

/**
 * What a client is told when SQLite cannot do its work: `unavailable`, with what a person can do about it. Every other
 * error is passed on as it is.
 */
export function translateError(error: unknown, file: string): unknown {
  const row = findCondition(error);
  if (row === undefined) return error;
  const translated = new OnrecordError('unavailable', row.detail(file), { retryAfter: row.retryAfter });
  translated.cause = error;
  return translated;
}

/** Whether an error tells of the store as a whole, and not of what was to be written. */
export function isStoreFault(error: unknown): boolean {
  return findCondition(error) !== undefined;
}

/** Whether another process holds the lock, which is gone in a moment. */
export function isLocked(error: unknown): boolean {
  return lockedPattern.test(sqliteCode(error) ?? '');
}

const lockedPattern = /^SQLITE_(BUSY|LOCKED)/;

function findCondition(error: unknown): Condition | undefined {
  const code = sqliteCode(error);
  return conditions.find(({ pattern }) => code !== null && pattern.test(code));
}

interface Condition {
  readonly pattern: RegExp;
  readonly detail: (file: string) => string;
  /** Seconds: a lock is gone in a moment, a full disk when somebody has made room. */
  readonly retryAfter: number;
}

const conditions: readonly Condition[] = [
  {
    pattern: lockedPattern,
    detail: () => 'Another process is writing to the database. Try again in a moment.',
    retryAfter: 1,
  },
  {
    pattern: /^SQLITE_FULL/,
    detail: (file) =>
      `The disk that holds the database ${file} is full. Reading goes on; make room to write.`,
    retryAfter: 60,
  },
  {
    pattern: /^SQLITE_READONLY_DBMOVED/,
    detail: (file) =>
      `The database ${file} was deleted or replaced while it was in use. Nothing is written to what is left of it: start ` +
      'the server again.',
    retryAfter: 60,
  },
  {
    pattern: /^SQLITE_READONLY/,
    detail: (file) =>
      `The database ${file} cannot be written: check the permissions of the file and its folder.`,
    retryAfter: 60,
  },
  {
    pattern: /^SQLITE_(IOERR|CANTOPEN|NOMEM)/,
    detail: (file) =>
      `The database ${file} cannot be reached: check the disk, its mount and its permissions.`,
    retryAfter: 30,
  },
  {
    pattern: /^SQLITE_(CORRUPT|NOTADB)/,
    detail: (file) => `The database ${file} is damaged. Restore it from a backup.`,
    retryAfter: 600,
  },
];

/** Refuses what a body asks for, where something is at fault; `detail` of each is a sentence of its own. */
export function refuseFaults(faults: readonly InputFault[]): void {
  if (faults.length === 0) return;
  throw new OnrecordError('invalid-body', `${faults.map(({ detail }) => detail).join('; ')}.`, { faults });
}
