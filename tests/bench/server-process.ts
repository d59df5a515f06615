import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

export interface ServerAddresses {
  readonly ours: string;
  /** Bare routes in a Fastify without any hook, and in a server without Fastify. */
  readonly plainFastify: string;
  readonly plainNode: string;
}

export interface ServerUsage {
  /** Microseconds. */
  readonly cpu: number;
  /** Bytes. */
  readonly resident: number;
}

export interface ServerProcess extends ServerAddresses {
  usage(): Promise<ServerUsage>;
  /** What the bare routes send from now on. */
  setBodies(bodies: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Serves a store from a process of its own; `pinned`: on the first core alone, while this process keeps to the second. */
export async function startServerProcess(
  database: string,
  { pinned }: { pinned: boolean },
): Promise<ServerProcess> {
  pin(pinned);
  const command = [process.execPath, fileURLToPath(new URL('./server.mjs', import.meta.url)), database];
  const [file, ...args] = pinned && canPin ? ['taskset', '-c', '0', ...command] : command;
  // Its log goes to /dev/null.
  const child = spawn(file!, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The server has ended.')));
  ended.catch(() => {});
  const hear = async <Reply>(): Promise<Reply> => {
    const [reply] = await Promise.race([once(child, 'message'), ended]);
    return reply as Reply;
  };
  const addresses = await hear<ServerAddresses>();
  return {
    ...addresses,
    usage: () => {
      child.send('usage');
      return hear<ServerUsage>();
    },
    setBodies: (bodies) => {
      child.send({ bodies });
      return hear<void>();
    },
    stop: async () => {
      child.send('stop');
      await ended.catch(() => {});
      pin(false);
    },
  };
}

const cores = availableParallelism();
/** Without `taskset`, or on one core, the operating system places both. */
export const canPin = cores > 1 && hasTaskset();

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function pin(toSecond: boolean): void {
  if (!canPin) return;
  const list = toSecond ? '1' : `0-${cores - 1}`;
  execFileSync('taskset', ['-a', '-c', '-p', list, String(process.pid)], { stdio: 'ignore' });
}
