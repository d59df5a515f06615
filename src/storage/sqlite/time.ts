import type { Connection } from './connection.ts';

/** The time, or that of the latest change where the clock was set back since: what comes later is never dated earlier. */
export function findTime(connection: Connection): string {
  const now = new Date().toISOString();
  const latest = connection.get<{ at: string }>('select at from changes order by sequence desc limit 1')?.at;
  return latest !== undefined && latest > now ? latest : now;
}
