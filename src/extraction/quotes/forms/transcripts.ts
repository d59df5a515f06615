import { type Attribution, attributionOf } from '../attribution.ts';
import { finiteWords } from '../contents/contents.ts';
import { type CueMap, cuesWithin } from '../cues/cues.ts';
import type { Reading, Stretch } from '../reading.ts';

/**
 * Two labels or more make a transcript. A turn may run over several paragraphs, up to the next label.
 *
 * > Q: Will you stand again?
 *   ^
 * > MARTA KLEIN: I will not.
 *   ^^^^^^^^^^^
 * > A. At home, with my sister.
 *   ^
 */
export function transcriptTurns(reading: Reading, cues: CueMap): readonly Attribution[] {
  const labels = reading.paragraphTokens.map((paragraph) => labelOf(reading, cues, paragraph));
  const turns = labels.filter((label) => label !== null);
  if (turns.length < 2 || !looksLikeDialogue(reading, turns)) return [];
  const attributions: Attribution[] = [];
  let current: { label: Label; contents: Stretch[] } | null = null;
  const flush = (): void => {
    if (current === null || current.contents.length === 0) return;
    const { contents } = current;
    const { first, end, mark } = current.label;
    attributions.push(attributionOf('shape', contents, { first: mark, end: mark + 1 }, { first, end }));
  };
  const lastTurn = labels.findLastIndex((label) => label !== null);
  // Where one alone is labelled, what stands before the label is asked by whoever writes.
  const asks = new Set(turns.map((label) => keyOf(reading, label))).size === 1;
  const questions = questionsOfWriter(reading, labels);
  for (const [index, paragraph] of reading.paragraphTokens.entries()) {
    const label = labels[index]!;
    if (label !== null) {
      flush();
      const content = { first: label.mark + 1, end: paragraph.end };
      current = { label, contents: content.end > content.first ? [content] : [] };
    } else if ((asks && labels[index + 1] != null) || questions.has(index)) {
      flush();
      current = null;
    } else if (current !== null && mayHold(current, index, lastTurn) && isSpoken(reading, paragraph)) {
      current.contents.push(paragraph);
    }
  }
  flush();
  return attributions;
}

/**
 * The paragraphs in which whoever writes asks several labelled speakers: questions without label, between turns of
 * different people who do not ask themselves.
 *
 * > Ada: It sank.
 * > What brought you here?
 *   ^^^^^^^^^^^^^^^^^^^^^^
 * > Ned: The rent.
 */
function questionsOfWriter(reading: Reading, labels: readonly (Label | null)[]): ReadonlySet<number> {
  const questions = new Set<number>();
  const asked = new Set<string>();
  let askedByLabelled = 0;
  let current: Label | null = null;
  for (const [index, { end }] of reading.paragraphTokens.entries()) {
    const isQuestion = reading.words[end - 1] === '?' && labels[index + 1] != null;
    current = labels[index] ?? current;
    if (!isQuestion || current === null) continue;
    if (labels[index] !== null) askedByLabelled += 1;
    else {
      questions.add(index);
      asked.add(keyOf(reading, current));
    }
  }
  return asked.size > 1 && askedByLabelled < 2 ? questions : new Set();
}

/** The last turn is one paragraph, since nothing shows where it ends: its label's, or the one below. */
const mayHold = ({ contents }: { contents: readonly Stretch[] }, index: number, lastTurn: number): boolean =>
  index < lastTurn || (index === lastTurn + 1 && contents.length === 0);

/** > (CROSSTALK)      > [Laughter]      nobody says these */
const isSpoken = ({ words }: Reading, { first, end }: Stretch): boolean =>
  end > first && !(/^[([]$/.test(words[first]!) && /^[)\]]$/.test(words[end - 1]!));

const keyOf = ({ words }: Reading, { first, end }: Label): string =>
  words.slice(first, end).join(' ').replace(/\.$/, '');

