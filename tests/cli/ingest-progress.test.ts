import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startIngestProgress } from '../../src/cli/ingest-progress.ts';
import type { FileEnd } from '../../src/ingestion/files.ts';

describe('the progress of ingestion, on a terminal', () => {
  const { isTTY } = process.stderr;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-progress-'));
    process.stderr.isTTY = true;
  });
  afterEach(() => {
    process.stderr.isTTY = isTTY;
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  it('counts every file that was read, however many come at once, and leaves out those known before', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    for (const name of names) writeFileSync(join(folder, name), 'x'.repeat(1000));
    const drawn = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const ends = names.map((file): FileEnd => {
      const state = { size: 1000, stamp: null, isSettled: false };
      return { file, state, place: null, end: file === 'a' ? 'known' : 'read' };
    });
    const progress = startIngestProgress([folder]);
    progress.show(ends.slice(0, 4), 3);
    // How large all is, is found out beside it.
    await expect
      .poll(() => {
        progress.show([], 3);
        return drawn.mock.calls.join('');
      })
      .toContain('75 % of 4.0 kB · 3 articles');
    progress.end();
  });
});
