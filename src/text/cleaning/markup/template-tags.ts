import type { Problem } from '../../../domain/problem.ts';
import { boilerplateReason } from '../boilerplate/boilerplate.ts';
import type { Edit } from '../copy.ts';

/**
 * Takes out the tags of template languages: "{{^adFree}}", "{{/adFree}}", "{{headline}}", "{% if x %}", also tags split
 * over lines or cut short. Prose between the tags of a pair stays; a pair around white space or an advertisement's
 * label goes as a whole.
 */
export function stripTemplateTags(text: string): { edits: Edit[]; problems: Problem[] } {
  const edits: Edit[] = [];
  if (!text.includes('{{') && !text.includes('{%')) return { edits, problems: [] };
  const open = new Map<string, number>();
  let unopened = 0;
  let cutShort = 0;
  let previous = null as { edit: Edit; name: string } | null;
  for (const match of text.matchAll(tagPattern)) {
    const [whole, body] = match;
    const start = match.index;
    const end = start + whole.length;
    if (body === undefined && whole.startsWith('{{')) cutShort++;
    const [, sigil, name = ''] = /^\{+%?\s{0,9}([#^/]|end|if|for|block|unless)?\s{0,9}([\w.-]*)/.exec(whole)!;
    const isOpening = sigil !== undefined && sigil !== '/' && sigil !== 'end';
    const isClosing = sigil === '/' || sigil === 'end';
    if (whole.startsWith('{{')) {
      const depth = open.get(name) ?? 0;
      if (isOpening) open.set(name, depth + 1);
      else if (isClosing && depth > 0) open.set(name, depth - 1);
      else if (isClosing) unopened++;
    }
    if (isClosing && previous?.name === name && isEmptyPair(text, previous.edit.end, start)) {
      const gap = /\s/.test(text.slice(previous.edit.end, start)) ? ' ' : '';
      edits[edits.length - 1] = { start: previous.edit.start, end, text: gap, reason: 'template-tag' };
      previous = null;
      continue;
    }
    const edit: Edit = { start, end, text: '', reason: 'template-tag' };
    edits.push(edit);
    previous = isOpening ? { edit, name } : null;
  }
  const unclosed = [...open.values()].reduce((sum, depth) => sum + depth, 0);
  return { edits, problems: describe(unclosed, unopened, cutShort) };
}

/**
 * Whole tags first; a tag cut short needs a sigil, or nothing but its name before the line ends, to be told from two
 * braces in prose. Bodies hold no braces.
 *   {{^adFree}   … it said. {{unclosed   |   not: the set {{ odd.
 *   ^^^^^^^^^^               ^^^^^^^^^^
 */
const tagPattern =
  /\{\{\{?([^{}]{1,300})\}?\}\}|\{%([^{}]{1,300})%\}|\{\{[#^/]\s?[A-Za-z][\w.-]{0,40}\}?|\{\{(?:[>!&]\s?)?[A-Za-z][\w.-]{1,40}\}?(?=[^\S\n]{0,9}(?:\n|$))/g;

/** Between the tags of a pair there is nothing, or nothing that a reader should see. */
function isEmptyPair(text: string, start: number, end: number): boolean {
  if (end - start > 120) return false;
  const content = text.slice(start, end).trim();
  return content === '' || boilerplateReason(content) !== null;
}

function describe(unclosed: number, unopened: number, cutShort: number): Problem[] {
  const total = unclosed + unopened;
  if (total === 0 && cutShort === 0) return [];
  const count = Math.max(total, cutShort);
  const message = `${count} template ${count === 1 ? 'tag has no partner, and was' : 'tags have no partner, and were'} taken out.`;
  return [{ code: 'unbalanced-template-tag', span: null, message }];
}
