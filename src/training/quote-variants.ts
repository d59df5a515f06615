import type { Span } from '../domain/span.ts';
import type { AnnotatedText, QuoteAnnotation } from '../evaluation/annotation.ts';

/**
 * Copies of an article in other styles, so that the taggers learn speech and not one country's marks. Most articles
 * stay as they are; by turns, one becomes British, one continental, one loses a mark here and there.
 */
export function varyArticles(article: AnnotatedText, index: number): readonly AnnotatedText[] {
  const vary = variants[index % variants.length]!;
  return vary === null ? [article] : [article, rewrite(article, vary)];
}

type Variant = (text: string) => readonly Change[];

/** Text at `[start, end)` that gives way to other text. */
interface Change extends Span {
  readonly by: string;
}

const variants: readonly (Variant | null)[] = [
  british,
  null,
  continental,
  null,
  straight,
  outsideComma,
  null,
  null,
];

/** > “We won,” he said.  →  ‘We won,’ he said. */
function british(text: string): readonly Change[] {
  return changes(text, /["“”]/g, (mark, at) => (opensAt(text, at, mark) ? '‘' : '’'));
}

/** > “We won,” he said.  →  «We won,» he said. */
function continental(text: string): readonly Change[] {
  return changes(text, /["“”]/g, (mark, at) => (opensAt(text, at, mark) ? '«' : '»'));
}

/** > “We won,” he said.  →  "We won," he said. */
function straight(text: string): readonly Change[] {
  return changes(text, /[“”‘’]/g, (mark) => (mark === '“' || mark === '”' ? '"' : "'"));
}

/** > “We won,” he said.  →  “We won”, he said. */
function outsideComma(text: string): readonly Change[] {
  return changes(text, /,["”](?= )/g, (found) => `${found[1]},`);
}

function opensAt(text: string, at: number, mark: string): boolean {
  if (mark !== '"') return mark === '“';
  return /[\s([—–]/.test(text[at - 1] ?? ' ');
}

function changes(
  text: string,
  pattern: RegExp,
  by: (found: string, at: number) => string,
): readonly Change[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [found] = match;
    return { start: match.index, end: match.index + found.length, by: by(found, match.index) };
  });
}

/** All changes keep the length of what they change, so that offsets stay; a change of another length is a mistake. */
function rewrite(article: AnnotatedText, vary: Variant): AnnotatedText {
  let text = '';
  let from = 0;
  for (const { start, end, by } of vary(article.text)) {
    if (by.length !== end - start) throw new Error(`"${by}" is not as long as what it stands for`);
    text += article.text.slice(from, start) + by;
    from = end;
  }
  text += article.text.slice(from);
  return { ...article, text, quotes: article.quotes.map((quote) => closeMarks(text, quote)) };
}

/** A comma that moved behind the mark leaves the content to end with the mark. */
function closeMarks(text: string, quote: QuoteAnnotation): QuoteAnnotation {
  const content = quote.content.map(({ start, end }) => ({
    start,
    end: text[end - 1] === ',' ? end - 1 : end,
  }));
  return { ...quote, content: content.filter(({ start, end }) => end > start) };
}
