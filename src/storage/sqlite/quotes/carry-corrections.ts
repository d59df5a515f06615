import { identifyingWords } from '../../../domain/quote.ts';
import type { Connection } from '../connection.ts';
import type { IdentifiedQuote } from './quote-write.ts';

/**
 * Makes what people decided about quotes of an article hold where other rules find the same words with a few more or fewer
 * around them: for the quote that has them, or that they have, and about which nobody decided anything. Answers with the
 * ids of corrected quotes of which nothing is left.
 */
export function carryCorrections(
  connection: Connection,
  articleRow: number,
  found: readonly IdentifiedQuote[],
): readonly string[] {
  const ids = new Set(found.map(({ id }) => id));
  const corrected = connection.all<{ id: string; text: string }>(
    `select q.id, q.text from quotes q join quote_corrections c on c.quote_id = q.id
     where q.article_row = :articleRow order by q.number`,
    { articleRow },
  );
  const free = new Map(found.map(({ id, quote }) => [id, identifyingWords(quote)]));
  for (const { id } of corrected) free.delete(id);
  return corrected
    .filter(({ id }) => !ids.has(id))
    .flatMap(({ id, text }) => {
      const heir = findHeir(free, identifyingWords({ text }));
      if (heir === null) return [id];
      free.delete(heir);
      connection.run(
        `insert or ignore into quote_corrections (quote_id, is_rejected, has_speaker, speaker_row, corrected_at)
         select :heir, is_rejected, has_speaker, speaker_row, corrected_at from quote_corrections where quote_id = :id`,
        { heir, id },
      );
      return [];
    });
}

/** Of two quotes of which one has the words of the other, what the shorter one has of the longer one at least. */
const leastShare = 0.5;

/** Of those that hold the words, or are held by them, the one that is the nearest to them in length. */
function findHeir(free: ReadonlyMap<string, string>, words: string): string | null {
  const share = ([, other]: readonly [string, string]): number => {
    const [shorter, longer] = [words, other].sort((a, b) => a.length - b.length) as [string, string];
    return ` ${longer} `.includes(` ${shorter} `) ? shorter.length / longer.length : 0;
  };
  const related = [...free].filter((quote) => share(quote) >= leastShare);
  const [nearest] = related.sort((a, b) => share(b) - share(a));
  return nearest?.[0] ?? null;
}
