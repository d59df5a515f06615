import type { EntityType } from '../../../domain/entity.ts';
import type { Suggestion } from '../../../domain/records.ts';
import type { Connection } from '../connection.ts';
import { selectKeys } from '../entities/entity-list.ts';
import { nameKey } from '../entities/names.ts';

/** Of `limit` suggestions, as many as this are headlines, where there are so many. */
const headlineShare = 0.3;
/** A shorter beginning of a word is the beginning of too many. */
const shortestWord = 2;

/** See {@link ArticleStore.suggest}. */
export function suggest(connection: Connection, q: string, limit: number): readonly Suggestion[] {
  const headlines = findHeadlines(connection, q, Math.ceil(limit * headlineShare));
  const key = nameKey(q);
  // Marks alone are nobody's name.
  const entities = key === '' && q !== '' ? [] : findNamed(connection, key, limit);
  return [...entities.slice(0, limit - headlines.length), ...headlines];
}

interface EntityRow {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly quoteCount: number;
  readonly articleCount: number;
}

function findNamed(connection: Connection, prefix: string, limit: number): readonly Suggestion[] {
  const { sql, parameters } =
    prefix === ''
      ? { sql: 'select row from entities where quote_count > 0', parameters: {} }
      : selectKeys(connection, prefix);
  const columns = 'e.id, e.name, e.type, e.quote_count as quoteCount, e.article_count as articleCount';
  const rows = connection.all<EntityRow>(
    `select ${columns} from entities e where e.row in (${sql}) and (e.article_count > 0 or e.quote_count > 0)
     order by e.quote_count desc, e.article_count desc, e.row limit :limit`,
    { ...parameters, limit },
  );
  return rows.map(({ id, name, ...rest }) => ({
    kind: rest.quoteCount > 0 ? 'speaker' : 'entity',
    id,
    text: name,
    publishedAt: null,
    ...rest,
  }));
}

/** The latest articles whose headlines hold all of the words, the last one perhaps not typed to its end. */
function findHeadlines(connection: Connection, q: string, limit: number): readonly Suggestion[] {
  const words = q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const last = words.at(-1);
  if (last === undefined || last.length < shortestWord || words.length > 20) return [];
  const match = [...words.slice(0, -1).map((word) => `"${word}"`), `"${last}"*`].join(' AND ');
  const rows = connection.all<{ id: string; headline: string; publishedAt: string | null }>(
    `select a.id, a.headline, a.published_at as publishedAt
     from (select rowid from articles_search where articles_search match :match and rowid > 0
           order by rowid desc limit :limit) s join articles a on a.row = s.rowid order by a.row desc`,
    { match: `headline : (${match})`, limit },
  );
  return rows.map(({ id, headline, publishedAt }) => ({
    kind: 'headline',
    id,
    text: headline,
    type: null,
    quoteCount: null,
    articleCount: null,
    publishedAt,
  }));
}
