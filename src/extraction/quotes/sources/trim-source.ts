import { isAdverbInLy } from '../adverbs.ts';
import { finiteWords } from '../contents/contents.ts';
import { relativeSubject } from '../cues/clause-subjects.ts';
import { occasion, opensOccasion } from '../cues/occasions.ts';
import { behindOpening } from '../cues/shared-subjects.ts';
import { nounPhraseTo } from '../cues/sources.ts';
import { isPastOfSubject, isPastTense } from '../past-tense.ts';
import { isWord, type Reading, type Stretch } from '../reading.ts';

/** A source cut to the words that name who spoke; as it is where it holds no others. */
export function trimSource(reading: Reading, given: Stretch, cue: Stretch): Stretch {
  const named = beforeTime(reading, given, cue) ?? withItsName(reading, given, cue);
  const source = withoutOccasion(reading, withoutMargins(reading, named), cue);
  return (
    whoSays(reading, source, cue) ??
    whichSays(reading, source, cue) ??
    relativeInstead(reading, source, cue) ??
    beforeWhose(reading, source, cue) ??
    whoseOfficer(reading, source, cue) ??
    behindAll(reading, source, cue) ??
    behindBut(reading, source, cue) ??
    beforeOwnVerb(reading, source, cue) ??
    beforeJoinedVerb(reading, source, cue) ??
    behindHearers(reading, source, cue) ??
    source
  );
}

/**
 * A source that is only the clause about who spoke, from whom that is about.
 *
 * > Her headteacher, who asked not to be named, said …
 *   ^^^^^^^^^^^^^^^^
 */
function withItsName(reading: Reading, source: Stretch, cue: Stretch): Stretch {
  const { words } = reading;
  const isClause =
    words[source.first] === 'who' && source.end - source.first > 1 && words[source.first - 1] === ',';
  if (!isClause || !isBehindComma(reading, source.end, cue)) return source;
  const head = nounPhraseTo(reading, source.first - 1);
  return head === null ? source : { first: head.first, end: source.end };
}

