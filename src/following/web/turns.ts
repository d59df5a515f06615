import { setTimeout as wait } from 'node:timers/promises';

/** Has work for one host done one after the other, with a pause between. */
export interface Turns {
  /** `pause`: milliseconds behind this work, where they are more than usual. */
  take<Result>(host: string, work: () => Promise<Result>, pause?: number): Promise<Result>;
}

/** `usual`: milliseconds. When it is aborted, nobody is made to wait any more. */
export function createTurns(usual: number, signal: AbortSignal): Turns {
  const lasts = new Map<string, Promise<void>>();
  return {
    take(host, work, pause = 0) {
      const turn = (lasts.get(host) ?? Promise.resolve()).then(() => {
        signal.throwIfAborted();
        return work();
      });
      const last = turn
        .then(
          () => {},
          () => {},
        )
        .then(() => wait(Math.max(usual, pause), undefined, { signal }))
        .catch(() => {})
        .then(() => {
          if (lasts.get(host) === last) lasts.delete(host);
        });
      lasts.set(host, last);
      return turn;
    },
  };
}
