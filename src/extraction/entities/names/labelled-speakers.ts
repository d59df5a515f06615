import type { SegmentedText } from '../../../text/segments.ts';
import { foldWord, isCapitalized } from '../words/fold.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import { createMention, type Mention } from '../words/mention.ts';

/**
 * People whom a transcript names at the head of their turns, with title or form of address, and in the tagger's eyes
 * nowhere: surnames that are words, or stand in capitals.
 *
 * > Governor Long: Thank you all for coming.      > SEN. WARD: When did you know?
 *            ^^^^                                        ^^^^
 */
export function findLabelledSpeakers(
  segmented: SegmentedText,
  known: readonly Mention[],
  lexicons: EntityLexicons,
): Mention[] {
  const taken = new Set(known.map(({ firstToken }) => firstToken));
  const found: Mention[] = [];
  const { tokens, sentences } = segmented;
  let paragraph = -1;
  for (const sentence of sentences) {
    if (sentence.paragraph === paragraph) continue;
    paragraph = sentence.paragraph;
    const colon = findColon(segmented, sentence.firstToken);
    if (colon === null) continue;
    let name = sentence.firstToken;
    let title = '';
    while (name < colon - 1 && isTitle(tokens[name]!.text, lexicons)) {
      title = foldWord(tokens[name]!.text);
      // In capitals the point of an abbreviation is a token of its own.
      name += tokens[name + 1]!.text === '.' ? 2 : 1;
    }
    if (name === sentence.firstToken || name >= colon || colon - name > 2 || taken.has(name)) continue;
    if (isTitle(tokens[colon - 1]!.text, lexicons)) continue;
    const gender = lexicons.honorifics.get(title);
    const span = { start: tokens[name]!.start, end: tokens[colon - 1]!.end };
    const honorific = gender === undefined ? null : { word: title, gender };
    found.push(createMention(segmented, span, 'person', labelConfidence, honorific));
  }
  return found;
}

/**
 * The mentions, with those who have turns of a transcript under their names in capitals for people, whatever the tagger
 * took them for.
 *
 * > ELLESA THROWDEN: It has been a tough time. …
 *   ^^^^^^^^^^^^^^^
 */
export function typeLabelled(
  segmented: SegmentedText,
  mentions: readonly Mention[],
  lexicons: EntityLexicons,
): readonly Mention[] {
  const labels = mentions.filter((mention) => isLabel(segmented, mention, lexicons));
  if (labels.length < leastTurns) return mentions;
  const names = new Set(labels.map(({ text }) => text));
  return mentions.map((mention) =>
    mention.type !== 'person' && names.has(mention.text) ? { ...mention, type: 'person' } : mention,
  );
}

/** Turns in a text, below which a word in capitals and a colon may be anything. */
const leastTurns = 2;

function isLabel(
  { tokens, paragraphs, sentences, sentenceOfToken }: SegmentedText,
  { text, start, firstToken, endToken, type }: Mention,
  { organizationNouns, surelyOrganizations }: EntityLexicons,
): boolean {
  if (!/^(?:person|organization|other)$/.test(type) || !inCapitals.test(text)) return false;
  const { paragraph } = sentences[sentenceOfToken[firstToken]!]!;
  if (paragraphs[paragraph]!.start !== start || tokens[endToken]?.text !== ':') return false;
  const folded = foldWord(text);
  return !surelyOrganizations.has(folded) && !folded.split(' ').some((word) => organizationNouns.has(word));
}

/** A first name and a surname. */
const inCapitals = /^\p{Lu}[\p{Lu}'’-]+ (?:\p{Lu}[\p{Lu}.'’-]* ){0,2}\p{Lu}[\p{Lu}'’-]+$/u;

/** No corpus has enough of them to measure it. */
const labelConfidence = 0.8;

/** The colon behind the first few words, where all of them are capitalised. */
function findColon({ tokens }: SegmentedText, first: number): number | null {
  for (let index = first; index < first + longestLabel; index++) {
    const word = tokens[index]?.text ?? '';
    if (word === ':') return index;
    if (!isCapitalized(word) && word !== '.') return null;
  }
  return null;
}

/** In tokens. */
const longestLabel = 6;

const isTitle = (word: string, { honorifics, roleNouns }: EntityLexicons): boolean => {
  const folded = foldWord(word);
  return honorifics.has(folded) || roleNouns.has(folded);
};
