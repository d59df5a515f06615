import type { EntitySplit } from '../../../domain/corrections.ts';
import type { EntitySummary } from '../../../domain/records.ts';
import { noteChange } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { noteCorrection, setName } from './entity-correct.ts';
import { indexNames } from './entity-names.ts';
import { findEntityRow, loadEntities } from './entity-read.ts';
import { splitByArticles } from './entity-split-articles.ts';
import { splitByNames } from './entity-split-names.ts';

/** See {@link ArticleStore.splitEntity}. */
export function splitEntity(connection: Connection, id: string, split: EntitySplit): EntitySummary {
  return connection.transaction(() => {
    const from = findEntityRow(connection, id);
    noteCorrection(connection, from);
    const to =
      'names' in split
        ? splitByNames(connection, from, split.names)
        : splitByArticles(connection, from, split.articleIds);
    noteCorrection(connection, to);
    if (split.name !== null) setName(connection, to, split.name, split.name);
    for (const row of [from, to]) indexNames(connection, row);
    const [left, parted] = loadEntities(connection, [from, to]);
    noteChange(connection, { kind: 'entity', action: 'split', id: left!.id, into: parted!.id });
    return parted!;
  });
}
