import { isVerb } from '../cues/clause-subjects.ts';
import { type Cue, type CueMap, cuesWithin } from '../cues/cues.ts';
import { subjectAfter } from '../cues/sources.ts';
import { endWithoutPoint, isQuoted, type Reading, type Stretch, sentenceAround } from '../reading.ts';

const cutBehindComma =
  /^(?:although|though|following|which|where|whose|despite|amid|whereas|before|after|while|according|a|an)$/;

/** Longer clauses, in tokens, are no news prose; the bound keeps the whole linear. */
export const maximalClause = 300;

/** The end of the clause that starts at `start`: the sentence's, or where another cue or an aside takes over. */
export function clauseEnd(reading: Reading, cues: CueMap, start: number): number {
  const { words } = reading;
  let { end } = sentenceAround(reading, start);
  const straddling = reading.quotations[reading.quotationOf[end - 1] ?? -1];
  if (straddling !== undefined && straddling.endToken > end) end = straddling.endToken;
  end = Math.min(end, Math.max(start + maximalClause, straddling?.endToken ?? 0));
  const sentenceEnd = end;
  for (let index = start + 1; index < sentenceEnd; index += 1) {
    if (isQuoted(reading, index)) continue;
    const word = words[index]!;
    if (word === ',' && cutBehindComma.test(words[index + 1] ?? '') && index - start > 3) {
      const resumed = resumesBehind(reading, index + 1, sentenceEnd);
      if (resumed !== null) {
        index = resumed;
        continue;
      }
      end = index;
      break;
    }
    if (/^(?:and|but)$/.test(word) && cues.groupAt[index + 1]! >= 0) {
      end = index;
      break;
    }
    if (
      word === ',' &&
      cuesWithin(cues, index, Math.min(index + 12, sentenceEnd)).some((other) =>
        trailing(reading, other, index),
      )
    ) {
      end = index;
      break;
    }
  }
  while (end > start && /^[.,;:]$/.test(words[end - 1]!) && !isQuoted(reading, end - 1)) end -= 1;
  return end;
}

/**
 * Where the clause goes on behind a relative one; null where it does not.
 *
 * > He said he would wait for the report, which is due next year, before changing the rules.
 *                                                               ^
 */
function resumesBehind({ words }: Reading, relative: number, end: number): number | null {
  if (!/^(?:which|where|whose)$/.test(words[relative]!)) return null;
  const comma = words.indexOf(',', relative);
  const goesOn = /^(?:before|until|unless|because|if|in|to|from|for|with|by|on|at)$/;
  return comma > relative && comma + 2 < end && goesOn.test(words[comma + 1]!) ? comma : null;
}

/** A cue that stands with its subject alone behind a comma: ", Reuters reported." */
function trailing(reading: Reading, cue: Cue, comma: number): boolean {
  if (cue.form === 'gerund') return cue.groupFirst === comma + 1;
  if (cue.groupFirst <= comma || cue.groupFirst - comma > 8) return false;
  for (let index = comma + 1; index < cue.groupFirst; index += 1) {
    if (isQuoted(reading, index) || /^[,;:]$/.test(reading.words[index]!)) return false;
  }
  return trailsItsClause(reading, cue);
}

/** Behind the cue the sentence ends, or only time, place or another outlet follows. */
export function trailsItsClause(reading: Reading, cue: Cue): boolean {
  const { words } = reading;
  const { end } = sentenceAround(reading, cue.first);
  if (cue.end >= end) return true;
  if (/^[.,;!?]$/.test(words[cue.end]!)) return true;
  for (let index = cue.end; index < end && index - cue.end < 14; index += 1) {
    if (/^[.,;]$/.test(words[index]!)) return index > cue.end;
    if (occasions.test(words[index]!))
      return (
        words[index + 1] !== 'follows' &&
        !words.slice(index, Math.min(end, index + longestOccasion)).includes(',')
      );
    const fills =
      /^[()]$/.test(words[index]!) ||
      fillers.test(words[index]!) ||
      reading.capital[index] === 1 ||
      reading.nameOf[index]! >= 0;
    if (!fills) return false;
  }
  return false;
}

/** > The talks got worse, said one party source in the room.      not: > He stood up, said a prayer and left. */
export const trailsWithSubject = (reading: Reading, cue: Cue): boolean =>
  subjectBehind(reading, cue) !== null;

/**
 * The subject with which a sentence ends, behind its verb.
 *
 * > The talks got worse, said one party source in the room.      > Staff are ill-paid, says a report on the “gig” trade.
 *                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function subjectBehind(reading: Reading, cue: Cue): Stretch | null {
  if (!isSaidOf(reading, cue)) return null;
  const subject = subjectAfter(reading, cue.end);
  if (subject === null || isOfWords(reading, subject)) return null;
  if (/^[.,;!?]$/.test(reading.words[subject.end] ?? '.')) return subject;
  const whole = { first: subject.first, end: endWithoutPoint(reading, sentenceAround(reading, cue.first)) };
  return isMarkedPhrase(reading, whole, subject.end) ? whole : null;
}

/** A noun phrase that words in marks belong to: behind an article, or a word for titles. */
function isMarkedPhrase({ words, quotationOf }: Reading, { first, end }: Stretch, mark: number): boolean {
  if (
    quotationOf[mark] === -1 ||
    !/^(?:an?|the|of|title|titled|entitled|called|named)$/.test(words[mark - 1]!)
  )
    return false;
  for (let token = first; token < end; token += 1)
    if (quotationOf[token] === -1 && isVerb(words[token]!) && !/ed$/.test(words[token]!)) return false;
  return true;
}

/** > …, warn economists      > …, insisted the minister      not: wrote a letter, announced a sale, told the crowd */
const isSaidOf = ({ words }: Reading, { first, verb, form }: Cue): boolean =>
  /^(?:said|says|(?:argu|insist|warn|contend|caution|claim|predict|believ|report)(?:e[sd]?|s|ed))$/.test(
    words[first]!,
  ) ||
  (form === 'base' && verb?.says === true && !verb.object);

const isOfWords = ({ words }: Reading, { first, end }: Stretch): boolean =>
  words
    .slice(first, end)
    .some((word) => /^(?:prayers?|words?|goodbyes?|farewells?|hello|things?|grace|few|lot|mass)$/.test(word));

/** > The plane crashed near the airport, officials said as they searched for clues. */
//                                                       ^^
const occasions = /^(?:as|while|when|after|before|following)$/;
/** In tokens. */
const longestOccasion = 40;

/** Words between a cue and what was said: when, where and to whom. */
export const fillers =
  /^(?:on|in|at|to|during|after|by|of|from|a|an|the|his|her|their|monday|tuesday|wednesday|thursday|friday|saturday|sunday|reporters|journalists|lawmakers|interview|statement|conference|press|news|email|e-mail|morning|evening|night|afternoon|televised|speech|address|earlier|later|late|early|yesterday|today|again|repeatedly|publicly|briefing|meeting|telephone|phone|call|written|joint|local|media|television|radio|state|tv|twitter|facebook|x|instagram|telegram|with|as|follows|back|out|simply|only|this|yesterday's|week|month|year|last)$/;
