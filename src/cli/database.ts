import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option } from 'commander';
import type { ArticleStore } from '../domain/article-store.ts';
import { openSqliteStore } from '../storage/sqlite/article-store.ts';

/** The database of a command: as named, as `ONRECORD_DATABASE` says, or `onrecord.db` in the working folder. */
export function databaseOption(): Option {
  return new Option('-d, --database <file>', 'the SQLite database')
    .env('ONRECORD_DATABASE')
    .default('onrecord.db');
}

/** Rejects, with the remedy, where there is no database and none is to be created. */
export async function openStore(file: string, { create }: { create: boolean }): Promise<ArticleStore> {
  if (!create) refuseMissing(file);
  return openSqliteStore(file);
}

/** Throws, with the remedy, where there is no database. */
export function refuseMissing(file: string): void {
  if (existsSync(file)) return;
  throw new Error(
    `There is no database ${file}. Make one with onrecord ingest, or name another with --database.`,
  );
}

/** The database, and the files beside it, may lie in a folder whose articles are taken in. */
export function leavesOut(database: string): (path: string) => boolean {
  const file = resolve(database);
  return (path) => resolve(path) === file || resolve(path).startsWith(`${file}-`);
}
