import { type FeatureWriter, mixHashes } from '../../../tagging/features.ts';
import { holdsQuotation } from '../contents/contents.ts';
import type { Stretch } from '../reading.ts';
import type { CueWord } from './cue-words.ts';
import { type MarkedReading, partsClauses, steps } from './marking-features.ts';

/** What the first tagger says of an article's tokens. */
export interface Marking {
  /** Per token: 0 nothing, 1–2 source, 3–4 cue, 5–6 content; odd where a stretch starts. */
  readonly labels: Uint8Array;
  /** Per token: how likely source, cue and content are, each in four steps of two bits. */
  readonly chances: Uint8Array;
  /** Per token: the probability that it belongs to a source. */
  readonly sourceChances: Float32Array;
}

/** The stretches of a marking, and how many cues, quotations and commas stand before each token. */
export interface MarkedStretches {
  readonly marking: Marking;
  /** Per token: index of the stretch that holds it; -1 for none. */
  readonly stretchOf: Int32Array;
  readonly stretches: readonly (Stretch & { readonly kind: number })[];
  readonly cuesBefore: Int32Array;
  readonly quotationsBefore: Int32Array;
  readonly commasBefore: Int32Array;
}

export function readStretches(marked: MarkedReading, marking: Marking): MarkedStretches {
  const count = marked.words.length;
  const { labels } = marking;
  const { words, quotationOf } = marked.reading;
  const stretchOf = new Int32Array(count).fill(-1);
  const stretches: { first: number; end: number; kind: number }[] = [];
  const cuesBefore = new Int32Array(count + 1);
  const quotationsBefore = new Int32Array(count + 1);
  const commasBefore = new Int32Array(count + 1);
  for (let token = 0; token < count; token += 1) {
    const label = labels[token]!;
    if (label % 2 === 1) stretches.push({ first: token, end: token + 1, kind: kindOf(label) });
    if (label !== 0) {
      stretchOf[token] = stretches.length - 1;
      stretches.at(-1)!.end = token + 1;
    }
    const opens = quotationOf[token]! >= 0 && quotationOf[token] !== quotationOf[token - 1];
    cuesBefore[token + 1] = cuesBefore[token]! + Number(label === 3);
    quotationsBefore[token + 1] = quotationsBefore[token]! + Number(opens);
    commasBefore[token + 1] = commasBefore[token]! + Number(partsClauses(words[token]!));
  }
  return { marking, stretchOf, stretches, cuesBefore, quotationsBefore, commasBefore };
}

/** 0 nothing, 1 source, 2 cue, 3 content. */
export const kindOf = (label: number): number => (label + 1) >> 1;

/** The tokens that can belong to a cue. Where nothing near it stands in marks, it reports what is in its own sentence. */
export function windowOf(marked: MarkedReading, cue: Stretch): Stretch {
  const window = paragraphsAround(marked, cue, windowReach);
  if (holdsQuotation(marked.reading, window)) return window;
  return {
    first: Math.max(window.first, marked.sentenceFirst[cue.first]!),
    end: Math.min(window.end, marked.sentenceLast[cue.end - 1]! + 1),
  };
}

/** The window that is learned from: whole paragraphs. */
export const learningWindowOf = (marked: MarkedReading, cue: Stretch): Stretch =>
  paragraphsAround(marked, cue, learningReach);

/** The paragraph of a cue, and the quotations that neighbouring paragraphs turn to it. */
function paragraphsAround(marked: MarkedReading, cue: Stretch, reach: number): Stretch {
  const { paragraphOf, paragraphTokens, quotationOf, quotations } = marked.reading;
  const paragraph = paragraphOf[cue.first]!;
  let { first, end } = paragraphTokens[paragraph]!;
  for (let next = paragraph + 1; next < Math.min(paragraphTokens.length, paragraph + 3); next += 1) {
    const start = paragraphTokens[next]!.first;
    const quotation = quotations[quotationOf[start] ?? -1];
    if (quotation === undefined || quotation.single || end !== start) break;
    end = Math.min(quotation.endToken, start + neighbourReach);
    if (end < paragraphTokens[next]!.end) break;
  }
  const before = quotations[quotationOf[first - 1] ?? -1];
  if (before !== undefined && !before.single && before.endToken === first) {
    first = Math.max(before.firstToken, first - neighbourReach);
  }
  // Very long paragraphs are no prose; the bound keeps the whole linear.
  return { first: Math.max(first, cue.first - reach), end: Math.min(end, cue.end + reach) };
}

