import type { Attribution } from '../attribution.ts';
import { endsLikeSpeech, holdsQuotation, isWholeStatement } from '../contents/contents.ts';
import { type Reading, type Stretch, splitAtParagraphs } from '../reading.ts';

/** Taggers cut where marks do not: a content that holds the better part of a quotation gets all of it, marks included. */
export function snapToQuotations(
  reading: Reading,
  attributions: readonly Attribution[],
): readonly Attribution[] {
  return attributions.map((attribution) => {
    const pieces = attribution.contents.flatMap((content) => splitAtParagraphs(reading, content));
    const snapped = pieces.map((content) => snap(reading, attribution, content));
    return { ...attribution, contents: keepStatement(reading, attribution, mergeTouching(reading, snapped)) };
  });
}

/** The share of a quotation that must be in the content for all of it to be. */
const betterPart = 0.4;

function snap(reading: Reading, { cue }: Attribution, content: Stretch): Stretch {
  let { first, end } = content;
  const opening = reading.quotations[reading.quotationOf[first] ?? -1];
  if (opening !== undefined) {
    const { firstToken, endToken } = opening;
    const share = (endToken - first) / (endToken - firstToken);
    const cueInside = cue !== null && firstToken <= cue.first && cue.first < endToken;
    const isItsEnd = end >= endToken && isWholeStatement(reading, opening);
    if (!cueInside && (share >= betterPart || first - firstToken <= 2 || isItsEnd)) first = firstToken;
    if (!cueInside && first === firstToken && end < endToken && isWholeStatement(reading, opening))
      end = endToken;
  }
  // A statement that its marks end: what follows is no longer said.
  const stated = reading.quotations[reading.quotationOf[first] ?? -1];
  if (stated !== undefined && stated.firstToken === first && stated.endToken < end) {
    const ends = isWholeStatement(reading, stated) && endsLikeSpeech(reading, stated);
    if (ends && !holdsQuotation(reading, { first: stated.endToken, end })) end = stated.endToken;
  }
  const closing = reading.quotations[reading.quotationOf[end - 1] ?? -1];
  if (closing !== undefined && end < closing.endToken) {
    const { firstToken, endToken } = closing;
    const share = (end - firstToken) / (endToken - firstToken);
    if (share >= betterPart || endToken - end <= 2) end = endToken;
  }
  // The mark that ends the sentence is no part of a clause without marks.
  while (end > first + 1 && /^[.,;:]$/.test(reading.words[end - 1]!) && reading.quotationOf[end - 1] === -1)
    end -= 1;
  return { first, end: Math.max(end, first + 1) };
}

/**
 * A statement goes on in the next paragraph where its mark was left open; a closed quotation and a freshly opened one
 * are two quotes, which the corpus counts as one.
 */
function keepStatement(
  reading: Reading,
  { cue }: Attribution,
  contents: readonly Stretch[],
): readonly Stretch[] {
  const home = cue === null ? -1 : reading.paragraphOf[cue.first]!;
  if (!contents.some(({ first }) => reading.paragraphOf[first] === home)) return contents;
  return nearestGroup(reading, cue!, contents).filter(({ first }) => {
    const paragraph = reading.paragraphOf[first]!;
    const before = paragraph > home ? first - 1 : reading.paragraphTokens[paragraph]!.end - 1;
    return paragraph === home || reading.quotations[reading.quotationOf[before] ?? -1]?.continued === true;
  });
}

/**
 * Between two halves of a statement stands its cue and nothing else; a sentence of its own parts two statements.
 *
 * > "One strike is no trend." Others said that Wei had paid. "They bought peace," said Hallmann.
 *    not Hallmann's            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function nearestGroup(reading: Reading, cue: Stretch, contents: readonly Stretch[]): readonly Stretch[] {
  const { sentences, sentenceOfToken } = reading.segmented;
  const isParted = (before: Stretch, behind: Stretch): boolean => {
    const last = sentenceOfToken[behind.first]!;
    for (let sentence = sentenceOfToken[before.end - 1]! + 1; sentence < last; sentence += 1) {
      const { firstToken, endToken } = sentences[sentence]!;
      const holdsCue = firstToken <= cue.first && cue.first < endToken;
      if (!holdsCue && reading.quotationOf[firstToken] === -1) return true;
    }
    return false;
  };
  const groups: Stretch[][] = [];
  for (const content of contents) {
    const last = groups.at(-1);
    if (last !== undefined && !isParted(last.at(-1)!, content)) last.push(content);
    else groups.push([content]);
  }
  const gap = (group: readonly Stretch[]): number =>
    Math.min(
      ...group.map(({ first, end }) => (end <= cue.first ? cue.first - end : Math.max(0, first - cue.end))),
    );
  return groups.reduce((best, group) => (gap(group) < gap(best) ? group : best));
}

function mergeTouching(reading: Reading, contents: readonly Stretch[]): readonly Stretch[] {
  const merged: { first: number; end: number }[] = [];
  for (const { first, end } of contents.toSorted((a, b) => a.first - b.first)) {
    const last = merged.at(-1);
    const sameParagraph = reading.paragraphOf[first] === reading.paragraphOf[last?.first ?? first];
    if (last !== undefined && first <= last.end && sameParagraph) last.end = Math.max(last.end, end);
    else merged.push({ first, end });
  }
  return merged;
}
