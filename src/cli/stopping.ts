import { stopBySignals } from '../signals.ts';
import { note } from './output.ts';

/** Aborted by the first SIGINT or SIGTERM, for what is under way to be finished; the second ends the process at once. */
export function stopOnSignals(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  return { signal: controller.signal, release: stopBySignals(() => controller.abort(), note) };
}
