import { setTimeout as wait } from 'node:timers/promises';
import { OnrecordError } from '../domain/errors.ts';

/** How long somebody waits for a store that cannot be written. */
export interface Patience {
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Milliseconds, at most. */
  readonly longest: number;
  /** Seconds within which the cause has to be gone by itself for it to be waited for: a lock is, a full disk is not. */
  readonly soon: number;
  /** Told once, when the waiting begins. */
  onWait(reason: OnrecordError): void;
}

/** For whoever can be told to come again: while another process is writing all the time, they wait. */
export const briefPatience: Patience = {
  signal: new AbortController().signal,
  longest: 60_000,
  soon: 5,
  onWait: () => {},
};

/** Milliseconds: room on a disk is made by somebody who comes to look. */
const longestPause = 10_000;

/**
 * Does what the store must be written for, again and again until it can be: a disk is full, another process writes. What
 * comes meanwhile waits where it is. Rejects when the waiting takes too long, and when it is stopped.
 */
export async function untilStored<Result>(
  work: () => Promise<Result>,
  { signal, longest, soon, onWait }: Patience,
): Promise<Result> {
  const started = performance.now();
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const isPassing =
        error instanceof OnrecordError && error.code === 'unavailable' && (error.retryAfter ?? 1) <= soon;
      if (!isPassing || performance.now() - started >= longest) throw error;
      if (attempt === 0) onWait(error);
      await wait(Math.min(1000 * (error.retryAfter ?? 1), longestPause), null, { signal });
    }
  }
}
