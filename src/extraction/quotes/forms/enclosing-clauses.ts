import { type Attribution, attributionOf } from '../attribution.ts';
import { holdsQuotation } from '../contents/contents.ts';
import { type Cue, type CueMap, cuesWithin } from '../cues/cues.ts';
import { isInformant } from '../cues/informants.ts';
import { sourceOfAccording, subjectBefore } from '../cues/sources.ts';
import { isClause } from '../cues/trailing-cues.ts';
import { endWithoutPoint, isQuoted, type Reading, type Stretch, sentenceAround } from '../reading.ts';

/**
 * Sentences that somebody is said to have said as a whole, although they tell of words themselves.
 *
 * > He denies it and suggests that it was Mr Reed, Mr Gabb told the court.      > According to her, they had agreed to go.
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                                                   ^^^^^^^^^^^^^^^^^^^^
 */
export function enclosingClauses(reading: Reading, cues: CueMap): readonly Attribution[] {
  return cues.cues.flatMap((cue): readonly Attribution[] => {
    if (cue.unsaid || isQuoted(reading, cue.first)) return [];
    const found =
      cue.kind === 'according'
        ? (leading(reading, cues, cue) ?? behindAll(reading, cues, cue))
        : trailing(reading, cues, cue);
    if (found === null || holdsQuotation(reading, found.content)) return [];
    const { source, content } = found;
    const isPlain = cuesWithin(cues, content.first, content.end).length === 0;
    // "The road is shut, the ministry told reporters.": the rules ask for words of their own behind "told".
    if (
      isPlain
        ? cue.verb?.lemma !== 'tell' || !isClause(reading, content)
        : !isPerson(reading, source) && !isInformant(reading, source)
    )
      return [];
    return [attributionOf('rule', [content], cue, source)];
  });
}

interface Found {
  readonly source: Stretch;
  readonly content: Stretch;
}

function leading(reading: Reading, cues: CueMap, cue: Cue): Found | null {
  const sentence = sentenceAround(reading, cue.first);
  if (cue.first !== sentence.first) return null;
  const comma = reading.words.slice(cue.end, cue.end + longestName).indexOf(',') + cue.end;
  if (comma < cue.end + 1) return null;
  const content = { first: comma + 1, end: endWithoutPoint(reading, sentence) };
  // "According to Rao, talks went on but noted that they were slow.": a second verb of hers.
  const isShared = cuesWithin(cues, content.first, content.end).some(({ groupFirst }) =>
    /^(?:and|but)$/.test(reading.words[groupFirst - 1]!),
  );
  return isShared ? null : { source: { first: cue.end, end: comma }, content };
}

function trailing(reading: Reading, cues: CueMap, cue: Cue): Found | null {
  const sentence = sentenceAround(reading, cue.first);
  if (cue.verb?.says !== true && cue.verb?.tells !== true) return null;
  if (sentence.end - cue.end > longestHearer) return null;
  const behind = reading.words[cue.end] ?? '.';
  if (behind === 'that' || (cue.verb.tells !== true && !occasions.test(behind))) return null;
  const source = subjectBefore(reading, cue);
  if (source === null || reading.words[source.first - 1] !== ',') return null;
  const content = { first: sentence.first, end: source.first - 1 };
  // "The deal was off, Rao said, and it would not come back, Marr said.": an aside closes before.
  const isParted = cuesWithin(cues, content.first, content.end).some(
    ({ kind, end }) => kind === 'according' || reading.words[end] === ',',
  );
  return isParted ? null : { source, content };
}

/** > Most voters say they prefer lower prices, according to a poll of 900 adults. */
//                                             ^^^^^^^^^^^^
function behindAll(reading: Reading, cues: CueMap, cue: Cue): Found | null {
  const source = sourceOfAccording(reading, cue);
  const sentence = sentenceAround(reading, cue.first);
  if (source === null || reading.words[cue.first - 1] !== ',') return null;
  const content = { first: sentence.first, end: cue.first - 1 };
  const isParted = cuesWithin(cues, content.first, content.end).some(
    ({ kind, end }) => kind === 'according' || reading.words[end] === ',' || end === content.end,
  );
  return isParted ? null : { source, content };
}

/** In tokens: "told the court on Tuesday". */
const longestHearer = 6;
const occasions = /^(?:[.!?]|on|in|at|to|during|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)$/;
const longestName = 8;

/** A pronoun, or somebody named. */
export function isPerson({ words, nameOf, names }: Reading, { first, end }: Stretch): boolean {
  if (/^(?:he|she|him|her)$/.test(words[first]!) && end === first + 1) return true;
  for (let token = first; token < end; token += 1) {
    const name = names[nameOf[token]!];
    if (name !== undefined && name.type === 'person') return true;
  }
  return false;
}
