/** A pattern of the alternatives that the lines of `list` are; blank lines and line breaks inside stand for nothing. */
export function anyOf(list: string): string {
  return `(?:${list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('|')})`;
}
