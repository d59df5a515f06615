import { OnrecordError } from '../../../domain/errors.ts';
import type {
  ExportedBookmark,
  ExportedFormerQuotes,
  ExportedQuoteCorrection,
  ExportedRevision,
  ExportRecord,
} from '../../../domain/export.ts';
import type { StoreCounts } from '../../../domain/records.ts';
import type { Connection } from '../connection.ts';
import { startDraft } from '../draft.ts';
import { countEverything } from '../statistics.ts';
import { importArticle, importTombstone } from './import-articles.ts';
import { findExportedEntity, finishEntities, importEntity } from './import-entities.ts';

/** Makes a store of what an export holds. */
export interface StoreImport {
  /** The records in their order; the header is for who reads the file. Throws where one contradicts those before it. */
  add(records: readonly ExportRecord[]): void;
  /** Ends the writing; only now there is a database of that name. */
  finish(): Promise<StoreCounts>;
  /** Leaves nothing behind. */
  abandon(): void;
}

/** What SQLite may keep in memory. */
const cacheMb = 200;

/**
 * Starts a new store that will be equal to the one that was exported. Nothing is extracted, and nobody identified anew:
 * ids and places are those of the export; what follows from them is worked out again. The feed of changes is another one:
 * it tells of everything as if it had come just so. Rejects where the file exists.
 */
export async function startImport(file: string): Promise<StoreImport> {
  const { connection, restoreIndexes, finish, abandon } = await startDraft(file, cacheMb);
  return {
    add: (records) =>
      connection.transaction(() => {
        for (const record of records) importRecord(connection, record);
      }),
    finish: async () => {
      restoreIndexes();
      connection.transaction(() => finishEntities(connection));
      refuseContradictions(connection);
      const counts = countEverything(connection);
      await finish();
      return counts;
    },
    abandon,
  };
}

function importRecord(connection: Connection, record: ExportRecord): void {
  switch (record.onrecord) {
    case 'entity':
      importEntity(connection, record);
      break;
    case 'quote-correction':
      importQuoteCorrection(connection, record);
      break;
    case 'article':
      importArticle(connection, record);
      break;
    case 'tombstone':
      importTombstone(connection, record);
      break;
    case 'revision':
      importRevision(connection, record);
      break;
    case 'former-quotes':
      importFormerQuotes(connection, record);
      break;
    case 'bookmark':
      importBookmark(connection, record);
      break;
    case 'export':
    case 'end':
      break;
    default:
      throw new OnrecordError('invalid-body', 'Records of this kind are not known here.');
  }
}

function importQuoteCorrection(connection: Connection, correction: ExportedQuoteCorrection): void {
  const { quoteId, isRejected, speaker, correctedAt } = correction;
  connection.run(
    `insert into quote_corrections (quote_id, is_rejected, has_speaker, speaker_row, corrected_at)
     values (:quoteId, :isRejected, :hasSpeaker, :speakerRow, :correctedAt)`,
    {
      quoteId,
      isRejected: isRejected ? 1 : 0,
      hasSpeaker: speaker === undefined ? 0 : 1,
      speakerRow: speaker == null ? null : findExportedEntity(connection, speaker),
      correctedAt,
    },
  );
}

function importRevision(connection: Connection, record: ExportedRevision): void {
  const { articleId, revision, ingestedAt, extractor, article, raw } = record;
  connection.run(
    `insert into article_revisions (article_id, revision, ingested_at, extractor, article, media_type, raw)
     values (:articleId, :revision, :ingestedAt, :extractor, :article, :mediaType, :raw)`,
    {
      ...{ articleId, revision, ingestedAt, extractor },
      article: JSON.stringify(article),
      mediaType: raw.mediaType,
      raw: raw.text,
    },
  );
}

function importFormerQuotes(connection: Connection, { ids }: ExportedFormerQuotes): void {
  for (const id of ids) connection.run('insert into former_quotes (id) values (:id)', { id });
}

function importBookmark(connection: Connection, { source, state }: ExportedBookmark): void {
  connection.run('insert into bookmarks (source, state) values (:source, :state)', { source, state });
}

/** An export that somebody wrote in may refer to what is not there. */
function refuseContradictions(connection: Connection): void {
  const [broken] = connection.all<{ table: string; parent: string }>('pragma foreign_key_check');
  if (broken === undefined) return;
  throw new OnrecordError(
    'invalid-body',
    `The export contradicts itself: what is in its ${broken.table} refers to ${broken.parent} that are not there.`,
  );
}
