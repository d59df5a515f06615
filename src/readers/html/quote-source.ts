import { type HtmlElement, type HtmlNode, isText, textOf } from './tree.ts';

/** Whether a `cite` in a block quote names whom it is from, below its words: not a work that they mention. */
export function isQuoteSource(element: HtmlElement): boolean {
  const { tagName, parentNode } = element;
  if (tagName !== 'cite' || parentNode === null) return false;
  const nodes = parentNode.childNodes;
  const isLast = nodes.at(-1) === element || (nodes.at(-2) === element && isBlank(nodes.at(-1)!));
  const isFirst = nodes[0] === element || (nodes[1] === element && isBlank(nodes[0]!));
  const isBelow = isFirst || /^(?:blockquote|footer)$/.test(parentNode.nodeName);
  return isLast && isBelow && textOf(element) !== '';
}

/** The dash that stands before the source of a quote, at the end or the start of a text. */
export const endsWithDash = /[-–—―]\s*$/;
export const startsWithDash = /^\s*[-–—―]/;

function isBlank(node: HtmlNode): boolean {
  return isText(node) && node.value.trim() === '';
}
