import type { Connection } from '../connection.ts';
import { settleCopies } from '../copies/article-copies.ts';
import { settleQuotes } from '../copies/quote-groups.ts';
import { identifyEntities } from '../entities/entity-identity.ts';
import { EntityLedger } from '../entities/entity-ledger.ts';
import { removeNames, renameEntities } from '../entities/entity-names.ts';
import { dropUnnamedEntities, refreshQuoted, unlinkEntities } from '../entities/entity-write.ts';
import { type Moves, noteMoves } from '../moves.ts';
import {
  type AttributedQuote,
  attributeQuotes,
  countAccepted,
  countSpoken,
} from '../quotes/quote-attribution.ts';
import { deleteQuotes, identifyQuotes, insertQuotes } from '../quotes/quote-write.ts';
import { findTime } from '../time.ts';
import { loadEntitiesAsNamed } from './article-read.ts';
import { insertArticles, insertBodies, type PlacedArticle } from './article-rows.ts';

/** An article to write, in place of what there is of it. */
export interface ArticleToWrite extends PlacedArticle {
  /** Where it is; null: it is nowhere. */
  readonly formerRow: number | null;
}

/**
 * Writes all that there is of articles but for how they are registered. What it leaves is what writing one after the other
 * would; it takes them together, a table after the other, because a statement costs more than a row, and because the
 * full-text indexes write what they have gathered each time that another statement with triggers starts.
 */
export function writeArticles(connection: Connection, articles: readonly ArticleToWrite[]): void {
  const removed = articles.map(({ formerRow }) =>
    formerRow === null ? nothing : removeRows(connection, formerRow),
  );
  const attributed = writeEntities(connection, articles);
  insertBodies(connection, articles);
  insertQuotes(
    connection,
    articles.map(({ row, formerRow, article }, index) => ({
      articleRow: row,
      article,
      quotes: attributed[index]!,
      formerRows: row === formerRow ? removed[index]!.quoteRows : nothing.quoteRows,
    })),
  );
  settleQuotes(connection);
  refreshQuoted(connection, new Set(attributed.flatMap((quotes) => [...countSpoken(quotes).keys()])));
  articles.forEach(({ row, formerRow, article }, index) => {
    settleCopies(connection, formerRow, { row, text: article.text });
    const { quoteRows, entityRows, renamedRows } = removed[index]!;
    if (formerRow !== null && row !== formerRow) noteMoved(connection, formerRow, row, quoteRows);
    dropUnnamedEntities(connection, entityRows);
    renameEntities(connection, renamedRows);
  });
}

/** Writes which entities articles name, and whom of the store they mean by them; answers with the quotes of each. */
function writeEntities(
  connection: Connection,
  articles: readonly ArticleToWrite[],
): readonly (readonly AttributedQuote[])[] {
  const ledger = new EntityLedger(connection);
  const ingestedAt = findTime(connection);
  const identified: Parameters<typeof insertArticles>[1][number][] = [];
  const write = () => {
    if (identified.length === 0) return;
    insertArticles(connection, identified.splice(0));
    ledger.write();
  };
  const attributed = articles.map((placed) => {
    const { id, row, article } = placed;
    const entityRows = identifyEntities(connection, ledger, write, { id, entities: article.entities });
    const quotes = attributeQuotes(connection, identifyQuotes(id, article.quotes), entityRows);
    identified.push({ ...placed, quoteCount: countAccepted(quotes), ingestedAt });
    ledger.enter({ ...article, articleRow: row, entityRows, spoken: countSpoken(quotes) });
    return quotes;
  });
  write();
  return attributed;
}

/** Notes where an article and its quotes went, as far as lists show them before and after. */
function noteMoved(
  connection: Connection,
  from: number,
  to: number,
  formerQuoteRows: ReadonlyMap<string, number>,
): void {
  if (from < 0 || to < 0) return;
  noteMoves(connection, 'articles', [[from, to]]);
  const quotes = connection.all<{ id: string; row: number }>(
    'select id, row from quotes where article_row = :to and row > 0',
    { to },
  );
  const moves = quotes.flatMap(({ id, row }): Moves => {
    const former = formerQuoteRows.get(id) ?? row;
    return former > 0 && former !== row ? [[former, row]] : [];
  });
  noteMoves(connection, 'quotes', moves);
}

/** What an article's rows were, for the revision that takes their place. */
interface RemovedRows {
  /** By the quotes' ids. */
  readonly quoteRows: ReadonlyMap<string, number>;
  readonly entityRows: readonly number[];
  /** Those of them that have a name less now. */
  readonly renamedRows: readonly number[];
}
const nothing: RemovedRows = { quoteRows: new Map(), entityRows: [], renamedRows: [] };

/** Takes an article out of every table but the registry. Entities stay until it is known that nobody names them. */
export function removeRows(connection: Connection, row: number): RemovedRows {
  const quoteRows = deleteQuotes(connection, row);
  const entityRows = unlinkEntities(connection, row);
  const named = loadEntitiesAsNamed(connection, row);
  const renamedRows = entityRows.filter((entityRow, number) => {
    const entity = named[number];
    return entity !== undefined && removeNames(connection, entityRow, entity);
  });
  connection.run('delete from article_labels where article_row = :row', { row });
  for (const table of ['article_raws', 'article_bodies', 'articles']) {
    connection.run(`delete from ${table} where row = :row`, { row });
  }
  return { quoteRows, entityRows, renamedRows };
}
