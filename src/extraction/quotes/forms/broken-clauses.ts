import { type Attribution, attributionOf } from '../attribution.ts';
import { finiteWords, holdsQuotation, quotationAt } from '../contents/contents.ts';
import { type Cue, type CueMap, cuesWithin } from '../cues/cues.ts';
import { isMedium } from '../cues/media.ts';
import { subjectAfter, subjectBefore } from '../cues/sources.ts';
import { endWithoutPoint, isQuoted, type Reading, type Stretch, sentenceAround } from '../reading.ts';

/** Longer openings are several clauses, in tokens. */
const longestOpening = 40;

/** What a cue takes with it up to the comma behind it: "said in his nightly address". */
const longestAside = 6;

/**
 * Clauses that a cue breaks, commas around it: behind the subject, or behind what opens the sentence before it.
 *
 * > Prices, warned Governor Ila Rao, will rise in May.      > If there is no time, she told them, they are to run.
 *   ^^^^^^                           ^^^^^^^^^^^^^^^^^        ^^^^^^^^^^^^^^^^^^^^                 ^^^^^^^^^^^^^^^^^^
 */
export function brokenClauses(reading: Reading, cues: CueMap): readonly Attribution[] {
  return cues.cues.flatMap((cue): readonly Attribution[] => {
    const aside = asideOf(reading, cue);
    if (aside === null) return [];
    const sentence = sentenceAround(reading, cue.first);
    const opening = { first: behindSemicolon(reading, sentence.first, aside.first), end: aside.first - 1 };
    const rest = restOf(reading, aside.end + 1, sentence.end);
    if (rest === null) return [];
    if (opensAnew(reading, cue, opening, rest)) return [attributionOf('rule', [rest], cue, aside.source)];
    if (!isWithin(reading, cues, opening)) return [];
    const isBroken = openers.test(reading.words[opening.first]!)
      ? !isMedium(reading, opening) && goesOn(reading, rest)
      : mayGoOn(reading, opening) && hasVerbFirst(reading, rest);
    if (!isBroken) return [];
    return [attributionOf('rule', [opening, rest], cue, aside.source)];
  });
}

/** > He "loved" the group; Buttler, he added, was "the right man". */
//                         ^^^^^^^
function behindSemicolon({ words, quotationOf }: Reading, first: number, before: number): number {
  for (let token = before - 1; token > Math.max(first, before - longestOpening); token -= 1)
    if (words[token] === ';' && quotationOf[token] === -1) return token + 1;
  return first;
}

/**
 * What stands before is told by the article: the clause that was said opens right before the cue, or in marks behind it.
 *
 * > It was a strike in which, Rao said, nobody took part.      > Her father kept the accounts and, she says, taught her to count.
 *                                       ^^^^^^^^^^^^^^^^^                                                    ^^^^^^^^^^^^^^^^^^^
 */
function opensAnew(reading: Reading, cue: Cue, opening: Stretch, rest: Stretch): boolean {
  if (cue.kind === 'according' && reading.words[cue.first] === 'in')
    return quotationAt(reading, rest.first) !== null;
  return opening.end - opening.first > 2 && clauseOpeners.test(reading.words[opening.end - 1]!);
}

const clauseOpeners = /^(?:which|who|whom|where|because|and|but)$/;

/** The cue and who speaks, between two commas; null where it does not stand so. */
function asideOf(reading: Reading, cue: Cue): (Stretch & { readonly source: Stretch }) | null {
  const { words } = reading;
  if (isQuoted(reading, cue.first) || cue.unsaid) return null;
  const isComma = (token: number): boolean => words[token] === ',' && !isQuoted(reading, token);
  if (cue.kind === 'according') {
    let end = cue.end;
    while (end < cue.end + longestOpening && words[end] !== undefined && !isComma(end)) end += 1;
    if (!isComma(cue.first - 1) || !isComma(end) || end === cue.end) return null;
    return { first: cue.first, end, source: { first: cue.end, end } };
  }
  if (isComma(cue.groupFirst - 1)) {
    const source = subjectAfter(reading, cue.end);
    if (source === null || !isComma(source.end)) return null;
    return { first: cue.groupFirst, end: source.end, source };
  }
  const source = cue.verb?.says === true || cue.verb?.tells === true ? subjectBefore(reading, cue) : null;
  if (source === null || !isComma(source.first - 1)) return null;
  // "Her husband, who denied it, was cleared": what goes on is the clause around.
  if (/^(?:who|which)$/.test(words[source.first]!)) return null;
  for (let end = cue.end; end <= cue.end + longestAside; end += 1)
    if (isComma(end)) return { first: source.first, end, source };
  return null;
}

/** All up to the end of the sentence, or up to the closing mark where it opens in marks. */
function restOf(reading: Reading, first: number, sentenceEnd: number): Stretch | null {
  const quotation = quotationAt(reading, first);
  if (quotation !== null) return { first, end: quotation.endToken };
  const end = endWithoutPoint(reading, { first, end: sentenceEnd });
  return end > first ? { first, end } : null;
}

/** Short, outside of marks, and without another cue. */
function isWithin(reading: Reading, cues: CueMap, { first, end }: Stretch): boolean {
  if (end <= first || end - first > longestOpening || cuesWithin(cues, first, end).length > 0) return false;
  return !holdsQuotation(reading, { first, end });
}

const openers =
  /^(?:if|when|once|unless|until|while|without|with|in|on|at|by|for|from|during|under|since|after|before|because)$/;

/** Words outside of marks that go on with the clause rather than with who said it. */
const goesOn = (reading: Reading, { first }: Stretch): boolean =>
  quotationAt(reading, first) === null && !asides.test(reading.words[first]!);

const asides = /^(?:who|which|whose|where|as|though|although|and|but|before|after|while|when|\p{Ll}+ing)$/u;

const mayGoOn = ({ words }: Reading, { first }: Stretch): boolean =>
  !/^(?:and|but|so|yet|however|meanwhile|as)$/.test(words[first]!);

/** > will rise in May      > "will rise" */
function hasVerbFirst(reading: Reading, { first }: Stretch): boolean {
  const verb = reading.words[quotationAt(reading, first) === null ? first : first + 1] ?? '';
  return finiteWords.test(verb) && !/^(?:i|we|you|they|he|she|it)$/.test(verb);
}
