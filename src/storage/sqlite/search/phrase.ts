/**
 * Whether these words stand in the text side by side, in their order: without regard to case, diacritics and
 * punctuation, and with no stemming ("tariff" is not found in "tariffs"). A phrase without a word is found nowhere.
 */
export function holdsPhrase(text: string, phrase: string): boolean {
  const words = foldWords(phrase);
  return words !== '' && ` ${foldWords(text)} `.includes(` ${words} `);
}

function foldWords(text: string): string {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{Co}]+/gu) ?? []
  ).join(' ');
}
