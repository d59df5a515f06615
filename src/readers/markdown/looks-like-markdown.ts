/**
 * Whether a copy of no stated format is Markdown, as programs that save pages write it: it holds a link or a picture, or
 * two of heading, block quote and bold words. Where paragraphs follow each other without a blank line, as none do in
 * Markdown, it is plain text.
 */
export function looksLikeMarkdown(text: string): boolean {
  if (!/[[#>*]/.test(text)) return false;
  const isMarked = link.test(text) || marks.filter((mark) => mark.test(text)).length > 1;
  return isMarked && !solidParagraphs.test(text);
}

const link = /!?\[[^[\]\n]{1,300}\]\((?:https?:\/\/|mailto:|\/|#)[^()\s]{0,500}\)/;

const marks: readonly RegExp[] = [
  /^#{1,4} \p{Lu}/mu,
  /^> \S/m,
  /(?<![*\w])\*\*(?=\S)[^*\n]{1,200}\*\*(?![*\w])/,
];

/** A sentence ends a long line, and another one opens the next. */
const solidParagraphs = /^(?![>#*+-]).{80,}[.!?]["”’)]?\n(?![>#*+-])["“‘]?\p{Lu}.{40}/mu;