/** Without the comma, mark or adverb behind, and without a verb of saying or "by" before: "said Ana Ruiz,". */
function withoutMargins(reading: Reading, { first, end }: Stretch): Stretch {
  let start = Math.min(behindOpening(reading, first), end - 1);
  let stop = end;
  while (stop - 1 > start && (/^[,;:“"«]$/.test(reading.words[stop - 1]!) || isAdverb(reading, stop - 1)))
    stop -= 1;
  while (
    start + 1 < stop &&
    (!isWord(reading, start) ||
      /^(?:said|says|added|by)$/.test(reading.words[start]!) ||
      isToWhich(reading, start))
  )
    start += 1;
  // "[Ruiz] said", "(Mayor) Ruiz said": half a bracket
  const held = reading.words.slice(start, stop);
  if (/^[\])]$/.test(held.at(-1)!) && !held.some((word) => /^[[(]$/.test(word)) && held.length > 1) stop -= 1;
  return { first: start, end: stop };
}

/** > to which Ana Ruiz replied */
//       ^^^^^
const isToWhich = ({ words }: Reading, token: number): boolean =>
  words[token] === 'which' && /^(?:to|at|upon)$/.test(words[token - 1] ?? '');

/** > The Minister further said      > the judge orally observed */
const isAdverb = ({ words, nameOf, capital }: Reading, token: number): boolean =>
  nameOf[token] === -1 &&
  capital[token] === 0 &&
  (adverbs.test(words[token]!) || isAdverbInLy(words[token]!));

const adverbs = /^(?:also|further|then|later|again|still|now|once)$/;

/**
 * A source in front of its cue without the words that say when and on which occasion it spoke, and with whole brackets.
 *
 * > The National Police (NP) on Monday evening said …      > The Road Fund in its annual report says …
 *   ^^^^^^^^^^^^^^^^^^^^^^^^                                 ^^^^^^^^^^^^^
 */
function withoutOccasion({ words, capital }: Reading, source: Stretch, cue: Stretch): Stretch {
  if (source.end > cue.first) return source;
  let { end } = source;
  // "days later warned": the verb may have the last word of it
  const last = end + Number(/^(?:ago|earlier|later|again|more)$/.test(words[end] ?? ''));
  for (let token = source.first + 1; token < end; token += 1) {
    if (opensOccasion.test(words[token]!) && occasion.test(words.slice(token, last).join(' '))) end = token;
    // "a poll published on Thursday": the day of the poll, and not of the words
    else if (capital[token] === 0 && telling.test(words[token]!)) break;
  }
  const bracket = words.slice(source.first, end).lastIndexOf('(') + source.first;
  if (bracket > source.first && !words.slice(bracket, end).includes(')'))
    end = words[end] === ')' ? end + 1 : bracket;
  return { first: source.first, end };
}

const telling = /^(?:who|whose|which|that|where|when|by|is|are|was|were|has|had|\p{Ll}+ed|\p{Ll}+ing)$/u;

/**
 * Who stands before what is only the time.
 *
 * > And the mayor last week accused …
 *       ^^^^^^^^^      ^^^^
 */
function beforeTime(reading: Reading, { first, end }: Stretch, cue: Stretch): Stretch | null {
  const { words, nameOf } = reading;
  if (end > cue.first || end - first > longestTime || nameOf[first]! >= 0) return null;
  for (let token = first; token > first - longestTime && token > 0; token -= 1)
    if (opensOccasion.test(words[token]!) && occasion.test(words.slice(token, end).join(' ')))
      return nounPhraseTo(reading, token);
  return null;
}

/** In tokens: "two weeks ago", "once again". */
const longestTime = 4;

/**
 * The subject of a relative clause that the cue heads, and not that of the sentence around it.
 *
 * > It was a rare apology from a man who, only last year, said the app was "safe".
 *                                    ^^^
 */
function whoSays({ words }: Reading, source: Stretch, cue: Stretch): Stretch | null {
  let who = cue.first - 1;
  if (words[who] === ',') {
    who -= 1;
    while (who > cue.first - longestAside && /^[\p{L}\p{N}'’-]+$/u.test(words[who]!)) who -= 1;
    if (words[who] !== ',') return null;
    who -= 1;
  }
  if (words[who] !== 'who' || who - source.first > longestSentence) return null;
  // "It was an apology from an executive who": a sentence, and not whom it tells of.
  const before = words.slice(source.first, Math.min(who, source.end));
  const isOther = source.end < who - 1 || /^(?:is|was|are|were)$/.test(before[1] ?? '');
  return isOther ? { first: who, end: who + 1 } : null;
}

/** > They turned to the police department which reported … */
//                                           ^^^^^
function whichSays({ words }: Reading, source: Stretch, cue: Stretch): Stretch | null {
  const which = cue.first - 1;
  if (words[which] !== 'which' || source.end > cue.first) return null;
  const isAntecedent =
    which - source.end <= 1 && !words.slice(source.first, source.end).some((word) => isPastOfSubject(word));
  return isAntecedent && source.end <= which ? null : { first: which, end: which + 1 };
}

/** Likewise where only the time or the occasion stands between. */
function relativeInstead(reading: Reading, { first, end }: Stretch, cue: Stretch): Stretch | null {
  const relative = end > cue.first ? null : relativeSubject(reading, cue.first);
  if (relative === null) return null;
  const isAntecedent =
    end === relative.first - 1 && !reading.words.slice(first, end).some((word) => isPastOfSubject(word));
  return isAntecedent ? null : relative;
}

/**
 * > They asked the ministry, whose permanent secretary, Ana Ruiz, said …
 *                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function whoseOfficer({ words, nameOf }: Reading, { first, end }: Stretch, cue: Stretch): Stretch | null {
  const whose = words.slice(first, end).lastIndexOf('whose') + first;
  if (whose <= first || cue.first < end || cue.first - end > 1) return null;
  const officer = { first: whose + 1, end };
  const isNamed = nameOf.subarray(officer.first, end).some((name) => name >= 0);
  return isNamed && !words.slice(officer.first, end).some((word) => finiteWords.test(word)) ? officer : null;
}

/**
 * Where the clause has a verb, whoever it tells of is the subject.
 *
 * > Ana Ruiz, whose predecessor Lee resigned last year, said …
 *   ^^^^^^^^
 */
function beforeWhose(reading: Reading, { first, end }: Stretch, cue: Stretch): Stretch | null {
  const { words } = reading;
  const whose =
    words[first - 1] === 'whose' ? first - 1 : words.slice(first, end).lastIndexOf('whose') + first;
  if (words[whose] !== 'whose' || words[whose - 1] !== ',' || !isBehindComma(reading, end, cue)) return null;
  const clause = words.slice(whose + 2, words[end - 1] === ',' ? end - 1 : end);
  const hasVerb = clause.some((word) => finiteWords.test(word) || isPastTense(word));
  // "whose ward covers Leith, says": one comma, which ends the clause
  return hasVerb || !clause.includes(',') ? nounPhraseTo(reading, whose - 1) : null;
}

const isBehindComma = ({ words }: Reading, end: number, cue: Stretch): boolean =>
  words.slice(end - 1, cue.first).includes(',');

/** In tokens. */
const longestAside = 8;
const longestSentence = 40;

/** > "It's for family," is all she'll say. */
//                               ^^^
function behindAll(reading: Reading, source: Stretch, cue: Stretch): Stretch | null {
  const { words } = reading;
  let first = source.first;
  if (/^(?:is|was|'s)$/.test(words[first]!)) first += 1;
  if (words[first] !== 'all') return null;
  first += words[first + 1] === 'that' ? 2 : 1;
  let end = first;
  while (end < cue.first && !/^(?:will|would|could|can|'ll|'d|had|has|have)$/.test(words[end]!)) end += 1;
  return end > first ? { first, end } : null;
}

/**
 * Of two clauses the second one's subject.
 *
 * > The bank is hiring staff but officials at the ministry said …
 *                                ^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function behindBut({ words }: Reading, { first, end }: Stretch, cue: Stretch): Stretch | null {
  if (end > cue.first) return null;
  const joint =
    words.slice(first, end).findLastIndex((word) => /^(?:but|while|whereas|although|though)$/.test(word)) +
    first;
  const hasVerb = (from: number, to: number): boolean =>
    words.slice(from, to).some((word) => finiteWords.test(word) || isPastTense(word));
  const isSubject = joint > first && joint + 1 < end && !hasVerb(joint + 1, end);
  return isSubject && hasVerb(first, joint) ? { first: joint + 1, end } : null;
}

/**
 * A source ends before a verb of its own, unless that is in a clause about it.
 *
 * > The Trust had planned to move the beds, but said …
 *   ^^^^^^^^^
 */
function beforeOwnVerb({ words }: Reading, { first, end }: Stretch, cue: Stretch): Stretch | null {
  if (end > cue.first) return null;
  for (let token = first + 1; token < end; token += 1) {
    if (/^(?:who|whose|whom|which|that|where|when|:|–|—|\()$/.test(words[token]!)) return null;
    if (/^(?:is|are|was|were|has|have|had|will|would|can|could)$/.test(words[token]!))
      return { first, end: token };
    // "The ministry issued a statement saying"
    const isIssued = issuing.test(words[token]!) && words[token + 1] !== 'by';
    if (isIssued && /ing$/.test(words[cue.end - 1]!)) return { first, end: token };
  }
  return null;
}

const issuing = /^(?:issued|released|published|posted|sent|wrote|gave|made|held)$/;

/** > The court heard that Hale told officers he had slept. */
//                         ^^^^
function behindHearers({ words }: Reading, { first, end }: Stretch, cue: Stretch): Stretch | null {
  const heard = words.slice(first, first + 4).indexOf('heard') + first;
  if (heard <= first || !hearers.test(words[heard - 1]!) || end > cue.first) return null;
  const start = words[heard + 1] === 'that' ? heard + 2 : heard + 1;
  return start < end ? { first: start, end } : null;
}

const hearers =
  /^(?:court|jury|jurors|tribunal|inquest|hearing|panel|inquiry|committee|trial|sheriff|magistrates)$/;

/**
 * Likewise any verb, where "and" joins the cue to it, or a comma does where the cue ends in -ing.
 *
 * > Finance minister Ana Ruiz opened the fair on Monday and then called for calm.      > Ruiz met Lee, saying he was wrong.
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^                                                            ^^^^
 * > Ruiz and her deputy Tom Lee met the envoy on Monday and urged him to stay.
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function beforeJoinedVerb(reading: Reading, { first, end }: Stretch, cue: Stretch): Stretch | null {
  const { words } = reading;
  if (end > cue.first || !isJoined(reading, cue)) return null;
  let behind = endOfName(reading, first, end);
  while (behind !== null && words[behind] === 'and') behind = endOfName(reading, behind + 1, end);
  if (behind === null) return null;
  return behind < end && isPastOfSubject(words[behind]!) ? { first, end: behind } : null;
}

/** Where a name ends that stands at a token, or behind a title there; null where none does. */
function endOfName(reading: Reading, first: number, end: number): number | null {
  const { words, nameOf, capital } = reading;
  let name = first;
  while (name < end && name - first < longestTitle && nameOf[name] === -1) name += 1;
  if (name === end || nameOf[name] === -1) return null;
  while (name < end && (nameOf[name] !== -1 || capital[name] === 1)) name += 1;
  // "Palestinian leader Ana Ruiz"
  const isTitle = words[name] !== 'and' && !isPastOfSubject(words[name]!) && (nameOf[name + 1] ?? -1) !== -1;
  return isTitle && name + 1 < end ? endOfName(reading, name + 1, end) : name;
}

function isJoined({ words, capital }: Reading, cue: Stretch): boolean {
  let joint = cue.first - 1;
  while (
    joint > cue.first - longestAside &&
    capital[joint] === 0 &&
    (adverbs.test(words[joint]!) || isAdverbInLy(words[joint]!))
  )
    joint -= 1;
  const isGerund = words[cue.first]!.endsWith('ing');
  return (
    /^(?:and|but|to)$/.test(words[joint]!) ||
    words[cue.first] === 'to' ||
    (isGerund && /^(?:,|before|after|by)$/.test(words[joint]!))
  );
}

/** What may stand before a name, in tokens: "former Deputy Prime Minister". */
const longestTitle = 8;
