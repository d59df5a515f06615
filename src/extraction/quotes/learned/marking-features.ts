import { entityTypes } from '../../../domain/entity.ts';
import { type FeatureWriter, mixHashes } from '../../../tagging/features.ts';
import type { Attribution } from '../attribution.ts';
import { isWholeStatement, wordsIn } from '../contents/contents.ts';
import type { Quotation } from '../marks/quotation-marks.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { cueWordRate } from './cue-rates.ts';
import { type CueWord, type CueWordReader, wordReach } from './cue-words.ts';

/** Everything that the features of an article's tokens are made of. */
export interface MarkedReading {
  readonly reading: Reading;
  readonly words: readonly CueWord[];
  readonly edge: CueWord;
  /** Per token: what the rules take it for (0 nothing, 1–2 source, 3–4 cue, 5–6 content; odd where it starts). */
  readonly ruled: Uint8Array;
  /** Per token: the type of the name that holds it, from 1; 0 where none does. */
  readonly nameType: Uint8Array;
  /** Per token: the next cue word of its sentence to the left and to the right; -1 where there is none. */
  readonly cueLeft: Int32Array;
  readonly cueRight: Int32Array;
  /** Per token: the quotation of its paragraph before and behind it; -1 where there is none. */
  readonly quotationLeft: Int32Array;
  readonly quotationRight: Int32Array;
  /** Per token: the last comma or dash of its sentence before it; -1 where there is none. */
  readonly commaLeft: Int32Array;
  /** Per token: first and last token of its sentence. */
  readonly sentenceFirst: Int32Array;
  readonly sentenceLast: Int32Array;
  readonly quotationShapes: readonly QuotationShape[];
}

/** What a quotation looks like, in small numbers. */
export interface QuotationShape {
  readonly first: number;
  readonly end: number;
  readonly size: number;
  readonly ending: number;
  readonly capital: number;
  readonly single: number;
  readonly whole: number;
  readonly opensParagraph: number;
  readonly closesParagraph: number;
  readonly before: number;
  readonly behind: number;
}

export function markReading(
  reading: Reading,
  ruled: readonly Attribution[],
  reader: CueWordReader,
): MarkedReading {
  const { tokens } = reading.segmented;
  const count = tokens.length;
  const words = tokens.map((token, index) => reader.read(token.text, reading.words[index]!));
  for (const { firstToken, endToken, opened, closed } of reading.quotations) {
    if (opened) words[firstToken] = reader.mark;
    if (closed) words[endToken - 1] = reader.mark;
  }
  const marked = {
    reading,
    words,
    edge: reader.edge,
    ruled: ruledLabels(count, ruled),
    nameType: new Uint8Array(count),
    cueLeft: new Int32Array(count).fill(-1),
    cueRight: new Int32Array(count).fill(-1),
    quotationLeft: new Int32Array(count).fill(-1),
    quotationRight: new Int32Array(count).fill(-1),
    commaLeft: new Int32Array(count).fill(-1),
    sentenceFirst: new Int32Array(count),
    sentenceLast: new Int32Array(count),
    quotationShapes: reading.quotations.map((quotation) => shapeOf(reading, quotation)),
  };
  for (let token = 0; token < count; token += 1) {
    const name = reading.names[reading.nameOf[token]!];
    if (name !== undefined) marked.nameType[token] = 1 + entityTypes.indexOf(name.type);
  }
  const isCue = (token: number): boolean =>
    words[token]!.cueRate >= cueWordRate && reading.quotationOf[token] === -1;
  for (const { firstToken, endToken } of reading.segmented.sentences) {
    let cue = -1;
    let comma = -1;
    for (let token = firstToken; token < endToken; token += 1) {
      marked.sentenceFirst[token] = firstToken;
      marked.sentenceLast[token] = endToken - 1;
      marked.cueLeft[token] = cue;
      marked.commaLeft[token] = comma;
      if (isCue(token)) cue = token;
      if (partsClauses(tokens[token]!.text)) comma = token;
    }
    cue = -1;
    for (let token = endToken - 1; token >= firstToken; token -= 1) {
      marked.cueRight[token] = cue;
      if (isCue(token)) cue = token;
    }
  }
  for (const { first, end } of reading.paragraphTokens) {
    let quotation = -1;
    for (let token = first; token < end; token += 1) {
      marked.quotationLeft[token] = quotation;
      const own = reading.quotationOf[token]!;
      if (own >= 0 && reading.quotationOf[token + 1] !== own) quotation = own;
    }
    quotation = -1;
    for (let token = end - 1; token >= first; token -= 1) {
      marked.quotationRight[token] = quotation;
      const own = reading.quotationOf[token]!;
      if (own >= 0 && reading.quotationOf[token - 1] !== own) quotation = own;
    }
  }
  return marked;
}