const neighbourReach = 150;
/** How far from the cue, in tokens, a window goes: further changes nothing on PolNeAR dev, and costs time. */
const windowReach = 120;
/** With 120 tokens, what was learned came out 1.4 points worse on PolNeAR dev. */
const learningReach = 400;

/** The features of a window's tokens as seen from one cue: for the tagger that gives each cue its source and content. */
export function writeLinkingFeatures(
  marked: MarkedReading,
  spans: MarkedStretches,
  cue: Stretch,
  window: Stretch,
  writer: FeatureWriter,
): void {
  const { first: low, end: high } = window;
  const { words, edge, nameType, ruled, commaLeft, sentenceFirst } = marked;
  const { quotationOf, paragraphOf } = marked.reading;
  const { sentenceOfToken } = marked.reading.segmented;
  const { stretchOf, cuesBefore, quotationsBefore, commasBefore } = spans;
  const { labels, chances } = spans.marking;
  const { first: a, end: b } = cue;
  const at = (token: number): CueWord => (token < low || token >= high ? edge : words[token]!);
  const kindAt = (token: number): number => (token < low || token >= high ? 4 : kindOf(labels[token]!));
  let head = words[b - 1]!;
  for (let token = a; token < b; token += 1) if (words[token]!.cueRate > head.cueRate) head = words[token]!;
  const behindCue = at(b);
  const beforeCue = at(a - 1);
  const sides = kindAt(a - 1) * 5 + kindAt(b);
  const ranks = rankStretches(spans, cue, low, high);
  const scene = sceneOf(marked, labels, cue, low, high);
  const quotedCue = quotationOf[a]! >= 0 ? 1 : 0;
  for (let i = low; i < high; i += 1) {
    writer.startItem();
    const w = words[i]!;
    const p = at(i - 1);
    const q = at(i + 1);
    const side = i < a ? 0 : i >= b ? 1 : 2;
    const distance = side === 0 ? a - i : side === 1 ? i - b + 1 : 0;
    const far = steps(distance) | (side << 4);
    const sentences = Math.max(-2, Math.min(2, sentenceOfToken[i]! - sentenceOfToken[a]!)) + 2;
    const paragraphs = paragraphOf[i]! - paragraphOf[a]! + 2;
    const kind = kindOf(labels[i]!);
    const starts = labels[i]! % 2;
    const stretch = stretchOf[i]!;
    const rank = stretch >= 0 ? (ranks.get(stretch) ?? 0) : 4;
    const between = (counts: Int32Array, most: number): number =>
      Math.min(most, side === 0 ? counts[a]! - counts[i + 1]! : side === 1 ? counts[i]! - counts[b]! : 0);
    const cues = Math.max(0, between(cuesBefore, 3));
    const quotations = Math.max(0, between(quotationsBefore, 3));
    const commas = Math.max(0, between(commasBefore, 4));
    const key = kind | (side << 2) | (rank << 4) | (cues << 7);
    writer.add(11);
    writer.addValue(far, 1);
    writer.addValue(key, 2);
    writer.addValue(key | (sentences << 10), 3);
    writer.addValue((key << 6) | scene, 4);
    writer.addPair(key, sides, 5);
    writer.addPair(key, head.identity, 6);
    writer.addPair(kind | (side << 2) | (rank << 4), head.identity, 7);
    const kinds = kind | (kindAt(i - 1) << 3) | (kindAt(i + 1) << 6) | (starts << 9);
    writer.addValue(kinds, 8);
    writer.addValue(kinds | (side << 11) | (cues << 13), 9);
    writer.addValue(far | (sentences << 6), 10);
    writer.addValue(far | (kind << 6), 11);
    writer.addValue(far | (kind << 6) | (rank << 9), 12);
    writer.addValue((far << 6) | scene, 13);
    writer.addValue(w.identity, 14);
    writer.addPair(w.identity, side | (kind << 2), 15);
    writer.addPair(p.identity, side | (kind << 2), 16);
    writer.addPair(q.identity, side | (kind << 2), 17);
    writer.addPair(w.identity, far, 18);
    writer.addPair(w.middle, far, 19);
    writer.addPair(w.fine, side, 20);
    writer.addPair(p.middle, w.middle ^ (side << 3), 21);
    writer.addPair(w.middle, q.middle ^ (side << 3), 22);
    writer.addPair(p.identity, w.identity ^ (side << 3), 23);
    writer.addPair(w.identity, q.identity ^ (side << 3), 24);
    writer.addValue(w.pronoun | (side << 4) | (cues << 6) | (distance < 3 ? 512 : 0), 25);
    writer.addPair(head.fine, far, 26);
    writer.addPair(head.identity, far, 27);
    writer.addPair(head.middle, kind | (side << 2) | (w.shape << 5), 28);
    writer.addValue(commas | (side << 3) | (kind << 5) | (cues << 8), 29);
    writer.addValue(quotations | (side << 3) | (kind << 5) | (cues << 8), 30);
    writer.addValue(commas | (side << 3) | (quotations << 5) | (sentences << 8) | (kind << 11), 31);
    writer.addPair(w.shape, side | (kind << 2), 32);
    // The verbs near by, and whether they look like the cue: where the words end and another verb of the speaker begins
    writer.addValue(p.cueRate | (w.cueRate << 3) | (q.cueRate << 6) | (side << 9) | (kind << 11), 61);
    writer.addPair(w.identity, q.cueRate | (at(i + 2).cueRate << 3) | (side << 6) | (cues << 8), 62);
    writer.addPair(p.identity, mixHashes(w.identity, q.identity, side), 63);
    writer.addPair(p.identity, head.suffix ^ w.suffix ^ (side << 5), 64);
    writer.addValue(w.cueRate | (w.sourceRate << 3) | (side << 6) | (cues << 8) | (kind << 11), 65);
    writer.addValue(head.cueRate | (key << 3), 66);
    writer.addValue(head.cueRate | (far << 3) | (kind << 10), 67);
    if (distance <= 3 && distance > 0) {
      writer.addPair(w.identity, side === 0 ? beforeCue.identity : behindCue.identity, 34);
      writer.addPair(head.identity, w.identity ^ (distance << 2) ^ (side << 5), 35);
    }
    writer.addPair(behindCue.identity, side | (kind << 2) | (Math.min(3, distance) << 5), 36);
    writer.addPair(beforeCue.identity, side | (kind << 2) | (Math.min(3, distance) << 5), 37);
    // Names, and what the rules take it for
    writer.addValue(nameType[i]! | (side << 4) | (Math.min(cues, 1) << 6) | (kind << 8), 38);
    writer.addValue(ruled[i]! | (side << 4) | (Math.min(cues, 1) << 6) | (kind << 8), 39);
    writer.addValue(ruled[i]! | ((ruled[i + 1] ?? 0) << 4) | (side << 8) | (rank << 10) | (kind << 13), 60);
    const own = quotationOf[i]!;
    if (own >= 0) {
      const z = marked.quotationShapes[own]!;
      const place = (i === z.first ? 1 : 0) | (i === z.end - 1 ? 2 : 0);
      const look = z.size | (z.ending << 3) | (z.capital << 6) | (z.whole << 7);
      writer.addValue(look | (side << 8) | (kind << 10), 40);
      writer.addValue(place | (side << 2) | (kind << 4) | (quotations << 7), 41);
      writer.addValue(
        z.ending | (side << 3) | (sentences << 5) | (cues << 8) | (rank << 11) | (kind << 14),
        42,
      );
      writer.addValue(z.before | (z.behind << 3) | (side << 6) | (cues << 8) | (kind << 11), 43);
      const gap = steps(side === 0 ? Math.max(0, a - z.end) : Math.max(0, z.first - b));
      writer.addValue(gap | (side << 4) | (z.ending << 6) | (z.before << 9), 44);
      writer.addPair(gap | (side << 4) | (kind << 6), scene, 45);
      const edges = z.opensParagraph | (z.closesParagraph << 1);
      writer.addValue(edges | (side << 2) | (paragraphs << 4) | (z.ending << 7) | (cues << 10), 46);
      writer.addPair(
        quotations | (side << 3) | (cues << 5) | (z.ending << 8),
        z.capital | (kind << 1) | (place << 4),
        47,
      );
      writer.addValue(quotedCue | (quotationOf[a] === own ? 2 : 0) | (kind << 2), 48);
    } else {
      writer.addValue(quotedCue | (kind << 2) | (side << 5), 49);
      const touches =
        (i > low && quotationOf[i - 1]! >= 0 ? 1 : 0) | (i + 1 < high && quotationOf[i + 1]! >= 0 ? 2 : 0);
      writer.addValue(touches | (side << 2) | (kind << 4), 50);
    }
    const comma = commaLeft[i]!;
    if (comma >= low) {
      writer.addPair(at(comma + 1).identity, side | (side === 1 && comma >= b ? 4 : 0) | (kind << 3), 51);
      writer.addValue(steps(i - comma) | (side << 4) | (comma >= b ? 64 : 0) | (kind << 7), 52);
    }
    const chance = chances[i]!;
    const chanceBefore = i > low ? chances[i - 1]! : 0;
    const chanceNext = i + 1 < high ? chances[i + 1]! : 0;
    writer.addValue(chance | (side << 6) | (cues << 8), 54);
    writer.addValue(chance | ((chanceBefore >> 4) << 6) | ((chanceNext >> 4) << 8) | (side << 10), 55);
    writer.addValue(
      (chance & 3) |
        ((chanceBefore & 3) << 2) |
        ((chanceNext & 3) << 4) |
        (side << 6) |
        (steps(distance) << 8),
      56,
    );
    writer.addPair((chance >> 4) | (rank << 2) | (side << 5) | (sentences << 7) | (cues << 10), scene, 57);
    let next = i + 1;
    while (next < Math.min(high, i + 7) && labels[next]! % 2 === 0) next += 1;
    const ahead =
      next < Math.min(high, i + 7) ? kindOf(labels[next]!) | (Math.min(3, (next - i) >> 1) << 2) | 32 : 0;
    writer.addValue(ahead | (kind << 6) | (side << 9) | (kindAt(i + 1) === kind ? 2048 : 0), 58);
    writer.addPair(ahead | (side << 6) | (kind << 8), w.identity, 59);
    writer.addValue(steps(i - sentenceFirst[i]!) | (side << 4) | (kind << 6) | (sentences << 8), 53);
  }
}

