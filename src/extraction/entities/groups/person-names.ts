import { isNameSuffix } from '../names/trim-names.ts';
import { foldWord, levelWord } from '../words/fold.ts';
import type { EntityLexicons, Gender } from '../words/lexicons.ts';
import type { Mention } from '../words/mention.ts';

/** A person's name, taken apart for comparing. */
export interface PersonName {
  /** Its words, folded and levelled by {@link levelWord}, in the order of the text; no particles, no suffix. */
  readonly words: readonly string[];
  /** "jr", "iii"; null without. */
  readonly suffix: string | null;
  /** What the form of address or the first name shows. */
  readonly gender: Gender | null;
  /** Whether the family name stands first ("Xi Jinping"). */
  readonly isFamilyFirst: boolean;
  /** Whether the family name is not printed with it, but shared with the name behind: "Derek and Pauline Hoskins". */
  readonly sharesFamily: boolean;
}

/** Small words inside names, which come and go: "Ursula von der Leyen", "Mohammed bin Salman". */
const particles = new Set(
  `al el ul de del della di da do dos das du la le los las van von der den ten ter zu af av bin ben ibn bint abu y e i
  and the of`.split(/\s+/),
);

/** Particles that are first names as well where they stand first: "Ben Roe", "Al Roe". */
const firstNamesToo = new Set('Ben Al Van Del'.split(' '));

export function readPersonName(mention: Mention, lexicons: EntityLexicons): PersonName {
  const words: string[] = [];
  let suffix: string | null = null;
  let first: string | null = null;
  // "J.R.R." is three initials, "Jr." a suffix.
  const pieces = mention.text.split(/[\s,.]+/).filter((piece) => piece !== '');
  for (const [at, piece] of pieces.entries()) {
    const folded = foldWord(piece).replace(/^['"“”]|['"“”]$/g, '');
    if (words.length > 0 && isNameSuffix(folded)) {
      suffix = folded.replace('jnr', 'jr').replace('snr', 'sr');
      continue;
    }
    const isGiven = first === null && !mention.isSurname && firstNamesToo.has(piece);
    // "Ratan Das", "Tuan Le", "Tahir Della"
    const isFamily = at > 0 && at === pieces.length - 1 && piece.length > 1;
    if (particles.has(folded) && !isGiven && !isFamily) continue;
    first ??= folded;
    const word = levelWord(folded);
    if (word !== '') words.push(word);
  }
  if (words.length === 0) words.push(levelWord(foldWord(mention.text)) || mention.text);
  const sharesFamily = mention.sharedSurname !== null;
  if (mention.sharedSurname !== null) words.push(levelWord(foldWord(mention.sharedSurname)));
  const isFamilyFirst =
    !sharesFamily &&
    words.length > 1 &&
    words.length < 4 &&
    first !== null &&
    lexicons.familyNamesFirst.has(first) &&
    !lexicons.firstNames.get(first);
  const gender =
    mention.honorific?.gender ??
    (words.length > 1 && first !== null ? genderOfFirstName(first, lexicons) : null);
  return { words, suffix, gender, isFamilyFirst, sharesFamily };
}

export const familyOf = ({ words, isFamilyFirst }: PersonName): string => words.at(isFamilyFirst ? 0 : -1)!;

/** The gender of most who bear a first name; of "Jean-Marie" and "Abdul-Aziz" the first part counts. */
export function genderOfFirstName(first: string, lexicons: EntityLexicons): Gender | null {
  const known = lexicons.firstNames.get(first);
  if (known !== undefined) return known;
  const hyphen = first.indexOf('-');
  return hyphen > 0 ? (lexicons.firstNames.get(first.slice(0, hyphen)) ?? null) : null;
}

/** Whether two names of two words and more can be one person's. */
export function canBeOnePerson(a: PersonName, b: PersonName, lexicons: EntityLexicons): boolean {
  if (a.suffix !== b.suffix && (a.suffix !== null) !== (b.suffix !== null)) return false;
  if (a.suffix !== null && b.suffix !== null && a.suffix !== b.suffix) return false;
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (joined(short) === joined(long)) return true;
  if (short.length > 1 && isInOrder(short, long)) {
    // "Kim Jong" is no short form of "Kim Jong Un".
    return !(a.isFamilyFirst && b.isFamilyFirst && short.length < long.length);
  }
  // "Abe Shinzo" and "Shinzo Abe", "Brian Okello Kato" and "Okello Brian Kato"
  if (short.length < 5 && isReordered(short, long)) return true;
  const [family, other] = [short.at(-1)!, long.at(-1)!];
  // "Rosa Ibarra" and "Rosa Marsh-Ibarra": one half of a hyphened surname, if the first name is the same.
  const isHalf = short[0] === long[0] && (isPartOf(family, other) || isPartOf(other, family));
  if (!(isSameWord(family, other) || isHalf) || a.isFamilyFirst || b.isFamilyFirst) return false;
  if (!isSameGiven(short[0]!, long[0]!, lexicons)) return false;
  if (a.gender !== null && b.gender !== null && a.gender !== b.gender) return false;
  return !haveOtherMiddles(short, long);
}

function isReordered(words: readonly string[], others: readonly string[]): boolean {
  if (words.length !== others.length) return false;
  for (const word of words) if (!others.includes(word)) return false;
  return words.length > 1;
}

const isPartOf = (part: string, word: string): boolean =>
  word.includes('-') && word.split('-').includes(part);

const joined = (words: readonly string[]): string => words.join('').replace(/-/g, '');

/** "Recep Erdogan" in "Recep Tayyip Erdogan", "Peña Nieto" in "Enrique Peña Nieto". */
function isInOrder(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const word of long) if (at < short.length && word === short[at]) at++;
  return at === short.length;
}

function isSameGiven(a: string, b: string, lexicons: EntityLexicons): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1) return long.startsWith(short);
  if (short.length >= 3 && long.startsWith(short) && !/^[ae]$/.test(long.slice(short.length))) return true;
  const lines = lexicons.nicknames.get(a);
  if (lines !== undefined && lexicons.nicknames.get(b)?.some((line) => lines.includes(line))) return true;
  return isSameWord(a, b);
}

/** One letter apart, in words long enough for that to be a slip or a spelling. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** "George W. Bush" and "George H. W. Bush": no middle name of the one starts like one of the other. */
function haveOtherMiddles(short: readonly string[], long: readonly string[]): boolean {
  const middles = short.slice(1, -1);
  const others = long.slice(1, -1);
  if (middles.length === 0 || others.length === 0) return false;
  if (middles.length !== others.length) return true;
  return !middles.every((middle, index) => middle[0] === others[index]![0]);
}

/** How a lone word can name a person who has a full name; null where it cannot. Lower is likelier. */
export function rankOfPart(word: string, name: PersonName): number | null {
  const { words, isFamilyFirst, sharesFamily } = name;
  const last = words.length - 1;
  if (isFamilyFirst && words[0] === word) return 0;
  if (words[last] === word) return isFamilyFirst ? 2 : sharesFamily ? 1 : 0;
  const index = words.indexOf(word);
  if (index > 0) return 1;
  if (words[last]!.includes('-') && words[last]!.split('-').includes(word)) return 1;
  if (index === 0) return 2;
  return words[0]!.includes('-') && words[0]!.split('-').includes(word) ? 3 : null;
}
