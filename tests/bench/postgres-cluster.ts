import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL of our own, on a Unix socket. */
export interface Cluster {
  readonly version: string;
  /** Runs SQL, or a script of psql, and prints nothing. */
  run(sql: string): void;
  /** Fills a table from lines in the format of COPY. */
  copy(table: string, lines: Iterable<string>): Promise<void>;
  /** Asks, by a statement that was planned when it was asked first. */
  ask(statement: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** The newest PostgreSQL that is installed; null where none is. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return (
    versions.map((version) => join(debian, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ??
    null
  );
}

/**
 * As its manual advises for a machine that does nothing else: a quarter of the memory for shared buffers, three quarters
 * taken for cached, the costs of a disk without a head. No compilation, which short queries do not gain by.
 */
const settings = (memory: number): Readonly<Record<string, string>> => ({
  listen_addresses: "''",
  shared_buffers: `${Math.round(memory / 4)}MB`,
  effective_cache_size: `${Math.round((3 * memory) / 4)}MB`,
  work_mem: '64MB',
  maintenance_work_mem: '1GB',
  random_page_cost: '1.1',
  effective_io_concurrency: '200',
  max_wal_size: '8GB',
  synchronous_commit: 'off',
  jit: 'off',
});

/** Starts the cluster in this folder, and makes it where there is none. It never runs as root. */
export async function startCluster(bin: string, folder: string): Promise<Cluster> {
  const user = unprivileged();
  const program = (name: string, args: readonly string[], input?: string) =>
    execFileSync(join(bin, name), args, {
      ...user,
      cwd: '/',
      input,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  const data = join(folder, 'data');
  if (!existsSync(data)) {
    mkdirSync(folder, { recursive: true });
    if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!);
    program('initdb', [
      '-D',
      data,
      '-U',
      'bench',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ]);
    const lines = Object.entries(settings(totalmem() / 2 ** 20)).map(([name, value]) => `${name} = ${value}`);
    writeFileSync(join(data, 'postgresql.auto.conf'), `${lines.join('\n')}\n`);
  }
  // The path of a socket is 107 bytes long at most.
  const socket = mkdtempSync(join(tmpdir(), 'pg-'));
  if (user.uid !== undefined) chownSync(socket, user.uid, user.gid!);
  program('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', `-k ${socket}`, 'start'], '');
  const connection = ['-h', socket, '-U', 'bench', 'postgres'];
  const client = new pg.Client({ host: socket, user: 'bench', database: 'postgres' });
  await client.connect();
  return {
    version: program('postgres', ['--version']).trim().split(' ')[2]!,
    run: (sql) => {
      program('psql', ['-q', '-v', 'ON_ERROR_STOP=1', ...connection], sql);
    },
    copy: async (table, lines) => {
      const options: SpawnOptions = { ...user, cwd: '/', stdio: ['pipe', 'inherit', 'inherit'] };
      const psql = spawn(join(bin, 'psql'), ['-q', ...connection, '-c', `copy ${table} from stdin`], options);
      for (const line of lines) {
        if (!psql.stdin!.write(`${line}\n`)) await once(psql.stdin!, 'drain');
      }
      psql.stdin!.end();
      const [code] = await once(psql, 'exit');
      if (code !== 0) throw new Error(`PostgreSQL did not take the rows of ${table}.`);
    },
    ask: (statement) =>
      client.query({ name: createHash('sha1').update(statement).digest('hex'), text: statement }),
    stop: async () => {
      await client.end();
      program('pg_ctl', ['-D', data, '-w', '-m', 'fast', 'stop'], '');
      rmSync(socket, { recursive: true, force: true });
    },
  };
}

/** Root may not run PostgreSQL: then its own user does, or nobody. */
function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const [, , uid, gid] = (users.find((line) => line.startsWith('postgres:')) ?? 'nobody:x:65534:65534').split(
    ':',
  );
  return { uid: Number(uid), gid: Number(gid) };
}
