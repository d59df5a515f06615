import { type Attribution, attributionOf } from '../attribution.ts';
import { finiteWords, holdsQuotation, quotationAt } from '../contents/contents.ts';
import { type Cue, type CueMap, cuesWithin } from '../cues/cues.ts';
import { isMedium } from '../cues/media.ts';
import { subjectAfter, subjectBefore } from '../cues/sources.ts';
import { isPastOfSubject } from '../past-tense.ts';
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
    const first = behindConjunction(reading, behindSemicolon(reading, sentence.first, aside.first));
    const opening = { first, end: aside.first - 1 };
    const rest = restOf(reading, aside.end + 1, sentence.end);
    if (rest === null) return [];
    if (opensAnew(reading, cue, opening, rest)) return [attributionOf('rule', [rest], cue, aside.source)];
    if (!isWithin(reading, cues, opening)) return [];
    const isBroken = openers.test(reading.words[opening.first]!)
      ? !isMedium(reading, opening) && goesOn(reading, rest)
      : mayGoOn(reading, opening) && (hasVerbFirst(reading, rest) || isCutBehindVerb(reading, opening, rest));
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

/** > But in May, Rao said, prices would rise. */
//        ^^
const behindConjunction = ({ words }: Reading, first: number): number =>
  /^(?:but|and|yet|so)$/.test(words[first]!) && openers.test(words[first + 1] ?? '') ? first + 1 : first;

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

/** The cue and who speaks, between two commas, dashes or brackets; null where it does not stand so. */
function asideOf(reading: Reading, cue: Cue): (Stretch & { readonly source: Stretch }) | null {
  const { words } = reading;
  if (isQuoted(reading, cue.first) || cue.unsaid) return null;
  for (const [left, right] of edges) {
    const aside = asideBetween(
      reading,
      cue,
      (token) => words[token] === left && !isQuoted(reading, token),
      (token) => words[token] === right && !isQuoted(reading, token),
    );
    if (aside !== null) return aside;
  }
  return null;
}

const edges = [
  [',', ','],
  ['–', '–'],
  ['—', '—'],
  ['--', '--'],
  ['(', ')'],
] as const;

function asideBetween(
  reading: Reading,
  cue: Cue,
  opens: (token: number) => boolean,
  closes: (token: number) => boolean,
): (Stretch & { readonly source: Stretch }) | null {
  const { words } = reading;
  if (cue.kind === 'according') {
    let end = cue.end;
    while (end < cue.end + longestOpening && words[end] !== undefined && !closes(end)) end += 1;
    if (!opens(cue.first - 1) || !closes(end) || end === cue.end) return null;
    return { first: cue.first, end, source: { first: cue.end, end } };
  }
  if (opens(cue.groupFirst - 1)) {
    const subject = cue.form === 'gerund' ? null : subjectAfter(reading, cue.end);
    if (subject === null || /^(?:that|whether)$/.test(words[subject.first]!)) return null;
    if (times.test(words.slice(subject.first, subject.first + 2).join(' '))) return null;
    // "Her aide, Cory Lee, said the man who followed him, Paul Roe, should go": who speaks stands before, with an aside.
    const before = subjectBefore(reading, cue);
    if (before !== null && words.slice(before.first, before.end).includes(',')) return null;
    // "It was, said Rao, a good year": what follows is no apposition.
    const end = beForms.test(words[cue.groupFirst - 2] ?? '') ? cutAtComma(reading, subject) : subject.end;
    if (!closes(end)) return null;
    return { first: cue.groupFirst, end, source: { first: subject.first, end } };
  }
  const source = cue.verb?.says === true || cue.verb?.tells === true ? subjectBefore(reading, cue) : null;
  if (source === null || !opens(source.first - 1)) return null;
  // "Her husband, who denied it, was cleared": what goes on is the clause around.
  if (/^(?:who|which)$/.test(words[source.first]!)) return null;
  for (let end = cue.end; end <= cue.end + longestAside; end += 1)
    if (closes(end)) return { first: source.first, end, source };
  return null;
}

/** > The move, announced a day ahead of the vote, has angered some. */
//                    ^^^^^
const times = /^(?:an?|one|two|three|several|\d+) (?:hour|day|week|month|year|decade)s?$/;

function cutAtComma({ words }: Reading, { first, end }: Stretch): number {
  const comma = words.slice(first, end).indexOf(',');
  return comma === -1 ? end : first + comma;
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
  /^(?:if|when|once|unless|until|while|without|with|within|in|on|at|by|for|from|during|under|since|after|before|because|though|although|despite|amid|over|between|among|through|to|besides|beyond|given|last|next)$/;

/** Words outside of marks that go on with the clause rather than with who said it. */
const goesOn = (reading: Reading, { first }: Stretch): boolean =>
  quotationAt(reading, first) === null && !asides.test(reading.words[first]!);

const asides = /^(?:who|which|whose|where|as|though|although|and|but|before|after|while|when|\p{Ll}+ing)$/u;

const mayGoOn = ({ words }: Reading, { first }: Stretch): boolean =>
  !/^(?:and|but|so|yet|however|meanwhile|as)$/.test(words[first]!);

/** > will rise in May      > "will rise"      > rose in May */
function hasVerbFirst(reading: Reading, { first }: Stretch): boolean {
  const isMarked = quotationAt(reading, first) !== null;
  const verb = reading.words[isMarked ? first + 1 : first] ?? '';
  return (finiteWords.test(verb) && !pronouns.test(verb)) || (!isMarked && isPastOfSubject(verb));
}

/** > It was, said Rao, a good year. */
//      ^^^
const isCutBehindVerb = (reading: Reading, { end }: Stretch, rest: Stretch): boolean =>
  beForms.test(reading.words[end - 1]!) && goesOn(reading, rest);

const beForms = /^(?:is|are|was|were)$/;

const pronouns = /^(?:i|we|you|they|he|she|it)$/;
