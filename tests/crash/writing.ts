import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import { type Service, spawnOnrecord, startService } from './service.ts';

/** An article as it is sent: our own JSON. */
export interface Sent {
  readonly url: string;
  readonly text: string;
}

/** A process that stores articles, until it is killed. */
export interface Writing {
  /** Ids by addresses, of all that it said it had stored. */
  readonly acknowledged: ReadonlyMap<string, string>;
  kill(): Promise<void>;
  /** When there is nothing more to store, or the process has ended. */
  readonly ended: Promise<void>;
}

/** A way in which articles come. */
export type Way = (database: string, articles: readonly Sent[]) => Writing;

interface Told {
  readonly id?: string;
  readonly place?: string;
  readonly line?: number;
}

const byCommand: Way = (database, articles) => {
  const file = `${database}.ndjson`;
  writeFileSync(file, articles.map((article) => `${JSON.stringify(article)}\n`).join(''));
  const child = spawnOnrecord(['ingest', '--json', '--database', database, file]);
  const acknowledged = new Map<string, string>();
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const told = readTold(line);
    if (told?.id !== undefined)
      acknowledged.set(articles[Number(told.place!.slice('line '.length)) - 1]!.url, told.id);
  });
  child.stderr!.resume();
  return { acknowledged, kill: () => kill(child), ended: once(child, 'close').then(() => {}) };
};

/** Requests that are under way at the same time. */
const postsAtOnce = 3;

const byPosts: Way = (database, articles) =>
  overHttp(database, async (service, acknowledge) => {
    const left = [...articles];
    const post = async () => {
      for (let article = left.shift(); article !== undefined; article = left.shift()) {
        const answer = await service.post(article);
        if (answer.ok) acknowledge(article.url, ((await answer.json()) as { id: string }).id);
      }
    };
    await Promise.all(Array.from({ length: postsAtOnce }, post));
  });

const byBatch: Way = (database, articles) =>
  overHttp(database, async ({ address }, acknowledge) => {
    const sending = request(`${address}/v1/articles/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
    });
    const answering = once(sending, 'response');
    sending.on('error', () => {});
    for (const article of articles) sending.write(`${JSON.stringify(article)}\n`);
    sending.end();
    const [answer] = (await answering) as [IncomingMessage];
    // The server breaks off in the middle of a line, or of none.
    answer.on('error', () => {});
    for await (const line of createInterface({ input: answer })) {
      const told = readTold(line);
      if (told?.id !== undefined) acknowledge(articles[told.line! - 1]!.url, told.id);
    }
  });

/** Null: it was killed while it wrote the line. */
function readTold(line: string): Told | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Starts a server and sends it articles; that the server breaks off is what happens here. */
function overHttp(
  database: string,
  send: (service: Service, acknowledge: (url: string, id: string) => void) => Promise<void>,
): Writing {
  const acknowledged = new Map<string, string>();
  const starting = startService(database);
  starting.catch(() => {});
  let child: ChildProcess | null = null;
  const ended = starting
    .then((service) => {
      child = service.child;
      return send(service, (url, id) => acknowledged.set(url, id));
    })
    .catch(() => {});
  return {
    acknowledged,
    kill: async () => {
      await starting.catch(() => {});
      if (child !== null) await kill(child);
      await ended;
    },
    ended,
  };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'close');
}

export const ways: Readonly<Record<string, Way>> = {
  'the command': byCommand,
  'single requests': byPosts,
  'a batch': byBatch,
};
