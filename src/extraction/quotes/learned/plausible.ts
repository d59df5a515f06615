import type { Attribution } from '../attribution.ts';
import { ownersOfTokens } from '../chains.ts';
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
  ruled: readonly Attribution[],
  attributions: readonly Attribution[],
): readonly Attribution[] {
  const ruledWords = ownersOfTokens(reading, ruled);
  return attributions.flatMap((attribution) => {
    const known = knownCue(cues, attribution.cue);
    const contents = attribution.contents.map((content) =>
      withoutNextCue(reading, cues, attribution, content),
    );
    const { first } = contents[0]!;
    // "issued a statement, voicing concern …, the Kremlin said": the verb of saying is the better cue.
    if (known?.kind === 'statement' && ruledWords[first]! >= 0) return [];
    const isMarked = contents.some((content) => holdsQuotation(reading, content));
    if (!isMarked && !isReported(reading, known, attribution.cue, contents[0]!)) return [];
    return [{ ...attribution, cue: known ?? attribution.cue, contents }];
  });
}

/** Tokens that a cue takes in behind its verb: "in a joint statement". */
const longestMedium = 4;

/** The cue that the rules see in the tagger's: without adverbs and auxiliaries. */
function knownCue(cues: CueMap, cue: Stretch | null): Cue | null {
  if (cue === null) return null;
  const near = cuesWithin(cues, Math.max(0, cue.first - 1), cue.end + longestMedium);
  return near.find((one) => one.first < cue.end && cue.first < one.end) ?? null;
}

function isReported(reading: Reading, known: Cue | null, cue: Stretch | null, content: Stretch): boolean {
  if (cue === null) return false;
  const words = reading.words.slice(cue.first, cue.end).join(' ');
  // "Lindqvist was asked about the cat", "Asked whether she would sell, …": she heard it, and did not say it.
  if (/\b(?:is|are|was|were|been|be) (?:\S+ )?(?:asked|told)\b/.test(words)) return false;
  if (words === 'asked' && reading.capital[cue.first] === 1) return false;
  return known === null || (!known.unsaid && !namesTopic(reading, known, content));
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
