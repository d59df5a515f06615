import { areDistinctive, groupPlaces, identifyWords, type QuotePlace } from '../../../copies/quote-places.ts';
import type { Connection } from '../connection.ts';
import { secondOfRow } from '../places.ts';
import { raiseVersion } from '../versions.ts';

/** A quote that lists show. */
export interface ListedQuote {
  readonly row: number;
  readonly text: string;
  readonly speakerRow: number | null;
}

/** Notes where quotes stand, and by which words each is found elsewhere. {@link settleQuotes} has to follow. */
export function insertPlaces(connection: Connection, quotes: readonly ListedQuote[]): void {
  connection.insert(
    'quote_places',
    'row, words, speaker_row',
    quotes.flatMap(({ row, text, speakerRow }) => {
      const words = identifyWords(text, speakerRow);
      return words === null ? [] : [[row, words, speakerRow]];
    }),
  );
}

/** Places quotes anew, whose speakers have become others. {@link settleQuotes} has to follow. */
export function placeAgain(connection: Connection, rows: readonly number[]): void {
  const quotes = connection.all<ListedQuote>(
    `select q.row, q.text,
            (select entity_row from quote_speakers where quote_row = q.row order by number limit 1) as speakerRow
     from json_each(:rows) j cross join quotes q on q.row = j.value where q.row > 0`,
    { rows: JSON.stringify(rows) },
  );
  for (const { row } of quotes) connection.run('delete from quote_places where row = :row', { row });
  insertPlaces(connection, quotes);
}

/**
 * Puts all places whose words have others now than before into groups: the end of whatever writes quotes. Most words are
 * said once, and are in none.
 */
export function settleQuotes(connection: Connection): void {
  const repeated = connection.all<{ words: number }>(
    `select words from unsettled_words u where exists (select 1 from quote_groups where words = u.words)
       or exists (select 1 from quote_places where words = u.words limit 1 offset 1)`,
  );
  connection.run('delete from unsettled_words');
  for (const { words } of repeated) settleWords(connection, words);
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