/** Per stretch in the window: how many of its kind stand nearer to the cue on its side, at most three. */
function rankStretches(
  { stretchOf, stretches }: MarkedStretches,
  { first, end }: Stretch,
  low: number,
  high: number,
): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>();
  const rank = (token: number, seen: number[]): void => {
    const stretch = stretchOf[token]!;
    if (stretch < 0 || ranks.has(stretch)) return;
    const { kind } = stretches[stretch]!;
    ranks.set(stretch, Math.min(3, seen[kind]!));
    seen[kind]! += 1;
  };
  const left = [0, 0, 0, 0];
  for (let token = first - 1; token >= low; token -= 1) rank(token, left);
  const right = [0, 0, 0, 0];
  for (let token = end; token < high; token += 1) rank(token, right);
  return ranks;
}

/** On which sides of the cue sources stand in its sentence, and what stands next to it: six bits. */
function sceneOf(
  marked: MarkedReading,
  labels: Uint8Array,
  { first, end }: Stretch,
  low: number,
  high: number,
): number {
  const { sentenceOfToken } = marked.reading.segmented;
  const sentence = sentenceOfToken[first];
  let sources = 0;
  for (let i = first - 1; i >= low && sentenceOfToken[i] === sentence && sources === 0; i -= 1) {
    if (kindOf(labels[i]!) === 1) sources = 1;
  }
  for (let i = end; i < high && sentenceOfToken[i] === sentence; i += 1) {
    if (kindOf(labels[i]!) !== 1) continue;
    sources |= 2;
    break;
  }
  const beyond = (from: number, step: number, most: number): number => {
    let i = from;
    while (i >= low && i < high && Math.abs(i - from) < most && kindOf(labels[i]!) <= 1) i += step;
    if (i < low || i >= high) return 0;
    return kindOf(labels[i]!) === 3 ? 1 : kindOf(labels[i]!) === 2 ? 2 : 0;
  };
  return sources | (beyond(first - 1, -1, 14) << 2) | (beyond(end, 1, 20) << 4);
}
