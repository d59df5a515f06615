import type { BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { stampOf } from '../../ingestion/file-state.ts';

/** A file as it was when it was looked at. */
export interface FoundFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970: when its content, and when anything about it changed last. */
  readonly modifiedAt: number;
  readonly changedAt: number;
  /** Another one where anything has happened to the file since, or another took its place. */
  readonly stamp: string;
}

export async function lookAtFile(path: string): Promise<FoundFile> {
  return describeFile(path, await stat(path, { bigint: true }));
}

export function describeFile(path: string, stats: BigIntStats): FoundFile {
  return {
    path,
    size: Number(stats.size),
    modifiedAt: Number(stats.mtimeNs) / 1e6,
    changedAt: Number(stats.ctimeNs) / 1e6,
    stamp: stampOf(stats),
  };
}

/** What is remembered of a file that was read. */
export interface FileRecord {
  /** See {@link markOf}; '' where nothing is remembered. */
  readonly mark: string;
  /** Why it could not be read at all, where that may pass: it is tried again, and told again only where this changes. */
  readonly trouble: string | null;
  /** The article that was all that was in it, where nothing but its words tells which it is. */
  readonly articleId: string | null;
}

/**
 * What a file has to differ in to be read again, from one start to the next. Neither its inode, which differs from one
 * mount to the next, nor the time of the last change of anything, which backups change too.
 */
export function markOf({ size, modifiedAt }: FoundFile): string {
  return `${size} ${modifiedAt}`;
}

/** The name under which a file is remembered. */
export function bookmarkOf(path: string): string {
  return `file:${path}`;
}

export function writeRecord({ mark, trouble, articleId }: FileRecord): string {
  return JSON.stringify([mark, ...(articleId === null && trouble === null ? [] : [articleId, trouble])]);
}

/** Undefined: nothing is remembered; what cannot be read, of another version, is as good. */
export function readRecord(text: string | undefined): FileRecord {
  try {
    const [mark = '', articleId = null, trouble = null] = JSON.parse(text ?? '[]');
    return { mark, articleId, trouble };
  } catch {
    return { mark: '', articleId: null, trouble: null };
  }
}
