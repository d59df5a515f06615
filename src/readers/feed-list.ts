import { attributeOf, descendantsOf, parseXml } from './xml/tree.ts';

/** The addresses of a list of feeds: OPML, as feed readers export it, or one a line (# begins a comment). */
export function readFeedList(text: string): readonly string[] {
  if (/^\s*</.test(text)) {
    return [...descendantsOf(parseXml(text), 'outline')].flatMap(
      (outline) => attributeOf(outline, 'xmlUrl') ?? [],
    );
  }
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}
