import { askedAhead } from '../cues/asked-ahead.ts';
import { type Cue, type CueMap, cuesWithin } from '../cues/cues.ts';
import { clauseTold } from '../cues/hearers.ts';
import type { Quotation } from '../marks/quotation-marks.ts';
import { isQuoted, isWord, type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { clauseEnd, fillers, maximalClause, trailsItsClause, trailsWithSubject } from './clause-end.ts';

/**
 * The words behind a cue: a clause with or without "that", words in marks, or what follows a colon.
 *
 * > Peskov cautioned that the conflict could spread, AFP reported.
 *                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function contentBehind(reading: Reading, cues: CueMap, cue: Cue, from: number): Stretch | null {
  const start = contentStart(reading, cue, from);
  if (start === null) return null;
  const quotation = quotationAt(reading, start);
  if (quotation !== null && isWholeStatement(reading, quotation)) return tokensOf(quotation);
  const content = { first: start, end: clauseEnd(reading, cues, start) };
  return hasWords(reading, start, content.end) && reports(reading, cue, from, content) ? content : null;
}

/**
 * The words before a cue: the quotation that ends there, or the clause that the cue trails.
 *
 * > Israel also has "a lot in common" with it, Peskov said.      > "It is over," he said.
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                      ^^^^^^^^^^^^^
 */
export function contentBefore(
  reading: Reading,
  cues: CueMap,
  cue: Cue,
  subjectFirst: number,
): Stretch | null {
  const { words } = reading;
  let last = subjectFirst - 1;
  const comma = words[last] === ',' && !isQuoted(reading, last);
  if (comma) last -= 1;
  if (last < 0 || reading.paragraphOf[last] !== reading.paragraphOf[cue.first]) return null;
  const quotation = reading.quotations[reading.quotationOf[last]!];
  if (quotation !== undefined && quotation.endToken === last + 1 && quotation.closed) {
    if (!comma && !endsLikeSpeech(reading, quotation)) return null;
    return { first: clauseBefore(reading, cues, quotation, cue), end: last + 1 };
  }
  const isLast =
    trailsItsClause(reading, cue) || (subjectFirst === cue.groupFirst && trailsWithSubject(reading, cue));
  if (!comma || !isLast) return null;
  const { first } = sentenceAround(reading, last);
  const start = behindOtherCues(reading, cues, cue, first, last);
  return hasWords(reading, start, last + 1) && last - start >= 2 ? { first: start, end: last + 1 } : null;
}

/** The clause that starts at a token, whatever its first word; null where it has fewer tokens than the least. */
export function mainClause(reading: Reading, cues: CueMap, first: number, least = 3): Stretch | null {
  const content = { first, end: clauseEnd(reading, cues, first) };
  return hasWords(reading, first, content.end) && content.end - first >= least ? content : null;
}

/** The rest of a clause from a token on; null where the sentence has no more words, or only an aside. */
export function clauseFrom(reading: Reading, cues: CueMap, first: number, least?: number): Stretch | null {
  const { end } = sentenceAround(reading, Math.min(first, reading.words.length - 1));
  if (first >= end || reading.capital[first] === 1) return null;
  if (asideOpeners.test(reading.words[first]!) && quotationAt(reading, first) === null) return null;
  return mainClause(reading, cues, first, least);
}

const asideOpeners =
  /^(?:adding|noting|citing|referring|speaking|calling|describing|as|in|on|at|after|before|when|while|during|who|which|although|though|but|and|according|he|she|they|it|a|an|the|his|her|its|\p{Ll}+ing)$/u;

/** A clause is reported by verbs of saying; a noun phrase only where words in it are quoted, or by verbs that judge. */
function reports(reading: Reading, cue: Cue, from: number, content: Stretch): boolean {
  if (holdsQuotation(reading, content) || cue.verb === null) return true;
  if (reading.words[content.first] === 'that') return cue.verb.says || cue.verb.tells || cue.verb.judges;
  if (isTheme(reading, cue, content.first) || isFact(reading, content.first)) return true;
  return cue.verb.object && content.first === from ? cue.verb.judges : cue.verb.says || cue.verb.tells;
}

/** > They called on Monday for an inquiry.      > The agency had warned of an outbreak. */
//                          ^^^                                               ^^
const isTheme = ({ words }: Reading, { verb }: Cue, token: number): boolean =>
  themes.get(verb?.lemma ?? '')?.includes(words[token]!) === true;

/** > She underscored the fact that the rate was high. */
const isFact = ({ words }: Reading, token: number): boolean =>
  /^(?:fact|idea|notion)$/.test(words[token + 1] ?? '') && words[token + 2] === 'that';

const themes: ReadonlyMap<string, readonly string[]> = new Map([
  ['call', ['for']],
  ['warn', ['of', 'against']],
  ['plead', ['for']],
  ['argue', ['for', 'against']],
]);

export function holdsQuotation(reading: Reading, content: Stretch): boolean {
  for (let token = content.first; token < content.end; token += 1)
    if (reading.quotationOf[token] !== -1) return true;
  return false;
}

/** Words that only clauses have: finite verbs and subjects. */
export const finiteWords =
  /^(?:is|are|was|were|am|has|have|had|will|would|can|could|should|must|may|might|do|does|did|i|we|you|they|he|she|it|'s|'re|'m|'ll|'ve|\p{L}+n't|i'm|it's|we're|that's|there's)$/u;

export function tokensOf(quotation: Quotation): Stretch {
  return { first: quotation.firstToken, end: quotation.endToken };
}

/** The quotation whose opening mark is this token. */
export function quotationAt(reading: Reading, token: number): Quotation | null {
  const quotation = reading.quotations[reading.quotationOf[token] ?? -1];
  return quotation !== undefined && quotation.firstToken === token ? quotation : null;
}

/** How many words stand in the marks. */
export function wordsIn(reading: Reading, quotation: Quotation): number {
  let count = 0;
  for (let token = quotation.firstToken; token < quotation.endToken; token += 1)
    if (isWord(reading, token)) count += 1;
  return count;
}

/** The quotation ends as speech before a cue does: `,"`, `?"`, `!"`, `.”`. */
export function endsLikeSpeech(reading: Reading, quotation: Quotation): boolean {
  const { text } = reading.segmented;
  const inside = text
    .slice(quotation.innerStart, quotation.innerEnd)
    .trimEnd()
    .replace(/['’"”]+$/, '');
  return /[,.?!…—–-]$/.test(inside);
}

/** With a capital or a figure, also inside marks of its own: “‘Careful,’ I said.” */
export function opensLikeSentence({ words, capital }: Reading, { firstToken }: Quotation): boolean {
  const first = /^[‘'“"]$/.test(words[firstToken + 1] ?? '') ? firstToken + 2 : firstToken + 1;
  return capital[first] === 1 || /^[…\d[(]/.test(words[first] ?? '');
}

/** A sentence of its own: it starts with a capital, and ends as one or is long. */
export function isWholeStatement(reading: Reading, quotation: Quotation): boolean {
  const count = wordsIn(reading, quotation);
  const capital = opensLikeSentence(reading, quotation);
  const after = reading.words[quotation.endToken];
  const { end } = sentenceAround(reading, quotation.endToken - 1);
  const ends = endsLikeSpeech(reading, quotation) || after === undefined || quotation.endToken >= end - 1;
  return count >= 2 && capital && ends;
}

const capitalName = /^\p{Lu}/u;

/** Where the words start behind a cue; null where none follow. */
function contentStart(reading: Reading, cue: Cue, from: number): number | null {
  const { words, segmented } = reading;
  const { end } = sentenceAround(reading, cue.first);
  let index = from;
  const recipientAllowed = cue.verb?.tells === true || /^(?:to|with)$/.test(words[from] ?? '');
  const displayed =
    colonAhead(reading, from, end) ??
    askedAhead(reading, cue, from, end) ??
    thatAhead(reading, cue, from, end) ??
    clauseTold(reading, cue, from, end);
  if (displayed !== null) return displayed;
  for (; index < end && index - from < 16; index += 1) {
    const word = words[index]!;
    if (quotationAt(reading, index) !== null && !isTerm(reading, index)) return index;
    if (isQuoted(reading, index)) return null;
    if (word === 'as' && /^(?:he|she|it|they|the|a|an)$/.test(words[index + 1] ?? '')) return null;
    if (word === 'that' && !/^[.,;]$/.test(words[index + 1] ?? '.')) return index;
    // "confirmed late on Friday the singer had left"
    if (/^(?:the|an?|his|her|its|their)$/.test(word) && times.test(words[index - 1]!) && index > from) break;
    if (isTheme(reading, cue, index)) return index;
    if (index === from && word === 'to' && resolves.test(cue.verb?.lemma ?? '')) return index;
    if (word === ':') return index + 1 < end ? index + 1 : null;
    if (word === ',') {
      if (index + 1 < end && quotationAt(reading, index + 1) !== null) return index + 1;
      return null;
    }
    const name = capitalName.test(segmented.tokens[index]!.text);
    const filler =
      fillers.test(word) || (index > from && name) || (name && recipientAllowed && index === from);
    const recipient =
      recipientAllowed &&
      index - from < 6 &&
      (name ||
        /^(?:him|her|them|me|us|you|reporters|it|\p{Ll}+s|agency)$/u.test(word) ||
        // Behind the hearer an article opens what was told: "told reporters the bridge was shut".
        (index === from && /^(?:the|a)$/.test(word)));
    if (!filler && !recipient) break;
    if (
      index === from &&
      filler &&
      !recipient &&
      !/^(?:on|in|at|to|during|after|monday|tuesday|wednesday|thursday|friday|saturday|sunday|earlier|later|late|early|yesterday|today|again|repeatedly|with|back|simply|publicly|as)$/.test(
        word,
      )
    )
      break;
  }
  if (index >= end) return null;
  if (cue.verb?.object === true && index === from && !/^[.,;:]$/.test(words[index]!)) return from;
  if (opensClause(reading, cue, index, from)) return index;
  // "warned the final bill could rise": no hearer, but what the clause is about
  return index > from && index < from + 3 && opensClause(reading, cue, from, from) ? from : null;
}

/** What ends the time before a clause. */
const times = /^(?:morning|afternoon|evening|night|yesterday|today|\p{Ll}+day)$/u;

/** > He threatened to sue. */
//     ^^^^^^^^^^
const resolves = /^(?:threaten|vow|promise|pledge|swear|demand)$/;

/**
 * > She replied under one of them: "Then where are the buses?"
 *                                  ^
 */
function colonAhead(reading: Reading, from: number, end: number): number | null {
  for (let index = from; index < end && index - from < 20; index += 1) {
    if (isQuoted(reading, index) || /^[;,]$/.test(reading.words[index]!)) return null;
    if (index > from + 1 && beForms.test(reading.words[index]!)) return null;
    if (reading.words[index] === ':') return quotationAt(reading, index + 1) === null ? null : index + 1;
  }
  return null;
}

/** What stands before a colon is a clause of its own: "she says the water is over her shoes: ...". */
const beForms = /^(?:is|are|was|were)$/;

/**
 * > She confessed at the Port Harcourt festival that she had read it.
 *                                               ^^^^
 */
function thatAhead(reading: Reading, cue: Cue, from: number, end: number): number | null {
  if (
    cue.verb?.tells !== true &&
    !/^(?:at|in|on|to|during|outside|before|after|too|as|also|again)$/.test(reading.words[from] ?? '')
  )
    return behindAside(reading, from, end);
  for (let index = from + 1; index < end && index - from < 12; index += 1) {
    if (isQuoted(reading, index) || /^[,;:.]$/.test(reading.words[index]!)) return null;
    if (reading.words[index] === 'that' && !/^[.,;]$/.test(reading.words[index + 1] ?? '.')) return index;
  }
  return null;
}

/**
 * > Ruiz argued, as she had in May, that prices would fall.
 *                                   ^^^^
 */
function behindAside({ words, quotationOf }: Reading, from: number, end: number): number | null {
  if (words[from] !== ',') return null;
  for (let index = from + 1; index < Math.min(end, from + longestAside); index += 1) {
    if (quotationOf[index] !== -1 || /^[;:.]$/.test(words[index]!)) return null;
    if (words[index] === ',') return words[index + 1] === 'that' ? index + 1 : null;
  }
  return null;
}

/** In tokens. */
const longestAside = 16;

const clauseOpeners =
  /^(?:the|a|an|he|she|it|they|we|i|you|there|this|these|those|his|her|its|their|our|my|if|no|some|many|most|all|what|how|why|when|while|not|any|only|nothing|nobody|both|more|people|such|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)$/;

/** > Ruiz says food tastes better.      not: > Ruiz said through tears */
//              ^^^^ ^^^^^^
const noSubjects =
  /^(?:through|with|for|from|about|into|over|under|between|against|without|within|because|since|until|unless|though|although|than|then|there|here|too|very|just|only|even|also|still|again|once|both|either|neither|never|like|unlike|via|amid|despite|and|but|who|which|where|upon|along|near|beside|beyond|among|across|around|behind|per|plus|not|nor|yet)$/;
const verbLike = /^(?:is|was|has|had|will|would|can|could|may|might|did|does|\p{Ll}{3,}(?:[^s]s|ed))$/u;

/** > Ruiz said the talks had failed.        > "Go," Ruiz said on Monday. */
//             ^^^
function opensClause(reading: Reading, cue: Cue, index: number, from: number): boolean {
  if (cue.verb?.says !== true && !(cue.verb?.tells === true && index > from)) return false;
  const word = reading.words[index]!;
  if (clauseOpeners.test(word) || reading.capital[index] === 1 || /^[\d$€£]/.test(word)) return true;
  if (!/^\p{Ll}{3,}$/u.test(word) || fillers.test(word)) return false;
  return (
    /(?:s|ing)$/.test(word) ||
    (index === from && !noSubjects.test(word) && verbLike.test(reading.words[index + 1] ?? ''))
  );
}

/** A word or two in marks before the cue's clause goes on: `said "Quartet" talks failed`. */
function isTerm(reading: Reading, token: number): boolean {
  const quotation = quotationAt(reading, token)!;
  return quotation.single && wordsIn(reading, quotation) === 0;
}

/** Where the clause that ends with this quotation starts. */
function clauseBefore(reading: Reading, cues: CueMap, quotation: Quotation, cue: Cue): number {
  const { first } = sentenceAround(reading, quotation.firstToken);
  if (
    first >= quotation.firstToken ||
    reading.quotationOf[first] === reading.quotationOf[quotation.firstToken]
  ) {
    return quotation.firstToken;
  }
  if (isWholeStatement(reading, quotation) && wordsIn(reading, quotation) > 4) return quotation.firstToken;
  return behindOtherCues(reading, cues, cue, first, quotation.firstToken);
}

/** The start of the sentence, or behind a conjunction that opens it, or behind another cue in it. */
function behindOtherCues(reading: Reading, cues: CueMap, cue: Cue, first: number, last: number): number {
  const floor = Math.max(first, last - maximalClause);
  const other = cuesWithin(cues, floor, last).findLast((one) => one.first !== cue.first);
  let start = Math.max(floor, other?.end ?? floor);
  while (start < last && /^[,;:]$/.test(reading.words[start]!)) start += 1;
  return start;
}

/** Does a stretch hold a letter or a digit? */
export function hasWords(reading: Reading, first: number, end: number): boolean {
  for (let token = first; token < end; token += 1) if (isWord(reading, token)) return true;
  return false;
}
