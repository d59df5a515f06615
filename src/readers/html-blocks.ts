import type { ParagraphRole } from '../domain/article.ts';
import type { SourceBlock, SourceDocument } from '../domain/source-document.ts';
import {
  attributeOf,
  elementsBelow,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
  isElement,
  nodesBelow,
  parseHtml,
} from './html-tree.ts';
import { type Marked, placeInRaw, type WrappedText } from './wrapped-text.ts';

/** The paragraphs of the HTML that a stretch of the raw copy holds: a body of ninjs, the content of a feed. */
export function findHtmlBlocks(html: WrappedText): Pick<SourceDocument, 'replacements' | 'problems'> & {
  readonly blocks: readonly SourceBlock[];
} {
  const tree = parseHtml(html.text);
  if (tree !== null) return { ...placeInRaw(html, listBlocks(html.text, tree)), problems: [] };
  // Cleaning takes the tags out, without knowing where they belong.
  const whole = { role: 'body', start: 0, end: html.text.length } as const;
  return { ...placeInRaw(html, { blocks: [whole], replacements: [] }), problems: [tooDeep] };
}

export const tooDeep = {
  code: 'invalid-markup',
  span: null,
  message: 'The elements of the HTML are nested too deep, or too many: its tags were taken out, unread.',
} as const;

/**
 * The paragraphs below a node of the tree of `html`. What is no prose (tables of data, navigation, forms, scripts,
 * pictures but for their captions) is left out, and so is what the caller names. The markup within a paragraph is
 * replaced by what it means: mostly nothing.
 */
export function listBlocks(
  html: string,
  root: HtmlParent,
  isLeftOut: (element: HtmlElement) => boolean = () => false,
): Marked {
  const marked = {
    blocks: [] as Mutable<Marked['blocks']>,
    replacements: [] as Mutable<Marked['replacements']>,
  };
  let run: Run = [];
  let role: ParagraphRole = 'body';

  const flush = () => {
    if (run.some(({ isBlank }) => !isBlank)) {
      marked.blocks.push({ role, start: run[0]!.start, end: run.at(-1)!.end });
      marked.replacements.push(...listMarkup(html, run));
    }
    run = [];
  };
  const addText = (start: number, end: number, value: string) => {
    const isBlank = value.trim() === '';
    if (run.length > 0 || !isBlank) run.push({ start, end, isBlank, isBroken: false });
  };
  /** Two breaks part paragraphs, and so does one at the end of a sentence. */
  const addBreak = () => {
    const last = run.findLast(({ isBlank }) => !isBlank);
    if (last === undefined) return;
    if (run.at(-1)!.isBroken || last.isBroken || endsSentence(html, last.end)) flush();
    else run.at(-1)!.isBroken = true;
  };
  const visitAll = (parent: HtmlParent, context: Context) => {
    for (const node of parent.childNodes) visit(node, context);
  };
  const visit = (node: HtmlNode, context: Context) => {
    if (!isElement(node)) {
      const place = node.sourceCodeLocation;
      if (node.nodeName !== '#text' || !('value' in node) || !place || context.isPicture) return;
      role = context.role;
      addText(place.startOffset, place.endOffset, node.value);
    } else if (node.tagName === 'br') addBreak();
    else if (unread.has(node.tagName) || isHidden(node)) return;
    else if (!parting.has(node.tagName)) {
      if (!isLeftOut(node)) visitAll(node, context);
    } else {
      flush();
      if (besideProse.has(node.tagName) || isDataTable(node) || isLeftOut(node)) return;
      visitAll(node, contextWithin(node, context));
      flush();
    }
  };
  visitAll(root, { role: 'body', isPicture: false });
  flush();
  return marked;
}

type Mutable<List> = List extends readonly (infer Item)[] ? Item[] : never;

/** The texts of a paragraph; between them stands markup. */
type Run = { start: number; end: number; isBlank: boolean; isBroken: boolean }[];

/** What the elements around a text say of it. */
interface Context {
  readonly role: ParagraphRole;
  readonly isPicture: boolean;
}

function contextWithin({ tagName }: HtmlElement, around: Context): Context {
  return {
    role: roleOf.get(tagName) ?? around.role,
    isPicture: tagName === 'figure' || (around.isPicture && tagName !== 'figcaption'),
  };
}

function* listMarkup(html: string, run: Run): Iterable<Marked['replacements'][number]> {
  for (const [index, text] of run.entries()) {
    // A line break of the source is a blank to a browser, several are one.
    for (const { 0: blank, index: at } of html.slice(text.start, text.end).matchAll(/[ \t\r\n\f]+/g)) {
      const start = text.start + at;
      if (/[\r\n]/.test(blank)) yield { start, end: start + blank.length, text: ' ' };
    }
    const next = run[index + 1];
    if (next !== undefined && text.end < next.start)
      yield { start: text.end, end: next.start, text: text.isBroken ? ' ' : '' };
  }
}

function endsSentence(html: string, end: number): boolean {
  return /[.!?…:][)\]"'”’»]?(?:&\w+;)?\s*$/.test(html.slice(Math.max(0, end - 20), end));
}

/** Elements whose text is none of the page's; they part no paragraph. */
const unread = new Set(
  `script style noscript template svg math iframe object embed canvas audio video map button select option textarea input
  head title datalist progress meter`.split(/\s+/),
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

function isHidden(element: HtmlElement): boolean {
  return (
    attributeOf(element, 'hidden') !== null ||
    attributeOf(element, 'aria-hidden') === 'true' ||
    /display:\s*none|visibility:\s*hidden/i.test(attributeOf(element, 'style') ?? '')
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
    if ('value' in node) found += node.value.trim().length;
    if (found > length) return true;
  }
  return false;
}
