import { setTimeout as wait } from 'node:timers/promises';
import { OnrecordError } from '../../domain/errors.ts';

/** Has work for one host done one after the other, with a pause between. */
export interface Turns {
  /**
   * `pause`: milliseconds behind this work, where they are more than usual. Rejects with `unavailable` where the host is to be
   * left alone.
   */
  take<Result>(host: string, work: () => Promise<Result>, pause?: number): Promise<Result>;
  /** Leaves a host alone for so many milliseconds, as it has asked. */
  rest(host: string, duration: number): void;
}

/** `usual`: milliseconds. When it is aborted, nobody is made to wait any more. */
export function createTurns(usual: number, signal: AbortSignal): Turns {
  const lasts = new Map<string, Promise<void>>();
  const rests = new Map<string, number>();

  function checkRest(host: string): void {
    const left = (rests.get(host) ?? 0) - performance.now();
    if (left <= 0) rests.delete(host);
    else {
      const seconds = Math.ceil(left / 1000);
      throw new OnrecordError('unavailable', `${host} asks to be left alone for another ${seconds} s.`);
    }
  }

  return {
    take(host, work, pause = 0) {
      let isDone = false;
      const turn = (lasts.get(host) ?? Promise.resolve()).then(() => {
        signal.throwIfAborted();
        checkRest(host);
        isDone = true;
        return work();
      });
      const last = turn
        .then(
          () => {},
          () => {},
        )
        // Behind what was not asked, nobody needs to wait.
        .then(() => (isDone ? wait(Math.max(usual, pause), undefined, { signal }) : undefined))
        .catch(() => {})
        .then(() => {
          if (lasts.get(host) === last) lasts.delete(host);
        });
      lasts.set(host, last);
      return turn;
    },
    rest(host, duration) {
      rests.set(host, performance.now() + duration);
    },
  };
}