/** A comma, or what stands for one. */
export const partsClauses = (word: string): boolean =>
  word === ',' || word === ';' || word === '—' || word === '–' || word === '--';

/** A distance in few steps. */
export const steps = (distance: number): number =>
  distance <= 4 ? distance : distance <= 6 ? 5 : distance <= 10 ? 6 : distance <= 20 ? 7 : 8;

/**
 * The features of the tokens of one paragraph, for the tagger that marks sources, cues and contents. Without those of
 * single words (`wordReach`), a third of all, where what they come to is known already.
 */
export function writeMarkingFeatures(
  marked: MarkedReading,
  paragraph: Stretch,
  writer: FeatureWriter,
  singleWords: 'with words' | 'without words',
): void {
  const { first: low, end: high } = paragraph;
  const { words, edge, nameType, ruled, cueLeft, cueRight, commaLeft, sentenceFirst, sentenceLast } = marked;
  const { quotationOf } = marked.reading;
  const { sentenceOfToken } = marked.reading.segmented;
  const at = (token: number): CueWord => (token < low || token >= high ? edge : words[token]!);
  for (let i = low; i < high; i += 1) {
    writer.startItem();
    const w = words[i]!;
    const p = at(i - 1);
    const q = at(i + 1);
    const pp = at(i - 2);
    const qq = at(i + 2);
    const name = nameType[i]!;
    const ruledHere = ruled[i]!;
    const ruledNext = i + 1 < high ? ruled[i + 1]! : 0;
    const ruledBefore = i > low ? ruled[i - 1]! : 0;
    writer.add(7);
    if (singleWords === 'with words')
      for (let place = 0; place <= 2 * wordReach; place += 1)
        for (const feature of at(i + place - wordReach).seen[place]!) writer.add(feature);
    writer.addPair(p.identity, w.identity, 113);
    writer.addPair(w.identity, q.identity, 114);
    writer.addPair(pp.identity, p.identity, 115);
    writer.addPair(q.identity, qq.identity, 116);
    writer.addPair(p.middle, w.middle, 123);
    writer.addPair(w.middle, q.middle, 124);
    writer.addPair(p.coarse, mixHashes(w.coarse, q.coarse, 1), 125);
    writer.addPair(p.middle, mixHashes(w.middle, q.middle, 1), 126);
    writer.addPair(pp.coarse, mixHashes(p.coarse, w.coarse, 1), 127);
    writer.addPair(w.coarse, mixHashes(q.coarse, qq.coarse, 1), 128);
    writer.addValue(qq.cueRate | (q.cueRate << 3) | (p.cueRate << 6) | (pp.cueRate << 9), 162);
    writer.addPair(w.cue, q.middle, 133);
    writer.addPair(w.cue, p.middle, 134);
    writer.addValue(w.pronoun * 512 + p.cue, 135);
    writer.addValue(w.pronoun * 512 + q.cue, 136);
    // Names
    const nameNext = i + 1 < high ? nameType[i + 1]! : 0;
    const nameBefore = i > low ? nameType[i - 1]! : 0;
    writer.addValue(name | (nameBefore << 4) | (nameNext << 8), 137);
    writer.addPair(w.identity, nameNext, 138);
    writer.addPair(name, q.identity, 139);
    writer.addPair(name, p.identity, 140);
    writer.addValue(nameBefore * 512 + w.cue, 141);
    writer.addValue(nameNext * 512 + w.cue, 142);
    // What the rules take it for
    writer.addValue(ruledHere | (ruledBefore << 4) | (ruledNext << 8), 150);
    writer.addPair(ruledHere, w.identity, 151);
    writer.addPair(ruledHere | (ruledNext << 4), q.identity, 152);
    writer.addPair(ruledHere | (ruledBefore << 4), p.identity, 153);
    // Quotation marks
    const own = quotationOf[i]!;
    if (own >= 0) {
      const z = marked.quotationShapes[own]!;
      const place = (i === z.first ? 1 : 0) | (i === z.end - 1 ? 2 : 0);
      const look = z.size | (z.ending << 3) | (z.capital << 6) | (z.whole << 7);
      const before = at(z.first - 1);
      const before2 = at(z.first - 2);
      const behind = at(z.end);
      const behind2 = at(z.end + 1);
      writer.addValue(1 + place, 200);
      writer.addValue(look * 4 + place, 201);
      writer.addValue(z.before | (z.behind << 3) | (place << 6), 202);
      writer.addValue(z.before | (z.behind << 3) | (z.size << 6) | (z.ending << 10) | (z.capital << 13), 203);
      writer.addValue(before.identity, 204);
      writer.addValue(before2.identity, 205);
      writer.addValue(behind.identity, 206);
      writer.addValue(behind2.identity, 207);
      writer.addValue(before.middle, 208);
      writer.addValue(behind.middle, 209);
      writer.addPair(before.cue | (before2.cue << 9), behind.cue | (behind2.cue << 9), 210);
      const left = cueLeft[z.first]!;
      const right = z.end < high ? (words[z.end]!.cueRate >= cueWordRate ? z.end : cueRight[z.end]!) : -1;
      if (left >= 0) writer.addValue(words[left]!.identity, 211);
      else writer.addValue(0, 212);
      writer.addValue(left >= 0 ? steps(z.first - left) * 512 + words[left]!.cue : 1, 213);
      writer.addValue(right >= 0 ? steps(right - z.end) * 512 + words[right]!.cue : 1, 214);
      writer.addValue(
        before.cueRate | (before2.cueRate << 3) | (behind.cueRate << 6) | (behind2.cueRate << 9),
        219,
      );
      writer.addValue(
        (left >= 0 ? words[left]!.cueRate : 0) |
          ((right >= 0 ? words[right]!.cueRate : 0) << 3) |
          (z.size << 6) |
          (z.ending << 9),
        228,
      );
      writer.addPair((left >= 0 ? 1 : 0) | (right >= 0 ? 2 : 0), z.size | (z.ending << 3), 215);
      writer.addValue(z.opensParagraph | (z.closesParagraph << 1) | (z.size << 2) | (z.ending << 5), 216);
      writer.addPair(w.identity, place, 217);
      writer.addValue(z.single | (z.size << 1) | (z.ending << 4) | (z.behind << 7), 218);
    } else {
      writer.addValue(0, 200);
      const left = marked.quotationLeft[i]!;
      const right = marked.quotationRight[i]!;
      if (left >= 0) {
        const z = marked.quotationShapes[left]!;
        const distance = steps(i - z.end + 1);
        const same = sentenceOfToken[z.end - 1] === sentenceOfToken[i] ? 1 : 0;
        writer.addValue(distance | (z.ending << 4) | (same << 8), 220);
        writer.addPair(w.middle, distance | (z.ending << 4) | (same << 8), 221);
        writer.addValue(z.size | (z.ending << 4) | (same << 8) | (z.capital << 9), 222);
        writer.addPair(w.cue * 16 + w.pronoun, same | (z.ending << 4), 223);
      } else writer.addValue(1, 220);
      if (right >= 0) {
        const z = marked.quotationShapes[right]!;
        const distance = steps(z.first - i);
        const same = sentenceOfToken[z.first] === sentenceOfToken[i] ? 1 : 0;
        writer.addValue(distance | (z.before << 4) | (same << 8), 224);
        writer.addPair(w.middle, distance | (z.before << 4) | (same << 8), 225);
        writer.addValue(z.size | (z.before << 4) | (same << 8), 226);
        writer.addPair(w.cue * 16 + w.pronoun, same | (z.before << 4), 227);
        if (same === 1) writer.addPair(w.identity, distance, 229);
      } else writer.addValue(1, 224);
    }
    // The cues of the sentence
    const left = cueLeft[i]!;
    const right = cueRight[i]!;
    if (left >= 0) {
      const distance = steps(i - left);
      const l = words[left]!;
      const comma = commaLeft[i]! > left ? 1 : 0;
      writer.addValue(l.identity, 230);
      writer.addPair(l.identity, distance, 231);
      writer.addPair(l.cue, distance | (comma << 5), 232);
      writer.addPair(at(left + 1).identity, distance, 233);
      writer.addValue(l.cueRate | (distance << 3) | (comma << 8), 332);
      writer.addPair(l.middle, comma, 234);
      writer.addPair(l.middle, w.middle, 235);
      writer.addPair(l.cue | (comma << 9), w.identity, 236);
    } else writer.addValue(1, 230);
    if (right >= 0) {
      const distance = steps(right - i);
      const r = words[right]!;
      const comma = commaLeft[right]! >= i ? 1 : 0;
      const commaDistance = comma === 1 ? steps(right - commaLeft[right]!) : 0;
      writer.addValue(r.identity, 240);
      writer.addPair(r.cue, distance | (comma << 5), 241);
      writer.addValue(r.cueRate | (distance << 3) | (comma << 8), 341);
      writer.addValue(commaDistance | (comma << 4) | (r.cueRate << 5), 247);
      writer.addPair(commaDistance | (comma << 4), r.cue, 242);
      writer.addPair(r.identity, commaDistance, 243);
      writer.addPair(r.middle, w.middle, 244);
      writer.addValue(
        commaDistance |
          (left >= 0 ? 16 : 0) |
          (right + 1 <= sentenceLast[i]! && at(right + 1).hasLetter ? 32 : 0),
        245,
      );
    } else writer.addValue(1, 240);
    writer.addValue(
      (left >= 0 ? words[left]!.cueRate : 0) * 8 + (right >= 0 ? words[right]!.cueRate : 0),
      346,
    );
    const comma = commaLeft[i]!;
    if (comma >= 0) {
      writer.addValue(steps(i - comma), 250);
      writer.addValue(at(comma + 1).identity, 251);
      writer.addPair(at(comma + 1).identity, left >= 0 ? (left < comma ? 1 : 2) : 0, 252);
    }
    writer.addValue(steps(i - sentenceFirst[i]!), 253);
    writer.addValue(steps(sentenceLast[i]! - i), 254);
    writer.addValue(words[sentenceFirst[i]!]!.identity, 255);
    writer.addPair(words[sentenceFirst[i]!]!.identity, steps(i - sentenceFirst[i]!), 256);
  }
}

