import { areDistinctive, groupPlaces, identifyWords, type QuotePlace } from '../../../copies/quote-places.ts';
import type { Connection } from '../connection.ts';
import { secondOfRow } from '../places.ts';
import { raiseVersion } from '../versions.ts';

/** Notes where a listed quote stands, and by which words the same quote is found elsewhere. */
export function placeQuote(
  connection: Connection,
  row: number,
  { text, speakerRow }: { readonly text: string; readonly speakerRow: number | null },
): void {
  const words = identifyWords(text, speakerRow);
  if (words === null) return;
  connection.run('insert into quote_places (row, words, speaker_row) values (:row, :words, :speakerRow)', {
    row,
    words,
    speakerRow,
  });
}

/** Places quotes anew, whose speakers have become others. {@link settleQuotes} has to follow. */
export function placeAgain(connection: Connection, rows: readonly number[]): void {
  const quotes = connection.all<{ row: number; text: string; speakerRow: number | null }>(
    `select q.row, q.text,
            (select entity_row from quote_speakers where quote_row = q.row order by number limit 1) as speakerRow
     from json_each(:rows) j cross join quotes q on q.row = j.value where q.row > 0`,
    { rows: JSON.stringify(rows) },
  );
  for (const { row, ...quote } of quotes) {
    connection.run('delete from quote_places where row = :row', { row });
    placeQuote(connection, row, quote);
  }
}

/** Puts all places whose words have others now than before into groups: the end of whatever writes quotes. */
export function settleQuotes(connection: Connection): void {
  const unsettled = connection.all<{ words: number }>('select words from unsettled_words');
  if (unsettled.length === 0) return;
  connection.run('delete from unsettled_words');
  for (const { words } of unsettled) settleWords(connection, words);
}

interface Place extends QuotePlace {
  readonly group: number | null;
}

interface Group {
  readonly number: number;
  readonly firstRow: number;
  readonly size: number;
}

function settleWords(connection: Connection, words: number): void {
  const places = loadPlaces(connection, words);
  const groups = new Map(loadGroups(connection, words).map((group) => [group.number, group]));
  // Most words are said once.
  if (places.length < 2 && groups.size === 0) return;
  for (const members of groupPlaces(places, areDistinctive(words)) as readonly (readonly Place[])[]) {
    const first = members[0]!;
    if (members.length === 1 && first.group === null) continue;
    const kept = members.find(({ group }) => group !== null && groups.has(group))?.group ?? null;
    const number = kept ?? insertGroup(connection, words, first.row);
    const newcomers = members.filter(({ group }) => group !== number);
    const former = groups.get(number);
    groups.delete(number);
    const stays = former?.size === members.length && former.firstRow === first.row;
    // What was extracted again, and is where it was, is told by its article.
    const isNews = !stays || newcomers.some(({ group }) => group !== null);
    const version = isNews ? raiseVersion(connection) : 0;
    for (const { row } of newcomers) {
      connection.run('update quote_places set group_number = :number, version = :version where row = :row', {
        number,
        version,
        row,
      });
    }
    if (!isNews) continue;
    connection.run(
      'update quote_groups set first_row = :firstRow, size = :size, version = :version where number = :number',
      { number, firstRow: first.row, size: members.length, version },
    );
  }
  for (const number of groups.keys())
    connection.run('delete from quote_groups where number = :number', { number });
}

function loadPlaces(connection: Connection, words: number): readonly Place[] {
  return connection
    .all<Omit<Place, 'time'>>(
      'select row, speaker_row as speaker, group_number as "group" from quote_places where words = :words',
      { words },
    )
    .map((place) => ({ ...place, time: secondOfRow(place.row) }));
}

function loadGroups(connection: Connection, words: number): readonly Group[] {
  return connection.all<Group>(
    'select number, first_row as firstRow, size from quote_groups where words = :words order by number',
    { words },
  );
}

function insertGroup(connection: Connection, words: number, firstRow: number): number {
  return connection.get<{ number: number }>(
    'insert into quote_groups (words, first_row, size, version) values (:words, :firstRow, 1, 0) returning number',
    { words, firstRow },
  )!.number;
}
