import { type HtmlElement, textOf } from './tree.ts';

/**
 * Whether a `sup` behind these words is the mark of a footnote: set level with them it would be read as one.
 *
 * > the appeal<sup>1</sup>      > the appeal.<sup>[2]</sup>      but: 5 km<sup>2</sup>, the 1<sup>st</sup>
 */
export function isNoteMark(element: HtmlElement, before: string): boolean {
  return (
    element.tagName === 'sup' &&
    /[\p{L}\p{M}.,;:!?…)\]"'”’»]$/u.test(before.slice(-2)) &&
    !baseOfPower.test(before.slice(-4)) &&
    !price.test(before) &&
    /^(?:\d{1,3}|\[\d{1,3}\]|\(\d{1,3}\)|[*†‡]{1,3})$/.test(textOf(element))
  );
}

/** Behind a letter that stands alone, or a unit of length, a number is a power: x, m/s, km. */
const baseOfPower = /(?:^|[\s\d/(])(?:\p{L}|[ckdmµn]m)$/u;

/** $1.<sup>50</sup> */
const price = /[$€£¥]\d{1,6}[.,]$/;
