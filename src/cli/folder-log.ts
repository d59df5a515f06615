import type { FolderEvent } from '../following/folders/events.ts';
import { note, placeOf, plural, printable, writeJsonLine } from './output.ts';
import { createTallies, describeTally } from './tally.ts';

export interface FolderLog {
  report(event: FolderEvent): Promise<void>;
  /** "12 files read: 3 new, 9 unchanged" */
  summarize(): string;
  hasFailures(): boolean;
}

/** Says what happens: in a line for each file of which something came, on standard error, and as JSON where that is asked. */
export function createFolderLog(asJson: boolean): FolderLog {
  const { whole, count, take } = createTallies();
  let read = 0;

  function describe(event: FolderEvent): string | null {
    switch (event.kind) {
      case 'stored':
        count(event.file, event.outcome);
        return event.outcome === 'deleted'
          ? `${placeOf(event.file, event.place)}: it was deleted as ${event.id}, and stays so`
          : null;
      case 'failed':
        count(event.file, 'failed');
        return `${placeOf(event.file, event.place)}: ${event.error.message}`;
      case 'passed-over':
        count(event.file, 'passedOver');
        return null;
      case 'read': {
        read++;
        const tally = take(event.file);
        return tally.created + tally.revised > 0 ? `${event.file}: ${describeTally(tally)}` : null;
      }
      case 'moved':
        return null;
      case 'not-moved':
        return `${event.file}: it was read, and cannot be moved away: ${event.reason}`;
      case 'looked': {
        const waiting = event.waiting > 0 ? `, ${event.waiting} just written and waited for` : '';
        return `${plural(event.files, 'file')} looked at: ${describeTally(whole)}${waiting}`;
      }
      case 'folder-unlisted':
        return `${event.folder}: ${event.reason} It is looked for again and again.`;
      case 'folder-back':
        return `${event.folder}: it is back`;
      case 'deaf':
        return `Not every change is told by the system (${event.reason}): scans find it later.`;
      case 'unfinished':
        return `${event.file}: it is still being written, and left for the next time`;
      case 'store-waits':
        return `${event.reason} What has been read waits for it.`;
    }
  }

  return {
    async report(event) {
      const line = describe(event);
      if (line !== null) note(printable(line));
      if (asJson) await writeJsonLine(present(event));
    },
    summarize: () => `${plural(read, 'file')} read: ${describeTally(whole)}`,
    hasFailures: () => whole.failed > 0,
  };
}

/** As `onrecord ingest` tells of articles; all else has `event` in place of `outcome`. */
function present(event: FolderEvent): object {
  const { kind, ...rest } = event;
  switch (event.kind) {
    case 'stored':
      return rest;
    case 'failed': {
      const { file, place, error } = event;
      return { file, place, outcome: kind, code: error.code, message: error.message };
    }
    case 'passed-over':
      return { ...rest, outcome: kind };
    default:
      return { event: kind, ...rest };
  }
}
