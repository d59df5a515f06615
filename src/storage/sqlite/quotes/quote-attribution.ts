import type { Quote } from '../../../domain/quote.ts';
import type { Connection } from '../connection.ts';

/** A quote with the entities of the store in it, and with what a person decided about it. */
export interface AttributedQuote {
  readonly id: string;
  readonly quote: Quote;
  readonly confidence: number;
  readonly isRejected: boolean;
  /** Rows of entities; the first is the speaker, the others spoke jointly. */
  readonly speakerRows: readonly number[];
  /** As the article states it of whom extraction took for the speaker: of nobody else. */
  readonly speakerRole: string | null;
  /** Rows of the entities named in the words. */
  readonly subjectRows: readonly number[];
}

/** What a person decided about a quote. */
export interface StoredQuoteCorrection {
  readonly isRejected: boolean;
  /** The row of the right speaker, or null where nobody knows who spoke; undefined: as extracted. */
  readonly speakerRow: number | null | undefined;
}

/** Puts the entities of the store into quotes as extracted, and applies what was decided about these quotes. */
export function attributeQuotes(
  connection: Connection,
  quotes: readonly { readonly id: string; readonly quote: Quote }[],
  entityRows: readonly number[],
): readonly AttributedQuote[] {
  const corrections = findQuoteCorrections(
    connection,
    quotes.map(({ id }) => id),
  );
  return quotes.map(({ id, quote }) => {
    const correction = corrections.get(id);
    const extracted = quote.speaker === null ? [] : [quote.speaker, ...quote.jointSpeakers];
    const rows = extracted.map((number) => entityRows[number]!);
    const speaker = correction?.speakerRow;
    const speakerRows = distinct(
      speaker === undefined ? rows : speaker === null ? [] : [speaker, ...rows.slice(1)],
    );
    return {
      id,
      quote,
      confidence: speaker === undefined ? quote.confidence : 1,
      isRejected: correction?.isRejected ?? false,
      speakerRows,
      speakerRole: speakerRows[0] === rows[0] ? quote.speakerRole : null,
      subjectRows: distinct(quote.about.map((number) => entityRows[number]!)),
    };
  });
}

export function findQuoteCorrection(connection: Connection, id: string): StoredQuoteCorrection | null {
  return findQuoteCorrections(connection, [id]).get(id) ?? null;
}

function findQuoteCorrections(
  connection: Connection,
  ids: readonly string[],
): ReadonlyMap<string, StoredQuoteCorrection> {
  const found = connection.all<{
    id: string;
    isRejected: number;
    hasSpeaker: number;
    speakerRow: number | null;
  }>(
    `select c.quote_id as id, c.is_rejected as isRejected, c.has_speaker as hasSpeaker, c.speaker_row as speakerRow
     from json_each(:ids) j cross join quote_corrections c on c.quote_id = j.value`,
    { ids: JSON.stringify(ids) },
  );
  return new Map(
    found.map(({ id, isRejected, hasSpeaker, speakerRow }) => [
      id,
      { isRejected: isRejected === 1, speakerRow: hasSpeaker === 1 ? speakerRow : undefined },
    ]),
  );
}

/** How many of these quotes each entity speaks, alone or jointly; by its row. */
export function countSpoken(quotes: readonly AttributedQuote[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { isRejected, speakerRows } of quotes) {
    if (isRejected) continue;
    for (const row of speakerRows) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return counts;
}

/** How many of these quotes lists show. */
export function countAccepted(quotes: readonly AttributedQuote[]): number {
  return quotes.filter(({ isRejected }) => !isRejected).length;
}

function distinct(rows: readonly number[]): readonly number[] {
  return [...new Set(rows)];
}
