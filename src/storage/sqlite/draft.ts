import { existsSync } from 'node:fs';
import { draftOf, moveDatabase, removeDatabase } from './backups/files.ts';
import { type Connection, openConnection } from './connection.ts';
import { suspendIndexes } from './suspended-indexes.ts';

/** A store that is being made, of which there is nothing before it is finished. */
export interface Draft {
  readonly connection: Connection;
  /** Makes the indexes that were suspended. To be called when all rows are written. */
  restoreIndexes(): void;
  /** Ends the writing; only now there is a database of that name. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): void;
}

/**
 * Starts a new store that is filled at once, several times as fast as one that is in use: nobody reads it meanwhile, so it
 * needs no journal, and indexes are made last. `cacheMb`: what SQLite may keep in memory. Rejects where the file exists.
 */
export async function startDraft(file: string, cacheMb: number): Promise<Draft> {
  if (existsSync(file)) throw new Error(`${file} exists. Remove it, or choose another name.`);
  const draft = draftOf(file);
  removeDatabase(draft);
  const connection = await openConnection(draft);
  for (const setting of [...settings, `pragma cache_size = -${1000 * cacheMb}`]) connection.run(setting);
  const indexes = suspendIndexes(connection, largeTables);
  return {
    connection,
    restoreIndexes: () => indexes.restore(),
    finish: async () => {
      connection.close();
      // Switches it back to write-ahead logging.
      (await openConnection(draft)).close();
      moveDatabase(draft, file);
    },
    abandon: () => {
      connection.close();
      removeDatabase(draft);
    },
  };
}

/** Those whose indexes nothing reads until all is written. */
const largeTables = [
  'articles',
  'article_entities',
  'article_labels',
  'quotes',
  'quote_speakers',
  'quote_subjects',
];

const settings = [
  'pragma foreign_keys = off',
  'pragma locking_mode = exclusive',
  'pragma journal_mode = memory',
  'pragma synchronous = off',
];
