import type { Attribution } from '../attribution.ts';
import { finiteWords, holdsQuotation } from '../contents.ts';
import { type Cue, type CueMap, cuesWithin } from '../cues.ts';
import type { Reading, Stretch } from '../reading.ts';

/**
 * The corpus that the taggers learned from also counts what nobody said: denials of saying, questions put to someone,
 * acts and topics. Without words in marks, an attribution must report a clause that somebody did say.
 */
export function keepReported(
  reading: Reading,
  cues: CueMap,
  attributions: readonly Attribution[],
): readonly Attribution[] {
  return attributions.flatMap((attribution) => {
    const contents = attribution.contents.map((content) =>
      withoutNextCue(reading, cues, attribution, content),
    );
    const cut = { ...attribution, contents };
    if (contents.some((content) => holdsQuotation(reading, content))) return [cut];
    return isReported(reading, cues, cut) ? [cut] : [];
  });
}

function isReported(reading: Reading, cues: CueMap, { cue, contents }: Attribution): boolean {
  if (cue === null) return false;
  const words = reading.words.slice(cue.first, cue.end).join(' ');
  // "Lindqvist was asked about the cat", "Asked whether she would sell, …": she heard it, and did not say it.
  if (/\b(?:is|are|was|were|been|be) (?:\S+ )?(?:asked|told)\b/.test(words)) return false;
  if (words === 'asked' && reading.capital[cue.first] === 1) return false;
  const known = cuesWithin(cues, Math.max(0, cue.first - 1), cue.end + 1).find(
    (one) => one.first < cue.end && cue.first < one.end,
  );
  if (known === undefined) return true;
  if (known.unsaid) return false;
  return !namesTopic(reading, known, contents[0]!);
}

/** > Putin stressed diplomatic efforts.      > not: Lloyd's confirmed the cargo was insured. */
//                   ^^^^^^^^^^^^^^^^^^
function namesTopic(reading: Reading, { verb }: Cue, content: Stretch): boolean {
  if (verb === null || !verb.object || verb.judges) return false;
  if (/^(?:that|to|whether|how|why|what)$/.test(reading.words[content.first]!)) return false;
  return !reading.words.slice(content.first, content.end).some((word) => finiteWords.test(word));
}

/**
 * Where a second cue of the same speaker takes over, the first one's words end.
 *
 * > According to Peskov, Moscow took part but noted that progress was slow.
 *                                         ^^^^^^^^^
 */
function withoutNextCue(reading: Reading, cues: CueMap, { cue }: Attribution, content: Stretch): Stretch {
  if (cue === null || content.end <= cue.first) return content;
  for (const next of cuesWithin(cues, content.first + 2, content.end)) {
    const joined = /^(?:and|but)$/.test(reading.words[next.groupFirst - 1] ?? '');
    const outside = reading.quotationOf[next.first] === -1;
    const announces = reading.words[next.end] === 'that' || reading.quotationOf[next.end] !== -1;
    if (joined && outside && announces && next.verb?.says === true)
      return { first: content.first, end: next.groupFirst - 1 };
  }
  return content;
}
