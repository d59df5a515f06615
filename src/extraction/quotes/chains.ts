import { type Attribution, orphanOf } from './attribution.ts';
import {
  endsLikeSpeech,
  hasWords,
  holdsQuotation,
  isWholeStatement,
  opensLikeSentence,
  tokensOf,
  wordsIn,
} from './contents/contents.ts';
import { fillsParagraph } from './forms/shapes.ts';
import { paragraphBehind, type Quotation } from './marks/quotation-marks.ts';
import { overlapLength, type Reading, type Stretch, sentenceAround, splitAtParagraphs } from './reading.ts';

/**
 * Gives the quotations that no attribution holds to the statement that they continue, and makes orphans of those that
 * stand alone. What is left, a word or a few in marks inside a sentence, is no quote: a term, a title, a nickname.
 */
export function joinLooseQuotations(
  reading: Reading,
  attributions: readonly Attribution[],
): readonly Attribution[] {
  const joined = attributions.map((one) => ({ ...one, contents: [...one.contents] }));
  const ownerOf = ownersOfTokens(reading, joined);
  for (const [index, quotation] of reading.quotations.entries()) {
    if (ownedShare(ownerOf, quotation) >= 0.3) continue;
    const previous = previousQuotation(reading, index);
    const owner = previous === null ? -1 : ownerOf[previous.endToken - 1]!;
    const isContinued =
      previous !== null &&
      owner >= 0 &&
      continues(reading, previous, quotation) &&
      !introducesOther(reading, joined[owner]!.cue, previous, quotation);
    if (!isContinued && !standsAlone(reading, index)) continue;
    const words = tokensOf(quotation);
    // What little of them others had taken for their own is no longer theirs.
    for (const other of new Set(ownerOf.subarray(words.first, words.end)))
      if (other !== -1)
        joined[other]!.contents = joined[other]!.contents.filter((one) => overlapLength(one, words) === 0);
    if (isContinued) joined[owner]!.contents.push(words);
    else joined.push({ ...orphanOf([]), contents: [words] });
    ownerOf.fill(isContinued ? owner : joined.length - 1, words.first, words.end);
  }
  for (const { contents } of joined) contents.sort((a, b) => a.first - b.first);
  return joined
    .filter(({ contents }) => contents.length > 0)
    .sort((a, b) => a.contents[0]!.first - b.contents[0]!.first);
}

/**
 * Words in marks right before and right behind a cue are one statement, where they were given to it apart.
 *
 * > "It's true," she laughs. "But I was happy."
 *
 * So are those behind it that go on in the middle of a sentence with what no marks hold before it.
 *
 * > If the rain comes, Ruiz said, "then we will plant again."
 */
export function joinAroundCue(
  { words, capital, quotationOf, paragraphOf }: Reading,
  attributions: readonly Attribution[],
): readonly Attribution[] {
  const endsWith = (stops: RegExp, { end }: Stretch): boolean => stops.test(words[end - 2] ?? '');
  const isMarked = ({ first, end }: Stretch): boolean =>
    quotationOf[first] !== -1 && quotationOf[first] === quotationOf[end - 1];
  const joined: Attribution[] = [];
  for (const attribution of attributions) {
    const before = joined.at(-1);
    const { cue, contents } = attribution;
    const isRest =
      before?.cue != null &&
      cue?.first === before.cue.first &&
      before.contents.at(-1)!.end <= cue.first &&
      cue.end <= contents[0]!.first &&
      paragraphOf[cue.first] === paragraphOf[contents[0]!.first] &&
      endsWith(/^[.?!…]$/, contents.at(-1)!) &&
      contents.every(isMarked) &&
      (before.contents.every(isMarked)
        ? endsWith(/^[,?!…—–]$/, before.contents.at(-1)!)
        : words[before.contents.at(-1)!.end] === ',' &&
          words[contents[0]!.first - 1] === ',' &&
          capital[contents[0]!.first + 1] === 0);
    if (isRest) joined[joined.length - 1] = { ...before, contents: [...before.contents, ...contents] };
    else joined.push(attribution);
  }
  return joined;
}

