import { noteChange } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { settleQuotes } from '../copies/quote-groups.ts';
import type { NamedEntity } from '../entities/entity-identity.ts';
import { addNames, removeNames } from '../entities/entity-names.ts';
import {
  dropUnnamedEntities,
  linkEntities,
  refreshQuoted,
  unlinkEntities,
} from '../entities/entity-write.ts';
import { attributeQuotes, countSpoken } from '../quotes/quote-attribution.ts';
import {
  deleteQuotes,
  type identifyQuotes,
  insertQuotes,
  type QuotesToWrite,
} from '../quotes/quote-write.ts';
import { loadExtracted } from './article-read.ts';

/** What extraction made of an article, with the entities of the store that it means. */
export interface ExtractedParts extends Pick<QuotesToWrite, 'article' | 'formerRows'> {
  /** In the order of the article's entities. */
  readonly entityRows: readonly number[];
  readonly quotes: ReturnType<typeof identifyQuotes>;
}

/** Links an article, which is written itself, with its entities and writes its quotes, as corrected by people. */
export function writeExtracted(connection: Connection, articleRow: number, parts: ExtractedParts): void {
  const { article, entityRows, formerRows } = parts;
  const quotes = attributeQuotes(connection, parts.quotes, entityRows);
  const spoken = countSpoken(quotes);
  linkEntities(connection, { articleRow, entityRows, spoken });
  insertQuotes(connection, { articleRow, article, quotes, formerRows });
  settleQuotes(connection);
  refreshQuoted(connection, spoken.keys());
  connection.run('update articles set quote_count = :count where row = :articleRow', {
    articleRow,
    count: quotes.filter(({ isRejected }) => !isRejected).length,
  });
}

/**
 * Does so anew with what extraction had found, after a person decided something about it. `replace` says which entity
 * comes in the place of one that the article names so; nothing else is identified anew. Index the names of both after it.
 */
export function rewriteExtracted(
  connection: Connection,
  articleRow: number,
  replace: (row: number, entity: NamedEntity) => number = (row) => row,
): void {
  const { id, entities, ...extracted } = loadExtracted(connection, articleRow);
  const formerRows = deleteQuotes(connection, articleRow);
  const formerEntityRows = unlinkEntities(connection, articleRow);
  const entityRows = entities.map((entity, number) => {
    const former = formerEntityRows[number]!;
    const row = replace(former, entity);
    if (row === former) return former;
    removeNames(connection, former, entity);
    addNames(connection, row, entity, articleRow > 0 ? extracted.article.publishedAt : null);
    return row;
  });
  writeExtracted(connection, articleRow, { ...extracted, entityRows, formerRows });
  dropUnnamedEntities(connection, formerEntityRows);
  noteChange(connection, { kind: 'article', action: 'corrected', id });
}
