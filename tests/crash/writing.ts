import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
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
  readonly outcome?: string;
  readonly status?: number;
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
    const { place, id } = JSON.parse(line) as Told;
    if (id !== undefined) acknowledged.set(articles[Number(place!.slice('line '.length)) - 1]!.url, id);
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
};
