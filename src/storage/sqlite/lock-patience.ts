import { setTimeout as wait } from 'node:timers/promises';
import { isLocked } from './errors.ts';

/** Milliseconds between two attempts, the first ones closer together, as SQLite's own are. */
const pauses = [1, 2, 5, 10, 15, 20, 25];

/** Milliseconds after which a lock that nobody has met since is taken for another one. */
const longestUnseen = 1000;

/**
 * Does work as soon as no other process holds the lock that it takes, and leaves the event loop free until then, which
 * SQLite would not. Rejects with SQLite's own error where the lock has been held for `patience` milliseconds: also for
 * whoever comes then, so that those who wait one behind the other do not wait that long each.
 */
export function createLockPatience(patience: number): <Result>(work: () => Result) => Promise<Result> {
  let lockedSince = 0;
  let lastSeen = Number.NEGATIVE_INFINITY;
  return async (work) => {
    for (let attempt = 0; ; attempt++) {
      try {
        const result = work();
        lastSeen = Number.NEGATIVE_INFINITY;
        return result;
      } catch (error) {
        if (!isLocked(error)) throw error;
        const now = performance.now();
        if (now - lastSeen > longestUnseen) lockedSince = now;
        lastSeen = now;
        if (now - lockedSince >= patience) throw error;
      }
      await wait(pauses[attempt] ?? pauses.at(-1)!);
    }
  };
}
