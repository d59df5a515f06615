import { OnrecordError } from '../domain/errors.ts';

/** Seconds after which a cause that goes away by itself is gone: a lock is, a full disk is not. */
const soon = 5;
/** How often it is tried again: for a minute and more, since each time waits for the lock, too. */
const mostAttempts = 12;

/** Writes as often as it takes where another process is writing all the time. */
export function patiently<Given extends readonly unknown[], Result>(
  write: (...given: Given) => Promise<Result>,
): (...given: Given) => Promise<Result> {
  return async (...given) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await write(...given);
      } catch (error) {
        const retryAfter = error instanceof OnrecordError ? (error.retryAfter ?? soon + 1) : soon + 1;
        if (retryAfter > soon || attempt === mostAttempts) throw error;
        await new Promise((resolve) => setTimeout(resolve, 1000 * retryAfter));
      }
    }
  };
}
