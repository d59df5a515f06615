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
