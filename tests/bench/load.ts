import { type Answer, type Client, openClient } from './client.ts';
import type { ServerProcess } from './server-process.ts';
import { median } from './table.ts';

/** One thing that is asked over and over. */
export interface Target {
  readonly address: string;
  /** The path of the next request. */
  readonly next: () => string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
}

export interface Cost {
  /** Of the server, in microseconds a request. */
  readonly cpu: number;
  /** To that of what it is compared with. */
  readonly ratio: number;
}

const connections = 16;
const roundMs = 500;
const rounds = 7;

/**
 * CPU of the server in microseconds a request, of several things by turns, so that what else the machine does disturbs
 * them alike: the medians of seven rounds, and those of the ratios to the first.
 */
export async function compareCpu(
  server: ServerProcess,
  targets: readonly Target[],
): Promise<readonly Cost[]> {
  const clients = await Promise.all(
    targets.map((target) =>
      Promise.all(Array.from({ length: connections }, () => openClient(target.address))),
    ),
  );
  const measured: number[][] = targets.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, target] of targets.entries()) {
      const before = await server.usage();
      const answers = await keepAsking(clients[index]!, target);
      const after = await server.usage();
      // The first round is for warming up.
      if (round > 0) measured[index]!.push((after.cpu - before.cpu) / answers);
    }
  }
  for (const client of clients.flat()) client.close();
  return measured.map((costs) => ({
    cpu: median(costs),
    ratio: median(costs.map((cost, round) => cost / measured[0]![round]!)),
  }));
}

async function keepAsking(
  clients: readonly Client[],
  { next, headers, status = 200 }: Target,
): Promise<number> {
  const end = performance.now() + roundMs;
  let answers = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < end) {
        expectStatus(await client.get(next(), headers), status);
        answers++;
      }
    }),
  );
  return answers;
}

/** Milliseconds of each request, one after the other. */
export async function timeEach(client: Client, paths: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const path of paths) {
    const started = performance.now();
    const answer = await client.get(path);
    times.push(performance.now() - started);
    expectStatus(answer, 200, path);
  }
  return times;
}

export async function getJson<Body>(client: Client, path: string): Promise<Body> {
  const answer = await client.get(path);
  expectStatus(answer, 200, path);
  return JSON.parse(answer.body.toString()) as Body;
}

function expectStatus(answer: Answer, status: number, path = ''): void {
  if (answer.status !== status) throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
}

/** Takes values by turns, for ever. */
export function cycle<Value>(values: readonly Value[]): () => Value {
  let index = 0;
  return () => values[index++ % values.length]!;
}
