import { exitCodes } from './exit.ts';
import { note } from './output.ts';

/** Aborted by the first SIGINT or SIGTERM, for what is under way to be finished; the second ends the process at once. */
export function stopOnSignals(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.failed);
    note('Stopping: what is under way is finished first. Once more to stop at once.');
    controller.abort();
  };
  const names = ['SIGINT', 'SIGTERM'] as const;
  for (const name of names) process.on(name, onSignal);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of names) process.off(name, onSignal);
    },
  };
}
