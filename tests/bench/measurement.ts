import type { Connection } from '../../dist/storage/sqlite/connection.js';
import type { Client } from './client.ts';
import type { ServerProcess } from './server-process.ts';
import type { BenchStore } from './stores.ts';
import type { Row } from './table.ts';

/** What is measured on a served store, once for each size. */
export interface Measurement {
  readonly question: string;
  readonly target?: string;
  /** Whether the figures of all sizes, smallest store first, reach the target; null where these sizes cannot tell. */
  readonly isMet?: (values: readonly number[], sizes: readonly number[]) => boolean | null;
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

export function rowOf(
  { question, target, isMet }: Measurement,
  figures: readonly Figure[],
  sizes: readonly number[],
): Row {
  const values = figures.map(({ value }) => value);
  return {
    question,
    figures: figures.map(({ text }) => text),
    ...(target === undefined ? {} : { target }),
    isMet: isMet?.(values, sizes) ?? null,
  };
}

export const atMost = (most: number) => (values: readonly number[]) => values.every((value) => value <= most);

/** The dearest store takes at most so many times what the cheapest does; one store alone cannot tell. */
export const growsAtMost = (times: number) => (values: readonly number[]) =>
  values.length < 2 ? null : Math.max(...values) <= times * Math.min(...values);
