/** Lower case, without diacritics and points, with straight apostrophes: how names and list entries are compared. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (isPlain(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[łøđıəßæœðþ]/g, (letter) => foldedLetters[letter]!);
}

/** Letters that Unicode does not take apart. */
const foldedLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ə: 'e',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
};

/** A whole name, folded word by word; words are joined by one space. */
export function foldName(name: string): string {
  const folded = foldWord(name);
  return /\s\s|[^\S ]|^ | $/.test(folded) ? folded.replace(/\s+/g, ' ').trim() : folded;
}

function isPlain(word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index);
    if (code > 0x7f || code === 0x2e) return false;
  }
  return true;
}

export function isCapitalized(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code < 0x80) return code >= 65 && code <= 90;
  return word.charAt(0).toLowerCase() !== word.charAt(0);
}

/** Two letters or more, all of them capitals: "NATO", "U.N.". */
export function isAllCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(word);
}

/**
 * Takes out of a folded word what one newsroom writes otherwise than the next: the Arabic article and spellings of one
 * sound ("al-Sissi" and "Sisi", "Muhammad" and "Mohammed", "Yevgeny" and "Evgeni").
 */
export function levelWord(word: string): string {
  return word
    .replace(/^(?:al|el|ul|as|ash|ad|an|ar|at)-(?=.{3})/, '')
    .replace(/^d'|^o'/, (prefix) => (prefix === "d'" ? '' : 'o'))
    .replace(/['`]/g, '')
    .replace(/^(?:m[ou]ham+[ae][dt]|mehm[ae]t|mohamad)$/, 'muhamad')
    .replace(/^yev/, 'ev')
    .replace(/ei$|ey$|iy$|yi$|ij$|y$|ii$/, 'i')
    .replace(/([b-df-hj-np-tv-z])\1/g, '$1')
    .replace(/ou|oo/g, 'u')
    .replace(/ee/g, 'i');
}
