import type { EntitySummary } from '../../../domain/records.ts';
import { rewriteExtracted } from '../articles/extracted-write.ts';
import { noteChange } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { placeAgain, settleQuotes } from '../copies/quote-groups.ts';
import { refuseFaults } from '../errors.ts';
import { noteMoves } from '../moves.ts';
import { addAlias, noteCorrection } from './entity-correct.ts';
import { indexNames } from './entity-names.ts';
import { findEntityRow, loadEntities } from './entity-read.ts';
import { refreshQuoted } from './entity-write.ts';

/** See {@link ArticleStore.mergeEntities}. */
export function mergeEntities(connection: Connection, id: string, intoId: string): EntitySummary {
  return connection.transaction(() => {
    const from = findEntityRow(connection, id);
    const into = findEntityRow(connection, intoId);
    if (from === into) {
      refuseFaults([{ pointer: '/into', detail: 'this is the entity itself: name another one' }]);
    }
    noteCorrection(connection, into);
    const [merged] = loadEntities(connection, [from]);
    const shared = findSharedArticles(connection, from, into);
    moveNames(connection, from, into);
    const quoteRows = findQuoteRows(connection, from);
    for (const sql of moves) connection.run(sql, { from, into });
    placeAgain(connection, quoteRows);
    settleQuotes(connection);
    noteMoves(connection, 'entities', [[from, into]]);
    // What stood in one article as two is one from now on.
    for (const articleRow of shared) rewriteExtracted(connection, articleRow);
    recount(connection, into);
    indexNames(connection, into);
    const joined = loadEntities(connection, [into])[0]!;
    noteChange(connection, { kind: 'entity', action: 'merged', id: merged!.id, into: joined.id });
    return joined;
  });
}

/** In this order, nothing refers to the one at the end. An assignment that leads back is an undone split. */
const moves = [
  'update article_entities set entity_row = :into where entity_row = :from',
  `insert into quote_speakers (entity_row, quote_row, number)
   select :into, quote_row, number from quote_speakers where entity_row = :from
   on conflict do update set number = min(number, excluded.number)`,
  'delete from quote_speakers where entity_row = :from',
  `insert or ignore into quote_subjects (entity_row, quote_row, number)
   select :into, quote_row, number from quote_subjects where entity_row = :from`,
  'delete from quote_subjects where entity_row = :from',
  'update quote_corrections set speaker_row = :into where speaker_row = :from',
  'update entity_assignments set to_row = :into where to_row = :from',
  'update or replace entity_assignments set from_row = :into where from_row = :from',
  'delete from entity_assignments where from_row = to_row',
  'update entity_redirects set entity_row = :into where entity_row = :from',
  'insert into entity_redirects (id, entity_row) select id, :into from entities where row = :from',
  'update entity_identities set entity_row = :into where entity_row = :from',
  'delete from entity_alias_corrections where entity_row = :from',
  'delete from entity_corrections where entity_row = :from',
  'delete from entities where row = :from',
];

function findSharedArticles(connection: Connection, from: number, into: number): readonly number[] {
  return connection
    .all<{ row: number }>(
      `select article_row as row from article_entities where entity_row = :from
       intersect select article_row from article_entities where entity_row = :into`,
      { from, into },
    )
    .map(({ row }) => row);
}

/** The quotes that an entity speaks, alone or jointly. */
function findQuoteRows(connection: Connection, entityRow: number): readonly number[] {
  return connection
    .all<{ row: number }>('select quote_row as row from quote_speakers where entity_row = :entityRow', {
      entityRow,
    })
    .map(({ row }) => row);
}

/** Names, roles and their counts are added up; what a person called the one, the other answers to. */
function moveNames(connection: Connection, from: number, into: number): void {
  connection.run(
    `insert into entity_names (entity_row, kind, text, article_count, first_seen_on, last_seen_on)
     select :into, kind, text, article_count, first_seen_on, last_seen_on from entity_names where entity_row = :from
     on conflict do update set article_count = article_count + excluded.article_count,
       first_seen_on = min(coalesce(first_seen_on, excluded.first_seen_on), coalesce(excluded.first_seen_on, first_seen_on)),
       last_seen_on = max(coalesce(last_seen_on, excluded.last_seen_on), coalesce(excluded.last_seen_on, last_seen_on))`,
    { from, into },
  );
  connection.run('delete from entity_names where entity_row = :from', { from });
  const given = connection.all<{ text: string }>(
    `select name as text from entities where row = :from
     union select text from entity_alias_corrections where entity_row = :from and is_alias`,
    { from },
  );
  for (const { text } of given) addAlias(connection, into, text);
}

/** Counts an entity anew, after links were moved to it in bulk. */
function recount(connection: Connection, row: number): void {
  connection.run(
    `update entities set (article_count, quote_count, quoted_article_count) = (
       select coalesce(sum(is_named), 0), coalesce(sum(quote_count), 0), coalesce(sum(quote_count > 0), 0)
       from article_entities where entity_row = :row and article_row > 0)
     where row = :row`,
    { row },
  );
  refreshQuoted(connection, [row]);
}
