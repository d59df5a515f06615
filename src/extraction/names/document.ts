import type { SegmentedText } from '../../text/segments.ts';
import type { Word, WordReader } from './words.ts';

/** The words of an article, and where its capitalised forms stand: what one place can tell of another. */
export interface NameContext {
  readonly words: readonly Word[];
  /** Per token: the index of its sentence. */
  readonly sentenceOfToken: Int32Array;
  /** Lower-case words in the text: a form that is there too need not be a name. */
  readonly lowerForms: ReadonlySet<string>;
  /** Per capitalised form, lower-cased: the tokens that are it, the first {@link keptOccurrences}. */
  readonly occurrences: ReadonlyMap<string, readonly number[]>;
  /** How much of the text is about sport: 0 none, 1 some, 2 most of it. */
  readonly sport: 0 | 1 | 2;
}

export function readContext(segmented: SegmentedText, reader: WordReader): NameContext {
  const words = segmented.tokens.map((token) => reader.read(token.text));
  const lowerForms = new Set<string>();
  const occurrences = new Map<string, number[]>();
  let letters = 0;
  let sportWords = 0;
  words.forEach((word, index) => {
    if (!word.hasLetter) return;
    letters++;
    if (word.isSport) sportWords++;
    if (!word.isCapitalized) lowerForms.add(word.lower);
    else {
      const places = occurrences.get(word.lower);
      if (!places) occurrences.set(word.lower, [index]);
      else if (places.length < keptOccurrences) places.push(index);
    }
  });
  return {
    words,
    sentenceOfToken: segmented.sentenceOfToken,
    lowerForms,
    occurrences,
    sport: sportShare(sportWords / (letters + 10)),
  };
}

const sportShare = (share: number): 0 | 1 | 2 => (share > 0.03 ? 2 : share > 0.01 ? 1 : 0);

const keptOccurrences = 8;
