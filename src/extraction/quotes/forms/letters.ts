import { type Attribution, attributionOf } from '../attribution.ts';
import { finiteWords, quotationAt } from '../contents/contents.ts';
import type { Reading, Stretch } from '../reading.ts';
import { behindTitles } from './titles.ts';

/** Fewer make no page of letters. */
const least = 2;

/**
 * Letters to an editor, printed without marks, each above the name of who wrote it.
 *
 * > I write in response to your report on the loss of the 46 bus.
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * > Brenda Askew
 *   ^^^^^^^^^^^^
 * > March
 */
export function signedLetters(reading: Reading): readonly Attribution[] {
  const letters: Letter[] = [];
  let body: Stretch[] = [];
  let isHeaded = true;
  let isBelowName = false;
  for (const paragraph of reading.paragraphTokens) {
    const writer = signatureOf(reading, paragraph);
    if (writer === null && !isHeading(reading, paragraph)) {
      body.push(paragraph);
      isBelowName = false;
      continue;
    }
    const isSigned = writer !== null && body.length > 0;
    if (isSigned) letters.push({ body, writer, isHeaded: isHeaded || opensLetter(reading, body[0]!) });
    // The line below a name says where its bearer lives; another heads what comes next.
    isHeaded = !isSigned && !isBelowName;
    isBelowName = isSigned;
    body = [];
  }
  // Where the page goes on behind the last name, somebody answers there: only a heading shows where a letter begins.
  const own = body.length > 0 ? letters.filter((letter) => letter.isHeaded) : letters;
  const written = own.filter((letter) => letter.body.some((paragraph) => isWritten(reading, paragraph)));
  if (own.length < least || 3 * written.length < 2 * own.length) return [];
  return own.flatMap(({ body: contents, writer }) =>
    writer.end > writer.first ? [attributionOf('shape', contents, null, writer)] : [],
  );
}

interface Letter {
  readonly body: readonly Stretch[];
  /** Empty where it is initials alone. */
  readonly writer: Stretch;
  /** A heading stands before it, or it opens as letters do. */
  readonly isHeaded: boolean;
}

/** In tokens. */
const longestSignature = 12;
const longestHeading = 10;

/** > Mrs Jean Pottinger      > Owen Prosser, Newport      > Name and address supplied      > MT, Hexham */
function signatureOf(reading: Reading, { first, end }: Stretch): Stretch | null {
  const { words, names, nameOf, segmented } = reading;
  if (end <= first || end - first > longestSignature) return null;
  if (/^(?:names?|address) (?:and|withheld|supplied)/.test(words.slice(first, first + 2).join(' ')))
    return { first, end };
  if (words.slice(first, end).some((word) => finiteWords.test(word) || /^[.?!:]$/.test(word))) return null;
  if (words[first + 1] === ',' && /^\p{Lu}{1,3}$/u.test(segmented.tokens[first]!.text))
    return { first, end: first };
  let token = behindTitles(reading, first, end);
  const name = nameOf[token] ?? -1;
  if (name < 0 || names[name]!.type !== 'person') return null;
  while (token < end && nameOf[token] === name) token += 1;
  return token === end || words[token] === ',' ? { first, end: token } : null;
}

const isHeading = ({ words }: Reading, { first, end }: Stretch): boolean =>
  end - first <= longestHeading && !/^[.?!…"”’')]$/.test(words[end - 1] ?? '.');

/** By an "I", or to the editor; words in marks are signed elsewhere. */
function isWritten(reading: Reading, { first, end }: Stretch): boolean {
  const { words, quotationOf } = reading;
  if (quotationAt(reading, first)?.endToken === end) return false;
  if (opensLetter(reading, { first, end })) return true;
  return words
    .slice(first, end)
    .some((word, index) => quotationOf[first + index] === -1 && firstPerson.test(word));
}

const opensLetter = ({ words }: Reading, { first }: Stretch): boolean =>
  /^(?:sir|madam|dear|editor)$/.test(words[first]!);

const firstPerson = /^(?:i|me|my|mine|myself|we|us|our)(?:'\p{L}+)?$/u;
