/** Milliseconds within which one Ctrl-C may come twice: from the terminal, and passed on by npx, npm or timeout. */
const echo = 500;

/**
 * Has the first SIGINT or SIGTERM stop what the process does, and a second one end the process at once. Answers with how to
 * leave signals alone again.
 */
export function stopBySignals(stop: () => void, say: (line: string) => void): () => void {
  let first: number | null = null;
  const onSignal = (): void => {
    if (first === null) {
      first = performance.now();
      say('Stopping: what is under way is finished first. Once more to stop at once.');
      stop();
    } else if (performance.now() - first > echo) process.exit(1);
  };
  const names = ['SIGINT', 'SIGTERM'] as const;
  for (const name of names) process.on(name, onSignal);
  return () => {
    for (const name of names) process.off(name, onSignal);
  };
}
