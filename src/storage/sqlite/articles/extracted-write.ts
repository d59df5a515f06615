import { noteChange } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { settleQuotes } from '../copies/quote-groups.ts';
import type { NamedEntity } from '../entities/entity-identity.ts';
import { addNamings, Namings, removeNames } from '../entities/entity-names.ts';
import {
  dropUnnamedEntities,
  linkEntities,
  refreshQuoted,
  unlinkEntities,
} from '../entities/entity-write.ts';
import { attributeQuotes, countAccepted, countSpoken } from '../quotes/quote-attribution.ts';
import { deleteQuotes, insertQuotes } from '../quotes/quote-write.ts';
import { loadExtracted } from './article-read.ts';

/**
 * Links an article with its entities and writes its quotes anew, after a person decided something about what extraction had
 * found. `replace` says which entity comes in the place of one that the article names so; nothing else is identified anew.
 * Index the names of both after it.
 */
export function rewriteExtracted(
  connection: Connection,
  articleRow: number,
  replace: (row: number, entity: NamedEntity) => number = (row) => row,
): void {
  const { id, entities, article, ...extracted } = loadExtracted(connection, articleRow);
  const formerRows = deleteQuotes(connection, articleRow);
  const formerEntityRows = unlinkEntities(connection, articleRow);
  const entityRows = entities.map((entity, number) => {
    const former = formerEntityRows[number]!;
    const row = replace(former, entity);
    if (row === former) return former;
    removeNames(connection, former, entity);
    addNamings(connection, row, new Namings().add(entity, articleRow > 0 ? article.publishedAt : null));
    return row;
  });
  const quotes = attributeQuotes(connection, extracted.quotes, entityRows);
  const spoken = countSpoken(quotes);
  linkEntities(connection, articleRow, { entityRows, spoken });
  insertQuotes(connection, [{ articleRow, article, quotes, formerRows }]);
  settleQuotes(connection);
  refreshQuoted(connection, spoken.keys());
  connection.run('update articles set quote_count = :count where row = :articleRow', {
    articleRow,
    count: countAccepted(quotes),
  });
  dropUnnamedEntities(connection, formerEntityRows);
  noteChange(connection, { kind: 'article', action: 'corrected', id });
}
