import type { InputFault } from '../../../domain/errors.ts';
import { rewriteExtracted } from '../articles/extracted-write.ts';
import type { Connection } from '../connection.ts';
import { refuseFaults } from '../errors.ts';
import { insertEntity } from './entity-identity.ts';

/** Makes another entity of an entity in these of its articles; answers with its row. */
export function splitByArticles(connection: Connection, from: number, articleIds: readonly string[]): number {
  const articles = findArticles(connection, from, articleIds);
  const to = insertNamesake(connection, from);
  for (const article of articles) {
    assign(connection, article.id, from, to);
    rewriteExtracted(connection, article.row, (row) => (row === from ? to : row));
  }
  return to;
}

interface ArticleAt {
  readonly id: string;
  readonly row: number;
}

function findArticles(
  connection: Connection,
  entityRow: number,
  ids: readonly string[],
): readonly ArticleAt[] {
  const faults: InputFault[] = [];
  const found = new Map<number, ArticleAt>();
  ids.forEach((id, index) => {
    const article = connection.get<ArticleAt>(
      `select a.id, a.row from articles a join article_entities x on x.article_row = a.row
       where a.id = :id and x.entity_row = :entityRow`,
      { id, entityRow },
    );
    if (article !== undefined) found.set(article.row, article);
    else faults.push({ pointer: `/articles/${index}`, detail: `${id} is no article of this entity` });
  });
  const { total } = connection.get<{ total: number }>(
    'select count(distinct article_row) as total from article_entities where entity_row = :entityRow',
    { entityRow },
  )!;
  if (faults.length === 0 && found.size === total) {
    const detail =
      'these are all articles of this entity: give it another name, or split it by the names that it goes by';
    faults.push({ pointer: '/articles', detail });
  }
  refuseFaults(faults);
  return [...found.values()];
}

/** Another entity that the same names may mean: which one an article means, its other entities tell. */
function insertNamesake(connection: Connection, of: number): number {
  const entity = connection.get<{ name: string; type: string; key: string }>(
    `select e.name, i.type, i.key from entity_identities i join entities e on e.row = i.entity_row
     where i.entity_row = :of order by i.key <> e.key, i.ordinal limit 1`,
    { of },
  )!;
  const row = insertEntity(connection, entity);
  connection.run('update entities set type = (select type from entities where row = :of) where row = :row', {
    of,
    row,
  });
  return row;
}

/** Whatever led this article to the one, an earlier split included, leads to the other from now on. */
function assign(connection: Connection, articleId: string, from: number, to: number): void {
  connection.run(
    'update entity_assignments set to_row = :to where article_id = :articleId and to_row = :from',
    { articleId, from, to },
  );
  connection.run(
    `insert into entity_assignments (article_id, from_row, to_row) values (:articleId, :from, :to)
     on conflict do update set to_row = :to`,
    { articleId, from, to },
  );
  // Quotes whose speaker a person corrected to the one are the other's, too.
  connection.run(
    `update quote_corrections set speaker_row = :to where speaker_row = :from and quote_id in (
       select q.id from quotes q join articles a on a.row = q.article_row where a.id = :articleId)`,
    { articleId, from, to },
  );
}
