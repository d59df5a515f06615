import { type Attribution, attributionOf } from '../attribution.ts';
import { ownersOfTokens } from '../chains.ts';
import { finiteWords, holdsQuotation, isWholeStatement, mainClause, tokensOf } from '../contents/contents.ts';
import { type Cue, type CueMap, cuesWithin } from '../cues/cues.ts';
import { subjectBefore } from '../cues/sources.ts';
import { isQuoted, type Reading, type Stretch, sentenceAround } from '../reading.ts';

/** Between a cue and its words, in tokens: hearer, place and time. */
const farthest = 24;

/**
 * Words in marks that nobody has, behind a cue that has none, with its hearer, place or time between.
 *
 * > Ruiz told a town hall in Salem on Monday that the dam was “peanuts.”      > Ruiz wrote on her page, in capitals, “Go.”
 *                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^                                           ^^^^^
 */
export function findFarWords(
  reading: Reading,
  cues: CueMap,
  found: readonly Attribution[],
): readonly Attribution[] {
  const owners = ownersOfTokens(reading, found);
  const used = new Set(
    found.flatMap(({ cue }) => (cue === null ? [] : cuesWithin(cues, cue.first, cue.end))),
  );
  return cues.cues.flatMap((cue): readonly Attribution[] => {
    const speaks = cue.verb?.says === true || cue.verb?.tells === true || cue.verb?.quotes === true;
    if (!speaks || cue.unsaid || used.has(cue) || isQuoted(reading, cue.first)) return [];
    if (owners[cue.first] !== -1) return [];
    const content = wordsBehind(reading, cues, cue);
    if (content === null || owners.subarray(content.first, content.end).some((owner) => owner !== -1))
      return [];
    const source = subjectBefore(reading, cue);
    return source === null ? [] : [attributionOf('rule', [content], cue, source)];
  });
}

function wordsBehind(reading: Reading, cues: CueMap, cue: Cue): Stretch | null {
  const { words, quotationOf } = reading;
  const { end } = sentenceAround(reading, cue.first);
  for (let token = cue.end; token < Math.min(end, cue.end + farthest); token += 1) {
    if (words[token] === 'that' && token > cue.end) {
      const clause = mainClause(reading, cues, token);
      return clause !== null && holdsQuotation(reading, clause) ? clause : null;
    }
    const quotation = reading.quotations[quotationOf[token]!];
    if (quotation !== undefined) {
      const isApart = /^[,:]$/.test(words[token - 1]!) && isWholeStatement(reading, quotation);
      return isApart ? tokensOf(quotation) : null;
    }
    if (finiteWords.test(words[token]!) || cuesWithin(cues, token, token + 1).length > 0) return null;
  }
  return null;
}
