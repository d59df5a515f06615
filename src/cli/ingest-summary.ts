import { OnrecordError } from '../domain/errors.ts';
import type { FileEnd, FileReading } from '../ingestion/files.ts';
import type { Ingested } from '../ingestion/ingest.ts';
import { plural } from './output.ts';
import { createTally, describeTally } from './tally.ts';

/** Counts what came in, for the lines at the end. */
export interface IngestSummary {
  count(ingested: Ingested<FileReading | FileEnd>): void;
  readonly articles: number;
  readonly failed: number;
  /** `where`: the database, or that there is none. */
  show(where: string): readonly string[];
}

export function createIngestSummary(): IngestSummary {
  const tally = createTally();
  const formats = new Map<string, number>();
  const problems = new Map<string, number>();
  const failures = new Map<string, number>();
  const files = { read: 0, known: 0, last: '' };
  let read = 0;

  return {
    count: ({ item, article, result }) => {
      if (item.file !== files.last) files.read++;
      files.last = item.file;
      if ('end' in item && item.end === 'known') files.known++;
      if ('passedOver' in item) tally.passedOver++;
      if (result instanceof OnrecordError) {
        tally.failed++;
        add(failures, result.code);
      } else if (article !== null) {
        if (result === null) read++;
        else tally[result.outcome]++;
        for (const code of new Set(article.problems.map((problem) => problem.code))) add(problems, code);
      }
      if ('document' in item) add(formats, item.document.raw.mediaType);
    },
    get articles() {
      return read + tally.created + tally.revised + tally.unchanged + tally.outdated;
    },
    get failed() {
      return tally.failed;
    },
    show: (where) => {
      const became = read > 0 ? `${read.toLocaleString('en')} read` : describeTally(tally);
      const known = files.known === 0 ? '' : ` (${files.known.toLocaleString('en')} of them read before)`;
      return [
        `${plural(files.read, 'file')}${known}: ${became} (${where})`,
        ...showCounts('formats', formats),
        ...showCounts('articles with problems', problems),
        ...showCounts('failed', failures),
      ];
    },
  };
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** "  formats: 12 text/html, 3 text/plain", the most frequent first; nothing where there are none. */
function showCounts(name: string, counts: ReadonlyMap<string, number>): readonly string[] {
  if (counts.size === 0) return [];
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return [`  ${name}: ${sorted.map(([key, count]) => `${count.toLocaleString('en')} ${key}`).join(', ')}`];
}
