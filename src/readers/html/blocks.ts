import type { ParagraphRole } from '../../domain/article.ts';
import type { Problem } from '../../domain/problem.ts';
import type { SourceBlock, SourceDocument } from '../../domain/source-document.ts';
import type { Span } from '../../domain/span.ts';
import { endsSentence, listMarkup, oneLine, type Piece } from '../story/paragraph-pieces.ts';
import { type Marked, placeInRaw, type WrappedText } from '../story/wrapped-text.ts';
import { isNoteMark } from './note-mark.ts';
import { endsWithDash, isQuoteSource, startsWithDash } from './quote-source.ts';
import {
  attributeOf,
  elementsBelow,
  type HtmlElement,
  type HtmlParent,
  type HtmlText,
  isElement,
  isText,
  namesOf,
  nodesBelow,
  parseHtml,
  textOf,
} from './tree.ts';

/** A paragraph as a browser sets it: text that stands on lines of its own. */
export interface HtmlLine extends Span {
  readonly role: ParagraphRole;
  /** As it is read: entities decoded, white space in one form. */
  readonly text: string;
  /** Characters of the text that stand in links. */
  readonly linked: number;
  /** The innermost element around its first words. */
  readonly parent: HtmlParent;
  /** The markup and line breaks within, and what they mean: mostly nothing. */
  readonly markup: Marked['replacements'];
}

/** The paragraphs of the HTML that a stretch of the raw copy holds: a body of ninjs, the content of a feed. */
export function findHtmlBlocks(html: WrappedText): Pick<SourceDocument, 'replacements' | 'problems'> & {
  readonly blocks: readonly SourceBlock[];
} {
  const tree = parseHtml(html.text);
  if (tree === null) return { ...placeInRaw(html, wholeText(html.text)), problems: [tooDeep] };
  return { ...placeInRaw(html, markLines(listLines(html.text, tree))), problems: [] };
}

/** HTML that is nested too deep is one block: cleaning takes its tags out. */
export function wholeText(html: string): Marked {
  return { blocks: [{ role: 'body', start: 0, end: html.length }], replacements: [] };
}

export const tooDeep: Problem = {
  code: 'invalid-markup',
  span: null,
  message: 'The elements of the HTML are nested too deep, or too many: its tags were taken out, unread.',
};

export function markLines(lines: readonly HtmlLine[]): Marked {
  return { blocks: lines, replacements: lines.flatMap(({ markup }) => markup) };
}

/**
 * The paragraphs of a tree of `html`, without what is no prose: tables of data, navigation, forms, scripts, pictures but
 * for their captions, and what no reader sees, unless `seesHidden`. Line breaks of the source are white space, unless they
 * are to be kept.
 */
export function listLines(
  html: string,
  root: HtmlParent,
  { keepsLines = false, seesHidden = false } = {},
): readonly HtmlLine[] {
  const lines: HtmlLine[] = [];
  let texts: LineText[] = [];

  const endLine = () => {
    if (texts.length > 0) lines.push(readLine(html, texts));
    texts = [];
  };
  const lastWords = () => texts.findLast(({ value }) => value.trim() !== '');
  const addText = (start: number, end: number, value: string, context: Context) => {
    const isBlank = value.trim() === '';
    if (!isBlank && lastWords()?.isBroken && isLineOfOwn(texts, value)) endLine();
    if (!isBlank || texts.length > 0) texts.push({ start, end, value, ...context, isBroken: false });
  };
  /** Two breaks part paragraphs, and so does one at the end of a sentence. */
  const addBreak = () => {
    const last = lastWords();
    if (last === undefined) return;
    if (last.isBroken || endsSentence(last.value)) endLine();
    else last.isBroken = true;
  };
  const addNode = ({ sourceCodeLocation, value }: HtmlText, context: Context) => {
    if (!sourceCodeLocation || context.isPicture) return;
    const { startOffset, endOffset } = sourceCodeLocation;
    if (!keepsLines) return addText(startOffset, endOffset, value, context);
    let start = startOffset;
    for (const { 0: lineBreak, index } of html.slice(startOffset, endOffset).matchAll(/\r?\n/g)) {
      const end = startOffset + index;
      addText(start, end, html.slice(start, end), context);
      addBreak();
      start = end + lineBreak.length;
    }
    addText(start, endOffset, html.slice(start, endOffset), context);
  };
  const visitAll = (parent: HtmlParent, context: Context) => {
    for (const node of parent.childNodes) {
      if (isText(node)) addNode(node, context);
      else if (isElement(node)) visit(node, context);
    }
  };
  /** Its tags stand for the marks that browsers print, and stay for cleaning to turn into them. */
  const visitQuoted = (element: HtmlElement, context: Context) => {
    const { startTag, endTag } = element.sourceCodeLocation ?? {};
    if (startTag && endTag) addText(startTag.startOffset, startTag.endOffset, '“', context);
    visitAll(element, context);
    if (startTag && endTag) addText(endTag.startOffset, endTag.endOffset, '”', context);
  };
  /** The start tag stands for the dash that browsers leave out, by which readers tell a source from the words above it. */
  const visitSource = (element: HtmlElement, context: Context) => {
    const { startTag } = element.sourceCodeLocation ?? {};
    if (startTag && !endsWithDash.test(lastWords()?.value ?? '')) {
      endLine();
      if (!startsWithDash.test(textOf(element))) {
        const { startOffset } = startTag;
        texts.push({
          start: startOffset,
          end: startOffset,
          value: '— ',
          ...context,
          isBroken: false,
          gap: '— ',
        });
      }
    }
    visitAll(element, context);
  };
  const visit = (element: HtmlElement, context: Context) => {
    if (element.tagName === 'br') addBreak();
    else if (element.tagName === 'q') visitQuoted(element, context);
    else if (unread.has(element.tagName) || (!seesHidden && isHidden(element))) return;
    else if (isNoteMark(element, texts.at(-1)?.value ?? '')) return;
    else if (context.role === 'blockquote' && isQuoteSource(element)) visitSource(element, context);
    else if (!parting.has(element.tagName)) visitAll(element, contextWithin(element, context));
    else {
      endLine();
      if (besideProse.has(element.tagName) || isDataTable(element)) return;
      visitAll(element, contextWithin(element, context));
      endLine();
    }
  };
  visitAll(root, { parent: root, role: 'body', isPicture: false, isLinked: false });
  endLine();
  return lines;
}

