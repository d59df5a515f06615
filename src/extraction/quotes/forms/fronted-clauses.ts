import { type Attribution, attributionOf } from '../attribution.ts';
import { contentBehind, finiteWords, quotationAt } from '../contents/contents.ts';
import type { Cue, CueMap } from '../cues/cues.ts';
import { subjectEnd } from '../cues/shared-subjects.ts';
import { isPastTense } from '../past-tense.ts';
import { isQuoted, type Reading, type Stretch, sentenceAround } from '../reading.ts';

/**
 * Words of whoever the clause behind the comma is about.
 *
 * > Saying that the talks had failed, Ana Ruiz left the room.      > Despite warning of floods, she stayed.
 *          ^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^
 */
export function frontedClauses(reading: Reading, cues: CueMap): readonly Attribution[] {
  return cues.cues.flatMap((cue): readonly Attribution[] => {
    if (cue.form !== 'gerund' || cue.unsaid || !isFronted(reading, cue)) return [];
    const content = contentBehind(reading, cues, cue, cue.end);
    if (content === null || quotationAt(reading, content.first) !== null) return [];
    const behind = mainClauseBehind(reading, content.first);
    if (behind === null) return [];
    return [attributionOf('rule', [{ first: content.first, end: behind.end }], cue, behind.subject)];
  });
}

/** The sentence opens with the cue, or with a word before it that makes a clause of it. */
function isFronted(reading: Reading, { groupFirst }: Cue): boolean {
  const { first } = sentenceAround(reading, groupFirst);
  const opening = first + Number(/^(?:but|and|yet|still)$/.test(reading.words[first]!));
  return groupFirst === opening || (groupFirst === opening + 1 && clauseWords.test(reading.words[opening]!));
}

const clauseWords = /^(?:while|after|before|despite|besides|in|by|since|upon|on|even)$/;

interface MainClause {
  /** Where what was said ends. */
  readonly end: number;
  readonly subject: Stretch;
}

/** The clause about who said it, behind the first comma with a verb before it and a subject behind it; null where there is none. */
function mainClauseBehind(reading: Reading, from: number): MainClause | null {
  const { words, quotations, quotationOf } = reading;
  const last = Math.min(sentenceAround(reading, from).end, from + longestContent);
  let hasVerb = false;
  for (let token = from; token < last; token += 1) {
    const word = words[token]!;
    if (token > from && (finiteWords.test(word) || isPastTense(word))) hasVerb = true;
    const isComma = word === ',' && !isQuoted(reading, token);
    const isMark = words[token - 1] === ',' && quotations[quotationOf[token]!]?.endToken === token + 1;
    if (!hasVerb || !(isComma || isMark)) continue;
    const end = subjectEnd(reading, token + 1, token + longestSubject);
    if (end !== null) return { end: isMark ? token + 1 : token, subject: { first: token + 1, end } };
  }
  return null;
}

/** In tokens. */
const longestContent = 60;
const longestSubject = 16;
