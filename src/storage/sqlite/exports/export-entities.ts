import type { ExportedEntity } from '../../../domain/export.ts';
import type { Connection } from '../connection.ts';

/** Every entity, in the order in which they came: lists show those that are equal otherwise in it. */
export function* exportEntities(connection: Connection): Iterable<ExportedEntity> {
  for (let after = 0; ; ) {
    const rows = connection.all<EntityRow>(
      `select e.row, e.id, e.type, e.name, c.name as given_name, c.former_type, c.corrected_at
       from entities e left join entity_corrections c on c.entity_row = e.row
       where e.row > :after order by e.row limit 1000`,
      { after },
    );
    if (rows.length === 0) return;
    for (const row of rows) yield exportEntity(connection, row);
    after = rows.at(-1)!.row;
  }
}

function exportEntity(connection: Connection, entity: EntityRow): ExportedEntity {
  const { row, id, type, name, given_name, former_type, corrected_at } = entity;
  const of = <Row>(sql: string) => connection.all<Row>(sql, { row });
  return {
    onrecord: 'entity',
    id,
    type,
    name,
    names: of(
      `select kind, text, article_count as articleCount, first_seen_on as firstSeenOn, last_seen_on as lastSeenOn
       from entity_names where entity_row = :row order by kind, text`,
    ),
    identities: of(
      'select key, type, ordinal from entity_identities where entity_row = :row order by key, type, ordinal',
    ),
    mergedIds: of<{ id: string }>('select id from entity_redirects where entity_row = :row order by id').map(
      (merged) => merged.id,
    ),
    correction:
      corrected_at === null ? null : { name: given_name, formerType: former_type, correctedAt: corrected_at },
    aliases: of<{ text: string; is_alias: number }>(
      'select text, is_alias from entity_alias_corrections where entity_row = :row order by text',
    ).map(({ text, is_alias }) => ({ text, isAlias: is_alias === 1 })),
  };
}

interface EntityRow {
  readonly row: number;
  readonly id: string;
  readonly type: ExportedEntity['type'];
  readonly name: string;
  /** These are null where nobody decided anything about it. */
  readonly given_name: string | null;
  readonly former_type: ExportedEntity['type'] | null;
  readonly corrected_at: string | null;
}