function ruledLabels(count: number, attributions: readonly Attribution[]): Uint8Array {
  const labels = new Uint8Array(count);
  const put = ({ first, end }: Stretch, label: number): void => {
    labels.fill(label + 1, first, end);
    labels[first] = label;
  };
  for (const { contents } of attributions) for (const content of contents) put(content, 5);
  for (const { source } of attributions) if (source !== null) put(source, 1);
  for (const { cue } of attributions) if (cue !== null) put(cue, 3);
  return labels;
}

function shapeOf(reading: Reading, quotation: Quotation): QuotationShape {
  const { firstToken: first, endToken: end, paragraph } = quotation;
  const { words, capital } = reading;
  const range = reading.paragraphTokens[paragraph]!;
  const count = wordsIn(reading, quotation);
  const before = first > range.first ? words[first - 1]! : '\n';
  const behind = end < range.end ? words[end]! : '\n';
  const last = words[quotation.closed ? end - 2 : end - 1] ?? '';
  const kind = (word: string): number =>
    word === ',' ? 1 : word === '.' || word === '!' ? 2 : word === '?' ? 3 : 0;
  return {
    first,
    end,
    size: count <= 1 ? 0 : count <= 2 ? 1 : count <= 4 ? 2 : count <= 8 ? 3 : count <= 20 ? 4 : 5,
    ending: quotation.closed ? kind(last) : 4,
    capital: capital[first + 1] ?? 0,
    single: Number(quotation.single),
    whole: Number(isWholeStatement(reading, quotation)),
    opensParagraph: Number(first === range.first),
    closesParagraph: Number(end === range.end),
    before:
      before === '\n'
        ? 0
        : before === ','
          ? 1
          : before === ':'
            ? 2
            : sentenceAround(reading, first).first === first || /^[.!?]$/.test(before)
              ? 3
              : 4,
    behind:
      behind === '\n'
        ? 0
        : behind === ','
          ? 1
          : behind === '.'
            ? 2
            : /^\p{L}/u.test(behind)
              ? capital[end] === 1
                ? 4
                : 3
              : 5,
  };
}
