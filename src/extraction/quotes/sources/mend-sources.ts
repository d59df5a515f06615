import type { Attribution } from '../attribution.ts';
import { contentBehind } from '../contents/contents.ts';
import { type CueMap, cuesWithin } from '../cues/cues.ts';
import { subjectOfJoinedVerb } from '../cues/shared-subjects.ts';
import { subjectAfter, subjectBefore } from '../cues/sources.ts';
import { isPerson } from '../forms/enclosing-clauses.ts';
import { isHeardOf } from '../forms/passive-cues.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { trimSource } from './trim-source.ts';

/** Sources cut to the words that name who spoke, where taggers and rules take in or leave out their neighbours. */
export function mendSources(
  reading: Reading,
  cues: CueMap,
  attributions: readonly Attribution[],
): readonly Attribution[] {
  return attributions.map((attribution) => {
    const { cue, evidence } = attribution;
    if (attribution.source === null || cue === null || evidence === 'shape') return attribution;
    const framed = framedAttribution(reading, attribution);
    if (framed !== null) return framed;
    const inner =
      innerAttribution(reading, cues, attribution) ??
      introducedAttribution(reading, cues, attribution) ??
      brokenAttribution(reading, cues, attribution);
    if (inner !== null) return inner;
    if (hearsIt(reading, attribution.source, cue)) return { ...attribution, source: null };
    const source = soSaid(reading, attribution.source, cue) ?? trimSource(reading, attribution.source, cue);
    const mended =
      notTheAuthor(reading, source, cue) ??
      notTheSigner(reading, source, cue) ??
      notTheAgent(reading, source, cue) ??
      notTheNearest(reading, source, cue) ??
      notTheOther(reading, source, cue);
    const informant = informantBehind(reading, cue);
    return {
      ...attribution,
      source: withFirstNames(reading, mended ?? source, cue),
      reporters: informant === null ? attribution.reporters : [...attribution.reporters, informant],
    };
  });
}

/**
 * Behind "according to" what is said begins at the comma, not within the clause about the source.
 *
 * > According to an official who spoke on condition of anonymity to discuss the talks, the deal "is basically done".
 *                                                                                      ^^^^^^^^
 */
function framedAttribution(reading: Reading, outer: Attribution): Attribution | null {
  const { contents, cue, source } = outer;
  const [content, ...others] = contents;
  if (reading.words[cue!.first] !== 'according' || source!.first < cue!.end) return null;
  if (content!.first < cue!.end || content!.first >= source!.end) return null;
  let comma = source!.end;
  while (comma < content!.end && reading.words[comma] !== ',') comma += 1;
  if (comma + 1 >= content!.end) return null;
  return {
    ...outer,
    source: { first: cue!.end, end: comma },
    contents: [{ first: comma + 1, end: content!.end }, ...others],
  };
}

/** > "It is over." So said Ana Ruiz. */
//                           ^^^^^^^^
function soSaid(reading: Reading, { first, end }: Stretch, cue: Stretch): Stretch | null {
  const isSo = end === first + 1 && /^(?:so|thus)$/.test(reading.words[first]!) && cue.first === end;
  return isSo ? subjectAfter(reading, cue.end) : null;
}

/** > The jury was told that he could not recall the crash.      who told it is not said */
//    ^^^^^^^^
const hearsIt = (reading: Reading, source: Stretch, cue: Stretch): boolean =>
  source.end <= cue.first && isHeardOf(reading, cue);

/**
 * The words of one who is named before "according to": who passes them on comes last.
 *
 * > The poet must pay, a court has ruled, according to the newspaper Dawn.
 *                      ^^^^^^^
 */
function innerAttribution(reading: Reading, cues: CueMap, outer: Attribution): Attribution | null {
  const { contents, cue, source } = outer;
  const last = contents.at(-1)!;
  if (reading.words[cue!.first] !== 'according' || last.end > cue!.first) return null;
  const inner = cuesWithin(cues, last.first, cue!.first).at(-1);
  if (inner === undefined || inner.kind !== 'verb' || inner.verb?.says !== true) return null;
  if (inner.end !== last.end && inner.end !== cue!.first - 1) return null;
  const subject = subjectBefore(reading, inner);
  if (subject === null || subject.first <= last.first + 1) return null;
  const isInside = subject.first < last.end;
  if (isInside && reading.words[subject.first - 1] !== ',') return null;
  const content = { first: last.first, end: isInside ? subject.first - 1 : last.end };
  return {
    ...outer,
    contents: [...contents.slice(0, -1), content],
    cue: inner,
    source: subject,
    reporters: [...outer.reporters, source!],
  };
}

