import type { Span } from '../../../domain/span.ts';
import { isProse } from './headline.ts';

/** A paragraph of a tidy copy, as one line. */
export interface TopLine {
  readonly text: string;
  /** Whether it is set solid with the one above: one line break between them, no blank line. */
  readonly isSolid: boolean;
}

/** A paragraph of a tidy copy, and where it stands. */
export interface Part extends TopLine, Span {}

/** The paragraphs of a tidy copy. Where prose is set solid too, that lines are says nothing of them. */
export function splitParagraphs(text: string, isSolid: readonly boolean[]): Part[] {
  const parts: Part[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n\n', start);
    const end = found < 0 ? text.length : found;
    parts.push({ start, end, text: text.slice(start, end), isSolid: isSolid[parts.length] ?? false });
    start = end + 2;
  }
  const isTight = parts.filter(
    (part, index) => part.isSolid && isProse(part.text) && isProse(parts[index - 1]!.text),
  );
  const prose = parts.filter((part) => isProse(part.text));
  return isTight.length * 5 < prose.length ? parts : parts.map((part) => ({ ...part, isSolid: false }));
}
