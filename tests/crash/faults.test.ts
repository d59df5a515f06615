import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openConnection } from '../../src/storage/sqlite/connection.ts';
import { openDriver } from '../../src/storage/sqlite/driver.ts';
import { onrecord, withFileRights } from '../cli/run.ts';
import { checkStore } from '../storage/check-store.ts';
import { type Service, startService } from './service.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let service: Service | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
});
afterEach(async () => {
  await service?.stop();
  service = null;
  rmSync(folder, { recursive: true, force: true });
});

async function idOf(answer: Promise<Response>): Promise<string> {
  const stored = await answer;
  expect(stored.status).toBe(201);
  return ((await stored.json()) as { id: string }).id;
}

const article = (number: number, length = 100) => ({
  url: `https://daily.example/${number}`,
  text: `"The bridge is open," Maria Ruiz said on Tuesday.\n\n${'It rained all day. '.repeat(length / 19)}`,
});

/** That reading goes on: an article, a list, a search. */
async function expectReading({ get }: Service, id: string): Promise<void> {
  for (const path of [`/v1/articles/${id}`, '/v1/quotes?limit=1', '/v1/articles?q=bridge', '/healthz'])
    expect((await get(path)).status, path).toBe(200);
}

async function expectUnavailable(answer: Response, reason: RegExp): Promise<void> {
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await answer.json()).toMatchObject({ code: 'unavailable', detail: expect.stringMatching(reason) });
}

// A disk of its own takes a mount, which not every system lets a process make.
const withDisk = (disk: string, size: string) => [
  'unshare',
  '--user',
  '--map-root-user',
  '--mount',
  'sh',
  '-c',
  `mount -t tmpfs -o size=${size} tmpfs ${disk} && exec "$0" "$@"`,
];
const canMount = (() => {
  try {
    const [file, ...args] = [...withDisk('/mnt', '1m'), 'true'];
    execFileSync(file!, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe('a server', () => {
  it.runIf(canMount)('on a full disk refuses to write and reads on, until there is room', async () => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    service = await startService(join(disk, 'full.db'), withDisk(disk, '12m'));
    const { post } = service;
    const id = await idOf(post(article(0)));
    const seen = join('/proc', String(service.child.pid), 'root', disk);
    writeFileSync(join(seen, 'filler'), Buffer.alloc(6_000_000));
    const answers: Response[] = [];
    while (answers.length < 200 && answers.at(-1)?.status !== 503)
      answers.push(await post(article(1 + answers.length, 100_000)));
    await expectUnavailable(answers.at(-1)!, /disk.*full.*make room/);
    await expectReading(service, id);
    rmSync(join(seen, 'filler'));
    expect((await post(article(1000))).status).toBe(201);
    expect(await (await service.get('/v1/articles')).json()).toMatchObject({ total: answers.length + 1 });
    const connection = await openConnection(join(seen, 'full.db'));
    checkStore(connection);
    connection.close();
  });

  it('waits a moment for another process that writes, then refuses, and reads on all the time', async () => {
    const database = join(folder, 'locked.db');
    service = await startService(database);
    const id = await idOf(service.post(article(0)));
    const other = openDriver(database, 0);
    other.exec('begin immediate');
    const [refused, alsoRefused] = [service.post(article(1)), service.post(article(2))];
    let isLocked = true;
    const ended = Promise.all([refused, alsoRefused]).then(() => {
      isLocked = false;
    });
    let slowest = 0;
    while (isLocked) {
      const started = performance.now();
      await expectReading(service, id);
      slowest = Math.max(slowest, performance.now() - started);
    }
    await ended;
    // Four reads: it would be five seconds if SQLite waited.
    expect(slowest).toBeLessThan(2500);
    for (const answer of [refused, alsoRefused])
      await expectUnavailable(await answer, /Another process is writing/);
    await expectLockedOut(database);

    const patient = service.post(article(3));
    setTimeout(() => other.exec('rollback'), 200);
    expect((await patient).status).toBe(201);
    other.close();
  });

  async function expectLockedOut(database: string): Promise<void> {
    const { code, err } = await onrecord(['entities', 'rename', 'Maria Ruiz', 'M. Ruiz', '-d', database]);
    expect([code, err]).toEqual([1, expect.stringMatching(/Another process/)]);
  }

  it.each(['deleted', 'replaced'])(
    'whose database is %s beneath it writes nothing that would be lost, and is no longer ready',
    async (what) => {
      const database = join(folder, 'moved.db');
      service = await startService(database);
      const id = await idOf(service.post(article(0)));
      expect((await service.get('/readyz')).status).toBe(200);
      const copy = readFileSync(database);
      rmSync(database);
      if (what === 'replaced') writeFileSync(database, copy);
      await expectUnavailable(await service.post(article(1)), /deleted or replaced.*start the server again/);
      await expectUnavailable(await service.get('/readyz'), /deleted or replaced/);
      expect((await service.get(`/v1/articles/${id}`)).status).toBe(200);
      // What is searched for is looked up in what bears the name now.
      await expectUnavailable(await service.get('/v1/articles?q=bridge'), /deleted or replaced/);
    },
  );
});

describe.runIf(canMount)('a command on a full disk', () => {
  it('says what it has stored, and how to go on', async () => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const input = Array.from({ length: 300 }, (_, number) => `${JSON.stringify(article(number, 20_000))}\n`);
    const { code, err } = await onrecord(['ingest', '-d', join(disk, 'full.db'), '-'], {
      wrapper: withDisk(disk, '8m'),
      input: input.join(''),
    });
    expect(code).toBe(1);
    expect(err).toMatch(/^1 file: .*\n(?:.*\n)*The disk .* is full.*the same command with --resume goes on/m);
  });

  it.each(['backup', 'export'])('leaves no %s that is not whole, and says why', async (command) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const database = join(folder, 'whole.db');
    const input = Array.from({ length: 100 }, (_, number) => `${JSON.stringify(article(number, 20_000))}\n`);
    await onrecord(['ingest', '-d', database, '-'], { input: input.join('') });
    const words = command === 'backup' ? [join(disk, 'copy')] : ['-o', join(disk, 'copy')];
    const { code, err } = await onrecord([command, '-d', database, ...words], {
      wrapper: withDisk(disk, '500k'),
    });
    expect([code, err]).toEqual([1, expect.stringMatching(/disk that .*hold.*copy.* full/)]);
  });
});

describe('a database that may only be read', () => {
  it('is refused by server and command, with what to do', async () => {
    const database = join(folder, 'locked', 'read-only.db');
    mkdirSync(join(folder, 'locked'));
    (await openConnection(database)).close();
    chmodSync(database, 0o444);
    chmodSync(join(folder, 'locked'), 0o555);
    chmodSync(folder, 0o755);
    await expect(startService(database, withFileRights)).rejects.toThrow(
      /read-only\.db cannot be opened.*cannot be written.*permissions/,
    );
    chmodSync(join(folder, 'locked'), 0o755);
  });
});
