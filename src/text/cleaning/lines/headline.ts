import { isListItemStart } from '../../lines.ts';

/** The longest headline that was seen in copy of agencies has some 140 units. */
export const longestHeadline = 160;

/** No standfirst is longer: what is, is the story. */
export const longestStandfirst = 200;

/** Whether a line has the form of a headline: a capital first, several words, nothing that opens an item of a list. */
export function hasHeadlineForm(line: string): boolean {
  if (line.length < 5 || line.length > longestHeadline || !line.includes(' ')) return false;
  return /^(?:\(\d\w{1,2} LD\) )?["'“‘«„]?[\p{Lu}\d$£€]/u.test(line) && !/^(?:q|a|[•*-])\b ?[.:]/i.test(line);
}

/** Whether a line may be a sentence of the story: it ends like one, or holds speech. */
export function mayBeSentence(line: string): boolean {
  return /[.,;:!?…]$/.test(line) || /[.!?](?:["”»]|'')|[.!]['’]\.?$/.test(line) || /,(?:["”»]|'')/.test(line);
}

/**
 * Whether a line is written as only headlines are: at least four longer words, and of them all but prepositions with a
 * capital. "Can the Establishment Stop Them?" but not "Can the establishment stop them?", nor "Mayor Jane Roe Left town."
 */
export function hasHeadlineCapitals(line: string): boolean {
  if (line.length > longestHeadline) return false;
  const words = (line.match(/(?<![\p{L}'’])\p{L}{4,}/gu) ?? []).filter((word) => !smallWords.has(word));
  return words.length >= 3 && words.every((word) => /^\p{Lu}/u.test(word)) && /\p{Ll}/u.test(line);
}

/** What style books leave without a capital inside a headline, of four letters and more. */
const smallWords = new Set([
  'from',
  'with',
  'into',
  'over',
  'after',
  'than',
  'that',
  'upon',
  'amid',
  'about',
  'says',
]);

/** Whether two lines have the same words: the headline that the format states is known again in the copy. */
export function isSameHeadline(line: string, headline: string): boolean {
  return wordsOf(line) === wordsOf(headline);
}

function wordsOf(text: string): string {
  return text.length > 400
    ? text
    : text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
}

/** A sentence at least: long, or ended by a full stop with room for a clause. */
export function isProse(paragraph: string): boolean {
  return (
    paragraph.length > longestHeadline || (paragraph.length > 60 && /[.!?]["'”’»)]{0,2}$/.test(paragraph))
  );
}

/** One sentence, or none: no mark inside after which another starts. "U.S. to lead" has none. */
export function isOneSentence(line: string): boolean {
  return !/\p{Ll}{3}[.!?]["'”’»)]? ["'“‘«]?\p{Lu}/u.test(line);
}

/** What stands above a headline and names a topic: "Cultura / Tribunales", "News|Sudan war", "SOAP SHOCK", "Saturday Interview". */
export function isKicker(line: string): boolean {
  if (line.length > 60) return false;
  const pieces = line.split(/\s?[|/>•·›»]\s?/);
  const words = line.split(/[\s|/>•·›»]+/);
  if (pieces.length > 1 && words.length <= 3 * pieces.length) return true;
  return (
    words.length <= 4 && words.every((word) => !/^\p{Ll}/u.test(word) || /^(?:and|of|the|in|for)$/.test(word))
  );
}

/** A headline without what agencies put before it to tell versions apart: "UPDATE 2-Brasa cuts outlook". */
export function withoutVersion(headline: string): string {
  return headline.replace(
    /^(?:(?:UPDATE|WRAPUP) \d{1,2}|REFILE|RPT|REPEAT|CORRECTED|RECAST|\d{1,2}(?:ST|ND|RD|TH) LEAD)\s?[-–—]\s?(?=\S)/,
    '',
  );
}

/** Whether a line is set in capitals throughout. */
export function isCapitals(line: string): boolean {
  return line.length > 4 && line.length <= 80 && /\p{Lu}{3}/u.test(line) && !/\p{Ll}/u.test(line);
}

/** A line that is no sentence, no speech and no item of a list. */
export function mayBeLabel(line: string): boolean {
  return (
    line.length <= 120 &&
    isOneSentence(line) &&
    !isProse(line) &&
    !mayBeSentence(line.replace(/[?:…]$/, '')) &&
    !/["“”„«»]|^['‘—–]/.test(line) &&
    !isListItemStart(line, 0)
  );
}
