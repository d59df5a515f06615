/**
 * The name of the root element of an XML document, without its prefix, as written; null where the text begins as none.
 * What may stand before it (a declaration, comments, instructions, a document type with entities) is passed over.
 */
export function findRootName(text: string): string | null {
  const start = skipProlog(text);
  return /^<(?:[\w.-]{1,40}:)?([A-Za-z_][\w.-]{0,80})/.exec(text.slice(start, start + 130))?.[1] ?? null;
}

function skipProlog(text: string): number {
  let index = 0;
  for (;;) {
    while (/\s|\ufeff/.test(text[index] ?? '')) index++;
    const end = prologPartEnd(text, index);
    if (end === null) return index;
    index = end;
  }
}

function prologPartEnd(text: string, start: number): number | null {
  if (text.startsWith('<?', start)) return endOf(text, '?>', start);
  if (text.startsWith('<!--', start)) return endOf(text, '-->', start);
  if (!/^<!doctype/i.test(text.slice(start, start + 9))) return null;
  const close = text.indexOf('>', start);
  const subset = text.indexOf('[', start);
  return subset < 0 || subset > close ? endOf(text, '>', start) : endOf(text, ']>', start);
}

function endOf(text: string, mark: string, from: number): number | null {
  const found = text.indexOf(mark, from);
  return found < 0 ? null : found + mark.length;
}
