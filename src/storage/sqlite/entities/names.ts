/**
 * What two spellings of one name have in common: no case, no diacritics, no punctuation, no leading article and no
 * possessive ("the Côte d’Ivoire’s" → "cote divoire"). Never empty, unless the name is.
 */
export function nameKey(name: string): string {
  const folded = foldLetters(name.replace(/['’ʼ]s?\s*$/u, ''));
  const key = folded
    .replace(/['’ʼ‘`.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the (?=.)/u, '');
  return key === '' ? foldLetters(name).trim() : key;
}

/** The key by which entities of several articles are tied: a person's title does not count ("Dr. Ana Ruiz"). */
export function fullNameKey(name: string, type: string): string {
  return withoutTitles(nameKey(name), type);
}

/** The same of what {@link nameKey} gave. */
export function withoutTitles(key: string, type: string): string {
  return type === 'person' ? dropTitles(key, 2) : key;
}

/** The key without the titles that lead it ("President Erdogan" → "erdogan"); the last word always stays. */
export function nameKeyWithoutTitle(name: string): string {
  return dropTitles(nameKey(name), 1);
}

/** The keys of a person's surname, with and without its particle ("van gogh", "gogh"); none for a single word. */
export function surnameKeys(key: string): readonly string[] {
  const words = key.split(' ');
  while (words.length > 1 && suffixes.has(words.at(-1)!)) words.pop();
  let start = words.length - 1;
  if (start === 0) return [];
  const keys = [words.slice(start).join(' ')];
  while (start > 1 && particles.has(words[start - 1]!)) start -= 1;
  if (start < words.length - 1) keys.push(words.slice(start).join(' '));
  return keys;
}

/** Each word of a key with what follows it ("vladimir putin", "putin"): where somebody may start to type. */
export function keyStarts(key: string): readonly string[] {
  const words = key.split(' ').slice(0, maxWords);
  return words.map((_, index) => words.slice(index).join(' '));
}

/** A name is rarely longer; the work for one that is stays small. */
const maxWords = 12;

function foldLetters(text: string): string {
  // Most names have no other letters, and this takes a tenth of the time.
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ıøłđðþßæœ]/gu, (letter) => foldedLetters[letter] ?? letter)
    .replace(/\p{M}+/gu, '');
}

/** Letters that Unicode does not take apart, as newsrooms without them write them. */
const foldedLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

function dropTitles(key: string, wordsToKeep: number): string {
  const words = key.split(' ');
  let start = 0;
  while (words.length - start > wordsToKeep && titles.has(words[start]!)) start += 1;
  return words.slice(start).join(' ');
}

const particles = new Set(
  'al bin da dal de del della den der di dos du el ibn la le ten ter van von zu'.split(' '),
);
const suffixes = new Set('jr sr ii iii iv v'.split(' '));

/** Words of titles as people put them before a name that they ask for; "prime minister" is two of them. */
const titles = new Set(
  (
    'acting admiral ambassador archbishop attorney ayatollah baroness bishop brig brigadier capt captain cardinal ' +
    'chair chairman chairwoman chancellor chief col colonel commander commissioner congressman congresswoman ' +
    'councillor councilwoman councilman crown dame deputy director dr emir first foreign former general gen gov ' +
    'governor her his imam judge justice king lady leader lieutenant lord lt madam major maj mayor minister miss mr ' +
    'mrs ms mx officer opposition pope premier president prime prince princess prof professor queen rabbi rep ' +
    'representative rev reverend secretary sen senator sergeant sgt sheikh sheriff sir speaker spokesman ' +
    'spokesperson spokeswoman the sultan vice'
  ).split(' '),
);
