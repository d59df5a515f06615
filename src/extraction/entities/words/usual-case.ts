/**
 * A person's name that is set in capitals, as news usually prints it; other names stay as they are.
 *
 * > MICK O'DOOLAN-McKAY → Mick O'Doolan-McKay      > JOSÉ DE LA CRUZ III → José de la Cruz III      > JP SMITH → JP Smith
 */
export function inUsualCase(name: string): string {
  const words = name.split(' ');
  const isShouted =
    words.length > 1 && words.every((word) => word === word.toUpperCase() || mixed.test(word));
  if (!isShouted || !/\p{Lu}{3}/u.test(name)) return name;
  return words
    .map((word, index) => (index > 0 && particles.test(word) ? word.toLowerCase() : lower(word)))
    .join(' ');
}

/** "McKAY", "O'NEILL-McDONALD" */
const mixed = /^(?:\p{Lu}+['’-])*Ma?c\p{Lu}+$/u;
const particles = /^(?:DE|DEL|DI|DA|DOS|LA|LE|VAN|VON|DER|DEN|BIN|IBN|AL|EL)$/;
/** Initials and numbers of a line. */
const letters = /^(?:(?:\p{Lu}\.)+|[^AEIOUYÀ-Þ\s]{1,2}|I{1,3}|IV)$/u;

function lower(word: string): string {
  if (letters.test(word)) return word;
  return word.replace(/\p{L}+/gu, (part) => {
    const prefix = /^Ma?c(?=\p{Lu})/u.exec(part)?.[0] ?? (/^MC(?=\p{Lu}{2})/u.test(part) ? 'Mc' : '');
    const rest = part.slice(prefix.length);
    return prefix + rest[0] + rest.slice(1).toLowerCase();
  });
}
