import type { IfMatch } from '../../../domain/article-store.ts';
import type { QuoteCorrection } from '../../../domain/corrections.ts';
import { OnrecordError } from '../../../domain/errors.ts';
import type { StoredQuote } from '../../../domain/records.ts';
import { rewriteExtracted } from '../articles/extracted-write.ts';
import { noteChange } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { findOrAddEntity, noteCorrection } from '../entities/entity-correct.ts';
import { findEntityRow } from '../entities/entity-read.ts';
import { findTime } from '../time.ts';
import { findQuoteCorrection, type StoredQuoteCorrection } from './quote-attribution.ts';
import { loadQuote } from './quote-read.ts';

/** See {@link ArticleStore.correctQuote}. Kept by the quote's id, which the same words get whenever they come again. */
export function correctQuote(
  connection: Connection,
  id: string,
  correction: QuoteCorrection,
  ifMatch: IfMatch<StoredQuote>,
): StoredQuote {
  return connection.transaction(() => {
    const current = loadQuote(connection, id);
    if (ifMatch !== null && !ifMatch(current)) {
      throw new OnrecordError('precondition-failed', `The quote ${id} has changed since you read it.`);
    }
    if (correction.isTakenBack === true)
      connection.run('delete from quote_corrections where quote_id = :id', { id });
    const former = findQuoteCorrection(connection, id);
    const speakerRow = findSpeakerRow(connection, correction, former);
    const isRejected = correction.isRejected ?? former?.isRejected;
    if (speakerRow != null) noteCorrection(connection, speakerRow);
    if (speakerRow !== undefined || isRejected !== undefined)
      connection.run(
        `insert or replace into quote_corrections (quote_id, is_rejected, has_speaker, speaker_row, corrected_at)
         values (:id, :isRejected, :hasSpeaker, :speakerRow, :now)`,
        {
          id,
          isRejected: isRejected === true ? 1 : 0,
          hasSpeaker: speakerRow === undefined ? 0 : 1,
          speakerRow: speakerRow ?? null,
          now: findTime(connection),
        },
      );
    const { row } = connection.get<{ row: number }>('select article_row as row from quotes where id = :id', {
      id,
    })!;
    rewriteExtracted(connection, row);
    const corrected = loadQuote(connection, id);
    noteChange(connection, {
      kind: 'quote',
      action: actionOf(current, corrected),
      id,
      articleId: corrected.articleId,
    });
    return corrected;
  });
}

function actionOf(former: StoredQuote, corrected: StoredQuote): 'corrected' | 'rejected' | 'restored' {
  if (former.isRejected === corrected.isRejected) return 'corrected';
  return corrected.isRejected ? 'rejected' : 'restored';
}

/** Null: nobody knows; undefined: as extracted. */
function findSpeakerRow(
  connection: Connection,
  { speakerId, newSpeaker }: QuoteCorrection,
  former: StoredQuoteCorrection | null,
): number | null | undefined {
  if (newSpeaker !== undefined) return findOrAddEntity(connection, newSpeaker);
  if (speakerId === undefined) return former?.speakerRow;
  return speakerId === null ? null : findEntityRow(connection, speakerId);
}
