import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import type { Addresses } from './http-server.ts';
import { median, type Row, showCount } from './table.ts';

const rounds = 7;
const roundMs = 700;
const connections = 16;

interface Measured {
  readonly requestsPerSecond: number;
  /** Of the serving process, in microseconds. */
  readonly cpuPerRequest: number;
}

/**
 * What does a request cost beside a bare Fastify route that sends a constant body of the same size? Over real sockets,
 * served by a process of its own, ours and the bare route by turns.
 */
export async function measureHttp(): Promise<readonly Row[]> {
  const server = fork(new URL('./http-server.ts', import.meta.url), {
    execArgv: ['--import', import.meta.resolve('tsx')],
  });
  const [{ pairs }] = (await once(server, 'message')) as [Addresses];
  const agent = new Agent({ keepAlive: true, maxSockets: connections });

  const cpu = async (): Promise<number> => {
    server.send('cpu');
    const [{ user, system }] = (await once(server, 'message')) as [NodeJS.CpuUsage];
    return user + system;
  };
  const measure = async (address: string): Promise<Measured> => {
    const before = await cpu();
    const started = performance.now();
    const requests = await load(address, agent);
    const seconds = (performance.now() - started) / 1000;
    return { requestsPerSecond: requests / seconds, cpuPerRequest: ((await cpu()) - before) / requests };
  };

  const rows: Row[] = [];
  for (const { name, ours, bare } of pairs) {
    const measured: { ours: Measured; bare: Measured }[] = [];
    await measure(ours);
    await measure(bare);
    for (let round = 0; round < rounds; round++) {
      measured.push({ ours: await measure(ours), bare: await measure(bare) });
    }
    const middle = (of: (round: { ours: Measured; bare: Measured }) => number) => median(measured.map(of));
    const rate = middle((round) => round.ours.requestsPerSecond);
    const cost = middle((round) => round.ours.cpuPerRequest);
    const ratio = middle((round) => round.ours.cpuPerRequest / round.bare.cpuPerRequest);
    const slower = middle((round) => round.bare.requestsPerSecond / round.ours.requestsPerSecond);
    rows.push(
      { question: name, figure: `${showCount(rate)} requests a second, ${cost.toFixed(0)} µs CPU each` },
      {
        question: '  beside the bare route',
        figure: `${ratio.toFixed(2)} × its CPU, ${slower.toFixed(2)} × its time`,
      },
    );
  }
  agent.destroy();
  server.send('stop');
  await once(server, 'exit');
  return rows;
}

/** Keeps all connections busy for one round; how many answers came. */
async function load(address: string, agent: Agent): Promise<number> {
  const end = performance.now() + roundMs;
  let answers = 0;
  const client = async () => {
    while (performance.now() < end) {
      await request(address, agent);
      answers++;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  return answers;
}

function request(address: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode}`));
      answer.resume().on('end', resolve);
    }).on('error', reject);
  });
}
