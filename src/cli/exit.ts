/** What scripts can rely on. */
export const exitCodes = {
  ok: 0,
  /** Something failed: an input could not be read, a score lies below its floor, the database cannot be opened. */
  failed: 1,
  /** The command itself was wrong, and nothing was done. */
  usage: 2,
  /** It was interrupted, and what it had begun is finished; as shells tell of SIGINT. */
  interrupted: 130,
} as const;

/** The command was given something that it cannot take; the message names the remedy. */
export class UsageError extends Error {}

/** Makes the code that a command's action resolves to that of the process. */
export function exitWith<Arguments extends readonly unknown[]>(
  action: (...given: Arguments) => Promise<number>,
): (...given: Arguments) => Promise<void> {
  return async (...given) => {
    process.exitCode = await action(...given);
  };
}
