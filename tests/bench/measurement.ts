import type { Connection } from '../../src/storage/sqlite/connection.ts';
import type { Client } from './client.ts';
import type { ServerProcess } from './server-process.ts';
import type { BenchStore } from './stores.ts';
import type { Row } from './table.ts';

/** What is measured on a served store, once for each size. */
export interface Measurement {
  readonly question: string;
  readonly target?: string;
  /** Whether the figures of all sizes, smallest store first, reach the target. */
  readonly isMet?: (values: readonly number[]) => boolean;
  readonly measure: (bench: Bench) => Promise<Figure>;
}

export interface Figure {
  readonly value: number;
  readonly text: string;
}

/** A served store, and who asks it. */
export interface Bench {
  readonly store: BenchStore;
  readonly server: ServerProcess;
  readonly client: Client;
  /** The same file, read in this process. */
  readonly connection: Connection;
}

export function rowOf({ question, target, isMet }: Measurement, figures: readonly Figure[]): Row {
  return {
    question,
    figures: figures.map(({ text }) => text),
    ...(target === undefined ? {} : { target }),
    ...(isMet === undefined ? {} : { isMet: isMet(figures.map(({ value }) => value)) }),
  };
}

export const atMost = (most: number) => (values: readonly number[]) => values.every((value) => value <= most);

/** The largest store takes at most so many times what the smallest does; nothing can be said of one store. */
export const growsAtMost = (times: number) => (values: readonly number[]) =>
  values.length > 1 && values.at(-1)! <= times * values[0]!;
