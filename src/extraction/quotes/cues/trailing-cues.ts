import { isQuoted, type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { isVerb } from './clause-subjects.ts';
import { governsNothing } from './cue-lexicon.ts';
import type { Cue } from './cues.ts';
import { findingVerbs, isFinding } from './predicates.ts';
import { subjectBefore } from './sources.ts';
import { verbGroup } from './verb-groups.ts';

/**
 * Words that are cues where they and their subject end a sentence, behind a comma and a clause.
 *
 * > The road is closed, the letter states.      > Prices are up, data show.      > He was ill, the Times reports.
 *                                  ^^^^^^                             ^^^^                               ^^^^^^^
 */
export function trailingCue(reading: Reading, token: number): Cue | null {
  const { words } = reading;
  const word = words[token]!;
  const isOfFindings = findingVerbs.has(word) || /^reads?$/.test(word);
  if (!isOfFindings && !nouns.test(word)) return null;
  const sentence = sentenceAround(reading, token);
  if (!endsSentence(reading, token + 1, sentence.end)) return null;
  const group = verbGroup(reading, token);
  if (group.passive || group.unsaid) return null;
  const verb = { ...governsNothing, lemma: isOfFindings ? 'find' : 'state', says: true, quotes: true };
  const cue: Cue = { kind: 'verb', verb, form: 'past', first: token, end: token + 1, ...group };
  const subject = subjectBefore(reading, cue);
  if (subject === null || words[subject.first - 1] !== ',' || isQuoted(reading, subject.first - 1))
    return null;
  if (isOfFindings && !isFinding(reading, subject)) return null;
  return isClause(reading, { first: sentence.first, end: subject.first - 1 }) ? cue : null;
}

/** Forms that are more often nouns. */
const nouns = /^(?:states?|claims?|reports?|notes?|estimates?)$/;

/** > …, the letter states.      > …, the Times reports, quoting two officials. */
const endsSentence = ({ words }: Reading, from: number, end: number): boolean =>
  from >= end ||
  /^[.!?]$/.test(words[from]!) ||
  (words[from] === ',' && /^(?:quoting|citing)$/.test(words[from + 1] ?? ''));

/**
 * Has a stretch a verb of its own, and is no clause that only leads to the next one, nor one about somebody named?
 *
 * > not: When it fell      > not: Ana Ruiz, who voted no
 */
export function isClause({ words, nameOf, capital }: Reading, { first, end }: Stretch): boolean {
  const behind = (token: number): number => {
    const comma = words.slice(token, end).indexOf(',');
    return comma === -1 ? end : token + comma;
  };
  for (let token = leading.test(words[first]!) ? behind(first) : first + 1; token < end; token += 1) {
    if (words[token - 1] === ',' && relatives.test(words[token]!)) token = behind(token);
    // "On May 15"
    else if (nameOf[token] === -1 && capital[token] === 0 && isVerb(words[token]!)) return true;
  }
  return false;
}

const leading = /^(?:when|while|if|because|as|although|though|after|before|since|until|unless|once|asked)$/;
const relatives = /^(?:who|whose|whom|which|where)$/;
