import { stat } from 'node:fs/promises';
import type { FileEnd, FileReading } from '../ingestion/files.ts';
import { listFiles } from '../ingestion/folders.ts';
import { plural } from './output.ts';
import { showBar, showRate, showTimeLeft, startLine } from './progress.ts';

/** How far ingestion has come: by the bytes of the files, since how many articles they hold shows only when they are read. */
export interface IngestProgress {
  /** `passed`: what came since the last call. */
  show(passed: readonly (FileReading | FileEnd)[], articles: number): void;
  end(): void;
}

export function startIngestProgress(paths: readonly string[]): IngestProgress {
  const line = startLine();
  const files = { ended: 0, known: 0 };
  let total: number | null = null;
  let isOver = false;
  // Nobody waits for it: in large folders it takes a while.
  if (process.stderr.isTTY === true) {
    void addSizes(paths, () => isOver).then((size) => {
      total = size;
    });
  }
  return {
    show: (passed, articles) => {
      for (const each of passed) {
        if ('end' in each) files[each.end === 'known' ? 'known' : 'ended'] += each.state.size;
      }
      const last = passed.at(-1);
      const done = files.ended + (last === undefined || 'end' in last ? 0 : last.bytesRead);
      line.show((seconds) =>
        ingestLine({ done, total: total === null ? null : total - files.known, articles, seconds }),
      );
    },
    end: () => {
      isOver = true;
      line.end();
    },
  };
}

/** "██░░ 34 % of 2.1 GB · 12,345 articles · 80/s · 0:41 left"; without what is not known yet. */
function ingestLine({
  done,
  total,
  articles,
  seconds,
}: {
  /** Bytes. */
  readonly done: number;
  readonly total: number | null;
  readonly articles: number;
  readonly seconds: number;
}): string {
  const each = [plural(articles, 'article'), showRate(seconds > 0 ? articles / seconds : 0)];
  if (total === null || total <= 0) return [showBytes(done), ...each].join(' · ');
  const share = Math.min(done / total, 1);
  const bar = `${showBar(share)} ${Math.floor(100 * share)} % of ${showBytes(total)}`;
  return [bar, ...each, ...showTimeLeft(total - done, seconds > 0 ? done / seconds : 0)].join(' · ');
}

function showBytes(bytes: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.max(Math.floor(Math.log10(bytes + 1) / 3), 1), units.length);
  return `${(bytes / 1000 ** power).toFixed(1)} ${units[power - 1]}`;
}

async function addSizes(paths: readonly string[], isOver: () => boolean): Promise<number | null> {
  let total = 0;
  for await (const { path } of listFiles(paths)) {
    if (isOver()) return null;
    const info = await stat(path).catch(() => null);
    if (info?.isFile()) total += info.size;
  }
  return total;
}
