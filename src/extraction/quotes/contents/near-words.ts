import type { Attribution } from '../attribution.ts';
import { type CueMap, cuesWithin } from '../cues/cues.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { contentBehind, holdsQuotation, quotationAt } from './contents.ts';

/**
 * Words in marks that go on behind the cue of those before are not of whoever does or says something in the next sentence.
 *
 * > "We lost," Tallis said. "Badly." Sam Oyelowo smiled.
 *                           ^^^^^^^^ still Tallis
 */
export function leaveToSpeakerBefore(
  reading: Reading,
  cues: CueMap,
  attribution: Attribution,
): readonly Attribution[] {
  const { contents, cue, evidence } = attribution;
  const [content, ...rest] = contents;
  if (cue === null || evidence === 'shape' || !goesOn(reading, cues, content!, cue)) return [attribution];
  if (rest.length > 0) return [{ ...attribution, contents: rest }];
  const saying = cuesWithin(cues, cue.first, cue.end).find(({ verb }) => verb?.says === true);
  const mayBeOwn = saying !== undefined && contentBehind(reading, cues, saying, saying.end) === null;
  return mayBeOwn ? [attribution] : [];
}

function goesOn(reading: Reading, cues: CueMap, content: Stretch, cue: Stretch): boolean {
  if (content.end > cue.first) return false;
  const quotation = quotationAt(reading, content.first);
  const isStatement = quotation !== null && reading.words[quotation.endToken - 2] === '.';
  if (!isStatement || sentenceAround(reading, cue.first).first < quotation.endToken) return false;
  const before = sentenceAround(reading, Math.max(0, content.first - 1));
  const tells = cuesWithin(cues, before.first, content.first).some(({ verb }) => verb?.says === true);
  return tells && before.end === content.first && holdsQuotation(reading, before);
}

/**
 * Words in marks with a speaker and a cue right behind them, or before a colon, are not those of whoever the sentence before
 * tells of.
 *
 * > Ruiz told the traders to wait. "That's what you said after the flood!" a man called from the crowd.
 *                                                                          ^^^^^^^^^^^^
 * > "They can lock us up," said Hill. Ruiz nodded: "Lock us up."
 *                                     ^^^^^^^^^^^
 */
export function keepNearWords(
  reading: Reading,
  ruled: readonly Attribution[],
  attribution: Attribution,
): readonly Attribution[] {
  const { cue, evidence } = attribution;
  if (cue === null || evidence === 'shape') return [attribution];
  const contents = attribution.contents.filter((content) => {
    const isElsewhere = cue.end <= sentenceAround(reading, content.first).first;
    return !isElsewhere || !ruled.some((rule) => standsBeside(reading, content, rule, cue));
  });
  return contents.length === 0 ? [] : [{ ...attribution, contents }];
}

/** Is it another cue, with these words, right behind them or before their colon? */
function standsBeside(
  { words }: Reading,
  { first, end }: Stretch,
  { contents: [own], source, cue }: Attribution,
  other: Stretch,
): boolean {
  if (source === null || cue === null || own!.first !== first || own!.end !== end) return false;
  if (cue.first <= other.end && other.first < cue.end) return false;
  const isBehind =
    Math.min(source.first, cue.first) === end && (source.end === cue.first || cue.end === source.first);
  const isBefore = source.end <= cue.first && source.end + 1 >= cue.first;
  const colon = first - 1;
  return isBehind || (words[colon] === ':' && isBefore && (cue.end === colon || cue.first === colon));
}
