import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onrecordCommand } from '../support/command.ts';

/** `onrecord …` as a process of its own; `wrapper`: a command that runs it. */
export function spawnOnrecord(words: readonly string[], wrapper: readonly string[] = []): ChildProcess {
  const [file, ...args] = [...wrapper, ...onrecordCommand, ...words];
  return spawn(file!, args, {
    env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'silent' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** A server as a process of its own. */
export interface Service {
  readonly child: ChildProcess;
  readonly address: string;
  post(article: object): Promise<Response>;
  get(path: string): Promise<Response>;
  stop(): Promise<void>;
}

/** Rejects with what it said where it does not start. */
export async function startService(database: string, wrapper: readonly string[] = []): Promise<Service> {
  const child = spawnOnrecord(['serve', '--port', '0', '--database', database], wrapper);
  child.stdout!.resume();
  const address = await findAddress(child);
  return {
    child,
    address,
    post: (article) =>
      fetch(`${address}/v1/articles`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(article),
      }),
    get: (path) => fetch(address + path),
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function findAddress(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const line of createInterface({ input: child.stderr! })) {
    said += `${line}\n`;
    const address = /listens at (\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stderr!.resume();
    return address;
  }
  throw new Error(`The server did not start: ${said}`);
}
