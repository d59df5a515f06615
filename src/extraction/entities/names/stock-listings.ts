import type { SegmentedText } from '../../../text/segments.ts';
import { createMention, type Mention } from '../words/mention.ts';

/**
 * Names behind which the exchange stands that has their shares, and the sign that they have there: all three are
 * organizations, whatever the tagger took them for.
 *   Cobre del Norte (TSX: CDN)
 *   ^^^^^^^^^^^^^^^  ^^^  ^^^
 */
export function markStockListings(segmented: SegmentedText, mentions: readonly Mention[]): Mention[] {
  const marked: Mention[] = [];
  let reached = 0;
  for (const mention of mentions) {
    if (mention.start < reached) continue;
    const listing = readListing(segmented.text, mention.end);
    if (listing === null) {
      marked.push(mention);
      continue;
    }
    const { exchange, sign, end } = listing;
    const create = (start: number, length: number): Mention =>
      createMention(segmented, { start, end: start + length }, 'organization', sureConfidence);
    marked.push({ ...mention, type: 'organization', confidence: sureConfidence });
    marked.push(create(mention.end + 2, exchange.length), create(end - 1 - sign.length, sign.length));
    reached = end;
  }
  return marked;
}

/** Whether `sign` is what stands for the firm on an exchange. */
export function isListedAs({ text }: SegmentedText, firm: Mention, sign: Mention): boolean {
  return readListing(text, firm.end)?.end === sign.end + 1;
}

interface Listing {
  readonly exchange: string;
  readonly sign: string;
  /** Behind the bracket that closes it. */
  readonly end: number;
}

function readListing(text: string, start: number): Listing | null {
  if (text.charAt(start + 1) !== '(') return null;
  listing.lastIndex = start;
  const match = listing.exec(text);
  return match === null ? null : { exchange: match[1]!, sign: match[2]!, end: listing.lastIndex };
}

const listing = /\s\((NASDAQ|Nasdaq|Euronext|Xetra|[A-Z]{2,7}): ?([A-Z][A-Z0-9.-]{0,6})\)/y;
const sureConfidence = 0.99;
