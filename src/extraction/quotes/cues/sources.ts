import { isPastTense } from '../past-tense.ts';
import { isQuoted, isWord, type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { relativeSubject, subjectWithClause } from './clause-subjects.ts';
import type { Cue } from './cues.ts';
import { occasion, opensOccasion } from './occasions.ts';

/** The subject of a cue's verb, before it; null where the words before are no noun phrase. */
export function subjectBefore(reading: Reading, cue: Cue): Stretch | null {
  const whole = relativeSubject(reading, cue.groupFirst) ?? subjectWithClause(reading, cue.groupFirst);
  if (whole !== null) return whole;
  const floor = clauseFloor(reading, cue.groupFirst);
  const last = beforeOccasion(reading, beforeHaving(reading, cue, floor), floor) - 1;
  if (last < floor) return null;
  if (reading.words[last] === ',') return subjectWithAside(reading, floor, last);
  if (reading.words[last] === ')') return subjectWithLetters(reading, floor, last);

  return nounPhraseBefore(reading, floor, last + 1);
}

/**
 * Where the verb group starts, with what somebody has to say in it.
 *
 * > The mayor had only this to say: …
 *             ^^^^^^^^^^^^^^^^^^^^
 */
function beforeHaving({ words }: Reading, { first, groupFirst }: Cue, floor: number): number {
  if (words[first - 1] !== 'to') return groupFirst;
  const from = Math.max(floor, groupFirst - longestSaid);
  const having = words.slice(from, groupFirst).findLastIndex((word) => /^(?:had|has|have)$/.test(word));
  return having === -1 ? groupFirst : from + having;
}

/**
 * Where the occasion starts that stands between the subject and its verb.
 *
 * > The Roads Agency (RA) in a statement on Monday clarified …
 *                         ^^
 */
function beforeOccasion({ words }: Reading, verb: number, floor: number): number {
  for (let token = Math.max(floor + 1, verb - longestOccasion); token < verb; token += 1) {
    const isOpening = opensOccasion.test(words[token]!) && words[token - 1] !== ',';
    if (isOpening && occasion.test(words.slice(token, verb).join(' '))) return token;
  }
  return verb;
}

/** In tokens. */
const longestOccasion = 14;

/** "only the following few words", in tokens. */
const longestSaid = 6;

/** The noun phrase that ends at a token, within its clause; null where there is none. */
export const nounPhraseTo = (reading: Reading, end: number): Stretch | null =>
  nounPhraseBefore(reading, clauseFloor(reading, end), end);

/**
 * The subject behind its verb.
 *
 * > "It is over," said Ana Ruiz, the mayor of Cádiz, in a speech.
 *                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function subjectAfter(reading: Reading, from: number): Stretch | null {
  const { words, capital } = reading;
  const { end } = sentenceAround(reading, Math.min(from, words.length - 1));
  if (from >= end || isQuoted(reading, from)) return null;
  if (personalPronouns.test(words[from]!)) return { first: from, end: from + 1 };
  const isTrade = tradespeople.test(words[from]!);
  if (capital[from] === 0 && !isTrade && !opensNounPhrase.test(words[from]!) && !titleLike(reading, from))
    return null;
  let index = from;
  for (; index < end && index - from < maximalPhrase; index += 1) {
    if (isQuoted(reading, index) || !continuesSource(reading, index, end)) break;
    if (words[index] === ',' && !opensAside(reading, index + 1, end)) break;
  }
  while (index > from && !isWord(reading, index - 1)) index -= 1;
  // "said workers would resist it": they do not speak.
  const verb = isTrade ? words.slice(from, index).find((word) => auxiliaries.test(word)) : undefined;
  if (verb !== undefined && !/^(?:who|that|which)$/.test(verb)) return null;
  return index > from ? { first: from, end: index } : null;
}

/** The one that "according to" names. */
export function sourceOfAccording(reading: Reading, cue: Cue): Stretch | null {
  const { words } = reading;
  const { first, end } = sentenceAround(reading, cue.first);
  // "According to officials, the car was speeding, …": behind a plain noun no apposition opens the sentence.
  const isOpening = (comma: number): boolean =>
    cue.first === first && reading.nameOf[comma - 1] === -1 && /^(?:the|an?)$/.test(words[comma + 1] ?? '');
  let index = cue.end;
  for (; index < end && index - cue.end < maximalPhrase; index += 1) {
    const word = words[index]!;
    if (isQuoted(reading, index) || /^[.;:!?—–]$/.test(word) || /^(?:when|while|as|because|but)$/.test(word))
      break;
    if (word === ',' && (isOpening(index) || !opensAside(reading, index + 1, end))) break;
  }
  while (index > cue.end && !isWord(reading, index - 1)) index -= 1;
  return index > cue.end ? { first: cue.end, end: index } : null;
}

/** The longest noun phrase that is read; beyond it the words are no source. */
const maximalPhrase = 40;

export const personalPronouns = /^(?:he|she|it|they|i|we|you|who|him|her|them)$/;
const opensNounPhrase =
  /^(?:the|a|an|one|another|some|several|many|most|two|three|four|five|both|his|her|its|their|our|my|officials?|residents?|police|sources?|analysts?|experts?|critics|supporters|witnesses|authorities|investigators|prosecutors|doctors|scientists|researchers)$/;
/** People of a trade: "say engineers at the bank". */
const tradespeople = /^\p{Ll}{2,}(?:ists|ers|ors|ants|ians|crats)$/u;
const auxiliaries =
  /^(?:will|would|can|could|should|must|may|might|is|are|was|were|has|have|had|do|did|who|that|which)$/;
const clauseWords =
  /^(?:that|which|because|when|while|if|as|but|after|before|since|although|though|whether|where|so|until|unless|than|what|how|why|or|nor|;|:|—|–|--|\(|\))$/;
const prepositions =
  /^(?:in|on|at|by|with|during|after|before|from|to|for|about|of|under|over|since|until|amid|despite|through|into|between|among|against|following|without|within|speaking|asked)$/;
const openers =
  /^(?:but|and|meanwhile|however|also|still|yet|then|later|earlier|now|so|or|nor|recently|finally|eventually|afterwards|separately|instead|indeed|today|yesterday)$/;

/** The first token of the clause that `token` stands in: behind a quotation, and not before its sentence. */
function clauseFloor(reading: Reading, token: number): number {
  const { first } = sentenceAround(reading, token);
  const floor = Math.max(first, token - 2 * maximalPhrase);
  for (let index = token - 1; index >= floor; index -= 1) if (isQuoted(reading, index)) return index + 1;
  return floor;
}

/**
 * > Dmitry Peskov, the Kremlin's spokesman, said …      > Putin, who won in March, said …
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                ^^^^^
 */
function subjectWithAside(reading: Reading, floor: number, comma: number): Stretch | null {
  const { words } = reading;
  let opening = -1;
  for (let index = comma - 1; index > floor && comma - index < maximalPhrase; index -= 1) {
    if (words[index] === ';' || words[index] === ':') break;
    if (words[index] !== ',') continue;
    const named = reading.nameOf[index - 1]! >= 0;
    if (opening === -1 || named) opening = index;
  }
  if (opening === -1) return subjectWithStrayComma(reading, floor, comma);
  const phrase = nounPhraseBefore(reading, floor, opening);
  if (phrase === null) return null;
  return isApposition(reading, opening + 1) ? { first: phrase.first, end: comma } : phrase;
}

/**
 * A comma that parts a subject from its verb.
 *
 * > Ana Roe of Hovedøya, says the quake shook her house.      not: Fewer jobs for Leeds, says Ana Roe.
 *   ^^^^^^^^^^^^^^^^^^^^
 */
function subjectWithStrayComma(reading: Reading, floor: number, comma: number): Stretch | null {
  const { words, nameOf } = reading;
  const { first, end } = sentenceAround(reading, comma);
  if (floor !== first || nameOf.subarray(first, comma).every((name) => name < 0)) return null;
  const isVerb = (token: number): boolean =>
    nameOf[token]! < 0 && (finite.test(words[token]!) || isPastTense(words[token]!));
  for (let token = first; token < comma; token += 1) if (isVerb(token)) return null;
  for (let token = comma + 2; token < end && !/^[,:]$/.test(words[token]!); token += 1)
    if (isVerb(token)) return nounPhraseBefore(reading, floor, comma);
  return null;
}

/** > the Centre for Disease Control (NCDC) had warned … */
//                                   ^^^^^^
function subjectWithLetters(reading: Reading, floor: number, closing: number): Stretch | null {
  const letters = reading.segmented.tokens[closing - 1]!.text;
  if (reading.words[closing - 2] !== '(' || !/^\p{Lu}\p{L}{1,9}$/u.test(letters)) return null;
  const phrase = nounPhraseBefore(reading, floor, closing - 2);
  return phrase === null ? null : { first: phrase.first, end: closing + 1 };
}

function isApposition(reading: Reading, token: number): boolean {
  const word = reading.words[token] ?? '';
  // "a copy of which the paper has seen", "both of whom live in Leeds"
  if (reading.words.slice(token + 1, token + 4).some((one) => /^whom?$|^which$/.test(one))) return false;
  if (
    /^(?:who|whose|which|when|speaking|asked|in|on|at|after|before|during|for|by|while|although|if|as|referring|however|meanwhile|too|also|citing|writing|appearing)$/.test(
      word,
    )
  )
    return false;
  return (
    reading.capital[token] === 1 ||
    /^(?:the|a|an|his|her|its|their|one|\d+)$/.test(word) ||
    /^\p{Ll}/u.test(word)
  );
}

/** > over half of those asked */
const amounts = /^(?:\d.*|half|two|three|four|five|six|seven|eight|nine|ten|one)$/;

/** What brackets within a noun phrase hold at most, in tokens. */
const longestBracket = 4;

/** Where a short bracket opens that closes at a token; -1 where none does. */
function openingBracket(words: readonly string[], closing: number): number {
  for (let token = closing - 1; token >= Math.max(0, closing - longestBracket); token -= 1)
    if (words[token] === '(') return token;
  return -1;
}

/** The noun phrase that ends before token `end`, not reaching before `floor`. */
function nounPhraseBefore(reading: Reading, floor: number, end: number): Stretch | null {
  const { words, nameOf, capital } = reading;
  const last = end - 1;
  if (last < floor) return null;
  if (personalPronouns.test(words[last]!)) return { first: last, end };
  let first = end;
  for (let index = last; index >= floor && end - index <= 16; index -= 1) {
    const word = words[index]!;
    // "over half (55%) of those asked"
    const opening = word === ')' ? openingBracket(words, index) : -1;
    if (opening > floor) {
      first = opening;
      index = opening;
      continue;
    }
    const inName = nameOf[index]! >= 0;
    const isTown = /-based$/.test(words[index + 1] ?? ''); // "the Austin, Texas-based firm"
    const isApart = clauseWords.test(word) || (word === ',' && !isTown) || tellsOfOther(reading, index);
    if (!inName && isApart) break;
    if (word === 'and' && !joinsNames(reading, index, floor)) break;
    first = index;
  }
  while (first < end && openers.test(words[first]!) && nameOf[first]! < 0) first += 1;
  // "In a phone call the minister said": the noun phrase starts behind the one that the preposition governs.
  const isAmount = /^(?:over|about|under)$/.test(words[first]!) && amounts.test(words[first + 1] ?? '');
  if (first < end && prepositions.test(words[first]!) && nameOf[first]! < 0 && !isAmount) {
    let start = -1;
    for (let index = first + 2; index < end; index += 1) {
      const opensName = nameOf[index]! >= 0 && nameOf[index] !== nameOf[index - 1];
      const opens = opensName || /^(?:the|a|an|he|she|his|her)$/.test(words[index]!);
      if (
        opens &&
        !prepositions.test(words[index - 1]!) &&
        !/^(?:the|a|an|his|her|'s)$/.test(words[index - 1]!)
      ) {
        start = index;
      }
    }
    if (start === -1) return null;
    first = start;
  }
  if (first >= end) return null;
  // "the filing", "the minister smiling"
  const isNoun = !/ing$/.test(words[last]!) || /^(?:the|a|an|this|its|their)$/.test(words[last - 1] ?? '');
  const hasHead = nameOf[last]! >= 0 || capital[last] === 1 || (isWord(reading, last) && isNoun);
  return hasHead ? { first, end } : null;
}

/**
 * > The magazine said the winner of the poll has predicted …      > not: the man who said it warned …
 *                ^^^^
 */
const tellsOfOther = ({ words }: Reading, token: number): boolean =>
  /^(?:said|says|told|reported|argued|insisted|claimed|noted)$/.test(words[token]!) &&
  !/^(?:who|which|the|a|an|as|also|had|has|have)$/.test(words[token - 1] ?? 'the');

/**
 * > Putin and Erdogan emphasized …       > He smiled and Putin said …
 *         ^^^                                       ^^^
 */
function joinsNames(reading: Reading, and: number, floor: number): boolean {
  if (and <= floor) return false;
  const before = reading.nameOf[and - 1]! >= 0;
  const possessed = /^(?:his|her|its|their)$/.test(reading.words[and + 1] ?? '');
  return before && (possessed || reading.nameOf[and + 1]! >= 0 || reading.capital[and + 1] === 1);
}

function titleLike(reading: Reading, token: number): boolean {
  // "said spokeswoman Jane Roe", "said co-author Li Wei": nouns, then a name
  for (let index = token; index < token + 5; index += 1) {
    if ((reading.nameOf[index] ?? -1) >= 0) return true;
    if (!/^[\p{Ll}-]+$/u.test(reading.words[index] ?? '') || prepositions.test(reading.words[index]!))
      return false;
  }
  return false;
}

function continuesSource(reading: Reading, index: number, end: number): boolean {
  const word = reading.words[index]!;
  if (/^[.;:!?—–("“«]$/.test(word) || word === '--') return false;
  if (reading.nameOf[index]! >= 0) return true;
  if (
    /^(?:when|while|as|because|after|before|during|but|adding|noting|referring|told|said|on|yesterday|today|by|about|if|since|amid|following)$/.test(
      word,
    )
  )
    return false;
  if (
    word === 'in' &&
    /^(?:a|an|his|her|its|their|response|reference|\d+)$/.test(reading.words[index + 1] ?? '')
  )
    return false;
  if (word === 'and' && /^(?:then|later|added|he|she|it|they)$/.test(reading.words[index + 1] ?? ''))
    return false;
  return index < end;
}

/** Behind a comma: does an apposition or a relative clause follow, which still says who that is? */
function opensAside(reading: Reading, index: number, end: number): boolean {
  if (index >= end || isQuoted(reading, index)) return false;
  const word = reading.words[index]!;
  // "said the minister, Jörg Hallmann", "said Ana Ruiz, 44"; but "according to the minister, Hallmann will go"
  if (reading.nameOf[index]! >= 0 && reading.nameOf[index - 2]! < 0) return !isSubject(reading, index, end);
  if (/^\d{1,3}$/.test(word)) return /^[,.;!?]$/.test(reading.words[index + 1] ?? '.');
  if (/^(?:who|whose|the|a|an|its|his|her|their|one)$/.test(word)) {
    // "according to Ruiz, the talks failed": a clause, not an apposition, where no second comma or stop follows.
    for (let at = index; at < end && at - index < 16; at += 1) {
      const next = reading.words[at]!;
      if (next === ',' || /^[.;]$/.test(next)) return true;
      if (finite.test(next) && !/^(?:who|whose)$/.test(word)) return false;
    }
    return false;
  }
  return false;
}

/** Does a name stand right before its verb? */
function isSubject({ words, nameOf }: Reading, index: number, end: number): boolean {
  let behind = index;
  while (behind < end && nameOf[behind] === nameOf[index]) behind += 1;
  return behind < end && finite.test(words[behind]!);
}

const finite = /^(?:was|were|is|are|has|have|had|will|would|can|could|may|might|must|should|did|does)$/;