/**
 * The words of one who is named behind "according to" an outlet or a document at the start.
 *
 * > According to the Kremlin, Putin emphasized the requirement for a ceasefire.
 *                             ^^^^^
 */
function introducedAttribution(reading: Reading, cues: CueMap, outer: Attribution): Attribution | null {
  const { contents, cue, source } = outer;
  const [content] = contents;
  if (reading.words[cue!.first] !== 'according' || content!.first < source!.end) return null;
  if (isPerson(reading, source!)) return null;
  const [inner] = cuesWithin(cues, source!.end, content!.end);
  if (inner?.verb == null || inner.unsaid || inner.form === 'gerund' || inner.end >= content!.end)
    return null;
  const subject = subjectBefore(reading, inner);
  if (subject === null || subject.end !== inner.groupFirst || subject.first > source!.end + 1) return null;
  if (!reading.capital.subarray(subject.first, subject.end).includes(1)) return null;
  const first = contentBehind(reading, cues, inner, inner.end)?.first ?? inner.end;
  if (first >= content!.end) return null;
  return {
    ...outer,
    contents: [{ first, end: content!.end }, ...contents.slice(1)],
    cue: inner,
    source: subject,
    reporters: isNamed(reading, source!) ? [...outer.reporters, source!] : outer.reporters,
  };
}

/**
 * Likewise where "according to" stands between that one and the verb.
 *
 * > Ruiz, according to two aides, told the cabinet that he would go.
 *   ^^^^
 */
function brokenAttribution(reading: Reading, cues: CueMap, outer: Attribution): Attribution | null {
  const { contents, cue, source } = outer;
  const [content, ...others] = contents;
  const { words } = reading;
  if (words[cue!.first] !== 'according' || words[source!.end] !== ',' || words[cue!.first - 1] !== ',')
    return null;
  if (content!.first !== sentenceAround(reading, cue!.first).first || content!.end > cue!.first) return null;
  const inner = cues.cues[cues.groupAt[source!.end + 1]!];
  if (inner?.verb == null || inner.unsaid || inner.form === 'gerund') return null;
  const said = contentBehind(reading, cues, inner, inner.end);
  if (said === null) return null;
  return {
    ...outer,
    contents: [said, ...others.filter(({ first }) => first >= said.end)],
    cue: inner,
    source: { first: content!.first, end: cue!.first - 1 },
    reporters: isNamed(reading, source!) ? [...outer.reporters, source!] : outer.reporters,
  };
}

/** "the Kremlin", not "the minutes" or "a complaint by Ana Ruiz". */
const isNamed = ({ words, capital }: Reading, { first }: Stretch): boolean =>
  capital[/^(?:the|a|an)$/.test(words[first]!) ? first + 1 : first] === 1;

/**
 * > "Nobody said they were," she replied, according to two diplomats who were in the room.
 *                                                      ^^^^^^^^^^^^^
 */
function informantBehind({ words }: Reading, cue: Stretch): Stretch | null {
  const first = cue.end + Number(words[cue.end] === ',');
  if (words[first] !== 'according' || words[first + 1] !== 'to' || words[cue.first] === 'according')
    return null;
  let end = first + 2;
  while (end < words.length && end - first < 12 && !/^(?:[,.;:]|who|which|that)$/.test(words[end]!)) end += 1;
  return end > first + 2 ? { first: first + 2, end } : null;
}

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

const governing = /^(?:by|after|before|from|in|with|of|against|on|at|to|for|over|about|into|between|near)$/;

/**
 * A list of people from its first one on, where that opens the sentence.
 *
 * > Ana Ruiz, Tom Lee and Ann Bale said …
 *   ^^^^^^^^^
 */
function withFirstNames(reading: Reading, source: Stretch, cue: Stretch): Stretch {
  const { words, names, nameOf } = reading;
  const isPersonAt = (token: number): boolean => names[nameOf[token] ?? -1]?.type === 'person';
  const isList = isPersonAt(source.first) && words.slice(source.first, source.end).includes('and');
  if (!isList || source.end > cue.first) return source;
  let { first } = source;
  while (words[first - 1] === ',' && isPersonAt(first - 2)) {
    const name = nameOf[first - 2];
    first -= 2;
    while (nameOf[first - 1] === name) first -= 1;
  }
  return first === sentenceAround(reading, source.first).first ? { first, end: source.end } : source;
}
