import { createArchive } from '../../dist/generation/archive.js';
import { readDocument } from '../../dist/readers/index.js';
import { readResourceFiles } from '../../dist/resources.js';
import { measureArchive } from './ingestion-archive.ts';
import { measureRate } from './ingestion-rate.ts';
import { measureReads } from './ingestion-reads.ts';
import { measureStoring } from './ingestion-storing.ts';
import type { Table } from './table.ts';

/** Articles of which some are structured in each round, and all are stored. */
const count = 2000;

/** How fast do articles come in, what does storing them cost, and whom does it hold up? */
export async function measureIngestion(sizes: readonly number[]): Promise<Table> {
  const archive = createArchive(readResourceFiles(), { seed: 1, size: count });
  const documents = Array.from({ length: count }, (_, number) =>
    readDocument(Buffer.from(archive.article(number).dirtyCopy()), {
      mediaType: 'text/plain',
      charset: null,
      name: null,
    }),
  );
  const items = Array.from({ length: count }, (_, number) => {
    const { article, raw } = archive.article(number);
    return { article: { ...article, guid: `made-up-${number}` }, raw };
  });
  const rows = [
    ...(await measureRate(documents)),
    ...(await measureStoring(items)),
    ...(await measureReads(Math.min(...sizes))),
    ...(await measureArchive(Math.max(...sizes))),
  ];
  return { heading: 'Taking articles in', columns: [''], rows };
}