/**
 * What only tells when and where somebody said the sentences in marks behind the cue is none of the words.
 *
 * > With the vote over and the town at peace, Ruiz said, "We lost."
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function withoutOccasions(
  reading: Reading,
  attributions: readonly Attribution[],
): readonly Attribution[] {
  const { words, capital, quotationOf } = reading;
  const announcing = new Set<number>();
  for (const { cue, contents } of attributions)
    for (const { first } of contents)
      if (cue !== null && first >= cue.end && quotationOf[first] !== -1 && capital[first + 1] === 1)
        announcing.add(cue.first);
  return attributions.flatMap((attribution) => {
    const { cue } = attribution;
    if (cue === null || !announcing.has(cue.first)) return [attribution];
    const contents = attribution.contents.filter(
      (content) =>
        content.end > cue.first || !fronting.test(words[content.first]!) || holdsQuotation(reading, content),
    );
    return contents.length > 0 ? [{ ...attribution, contents }] : [];
  });
}

const fronting =
  /^(?:in|on|at|during|after|before|when|while|as|with|for|from|by|following|amid|throughout|under|despite|since|until|once)$/;

/**
 * Paragraphs in marks that were left open belong to the statement that the next one goes on with, and that has a cue.
 *
 * > "We were not asked. We were not told.
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * > "And we will not forget," she said.
 */
export function joinOpenParagraphs(
  reading: Reading,
  attributions: readonly Attribution[],
): readonly Attribution[] {
  const joined = attributions.map((one) => ({ ...one, contents: [...one.contents] }));
  const ownerOf = ownersOfTokens(reading, joined);
  for (let index = reading.quotations.length - 2; index >= 0; index -= 1) {
    const quotation = reading.quotations[index]!;
    const next = reading.quotations[index + 1]!;
    const paragraph = reading.paragraphTokens[quotation.paragraph]!;
    const goesOn = next.paragraph > quotation.paragraph && continues(reading, quotation, next);
    const owner = joined[ownerOf[next.firstToken]!];
    const former = joined[ownerOf[quotation.firstToken]!];
    if (!goesOn || owner === undefined || owner.cue === null) continue;
    if (quotation.firstToken !== paragraph.first || (former !== undefined && former.evidence !== 'orphan'))
      continue;
    if (former !== undefined) {
      former.contents = former.contents.filter(({ first }) => reading.quotationOf[first] !== index);
    }
    owner.contents.push(tokensOf(quotation));
    ownerOf.fill(ownerOf[next.firstToken]!, quotation.firstToken, quotation.endToken);
  }
  for (const { contents } of joined) contents.sort((a, b) => a.first - b.first);
  return joined
    .filter(({ contents }) => contents.length > 0)
    .sort((a, b) => a.contents[0]!.first - b.contents[0]!.first);
}

/** Per token: the attribution whose content it belongs to; -1 for none. */
export function ownersOfTokens(reading: Reading, attributions: readonly Attribution[]): Int32Array {
  const owners = new Int32Array(reading.words.length).fill(-1);
  for (const [index, { contents }] of attributions.entries()) {
    for (const { first, end } of contents) owners.fill(index, first, end);
  }
  return owners;
}

function ownedShare(ownerOf: Int32Array, quotation: Quotation): number {
  let owned = 0;
  for (let token = quotation.firstToken; token < quotation.endToken; token += 1)
    if (ownerOf[token]! >= 0) owned += 1;
  return owned / Math.max(1, quotation.endToken - quotation.firstToken);
}

function previousQuotation(reading: Reading, index: number): Quotation | null {
  return reading.quotations[index - 1] ?? null;
}

/**
 * Does the quotation go on with the statement of the one before?
 *
 * > "We will stay," she said. "We have no choice. We are at home here.
 * > "And nobody will drive us out."
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the mark before was left open: one statement over two paragraphs
 */
