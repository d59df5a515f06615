/**
 * What a global pattern that never matches nothing finds in a text. `matchAll` does the same, and compiles a copy of the
 * pattern first: for a line that takes longer than the search.
 */
export function findMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}

/**
 * A pattern of alternatives, one a line, as they are written; white space around them stands for nothing.
 *     new RegExp(`^${anyOf`
 *       read (?:more|next)
 *       \d min read
 *     `}$`)
 */
export function anyOf(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const lines = String.raw(strings, ...values).split('\n');
  const alternatives = lines.map((line) => line.trim()).filter((line) => line !== '');
  return `(?:${alternatives.join('|')})`;
}
