import { abbreviationKind, sentenceOpeners } from './abbreviations.ts';
import { CharacterClass, classAt, isHighSurrogate, isLowSurrogate, isWordCharacter } from './characters.ts';
import type { Token } from './segments.ts';

const { lower, upper, digit, space, apostrophe, hyphen, point, terminal, dash, surrogate } = CharacterClass;

/**
 * Cuts `text[start, end)` into tokens as the annotated news corpora do (CoNLL-2003): words keep inner apostrophes,
 * hyphens and the points of abbreviations; the clitic "'s" and every quotation mark are tokens of their own.
 * Tokens are ordered, disjoint and hold all that is not white space. Linear in the length of the stretch.
 */
export function findTokens(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  appendTokens(text, start, end, tokens);
  return tokens;
}

/** As {@link findTokens}, but adds to `tokens`, which may hold those of earlier stretches. */
export function appendTokens(text: string, start: number, end: number, tokens: Token[]): void {
  const first = tokens.length;
  let index = start;
  while (index < end) {
    const characterClass = classAt(text, index);
    if (characterClass === space) {
      index++;
      continue;
    }
    const stop = tokenEnd(text, index, end, characterClass, tokens.length > first ? tokens.at(-1)! : null);
    const clitic = isWordCharacter(characterClass) ? cliticStart(text, index, stop) : stop;
    tokens.push({ start: index, end: clitic, text: text.slice(index, clitic) });
    if (clitic < stop) tokens.push({ start: clitic, end: stop, text: text.slice(clitic, stop) });
    index = stop;
  }
}

function tokenEnd(
  text: string,
  start: number,
  end: number,
  characterClass: number,
  previous: Token | null,
): number {
  if (isWordCharacter(characterClass)) return wordEnd(text, start, end, previous);
  switch (characterClass) {
    case apostrophe:
      return apostropheEnd(text, start, end, previous);
    case point: {
      if (classAt(text, start + 1) === digit && start + 1 < end && previous?.end !== start) {
        return wordEnd(text, start + 1, end, previous); // ".45"
      }
      return runEnd(text, start, end, point);
    }
    case hyphen:
    case terminal:
    case dash:
      return runEnd(text, start, end, characterClass);
    case surrogate:
      return symbolEnd(text, start, end);
    default:
      break;
  }
  const unit = text[start];
  // "``" is one opening mark, "@name" and "#topic" are one word each.
  if (unit === '`' && text[start + 1] === '`' && start + 1 < end) return start + 2;
  if ((unit === '@' || unit === '#') && start + 1 < end && isWordCharacter(classAt(text, start + 1))) {
    return wordEnd(text, start + 1, end, previous);
  }
  return start + 1;
}

/** Where the word that starts at `start` ends, possessive clitic included. */
function wordEnd(text: string, start: number, end: number, previous: Token | null): number {
  let index = start;
  // A word may be dotted or hyphenated: "U.S.-led" has the pieces "U", "S" and "led".
  let pieceStart = start;
  for (;;) {
    while (index < end && isWordCharacter(classAt(text, index))) index++;
    if (index >= end) return end;
    const next = index + 1 < end ? classAt(text, index + 1) : space;
    const last = classAt(text, index - 1);
    switch (classAt(text, index)) {
      case apostrophe:
        if (next !== lower && next !== upper) return index;
        index++;
        continue;
      case hyphen:
        if (!isWordCharacter(next)) return index;
        pieceStart = ++index;
        continue;
      case dash:
        // "2015–16" and "Israel–Palestine" are one word; "he left – and" and "left—and" are not.
        if (text[index] !== '\u2013' || !((last === digit && next === digit) || next === upper)) return index;
        pieceStart = ++index;
        continue;
      case point: {
        const pointed = pointEnd(text, start, pieceStart, index, end, previous);
        if (pointed === index) return index;
        index = pointed;
        const after = index < end ? classAt(text, index) : space;
        if (isWordCharacter(after)) {
          pieceStart = index;
          continue;
        }
        const further = index + 1 < end ? classAt(text, index + 1) : space;
        if ((after === hyphen && isWordCharacter(further)) || (after === apostrophe && further === lower)) {
          pieceStart = ++index;
          continue;
        }
        return index;
      }
      default:
        break;
    }
    const unit = text[index];
    if (unit === ':' && text.startsWith('//', index + 1)) return addressEnd(text, index, end);
    const joins =
      (unit === '&' && last === upper && next === upper) ||
      (unit === '@' && isWordCharacter(next)) ||
      ((unit === ':' || unit === '/') && last === digit && next === digit) ||
      (unit === ',' && last === digit && isThousandsGroup(text, index + 1, end));
    if (!joins) return index;
    pieceStart = ++index;
  }
}

/** The place behind the point at `index` where it belongs to the word, and behind what it joins; otherwise `index`. */
function pointEnd(
  text: string,
  wordStart: number,
  pieceStart: number,
  index: number,
  end: number,
  previous: Token | null,
): number {
  const last = classAt(text, index - 1);
  const next = index + 1 < end ? classAt(text, index + 1) : space;
  const isOneLetter = index - pieceStart === 1 && last !== digit;
  const continuesAcronym = isOneLetter && pieceStart > wordStart && text[pieceStart - 1] === '.';
  if (isWordCharacter(next)) {
    if (isOneLetter) return index + 1; // "U.S", "J.K.", "e.g"
    if (next === upper) {
      // A missing space after a full stop is more likely than a name with a point inside: "…ended.The…".
      return isDegree(text, pieceStart, index) ? index + 1 : index;
    }
    if (index - wordStart === 3 && text.startsWith('www', wordStart)) return addressEnd(text, index, end);
    return last === digit && next !== digit ? index : index + 1; // "3.5", "example.com"
  }
  if (continuesAcronym) return index + 1;
  if (isOneLetter && pieceStart === wordStart) {
    return isInitial(text, wordStart, index, end, previous) ? index + 1 : index;
  }
  if (last === digit) return index;
  switch (abbreviationKind(text.slice(Math.max(pieceStart, index - 12), index))) {
    case undefined:
      return index;
    case 'number':
      return nextVisibleClass(text, index + 1, end) === digit ? index + 1 : index;
    case 'state': {
      const before = pieceStart > wordStart || previous?.text === ',' || previous?.text === '(';
      return before ? index + 1 : index;
    }
    default:
      return index + 1;
  }
}

