import type { CueMap } from '../cues/cues.ts';
import { subjectEnd } from '../cues/shared-subjects.ts';
import { isPastTense } from '../past-tense.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { finiteWords, mainClause } from './contents.ts';

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

/**
 * A clause that was cut behind one that only leads to it.
 *
 * > He contended that since the bill was dead, the party should look for another way.
 *                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function throughMainClause(reading: Reading, cues: CueMap, cue: Stretch, content: Stretch): Stretch {
  const { words, quotationOf } = reading;
  const { first, end } = content;
  const opening = words.slice(first, end).lastIndexOf('that') + first;
  const opens = words[opening] === 'that' && leading.test(words[opening + 1] ?? '');
  if (first < cue.end || !opens || words[end] !== ',' || quotationOf[end] !== -1) return content;
  if (words.slice(first, end).includes(',')) return content;
  if (subjectEnd(reading, end + 1, end + longestSubject) === null) return content;
  const clause = mainClause(reading, cues, end + 1);
  return clause === null ? content : { first, end: clause.end };
}

const leading =
  /^(?:since|if|when|because|although|though|while|once|unless|as|even|until|after|before|with|given|despite|in|by|at|for)$/;
/** In tokens. */
const longestSubject = 16;

/**
 * A subject that was cut from its verb by what is told of it.
 *
 * > She said the pump, which was mended twice in March, would be sold.
 *            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function throughRelative(reading: Reading, cues: CueMap, cue: Stretch, content: Stretch): Stretch {
  const { words, quotationOf } = reading;
  const { first, end } = content;
  if (first < cue.end || words[end] !== ',' || quotationOf[end] !== -1) return content;
  if (!/^(?:which|who|whom|whose|where)$/.test(words[end + 1] ?? '')) return content;
  if (words.slice(first, end).some((word) => finiteWords.test(word) || isPastTense(word))) return content;
  const comma = words.indexOf(',', end + 1);
  if (comma === -1 || comma + 1 >= sentenceAround(reading, first).end) return content;
  if (!(finiteWords.test(words[comma + 1]!) || isPastTense(words[comma + 1]!))) return content;
  const clause = mainClause(reading, cues, comma + 1);
  return clause === null ? content : { first, end: clause.end };
}

/**
 * A clause that was cut before a verb of saying of its own.
 *
 * > He notes that the commission announced on Friday that there was an issue.
 *                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function throughInnerCue(reading: Reading, cues: CueMap, cue: Stretch, content: Stretch): Stretch {
  const { words } = reading;
  const { first, end } = content;
  const inner = cues.cues[cues.groupAt[end] ?? -1];
  if (first < cue.end || words[first] !== 'that' || inner?.kind !== 'verb' || inner.unsaid) return content;
  const hasVerb = words.slice(first, end).some((word) => finiteWords.test(word) || isPastTense(word));
  const isLast = inner.end >= words.length;
  const clause = hasVerb || isLast ? null : mainClause(reading, cues, inner.end);
  return clause === null ? content : { first, end: clause.end };
}

/** > They pledged to not only keep the plan, but use it.      > They hope to keep the plan, but also to use it. */
//                                       ^^^^^^^^^^^^^^^^
export function throughNotOnly(reading: Reading, cues: CueMap, cue: Stretch, content: Stretch): Stretch {
  const { words } = reading;
  const { first, end } = content;
  if (first < cue.end || words[end] !== ',' || words[end + 1] !== 'but') return content;
  if (
    words[end + 2] !== 'also' &&
    !/ not (?:only|just|merely) /.test(` ${words.slice(first, end).join(' ')}`)
  )
    return content;
  const clause = mainClause(reading, cues, end + 1);
  return clause === null ? content : { first, end: clause.end };
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
