import { type DefaultTreeAdapterMap, defaultTreeAdapter, Parser, type Token, Tokenizer } from 'parse5';

export type HtmlElement = DefaultTreeAdapterMap['element'];
export type HtmlNode = DefaultTreeAdapterMap['childNode'];
export type HtmlParent = DefaultTreeAdapterMap['parentNode'];
export type HtmlText = DefaultTreeAdapterMap['textNode'];

/** Elements within elements: Chromium stops nesting at 512. */
const deepest = 512;
/** Attributes of one element; people write ten. */
const mostAttributes = 1000;
/** Long pages of news have some ten thousand elements. */
const mostElements = 200_000;

/**
 * Parses HTML as browsers do, with the place of every node. Null where its elements are nested too deep, or too many,
 * for time and memory to stay bounded: no page that a person wrote is.
 */
export function parseHtml(html: string): HtmlParent | null {
  let depth = 0;
  let count = 0;
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      if (++depth > deepest || ++count > mostElements) throw tooMuch;
    },
    onItemPop: () => {
      depth--;
    },
  };
  try {
    const parser = new Parser<DefaultTreeAdapterMap>({ sourceCodeLocationInfo: true, treeAdapter });
    parser.tokenizer = new BoundedTokenizer(parser.options, parser);
    parser.tokenizer.write(html, true);
    return parser.document;
  } catch (error) {
    if (error === tooMuch) return null;
    throw error;
  }
}

/** For each attribute of a tag, parse5 looks through those before it: further ones than these are dropped. */
class BoundedTokenizer extends Tokenizer {
  protected override _leaveAttrName(): void {
    const { attrs } = this.currentToken as Token.TagToken;
    if (attrs.length < mostAttributes) super._leaveAttrName();
  }
}

const tooMuch = new Error('The elements are nested too deep, or too many.');

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function isText(node: HtmlNode): node is HtmlText {
  return node.nodeName === '#text';
}

/** The value of an attribute; null where the element has none of that name. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/**
 * The words of an element's class and id, in lower case: "articleBody js-share" is article, body, js and share. What it
 * has it is not: "has-sidebar", "field--label-hidden".
 */
export function namesOf(element: HtmlElement): ReadonlySet<string> {
  const names = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`;
  return new Set(
    names
      .replace(/(?<![\w-])(?:has|field--label)-[\w-]+/g, ' ')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z]+/),
  );
}

/** All nodes below a node, in the order of the page. */
export function* nodesBelow(root: HtmlParent): Iterable<HtmlNode> {
  const waiting = root.childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if (!isElement(node)) continue;
    for (let index = node.childNodes.length - 1; index >= 0; index--) waiting.push(node.childNodes[index]!);
  }
}

export function* elementsBelow(root: HtmlParent): Iterable<HtmlElement> {
  for (const node of nodesBelow(root)) if (isElement(node)) yield node;
}

/** All text below a node, white space in one form; what scripts and styles hold too. */
export function textOf(root: HtmlParent): string {
  const pieces: string[] = [];
  for (const node of nodesBelow(root)) if (isText(node)) pieces.push(node.value);
  return pieces.join('').replace(/\s+/g, ' ').trim();
}
