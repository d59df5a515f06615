import type { Problem } from '../../domain/problem.ts';
import { parseXml, type XmlElement } from './tree.ts';

/** An item of a message, as a document of its own: its elements have their places in `raw`. */
export interface MessageItem {
  readonly raw: string;
  /** Which of the items it is; null for the only one. */
  readonly place: string | null;
  readonly item: XmlElement;
  readonly problems: readonly Problem[];
}

/** The items of a message. The raw copy of the only one is the whole message, otherwise each has its own stretch of it. */
export function* splitItems(
  message: string,
  items: readonly XmlElement[],
  problems: readonly Problem[],
): Iterable<MessageItem> {
  if (items.length === 1) {
    yield { raw: message, place: null, item: items[0]!, problems };
    return;
  }
  for (const [index, { start, end }] of items.entries()) {
    const raw = message.slice(start, end);
    const { root, problems: found } = parseXml(raw);
    if (root !== null) yield { raw, place: `item ${index + 1}`, item: root, problems: found };
  }
}
