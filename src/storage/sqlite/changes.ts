import type { Change, ChangeEntry, ChangePage } from '../../domain/changes.ts';
import { OnrecordError } from '../../domain/errors.ts';
import type { ChangeQuery } from '../../domain/queries.ts';
import type { Connection } from './connection.ts';
import type { Driver } from './driver.ts';
import { findTime } from './time.ts';

/**
 * Tells those who follow the store (see {@link ArticleStore.listChanges}) of a change, within the transaction that makes
 * it. Whatever changes what is served of an article, a quote or an entity has to.
 */
export function noteChange(connection: Connection, change: Change): void {
  noteChanges(connection, [change]);
}

/** Tells of many, in this order. */
export function noteChanges(connection: Connection, changes: readonly Change[]): void {
  const at = findTime(connection);
  connection.insert(
    'changes',
    'at, kind, action, id, article_id, into_id',
    changes.map((change) => [
      at,
      change.kind,
      change.action,
      change.id,
      'articleId' in change ? change.articleId : null,
      'into' in change ? change.into : null,
    ]),
  );
}

/** See {@link ArticleStore.listChanges}. */
export function listChanges(
  connection: Connection,
  { since, feed: followed }: ChangeQuery,
  limit: number,
): ChangePage {
  return connection.snapshot(() => {
    const { feed, latest } = connection.get<{ feed: string; latest: number }>(
      'select id as feed, (select coalesce(max(sequence), 0) from changes) as latest from changes_feed',
    )!;
    if (since > latest) throw otherFeed('since', `is ahead of this store, whose latest change is ${latest}`);
    if (followed !== null && followed !== feed)
      throw otherFeed('feed', `is not this store's, which is ${feed}`);
    const items = connection.all<ChangeEntry>(
      `select sequence, at, kind, action, id, article_id as articleId, into_id as "into"
       from changes where sequence > :since order by sequence limit :limit`,
      { since, limit },
    );
    return { items, latest, feed };
  });
}

/** For a store that was restored from a backup: who followed it cannot go on where they were. */
export function startAnotherFeed(driver: Driver): void {
  // A store of an earlier version has none yet.
  const hasFeed =
    driver.prepare("select 1 from sqlite_schema where name = 'changes_feed'").get() !== undefined;
  if (hasFeed) driver.exec('update changes_feed set id = lower(hex(randomblob(8)))');
}

function otherFeed(parameter: string, detail: string): OnrecordError {
  return new OnrecordError('other-feed', `${parameter} ${detail}: this is not the feed that you followed.`, {
    faults: [{ parameter, detail }],
  });
}