/** "Ph.D.", "Ed.D.": the only degrees whose first piece is longer than one letter. */
function isDegree(text: string, pieceStart: number, index: number): boolean {
  const piece = index - pieceStart === 2 ? text.slice(pieceStart, index) : '';
  return (piece === 'Ph' || piece === 'Ed') && text[index + 1] === 'D';
}

/**
 * Whether a capital letter and the point behind it are an initial:
 *   George W. Bush   "J., the youngest"   |   not: Plan B. Peter   |   not: so do I. Peter   |   not: on X. Peter
 *          ^^         ^^                               ^                         ^                         ^
 */
function isInitial(
  text: string,
  start: number,
  pointIndex: number,
  end: number,
  previous: Token | null,
): boolean {
  if (classAt(text, start) !== upper) {
    const kind = abbreviationKind(text[start]!);
    return kind === 'number' && nextVisibleClass(text, pointIndex + 1, end) === digit;
  }
  if (text[start] === 'I' && previous !== null && classAt(text, previous.start) === lower) return false;
  if (
    previous !== null &&
    (lettered.test(previous.text) || (text[start] === 'X' && posting.test(previous.text)))
  )
    return false;
  if (text[pointIndex + 1] === ',') return true;
  const next = skipSpace(text, pointIndex + 1, end);
  if (next >= end || classAt(text, next) !== upper) return false;
  if (text[next + 1] === '.') return true;
  let nextEnd = next;
  // The longest opener has twelve letters; a longer word need not be read to its end.
  while (nextEnd < end && nextEnd - next < 16 && isWordCharacter(classAt(text, nextEnd))) nextEnd++;
  return !sentenceOpeners.has(text.slice(next, nextEnd));
}

/** What letters are counted with. */
const lettered =
  /^(?:block|category|class|division|exhibit|gate|gen|generation|grade|group|hepatitis|plan|ring|schedule|section|serie|series|terminal|tier|type|vitamin|wing|zone)$/i;

/** What the network stands behind: "she posted it on X." */
const posting = /^(?:on|to|via|from|off)$/i;

/** Words with an apostrophe for their first letters. */
const elisions = new Set(['em', 'til', 'tis', 'twas', 'cause', 'bout', 'round', 'n', 'cos', 'un']);

/** The end of a token that starts with an apostrophe: "'s" behind a mark, "'90s", "'em", "''", or the mark alone. */
function apostropheEnd(text: string, start: number, end: number, previous: Token | null): number {
  if (start + 1 >= end) return start + 1;
  if (text[start] === "'" && text[start + 1] === "'") return start + 2;
  let stop = start + 1;
  while (stop < end && stop - start < 8 && isWordCharacter(classAt(text, stop))) stop++;
  const word = text.slice(start + 1, stop);
  if (previous?.end === start) return word === 's' ? stop : start + 1;
  if (/^\d\ds?$/.test(word)) return stop;
  if (!elisions.has(word.toLowerCase())) return start + 1;
  // "rock 'n' roll"
  return word.toLowerCase() === 'n' && stop < end && classAt(text, stop) === apostrophe ? stop + 1 : stop;
}

/** Where the clitic "'s" of a word starts; the word's end where it has none. */
function cliticStart(text: string, start: number, end: number): number {
  const letter = text[end - 1];
  if ((letter !== 's' && letter !== 'S') || end - start < 3) return end;
  return classAt(text, end - 2) === apostrophe ? end - 2 : end;
}

/** The end of a web address: white space, a quotation mark or "<" ends it, and so does punctuation before those. */
function addressEnd(text: string, start: number, end: number): number {
  let stop = start;
  while (stop < end && classAt(text, stop) !== space && !'"<>\u201c\u201d'.includes(text[stop]!)) stop++;
  while (stop > start + 1 && ".,;:!?)]}'\u2019".includes(text[stop - 1]!)) stop--;
  return stop;
}

function isThousandsGroup(text: string, start: number, end: number): boolean {
  if (start + 3 > end) return false;
  for (let index = start; index < start + 3; index++) if (classAt(text, index) !== digit) return false;
  return start + 3 === end || classAt(text, start + 3) !== digit;
}

function runEnd(text: string, start: number, end: number, characterClass: number): number {
  let stop = start + 1;
  while (stop < end && classAt(text, stop) === characterClass) stop++;
  return stop;
}

/** A surrogate pair is one token; so is a lone half, which is never joined to anything. */
function symbolEnd(text: string, start: number, end: number): number {
  const isPair =
    start + 1 < end && isHighSurrogate(text.charCodeAt(start)) && isLowSurrogate(text.charCodeAt(start + 1));
  return isPair ? start + 2 : start + 1;
}

function skipSpace(text: string, start: number, end: number): number {
  let index = start;
  // More than a few blanks are no word gap: giving up keeps the whole linear.
  while (index < end && index - start < 8 && classAt(text, index) === space) index++;
  return index;
}

function nextVisibleClass(text: string, start: number, end: number): number {
  const index = skipSpace(text, start, end);
  return index < end ? classAt(text, index) : space;
}
