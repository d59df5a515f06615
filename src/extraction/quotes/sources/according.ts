import type { Attribution } from '../attribution.ts';
import { contentBehind } from '../contents/contents.ts';
import { type CueMap, cuesWithin } from '../cues/cues.ts';
import { subjectBefore } from '../cues/sources.ts';
import { isPerson } from '../forms/enclosing-clauses.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';

/** What "according to" tells, and what somebody else said whom it names on the way; null where it tells nothing else. */
export const readAccording = (reading: Reading, cues: CueMap, outer: Attribution): Attribution | null =>
  framedAttribution(reading, outer) ??
  innerAttribution(reading, cues, outer) ??
  introducedAttribution(reading, cues, outer) ??
  brokenAttribution(reading, cues, outer);

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
export function informantBehind({ words }: Reading, cue: Stretch): Stretch | null {
  const first = cue.end + Number(words[cue.end] === ',');
  if (words[first] !== 'according' || words[first + 1] !== 'to' || words[cue.first] === 'according')
    return null;
  let end = first + 2;
  while (end < words.length && end - first < 12 && !/^(?:[,.;:]|who|which|that)$/.test(words[end]!)) end += 1;
  return end > first + 2 ? { first: first + 2, end } : null;
}
