import type { CueMap } from '../cues/cues.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { mainClause } from './contents.ts';

/**
 * Words behind a cue that were cut at a word in marks, or between two dashes, up to the end of their clause.
 *
 * > They say they are held 'hostage' by a peacock.      > She says the bird – called 'Boris' – came in May.
 *                                    ^^^^^^^^^^^^                                            ^^^^^^^^^^^^^
 */
export function upToClauseEnd(reading: Reading, cues: CueMap, cue: Stretch, content: Stretch): Stretch {
  const { words, quotationOf } = reading;
  const { first, end } = content;
  const isClause = first >= cue.end && quotationOf[first] === -1 && quotationOf[end] === -1;
  if (!isClause || end >= sentenceAround(reading, end - 1).end) return content;
  const isCutAtMark = quotationOf[end - 1] !== -1 && complements.test(words[end]!);
  const isCutAtDash = dash.test(words[end]!) && countDashes(reading, content) === 1;
  if (!isCutAtMark && !isCutAtDash) return content;
  const clause = mainClause(reading, cues, first);
  return clause !== null && clause.end > end ? clause : content;
}

/** What goes on with the noun, or the verb, in marks. */
const complements = /^(?:by|of|with|from|which|than)$/;
const dash = /^(?:-|–|—|--)$/;

function countDashes({ words, quotationOf }: Reading, { first, end }: Stretch): number {
  let count = 0;
  for (let token = first; token < end; token += 1)
    if (quotationOf[token] === -1 && dash.test(words[token]!)) count += 1;
  return count;
}
