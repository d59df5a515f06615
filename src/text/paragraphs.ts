import type { Paragraph, ParagraphRole } from '../domain/article.ts';
import { classAt, isWordCharacter } from './characters.ts';
import { findLines, type Line, lineLayout } from './lines.ts';

/**
 * Finds the paragraphs of a text and what each is. Blank lines separate them; so does every line break where the lines
 * of the text are whole paragraphs. Ordered and disjoint; outside them there is white space only.
 * Roles are given where the words show them beyond doubt; everything else is `body`, and the first body is the `lede`.
 */
export function findParagraphs(text: string): Paragraph[] {
  const lines = findLines(text);
  const breaksEveryLine = lineLayout(lines) === 'line-per-paragraph';
  const paragraphs: Paragraph[] = [];
  let first: Line | null = null;
  let last: Line | null = null;
  let hasLede = false;
  const close = () => {
    if (first === null || last === null) return;
    const span = { start: first.start, end: last.end };
    let role = findRole(text, span.start, span.end, hasLede);
    if (role === 'body' && !hasLede) {
      role = 'lede';
      hasLede = true;
    }
    paragraphs.push({ ...span, role });
    first = null;
    last = null;
  };
  for (const line of lines) {
    if (line.isBlank) {
      close();
      continue;
    }
    if (first !== null && (breaksEveryLine || isListItem(text, line.start, line.end))) close();
    first ??= line;
    last = line;
  }
  close();
  return paragraphs;
}

function findRole(text: string, start: number, end: number, hasLede: boolean): ParagraphRole {
  if (isListItem(text, start, end)) return 'list-item';
  if (isEndnote(text, start, end)) return 'endnote';
  if (hasLede && isSubhead(text, start, end)) return 'subhead';
  return 'body';
}

/** "• Three people died", "* …", "- …", "1. …", "2) …", "(a) …". A dialogue dash ("— Yes.") is none. */
function isListItem(text: string, start: number, end: number): boolean {
  return (
    end - start > 2 && /^(?:[•‣▪●◦·*-]|\d{1,2}[.)]|\([a-z\d]{1,2}\)) +\S/u.test(text.slice(start, start + 8))
  );
}

/** Notes below the story: "* This article was amended on 3 May …", "Editor's note: …", "(This story has been updated …)". */
function isEndnote(text: string, start: number, end: number): boolean {
  return (
    end - start > 12 &&
    /^[*•([_ ]{0,3}(?:this (?:story|article|report|piece|version)\b.{0,40}\b(?:updated|corrected|amended|corrects|clarif|refiled)|(?:editor['’]s?|editors['’]?) note\b|(?:correction|clarification|update)s?: |(?:removes|adds|corrects|refiles) )/i.test(
      text.slice(start, start + 120),
    )
  );
}

/** A short line of words without a full stop, comma end or quotation mark: "What happens next" or "By the numbers:". */
function isSubhead(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length < 3 || length > 70 || !isWordCharacter(classAt(text, start))) return false;
  const line = text.slice(start, end);
  // A line break inside means verse or an address, marks mean speech, a final mark a sentence.
  if (/[\n"“”„«»]/.test(line) || /[.!…,;:'’)\]]$/.test(line)) return false;
  if (/^\p{Ll}/u.test(line)) return false;
  return line.split(' ').length <= 10;
}
