import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { onrecordCommand } from '../support/command.ts';

export interface RunOptions {
  readonly input?: string;
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** As `onrecord … | head -0` does. */
  readonly closeOutputAtOnce?: boolean;
  /** A command that runs it. */
  readonly wrapper?: readonly string[];
  /** Whether more input comes while it runs. */
  readonly keepInputOpen?: boolean;
}

export interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command that runs, and what it has said so far. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly said: { readonly out: string; readonly err: string };
  readonly ended: Promise<Result>;
}

/** Runs a command with no right but those of files: whoever is root may read and write all of them otherwise. */
export const withFileRights: readonly string[] =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] : [];

/** Runs `onrecord` as a process of its own, with nothing of ours in its environment. */
export function onrecord(words: readonly string[], options: RunOptions = {}): Promise<Result> {
  return startOnrecord(words, options).ended;
}

/** As {@link onrecord}, for commands that run until they are stopped. */
export function startOnrecord(words: readonly string[], options: RunOptions = {}): Running {
  const [file, ...args] = [...(options.wrapper ?? []), ...onrecordCommand, ...words];
  const child = spawn(file!, args, {
    cwd: options.folder ?? '.',
    env: { PATH: process.env['PATH'] ?? '', ...options.environment },
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  if (options.closeOutputAtOnce === true) child.stdout.destroy();
  // A command that has ended does not read what is left of its input.
  child.stdin.on('error', () => {});
  child.stdin.write(options.input ?? '');
  if (options.keepInputOpen !== true) child.stdin.end();
  const ended = new Promise<Result>((resolve) => {
    child.on('close', (code) => resolve({ code, ...said }));
  });
  return { child, said, ended };
}
