import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { createArchive } from '../../src/generation/archive.ts';
import { Random } from '../../src/generation/random.ts';
import { readResourceFiles } from '../../src/resources.ts';
import { checkCrashed } from './check-crashed.ts';
import { type Sent, ways } from './writing.ts';

/** How often a process is killed, and where the dice start: `ONRECORD_CRASH_KILLS=300 npx vitest run tests/crash/kill`. */
const kills = Number(process.env['ONRECORD_CRASH_KILLS'] ?? 12);
const seed = Number(process.env['ONRECORD_CRASH_SEED'] ?? 1);
/** Kills that one store suffers, before another run stores the rest. */
const killsAStore = 12;
/** Articles that a process is given: more than it lives to store. */
const articlesAProcess = 70;
/** Of those that were given to the process before: nobody knows how far it came. */
const again = 20;
/** The most that a process has acknowledged when it is killed, and milliseconds from then on. */
const mostAcknowledged = 40;
const longestWait = 50;

const folder = mkdtempSync(join(tmpdir(), 'onrecord-crash-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe(`a process that is killed while it stores articles (${kills} times, seed ${seed})`, () => {
  const archive = createArchive(readResourceFiles(), { seed, size: killsAStore * articlesAProcess });
  const names = Object.keys(ways);

  function articlesOf(process: number): readonly Sent[] {
    return Array.from({ length: articlesAProcess }, (_, index) => {
      const number = process * articlesAProcess + index;
      const { text, paragraphs, headline, publishedAt } = archive.article(number).article;
      const end = paragraphs.slice(0, 4).at(-1)!.end;
      return { url: `https://daily.example/${number}`, headline, publishedAt, text: text.slice(0, end) };
    });
  }

  const stores = Array.from({ length: Math.ceil(kills / killsAStore) }, (_, index) => index);
  it.each(stores)(
    'leaves nothing half or double, and all that it acknowledged (store %i)',
    { timeout: 1_800_000 },
    async (number) => {
      const database = join(folder, `${number}.db`);
      const random = new Random(seed, number);
      const acknowledged = new Map<string, string>();
      const sent: Sent[] = [];
      for (let process = 0; process < Math.min(killsAStore, kills - number * killsAStore); process++) {
        const name = names[process % names.length]!;
        const articles = [...sent.slice(-again), ...articlesOf(process)];
        sent.push(...articlesOf(process));
        const writing = ways[name]!(database, articles);
        const enough = random.below(mostAcknowledged);
        let isOver = false;
        void writing.ended.then(() => {
          isOver = true;
        });
        while (writing.acknowledged.size < enough && !isOver) await wait(1);
        await wait(random.below(longestWait));
        await writing.kill();
        expect(writing.acknowledged.size, name).toBeGreaterThanOrEqual(enough);
        for (const [url, id] of writing.acknowledged) acknowledged.set(url, id);
        await checkCrashed(database, acknowledged, sent);
      }
      const rest = sent.filter(({ url }, index) => !acknowledged.has(url) || index >= sent.length - again);
      const last = ways['the command']!(database, rest);
      await last.ended;
      expect(last.acknowledged.size).toBe(rest.length);
      for (const [url, id] of last.acknowledged) acknowledged.set(url, id);
      expect(await checkCrashed(database, acknowledged, sent)).toBe(sent.length);
    },
  );
});
