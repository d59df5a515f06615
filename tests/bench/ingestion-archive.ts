import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createArchive } from '../../dist/generation/archive.js';
import { readResourceFiles } from '../../dist/resources.js';
import { type Row, showCount } from './table.ts';

/** How often it is looked how far ingestion has come. */
const parts = 20;

/** Articles after which it is looked how much memory is in use. */
const looked = 100;

interface Part {
  /** Of the process with all its threads, in seconds. */
  readonly cpu: number;
  readonly elapsed: number;
}

/**
 * Has `onrecord ingest`, as built, take in a made-up archive from standard input: does it slow down, and what memory does it
 * take? By the CPU that it takes, since another program may take more or less of the machine at the end than at the start.
 */
export async function measureArchive(size: number): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const command = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));
  const child = spawn(
    process.execPath,
    [command, 'ingest', '-', '-d', join(folder, 'archive.db'), '--json'],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  try {
    const ended = once(child, 'close');
    void feed(child.stdin, size);
    const measured: Part[] = [];
    let told = 0;
    let peak = 0;
    const started = performance.now();
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.includes('"outcome":"created"')) throw new Error(line);
      told++;
      if (told % looked === 0) peak = Math.max(peak, readPeak(child.pid!));
      if (told % (size / parts) === 0) {
        measured.push({ cpu: readCpu(child.pid!), elapsed: (performance.now() - started) / 1000 });
        const { cpu, elapsed } = measured.at(-1)!;
        console.error(
          `${told} articles taken in: ${cpu.toFixed(0)} s of CPU, ${elapsed.toFixed(0)} s, ${Math.round(peak / 1e6)} MB`,
        );
      }
    }
    await ended;
    return rowsOf(size, measured, peak);
  } finally {
    child.kill();
    rmSync(folder, { recursive: true });
  }
}

async function feed(input: NodeJS.WritableStream, size: number): Promise<void> {
  const archive = createArchive(readResourceFiles(), { seed: 1, size });
  for (let number = 0; number < size; number++) {
    const text = archive.article(number).dirtyCopy();
    if (!input.write(`${JSON.stringify({ guid: `made-up-${number}`, text })}\n`)) await once(input, 'drain');
  }
  input.end();
}

function rowsOf(size: number, measured: readonly Part[], peak: number): readonly Row[] {
  const each = size / parts;
  const cpuOf = (part: number) => measured[part]!.cpu - (measured[part - 1]?.cpu ?? 0);
  const last = measured.length - 1;
  const share = (100 * cpuOf(0)) / cpuOf(last);
  const row = (question: string, figure: string): Row => ({ question, figures: [figure] });
  return [
    {
      ...row(`${showCount(size)} articles taken in: peak memory`, `${Math.ceil(peak / 1e6)} MB`),
      target: '700 MB at most',
      isMet: peak <= 700e6,
    },
    {
      ...row(`  rate of the last ${showCount(each)} to that of the first, by CPU`, `${Math.floor(share)} %`),
      target: '80 % at least',
      isMet: share >= 80,
    },
    row('  CPU an article', `${((1000 * measured[last]!.cpu) / size).toFixed(1)} ms`),
    row('  articles a second', showCount(size / measured[last]!.elapsed)),
  ];
}

/** Seconds of CPU that a process with all its threads has taken; Linux alone tells that of another process. */
function readCpu(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  const ticksPerSecond = 100;
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Bytes of memory that a process had at most. */
function readPeak(pid: number): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return 1024 * Number(kilobytes);
}
