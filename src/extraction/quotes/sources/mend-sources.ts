import { isAdverbInLy } from '../adverbs.ts';
import type { Attribution } from '../attribution.ts';
import { subjectWithClause } from '../cues/clause-subjects.ts';
import type { CueMap } from '../cues/cues.ts';
import { subjectAfter } from '../cues/sources.ts';
import { documents } from '../document-nouns.ts';
import { isHeardOf } from '../forms/passive-cues.ts';
import type { Reading, Stretch } from '../reading.ts';
import { informantBehind, readAccording } from './according.ts';
import { farSubject } from './far-subjects.ts';
import { withWholeList } from './listed-sources.ts';
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
    const passedOn = readAccording(reading, cues, attribution);
    if (passedOn !== null) return passedOn;
    if (hearsIt(reading, attribution.source, cue)) return { ...attribution, source: null };
    const source =
      soSaid(reading, attribution.source, cue) ??
      trimSource(reading, withItsHead(reading, attribution.source, cue), cue);
    const subject = farSubject(reading, source, cue) ?? source;
    const informant = informantBehind(reading, cue);
    const whole = withDocument(reading, withTown(reading, withWholeList(reading, subject, cue)), cue);
    return {
      ...attribution,
      contents: attribution.contents.map((content) => before(content, whole)),
      source: whole,
      reporters: informant === null ? attribution.reporters : [...attribution.reporters, informant],
    };
  });
}

/** > Survivors of the ferry that capsized off Samar on Sunday said …      the ferry is not who said it */
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
function withItsHead(reading: Reading, source: Stretch, cue: Stretch): Stretch {
  if (source.end > cue.first) return source;
  const whole = subjectWithClause(reading, cue.first);
  return whole !== null && whole.first < source.first ? { first: whole.first, end: source.end } : source;
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

/** > Sales fell, the Austin, Texas-based company said. */
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^
function withTown({ words, capital }: Reading, { first, end }: Stretch): Stretch {
  if (!/-based$/.test(words[first]!) || words[first - 1] !== ',') return { first, end };
  let town = first - 1;
  while (capital[town - 1] === 1 && !/^(?:the|an?)$/.test(words[town - 1]!)) town -= 1;
  return /^(?:the|an?)$/.test(words[town - 1] ?? '') ? { first: town - 1, end } : { first, end };
}

/** > Census Bureau figures wrongly show …      the bureau is not who says it */
//    ^^^^^^^^^^^^^^^^^^^^^
function withDocument({ words, nameOf }: Reading, { first, end }: Stretch, cue: Stretch): Stretch {
  const behind = isAdverbInLy(words[cue.first - 1] ?? '') ? cue.first - 1 : cue.first;
  const isDocument = behind === end + 1 && nameOf[end - 1] !== -1 && documents.test(words[end]!);
  return { first, end: isDocument ? end + 1 : end };
}

/** What was said, without the words that name who said it. */
const before = (content: Stretch, source: Stretch): Stretch =>
  content.first < source.first && content.end > source.first && content.end < source.end
    ? { first: content.first, end: source.first }
    : content;