function continues(reading: Reading, previous: Quotation, quotation: Quotation): boolean {
  const paragraph = reading.paragraphTokens[quotation.paragraph]!;
  const isBehind =
    quotation.paragraph === previous.paragraph + 1 ||
    (previous.continued && quotation.paragraph === paragraphBehind(reading.segmented, previous.paragraph));
  if (isBehind) return !previous.closed && quotation.firstToken === paragraph.first;
  if (quotation.paragraph !== previous.paragraph || !isSentenceInitial(reading, quotation)) return false;
  // "For how long?" "Since May.": another one answers.
  if (quotation.firstToken === previous.endToken && reading.words[quotation.firstToken - 2] === '?')
    return false;
  if (isAsked(reading, previous.endToken, quotation.firstToken)) return false;
  // Right behind the sentence of the words before, a word is enough: "We lost," she said. "Badly."
  const { first } = sentenceAround(reading, quotation.firstToken - 1);
  if (first <= previous.firstToken && endsLikeSpeech(reading, quotation)) return true;
  return isWholeStatement(reading, quotation) && wordsIn(reading, quotation) > 2;
}

/**
 * Another question outside of marks: what follows answers that one.
 *
 * > Had she asked? "Twice." And what had he said? "That it was Lent."
 *                                               ^
 */
function isAsked({ words }: Reading, from: number, to: number): boolean {
  for (let token = to - 1; token >= Math.max(from, to - longestQuestion); token -= 1)
    if (words[token] === '?') return true;
  return false;
}

/** In tokens. */
const longestQuestion = 40;

/**
 * > "They bought the cranes," said Birgit Roth. Anand Rao was kinder. "One strike is no trend."
 *                                               ^^^^^^^^^ speaks next
 */
function introducesOther(
  reading: Reading,
  cue: Stretch | null,
  previous: Quotation,
  quotation: Quotation,
): boolean {
  const before = quotation.firstToken - 1;
  if (before < previous.endToken || quotation.paragraph !== previous.paragraph) return false;
  const { first, end } = sentenceAround(reading, before);
  const holdsCue = cue !== null && first <= cue.first && cue.first < end;
  if (holdsCue || first < previous.endToken) return false;
  for (let token = first; token < Math.min(end, first + 4); token += 1) {
    const name = reading.names[reading.nameOf[token]!];
    if (name !== undefined) return name.type === 'person';
  }
  return false;
}

function standsAlone(reading: Reading, index: number): boolean {
  const quotation = reading.quotations[index]!;
  if (!quotation.opened) return false;
  const words = wordsIn(reading, quotation);
  const isWhole = fillsParagraph(reading, quotation.firstToken, quotation.endToken);
  if (isAnswer(reading, index, isWhole) || isSentence(reading, quotation)) return words > 0;
  if (isWhole) return words > 2 && isStatement(reading, quotation);
  return words > 3 && isSentenceInitial(reading, quotation) && isWholeStatement(reading, quotation);
}

/**
 * Sentences of their own, however short, with their stops inside the marks.
 *
 * > Novak laughs too. "OK. A little."
 *                     ^^^^^^^^^^^^^^^
 */
function isSentence(reading: Reading, quotation: Quotation): boolean {
  const { segmented } = reading;
  const closes = /[.?!…][’'”"]*$/.test(
    segmented.text.slice(quotation.innerStart, quotation.innerEnd).trimEnd(),
  );
  const { end } = sentenceAround(reading, quotation.endToken - 1);
  const isApart = isSentenceInitial(reading, quotation) || isIntroduced(reading, quotation);
  return opensLikeSentence(reading, quotation) && closes && quotation.endToken >= end && isApart;
}

/** > Then, after a while: "Yes." */
//                       ^
const isIntroduced = (reading: Reading, { firstToken }: Quotation): boolean =>
  reading.words[firstToken - 1] === ':' &&
  firstToken - sentenceAround(reading, firstToken - 1).first <= longestIntroduction;

/** Longer ones, in tokens, tell who speaks, or give an example. */
const longestIntroduction = 8;

/**
 * However short it is: a sentence in marks behind a question, in marks too where each has its own paragraph.
 *
 * > Did he enjoy it? "God, no."      > "You went back?"
 *                    ^^^^^^^^^^      > "Yes."
 */