/** A text of a line; between it and the next one stands markup. */
interface LineText extends Piece, Context {
  readonly value: string;
}

/** What the elements around a text say of it. */
interface Context {
  /** The innermost of them. */
  readonly parent: HtmlParent;
  readonly role: ParagraphRole;
  readonly isPicture: boolean;
  readonly isLinked: boolean;
}

function contextWithin(element: HtmlElement, around: Context): Context {
  const { tagName } = element;
  const role = roleOf.get(tagName) ?? (isCaption(element) ? 'caption' : around.role);
  return {
    parent: element,
    role,
    isPicture: tagName === 'figure' || (around.isPicture && role !== 'caption'),
    isLinked: around.isLinked || leadsElsewhere(element, role),
  };
}

function readLine(html: string, texts: readonly LineText[]): HtmlLine {
  const linked = texts.filter(({ isLinked }) => isLinked);
  return {
    role: texts[0]!.role,
    parent: texts[0]!.parent,
    start: texts[0]!.start,
    end: texts.at(-1)!.end,
    text: oneLine(texts.map(({ value, isBroken }) => (isBroken ? `${value} ` : value)).join('')),
    linked: oneLine(linked.map(({ value }) => value).join('')).length,
    markup: [...listMarkup(html, texts)],
  };
}

/** Characters: a line that is wrapped by breaks is longer. */
const shortLine = 50;

/** Whether what is above a break is a short line, like a title or a name, and what follows begins as another one does. */
function isLineOfOwn(texts: readonly LineText[], next: string): boolean {
  const above = oneLine(texts.map(({ value }) => value).join(''));
  return above.length < shortLine && !/[,;-]$/.test(above) && /^\s*["“‘'(]?\p{Lu}/u.test(next);
}

/** A heading may be a link to itself. */
function leadsElsewhere(element: HtmlElement, role: ParagraphRole): boolean {
  const address = element.tagName === 'a' ? attributeOf(element, 'href') : null;
  return address !== null && !(role === 'subhead' && address.startsWith('#'));
}

/** Elements whose text is none of the page's; they part no paragraph. */
const unread = new Set(
  `script style noscript noframes template svg math iframe object embed canvas audio video map button select option
  textarea input head title datalist progress meter`.split(/\s+/),
);

/** Elements that stand on lines of their own. */
const parting = new Set(
  `p div ul ol li h1 h2 h3 h4 h5 h6 blockquote section article header footer table caption thead tbody tfoot tr td th
  figure figcaption hr pre address aside nav main dl dt dd html body form fieldset details summary center hgroup search
  dialog menu picture`.split(/\s+/),
);

/** What stands beside the prose, on lines of its own. */
const besideProse = new Set(['nav', 'aside', 'form', 'dialog', 'menu', 'search', 'picture']);

const roleOf: ReadonlyMap<string, ParagraphRole> = new Map([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, 'subhead'] as const),
  ['li', 'list-item'],
  ['blockquote', 'blockquote'],
  ['figcaption', 'caption'],
]);

/** Pictures have captions of their own element, or of any with such a name ("wp-caption-text"), but for that of a page. */
function isCaption(element: HtmlElement): boolean {
  return namesOf(element).has('caption') && !/^(?:html|body|main|article)$/.test(element.tagName);
}

function isHidden(element: HtmlElement): boolean {
  return (
    attributeOf(element, 'hidden') !== null ||
    attributeOf(element, 'aria-hidden') === 'true' ||
    /display:\s*none|visibility:\s*hidden/i.test(attributeOf(element, 'style') ?? '') ||
    /(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden)(?:\s|$)/i.test(
      attributeOf(element, 'class') ?? '',
    )
  );
}

/** Characters in a cell: longer ones are the columns of an old layout, not data. */
const longestCell = 200;

function isDataTable(element: HtmlElement): boolean {
  if (element.tagName !== 'table') return false;
  for (const cell of elementsBelow(element)) {
    if (cell.tagName === 'td' && isLongerThan(longestCell, cell)) return false;
  }
  return true;
}

function isLongerThan(length: number, element: HtmlElement): boolean {
  let found = 0;
  for (const node of nodesBelow(element)) {
    if (isText(node)) found += node.value.trim().length;
    if (found > length) return true;
  }
  return false;
}
