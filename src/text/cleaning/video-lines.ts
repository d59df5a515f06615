/**
 * The lines that pages print around a film: its length before its title, which they print again below, and whatever
 * stands between the labels of CNN's player.
 *
 *     1:26 Storm closes the bridge      JUST WATCHED
 *     Storm closes the bridge           Storm closes the bridge
 *                                       MUST WATCH
 */
export function findVideoLines(paragraphs: readonly string[], from: number): readonly number[] {
  const found: number[] = [];
  for (let index = from; index < paragraphs.length - 1; index++) {
    const title = /^\d{1,2}:\d\d (\S.*)$/.exec(paragraphs[index]!)?.[1];
    if (title !== undefined && paragraphs[index + 1] === title) found.push(index, index + 1);
    if (paragraphs[index] !== 'JUST WATCHED') continue;
    const end = paragraphs.slice(index, index + longestPlayer).lastIndexOf('MUST WATCH');
    for (let line = index; line <= index + end; line++) found.push(line);
  }
  return found;
}

/** In paragraphs. */
const longestPlayer = 6;