function isAnswer(reading: Reading, index: number, isWhole: boolean): boolean {
  const quotation = reading.quotations[index]!;
  const before = quotation.firstToken - 1;
  if (!endsLikeSpeech(reading, quotation) || before < 0) return false;
  if (!isWhole) return reading.words[before] === '?' && reading.paragraphOf[before] === quotation.paragraph;
  const asked = reading.quotations[index - 1];
  return asked?.paragraph === quotation.paragraph - 1 && asked.endToken === quotation.firstToken;
}

function isStatement(reading: Reading, quotation: Quotation): boolean {
  return isWholeStatement(reading, quotation) || wordsIn(reading, quotation) > 6;
}

function isSentenceInitial(reading: Reading, quotation: Quotation): boolean {
  const { sentences, sentenceOfToken } = reading.segmented;
  const first = quotation.firstToken;
  return (
    sentences[sentenceOfToken[first]!]!.firstToken === first ||
    sentenceOfToken[first] !== sentenceOfToken[first - 1]
  );
}

/** Words that two attributions claim go to the surer one; who is left without words, or speaks inside others', is dropped. */
export function settleOverlaps(
  reading: Reading,
  attributions: readonly Attribution[],
): readonly Attribution[] {
  const taken = new Uint8Array(reading.words.length);
  const kept: Attribution[] = [];
  const shapes = new Set(
    attributions.flatMap(({ cue, evidence }) => (evidence === 'shape' && cue !== null ? cue.first : [])),
  );
  for (const attribution of [...withoutInner(reading, attributions)].sort(bySureness)) {
    const { cue, evidence } = attribution;
    if (cue !== null && (taken[cue.first] === 1 || (evidence !== 'shape' && shapes.has(cue.first)))) continue;
    const contents = attribution.contents
      .flatMap((content) => splitAtParagraphs(reading, content))
      .map((content) => freePart(reading, taken, content))
      .filter((content) => content !== null);
    if (contents.length === 0) continue;
    for (const { first, end } of contents) taken.fill(1, first, end);
    kept.push({ ...attribution, contents });
  }
  return kept.sort((a, b) => a.contents[0]!.first - b.contents[0]!.first);
}

/** All of a content that nobody has; with words in marks also what others leave, if that is more than half. */
function freePart(reading: Reading, taken: Uint8Array, content: Stretch): Stretch | null {
  let { first, end } = content;
  while (first < end && taken[first] === 1) first += 1;
  while (end > first && taken[end - 1] === 1) end -= 1;
  const isWhole = end - first === content.end - content.first;
  const isFree = taken.subarray(first, end).indexOf(1) === -1 && hasWords(reading, first, end);
  const isEnough = isWhole || 2 * (end - first) > content.end - content.first;
  return isFree && isEnough && (isWhole || holdsQuotation(reading, { first, end })) ? { first, end } : null;
}

/** Without those whose cue is among the words that a cue as sure or surer announces: they belong to what is said there. */
function withoutInner(reading: Reading, attributions: readonly Attribution[]): readonly Attribution[] {
  const announcedBy = new Uint8Array(reading.words.length).fill(notAnnounced);
  for (const { cue, contents, evidence } of attributions) {
    for (const { first, end } of contents) {
      if (cue === null || cue.end > first) continue;
      for (let token = first; token < end; token += 1)
        announcedBy[token] = Math.min(announcedBy[token]!, rankOf[evidence]);
    }
  }
  return attributions.filter(
    ({ cue, evidence }) => cue === null || announcedBy[cue.first]! > rankOf[evidence],
  );
}

const notAnnounced = 255;

const rankOf = { shape: 0, model: 1, rule: 2, orphan: 3 };

/** Sure forms first, then the cue nearest to its words, then the order of the text. */
function bySureness(a: Attribution, b: Attribution): number {
  return (
    rankOf[a.evidence] - rankOf[b.evidence] ||
    cueDistance(a) - cueDistance(b) ||
    a.contents[0]!.first - b.contents[0]!.first
  );
}

function cueDistance({ cue, contents }: Attribution): number {
  if (cue === null) return 1000;
  const gaps = contents.map(({ first, end }) => (end <= cue.first ? cue.first - end : first - cue.end));
  return Math.min(...gaps, 1000);
}
