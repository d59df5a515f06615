import { Parser } from 'htmlparser2';
import type { Problem } from '../../domain/problem.ts';
import { toLine } from '../story/news-fields.ts';

/** An element of an XML text; offsets are into that text. */
export interface XmlElement {
  /** In lower case, as senders do not always keep to the capitals of their schema; '' where there is none. */
  readonly prefix: string;
  /** Without its prefix, in lower case. */
  readonly name: string;
  /** Values as written, by names in lower case: {@link attributeOf} decodes them. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** The whole element, with its tags. */
  readonly start: number;
  readonly end: number;
  /** What stands between its tags. */
  readonly contentStart: number;
  readonly contentEnd: number;
}

/** Characters as they are written: entities are not decoded. Of a CDATA section what it holds, without its marks. */
export interface XmlText {
  readonly raw: string;
  readonly isCdata: boolean;
  readonly start: number;
  readonly end: number;
}

export type XmlNode = XmlElement | XmlText;

export interface XmlTree {
  /** The first element at the top; null where there is none. */
  readonly root: XmlElement | null;
  /** All that stands at the top: several elements in what was cut out of a document. */
  readonly children: readonly XmlNode[];
  readonly problems: readonly Problem[];
}

/** Elements within one another that are read: news nests some twenty deep, and what reads the tree may recurse. */
const deepest = 500;
/** Elements that are read: they take 0.7 kB each. Exports of ten thousand posts have some hundred thousand. */
const mostElements = 500_000;

/**
 * Parses XML to a tree that knows where everything stands. Total: what is malformed is read as far as it goes, and
 * reported. Nothing is ever fetched, and no entity that the text declares is expanded. Linear in the length of the text.
 */
export function parseXml(source: string): XmlTree {
  const top: XmlNode[] = [];
  const open: Draft[] = [];
  let count = 0;
  let isCdata = false;
  let unclosed: Draft | null = null;

  const close = (contentEnd: number, end: number) => {
    const { siblings, ...element } = open.pop()!;
    // What breaks off ends behind the text, to the parser.
    const limit = source.length;
    siblings.push({ ...element, contentEnd: Math.min(contentEnd, limit), end: Math.min(end, limit) });
  };
  const parser = new Parser(
    {
      onopentag(qualified, attributes) {
        const [name = '', prefix = ''] = qualified.split(':', 2).reverse();
        const siblings = open.at(-1)?.children ?? top;
        const { startIndex: start, endIndex } = parser;
        open.push({ prefix, name, attributes, children: [], siblings, start, contentStart: endIndex + 1 });
        if (open.length > deepest || ++count > mostElements) parser.pause();
      },
      onclosetag(_, isImplied) {
        const element = open.at(-1);
        // A tag that breaks off is closed, but was never opened.
        if (element === undefined) return;
        const { startIndex, endIndex } = parser;
        if (startIndex === element.start) close(element.contentStart, endIndex + 1);
        else if (!isImplied) close(startIndex, endIndex + 1);
        else {
          unclosed ??= element;
          close(startIndex, startIndex);
        }
      },
      ontext(data) {
        const siblings = open.at(-1)?.children ?? top;
        const before = siblings.at(-1);
        let start = parser.startIndex + (isCdata ? '<![CDATA['.length : 0);
        const end = isCdata ? start + data.length : parser.endIndex + 1;
        // The parser hands over one run of characters in pieces.
        if (!isCdata && before !== undefined && isText(before) && before.end === start) {
          siblings.pop();
          start = before.start;
        }
        siblings.push({ raw: source.slice(start, end), isCdata, start, end });
      },
      oncdatastart() {
        isCdata = true;
      },
      oncdataend() {
        isCdata = false;
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(source);
  unclosed ??= open[0] ?? null;
  while (open.length > 0) close(parser.endIndex + 1, parser.endIndex + 1);
  const root = top.find((node): node is XmlElement => !isText(node)) ?? null;
  return { root, children: top, problems: unclosed === null ? [] : [notClosed(source, unclosed)] };
}

interface Draft extends Omit<XmlElement, 'contentEnd' | 'end'> {
  readonly children: XmlNode[];
  /** The children of its parent, of which it will be one. */
  readonly siblings: XmlNode[];
}

function notClosed(source: string, { name, start }: Draft): Problem {
  const line = source.slice(0, start).split('\n').length;
  return {
    code: 'invalid-markup',
    span: null,
    message: `The element <${name}> of line ${line} is not closed where it should be, nests too deep, or holds too many others; what can be read of it was.`,
  };
}

export function isText(node: XmlNode): node is XmlText {
  return 'raw' in node;
}

/** The elements right within this one. */
export function elementsIn(element: Pick<XmlElement, 'children'> | null): readonly XmlElement[] {
  return element?.children.filter((node): node is XmlElement => !isText(node)) ?? [];
}

/** The elements right within this one that have this name; see {@link childOf} for prefixes. */
export function childrenOf(element: XmlElement | null, name: string): readonly XmlElement[] {
  if (element === null) return [];
  const [local, prefix = element.prefix] = name.toLowerCase().split(':', 2).reverse() as [string, string?];
  const isPrefixed = name.includes(':');
  return elementsIn(element).filter(
    (child) => child.name === local && (child.prefix === prefix || (child.prefix === '' && !isPrefixed)),
  );
}

/**
 * The first element at the end of this path of names, spelled as the format spells them. A name without a prefix takes
 * elements without one, or with the prefix of their parent: the `title` of an item is no `itunes:title`.
 */
export function childOf(element: XmlElement | null, ...path: readonly string[]): XmlElement | null {
  let at = element;
  for (const name of path) at = childrenOf(at, name)[0] ?? null;
  return at;
}

/** All elements of these names within this one, whatever their prefixes, in the order of the text. */
export function* descendantsOf(
  element: Pick<XmlElement, 'children'>,
  ...names: readonly string[]
): Iterable<XmlElement> {
  for (const child of element.children) {
    if (isText(child)) continue;
    if (names.some((name) => name.toLowerCase() === child.name)) yield child;
    yield* descendantsOf(child, ...names);
  }
}

/** What an element says, decoded, on one line; null where it says nothing. */
export function textOf(element: XmlElement | null): string | null {
  return textWithout(element, []);
}

/** As {@link textOf}, but for what the elements of these names within it say. */
export function textWithout(element: XmlElement | null, names: readonly string[]): string | null {
  if (element === null) return null;
  const pieces: string[] = [];
  const collect = (node: XmlNode) => {
    if (isText(node)) pieces.push(node.raw);
    else if (!names.includes(node.name)) node.children.forEach(collect);
  };
  collect(element);
  return toLine(pieces.join(''));
}

/** The value of an attribute, decoded, on one line; null where it is empty, or where there is none. */
export function attributeOf(element: XmlElement | null, name: string): string | null {
  if (element === null) return null;
  const key = name.toLowerCase();
  return Object.hasOwn(element.attributes, key) ? toLine(element.attributes[key]!) : null;
}
