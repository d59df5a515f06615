import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../src/cli/index.ts', import.meta.url));
const loader = import.meta.resolve('tsx');

export interface RunOptions {
  readonly input?: string;
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** As `onrecord … | head -0` does. */
  readonly closeOutputAtOnce?: boolean;
}

export interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `onrecord` from the sources as a process of its own, with nothing of ours in its environment. */
export function onrecord(words: readonly string[], options: RunOptions = {}): Promise<Result> {
  const child = spawn(process.execPath, ['--import', loader, command, ...words], {
    cwd: options.folder ?? '.',
    env: { PATH: process.env['PATH'] ?? '', ...options.environment },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  if (options.closeOutputAtOnce === true) child.stdout.destroy();
  // A command that has ended does not read what is left of its input.
  child.stdin.on('error', () => {}).end(options.input ?? '');
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