/** Labels recur, are "Q" and "A", have roles, or are printed in capitals: "Note:" and "Read more:" are no speakers. */
function looksLikeDialogue(reading: Reading, labels: readonly Label[]): boolean {
  const seen = new Map<string, number>();
  for (const label of labels) {
    const key = keyOf(reading, label);
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  // "A. Palmer" is no answer.
  const isInitial = labels.some(({ mark }) => reading.words[mark] !== ':');
  if (seen.size === 1 && seen.has('a') && isInitial) return false;
  if (!seen.has('q') && !holdSpeech(reading, labels)) return false;
  const { tokens } = reading.segmented;
  const inCapitals = labels.filter(
    (label) =>
      !/\p{Ll}/u.test(
        tokens
          .slice(label.first, label.end)
          .map((t) => t.text)
          .join(''),
      ),
  );
  return (
    seen.size < labels.length ||
    inCapitals.length >= 2 ||
    labels.filter(({ hasRole }) => hasRole).length >= 2 ||
    labels.every((label) => reading.nameOf[label.end - 1]! >= 0)
  );
}

/** One turn of three, at least, has a word that talk is hardly without: "TENNIS: Shanghai Masters, 0630" is a listing. */
function holdSpeech({ words, paragraphOf, paragraphTokens }: Reading, labels: readonly Label[]): boolean {
  const spoken = labels.filter(({ mark }) => {
    const paragraph = paragraphOf[mark]!;
    const own = paragraphTokens[paragraph]!;
    const below = mark + 1 < own.end ? own : (paragraphTokens[paragraph + 1] ?? own);
    return words.slice(mark + 1, below.end).some((word) => wordsOfTalk.has(word));
  });
  return 3 * spoken.length >= labels.length;
}

const wordsOfTalk: ReadonlySet<string> = new Set(
  `i you we he she it they me my your our us him them this that there what who why how when where is are was were am be been have has
  had do does did will would can could should must may might not n't 's 'm 're 've 'll 'd yes no please thank thanks ? !`.split(
    /\s+/,
  ),
);

/** A label takes at most this many tokens: "Former Minister Jane de la Cruz:". */
const maximalLabel = 6;
/** Likewise one that is all in capitals: "RICK ROE, FORMER STATE WATER COMMISSIONER:". */
const maximalCapitals = 14;

/** `mark`: the token of the colon or the point; the turn starts behind it. */
interface Label extends Stretch {
  readonly mark: number;
  /** Whether it says what the speaker is. */
  readonly hasRole: boolean;
}

/** The words before the colon that opens a paragraph as a speaker's label; null where there are none. */
function labelOf(reading: Reading, cues: CueMap, paragraph: Stretch): Label | null {
  const { words, capital } = reading;
  // The mark of a displayed paragraph: "WALLACE: Let us begin.
  const first = /^["“«]$/.test(words[paragraph.first] ?? '') ? paragraph.first + 1 : paragraph.first;
  if (/^[qa]$/.test(words[first] ?? '') && words[first + 1] === '.')
    return { first, end: first + 1, mark: first + 1, hasRole: false };
  // Before a capital the point is read as that of an initial.
  if (/^[qa]\.$/.test(words[first] ?? '')) return { first, end: first + 1, mark: first, hasRole: false };
  // "Q Thank you, Mr. President."
  if (words[first] === 'q' && first === paragraph.first && capital[first] === 1 && capital[first + 1] === 1)
    return { first, end: first + 1, mark: first, hasRole: false };
  let end = first;
  while (end < paragraph.end && end - first < maximalCapitals && words[end] !== ':') {
    if (end - first >= maximalLabel && !isInCapitals(reading, first, end)) return null;
    const mark = end > first ? behindRole(reading, cues, end, paragraph.end) : null;
    if (mark !== null) return { first, end, mark, hasRole: true };
    const small = /^(?:of|de|la|van|von|bin|al|the|and|\.|,)$/.test(words[end]!);
    // "Speaker 2:", as programs that take down speech name whom they do not know
    const numbered = end > first && /^\d{1,2}$/.test(words[end]!) && words[end + 1] === ':';
    if (capital[end] === 0 && !small && !numbered) return null;
    end += 1;
  }
  if (words[end] !== ':' || end === first || end >= paragraph.end) return null;
  if (isHeading(reading, first, end) || isCaption(reading, end + 1, paragraph.end)) return null;
  return { first, end, mark: end, hasRole: false };
}

/** > Ada Roe: The Long Tide, 2022      beneath a picture */
function isCaption({ words }: Reading, first: number, end: number): boolean {
  if (end - first < 2 || end - first > longestCaption || !/[\p{L}\d]$/u.test(words[end - 1]!)) return false;
  return !words.slice(first, end).some((word) => wordsOfTalk.has(word));
}

/** In tokens. */
const longestCaption = 5;

/** > Note:      > THE FACTS:      > Verdict:      > October 20:      > MONDAY: */
function isHeading({ words }: Reading, first: number, end: number): boolean {
  const noun = words[first] === 'the' ? first + 1 : first;
  if (alwaysHeading.test(words[noun]!)) return true;
  if (months.test(words[noun]!)) return /^\d/.test(words[noun + 1]!);
  return noun === end - 1 && headings.test(words[noun]!);
}

const alwaysHeading =
  /^(?:note|update|correction|photo|image|video|source|read|watch|more|related|tip|ps|nb|editor's)$/;

const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/;

/** What alone before a colon heads a paragraph: a day, a part of a test of facts, of a review, of a notice. */
const headings =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|yesterday|claims?|facts?|myths?|truth|reality|verdict|conclusion|pros|cons|price|rating|score|result|cost|tickets|venue|location|date|time|when|where|what|who|why|how|info|details|background|context|flashback|summary|analysis|prediction)$/;

function isInCapitals({ segmented }: Reading, first: number, end: number): boolean {
  for (let token = first; token <= end; token += 1)
    if (/\p{Ll}/u.test(segmented.tokens[token]!.text)) return false;
  return true;
}

/**
 * A comma between a name and a role, where what stands behind the colon is said by "I" or "we", without marks.
 *
 * > Ana Ruiz, mayor of Bern: We have all lost.      not: > Ana Ruiz, mayor of Bern: She has led the city since 2019.
 *           ^
 */
function opensStatement({ words, names, nameOf, quotationOf }: Reading, comma: number, end: number): boolean {
  if (words[comma] !== ',' || names[nameOf[comma - 1] ?? -1]?.type !== 'person') return false;
  const said = words.indexOf(':', comma) + 1;
  if (said === 0 || said >= end || quotationOf[said] !== -1) return false;
  return words.slice(said, end).some((word) => /^(?:i|we|my|our|us|me)(?:'\p{L}+)?$/u.test(word));
}

/** A role takes no more tokens. */
const longestRole = 12;

/**
 * The colon behind what a speaker is, said beside the name.
 *
 * > Carla Dunne — Chief Executive Officer: Thanks.      > Analyst (Redwood Securities): Can you …
 *               ^^^^^^^^^^^^^^^^^^^^^^^^^^^                       ^^^^^^^^^^^^^^^^^^^^^^
 */
function behindRole(reading: Reading, cues: CueMap, separator: number, end: number): number | null {
  const { words } = reading;
  if (!/^(?:—|–|-|--|\()$/.test(words[separator]!) && !opensStatement(reading, separator, end)) return null;
  for (let token = separator + 1; token < Math.min(end, separator + longestRole); token += 1) {
    if (words[token] === ':')
      return token > separator + 1 && cuesWithin(cues, separator, token).length === 0 ? token : null;
    if (
      !/^(?:[\p{L}\p{N}&/.'’,()-]+|\d{1,2}(?::\d\d){1,2})$/u.test(words[token]!) ||
      finiteWords.test(words[token]!)
    )
      return null;
  }
  return null;
}
