import { subjectOfJoinedVerb } from '../cues/shared-subjects.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';

/** The subject, where the one who stands nearest to the cue is not: who wrote it, who signed it, who was met; null otherwise. */
export const farSubject = (reading: Reading, source: Stretch, cue: Stretch): Stretch | null =>
  notTheAuthor(reading, source, cue) ??
  notTheSigner(reading, source, cue) ??
  notTheAgent(reading, source, cue) ??
  notTheNearest(reading, source, cue) ??
  notTheApposition(reading, source, cue) ??
  notTheJoined(reading, source, cue) ??
  notTheOther(reading, source, cue);

/** What may stand before a name, in tokens: "former Deputy Prime Minister". */
const longestTitle = 8;

/**
 * Who wrote it does not say it: the document does.
 *
 * > The affidavit, written by Deputy Ana Ruiz, says …
 *   ^^^^^^^^^^^^^
 */
function notTheAuthor(reading: Reading, source: Stretch, cue: Stretch): Stretch | null {
  const { words } = reading;
  const by = source.first - 1;
  const behindComma = words[source.end] === ',' || words[source.end - 1] === ',';
  if (words[by] !== 'by' || !behindComma || source.end > cue.first) return null;
  const comma = words[by - 2] === ',' ? by - 2 : by - 3;
  if (words[comma] !== ',' || !/(?:ed|en|wn)$/.test(words[by - 1]!)) return null;
  const { first } = sentenceAround(reading, by);
  return comma - first > 0 && comma - first <= 8 ? { first, end: comma } : null;
}

/**
 * Nor does who signed it, or passed it on.
 *
 * > The Trust, in a statement signed by its chairman, Ana Ruiz, and sent to newsmen, described …
 *   ^^^^^^^^^
 */
function notTheSigner(reading: Reading, source: Stretch, cue: Stretch): Stretch | null {
  const { words, nameOf } = reading;
  const { first } = sentenceAround(reading, source.first);
  if (source.end > cue.first || !(words[first] === 'the' || nameOf[first] !== -1)) return null;
  const comma = words.indexOf(',', first);
  if (comma - first > longestTitle || comma >= source.first) return null;
  const isAside = /^(?:in|through|via)$/.test(words[comma + 1]!) && determiners.test(words[comma + 2]!);
  const signed = words.slice(comma + 3, source.first);
  const isSigned = signed.includes('by') && signed.length <= longestTitle + 4;
  return isAside && isSigned && isBehindComma(reading, cue) ? { first, end: comma } : null;
}

const determiners = /^(?:a|an|the|this|his|her|its|their)$/;

/** Ends an aside right before the verb and what belongs to it? */
const isBehindComma = ({ words }: Reading, { first }: Stretch): boolean =>
  words.slice(Math.max(0, first - 4), first).includes(',');

/**
 * Behind the one whom a preposition governs, and a comma, the subject begins.
 *
 * > In a letter read aloud by Secretary Pam Holt, union president Greg Rees said …
 *                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function notTheAgent(reading: Reading, source: Stretch, cue: Stretch): Stretch | null {
  const { words, nameOf } = reading;
  if (!/^(?:by|with|from|to|for|of|at|in|on)$/.test(words[source.first - 1] ?? '')) return null;
  if (cue.first < source.end || cue.first - source.end > 2) return null;
  const comma = words.slice(source.first, source.end).lastIndexOf(',') + source.first;
  if (comma < source.first || comma + 1 >= source.end) return null;
  // "In a notice signed by its head, Ana Ruiz, the agency urged …": no comma behind, and so no apposition.
  const opening = words[sentenceAround(reading, comma).first]!;
  const isSubject = source.end === cue.first && /^(?:in|at|with|during|on|through|to)$/.test(opening);
  if (isSubject && /^(?:the|a|an)$/.test(words[comma + 1]!)) return { first: comma + 1, end: source.end };
  if (/^(?:the|a|an|who|whose)$/.test(words[comma + 1]!)) return null;
  for (let token = comma + 1; token < source.end; token += 1) {
    if (nameOf[token]! >= 0) return { first: comma + 1, end: source.end };
  }
  return null;
}

/**
 * Of two people with a comma between them the second is the subject where no other comma closes an apposition.
 *
 * > Unlike Lee, Mayor Ana Ruiz told reporters …      > Speaking after Lee, Ana Ruiz said …
 *               ^^^^^^^^^^^^^^                                             ^^^^^^^^
 */
function notTheOther(
  { words, names, nameOf }: Reading,
  { first, end }: Stretch,
  cue: Stretch,
): Stretch | null {
  const isPersonAt = (token: number): boolean => names[nameOf[token]!]?.type === 'person';
  const name = first + Number(/^(?:un)?like$/.test(words[first]!));
  if (end !== cue.first || !isPersonAt(name) || !isPersonAt(end - 1)) return null;
  let comma = name;
  while (comma < end && nameOf[comma] === nameOf[name]) comma += 1;
  const rest = words.slice(comma + 1, end);
  const isOther = words[comma] === ',' && !rest.some((word) => /^(?:,|and|who|whose)$/.test(word));
  return isOther ? { first: comma + 1, end } : null;
}

/**
 * Nor is the last one whom a preposition governs the subject of a verb in -ing behind a comma.
 *
 * > The court sought replies in a petition against the ban on digging from the Bara, observing …
 *   ^^^^^^^^^
 */
function notTheNearest(reading: Reading, source: Stretch, cue: Stretch): Stretch | null {
  const { words } = reading;
  const before = words[source.first - 1] ?? '';
  if (
    !/^(?:,|and)$/.test(words[cue.first - 1] ?? '') ||
    !words[cue.first]!.endsWith('ing') ||
    source.end > cue.first
  )
    return null;
  if (!governing.test(before) || words[source.first - 2] === 'according') return null;
  const subject = subjectOfJoinedVerb(reading, { groupFirst: cue.first, form: 'gerund' });
  return subject !== null && subject.end <= source.first ? subject : null;
}

/**
 * Nor is who somebody else is.
 *
 * > Ruiz was quick to attack Lee, the governor of Ohio, saying …
 *   ^^^^
 */
function notTheApposition(reading: Reading, source: Stretch, cue: Stretch): Stretch | null {
  const { words, nameOf } = reading;
  const isApposition =
    words[source.first - 1] === ',' &&
    nameOf[source.first - 2] !== -1 &&
    /^(?:the|a|an|his|her|its|their)$/.test(words[source.first]!);
  const isGerund = words[cue.first]!.endsWith('ing') && words[cue.first - 1] === ',';
  if (!isApposition || !isGerund || source.end > cue.first) return null;
  const subject = subjectOfJoinedVerb(reading, { groupFirst: cue.first, form: 'gerund' });
  return subject !== null && subject.end < source.first - 1 ? subject : null;
}

/**
 * Right before "and" and the verb ends the clause before, and no subject.
 *
 * > Ruiz praised the forum sponsored by NBC News and said …
 *   ^^^^
 */
function notTheJoined(reading: Reading, source: Stretch, cue: Stretch): Stretch | null {
  const { words } = reading;
  const joint = cue.first - 1;
  if (!/^(?:and|but)$/.test(words[joint]!) || source.end > cue.first) return null;
  const isBefore = source.end === joint + 1 || source.end === joint || source.end === joint - 1;
  if (!isBefore) return null;
  const subject = subjectOfJoinedVerb(reading, { groupFirst: cue.first, form: 'past' });
  return subject !== null && subject.end <= source.first ? subject : null;
}

const governing = /^(?:by|after|before|from|in|with|of|against|on|at|to|for|over|about|into|between|near)$/;
