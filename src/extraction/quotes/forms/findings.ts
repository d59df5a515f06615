import { type Attribution, attributionOf } from '../attribution.ts';
import { holdsQuotation, mainClause } from '../contents/contents.ts';
import { governsNothing } from '../cues/cue-lexicon.ts';
import type { Cue, CueMap } from '../cues/cues.ts';
import { findingVerbs, isFinding } from '../cues/predicates.ts';
import { subjectBefore } from '../cues/sources.ts';
import { areReported } from '../learned/reported-words.ts';
import type { Reading } from '../reading.ts';
import { readAtWords } from './rules-by-word.ts';

/**
 * What reports, figures and those who inquire have found, without "that", which makes a cue of the verb.
 *
 * > An audit of the fund, published on Monday, showed $4 million were lost.
 *   ^^^^^^^^^^^^^^^^^^^^^                      ^^^^^^ ^^^^^^^^^^^^^^^^^^^^
 */
export function findFindings(reading: Reading, cues: CueMap): readonly Attribution[] {
  const { words } = reading;
  return readAtWords(reading, findingVerbs, (verb) => {
    if (words[verb + 1] === 'that') return null;
    let first = verb;
    while (/^(?:has|have|had|also|later)$/.test(words[first - 1] ?? '')) first -= 1;
    const place = { first: verb, end: verb + 1, groupFirst: first };
    const cue: Cue = { kind: 'verb', verb: finding, form: 'past', unsaid: false, ...place };
    const source = subjectBefore(reading, cue);
    if (source === null || !isFinding(reading, source)) return null;
    const content = mainClause(reading, cues, verb + 1);
    if (content === null) return null;
    if (!areReported(reading, finding, cue, content) && !holdsQuotation(reading, content)) return null;
    return attributionOf('rule', [content], { first, end: verb + 1 }, source);
  });
}

const finding = { ...governsNothing, lemma: 'find', says: true };
