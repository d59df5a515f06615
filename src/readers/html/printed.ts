import { readByline } from '../../text/cleaning/lines/byline.ts';
import { readDateLine } from '../../text/cleaning/lines/date-lines.ts';
import { toLine } from '../story/news-fields.ts';
import type { HtmlLine } from './blocks.ts';
import { attributeOf, type HtmlElement, namesOf, textOf } from './tree.ts';

/** What a page prints of its article, around it. */
export interface PrintedFields {
  /** The line that names who wrote it, as it stands there. */
  readonly byline: string | null;
  readonly publishedAt: string | null;
}

/** Characters of a line that names authors, and what they are. */
const longestByline = 160;
/** Lines below a story that may still say who wrote it, and when. */
const linesBelow = 20;

/** Reads what stands between the headline of a page and the end of its story, or shortly below it. */
export function readPrintedFields(
  elements: readonly HtmlElement[],
  belowHeadline: readonly HtmlLine[],
  story: readonly HtmlLine[],
): PrintedFields {
  const words = new Set(story.map(({ start }) => start));
  const end = belowHeadline.findLastIndex(({ start }) => words.has(start)) + 1;
  const near = belowHeadline.slice(0, end + linesBelow);
  if (near.length === 0) return { byline: null, publishedAt: null };
  const lines = near.map(({ text }) => text);
  const signed = elements
    .filter((element) => isByline(element) && isBetween(element, near[0]!.start, near.at(-1)!.end))
    .flatMap((element) => toLine(textOf(element)) ?? []);
  const byline =
    signed.find((line) => line.length <= longestByline) ?? lines.find((line) => readByline(line) !== null);
  return {
    byline: byline?.replace(/^authors?\b:? /i, '') ?? null,
    publishedAt:
      lines.flatMap((line) => readDateLine(line.replace(/^date\b:? /i, ''))?.value ?? [])[0] ?? null,
  };
}

/** Whether an element says that it names who wrote the story. */
function isByline(element: HtmlElement): boolean {
  const names = namesOf(element);
  return (
    /\bauthor\b/.test(`${attributeOf(element, 'rel') ?? ''} ${attributeOf(element, 'itemprop') ?? ''}`) ||
    names.has('byline') ||
    (names.has('author') && !names.has('bio'))
  );
}

function isBetween({ sourceCodeLocation }: HtmlElement, start: number, end: number): boolean {
  return (
    sourceCodeLocation != null && sourceCodeLocation.endOffset > start && sourceCodeLocation.startOffset < end
  );
}
