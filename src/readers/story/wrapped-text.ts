import type { Replacement, SourceBlock, SourceDocument } from '../../domain/source-document.ts';
import type { Span } from '../../domain/span.ts';

/** A stretch of the raw copy without what wraps it (the escapes of a JSON string, of XML), and the way back. */
export interface WrappedText {
  readonly text: string;
  /** What stands for other text in the raw copy; ordered and disjoint. */
  readonly replacements: readonly Replacement[];
  /** The raw offset of the unit at an offset of `text`; of its end, the end of the stretch. */
  toRaw(offset: number): number;
}

/** Blocks and replacements of an unwrapped text, in offsets of that text. */
export interface Marked {
  readonly blocks: readonly (Span & Pick<SourceBlock, 'role'>)[];
  readonly replacements: readonly (Span & Pick<Replacement, 'text'>)[];
}

/** A stretch that nothing wraps. */
export function takeStretch(raw: string, start = 0, end: number = raw.length): WrappedText {
  return { text: raw.slice(start, end), replacements: [], toRaw: (offset) => start + offset };
}

/** What a JSON string says; the stretch is what stands between its quotation marks. */
export function unwrapJsonString(raw: string, start: number, end: number): WrappedText {
  return unwrap(raw, start, end, /\\(?:u([\da-fA-F]{4})|(.))/g, ([, code, letter]) =>
    code === undefined ? (escapes.get(letter!) ?? letter!) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/**
 * What the text of an XML element says, without the marks of CDATA sections; the stretch is what stands between its
 * tags. Entities other than XML's own stay as they are, for cleaning, which knows those of HTML.
 */
export function unwrapXmlText(raw: string, start: number, end: number): WrappedText {
  let isVerbatim = false;
  const pattern = /<!\[CDATA\[|\]\]>|&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g;
  return unwrap(raw, start, end, pattern, ([whole, decimal, hexadecimal, name]) => {
    if (whole === ']]>') isVerbatim = false;
    else if (isVerbatim) return whole;
    else if (whole === '<![CDATA[') isVerbatim = true;
    if (name !== undefined) return xmlEntities.get(name)!;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
    return Number.isNaN(code) ? '' : code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}

/** What was found in an unwrapped text, in offsets of the raw copy. What wraps text that is replaced goes with it. */
export function placeInRaw(
  { replacements, toRaw }: WrappedText,
  marked: Marked,
): Pick<SourceDocument, 'replacements'> & { readonly blocks: readonly SourceBlock[] } {
  const own = marked.replacements.map(({ start, end, text }) => ({
    rawStart: toRaw(start),
    rawEnd: toRaw(end),
    text,
  }));
  let next = 0;
  const outer = replacements.filter(({ rawStart, rawEnd }) => {
    while (next < own.length && own[next]!.rawEnd <= rawStart) next++;
    return next === own.length || own[next]!.rawStart >= rawEnd;
  });
  return {
    blocks: marked.blocks.map(({ role, start, end }) => ({
      role,
      rawStart: toRaw(start),
      rawEnd: toRaw(end),
    })),
    replacements: [...outer, ...own].sort((a, b) => a.rawStart - b.rawStart),
  };
}

const escapes: ReadonlyMap<string, string> = new Map(
  Object.entries({ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }),
);

const xmlEntities: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
);

function unwrap(
  raw: string,
  start: number,
  end: number,
  pattern: RegExp,
  read: (match: RegExpExecArray) => string,
): WrappedText {
  const wrapped = raw.slice(start, end);
  const replacements: Replacement[] = [];
  /** Where plain stretches and replacements begin, in the text and in the raw copy. */
  const origins: { offset: number; rawStart: number; isPlain: boolean }[] = [];
  let text = '';
  let cursor = 0;
  const keep = (until: number) => {
    origins.push({ offset: text.length, rawStart: start + cursor, isPlain: true });
    text += wrapped.slice(cursor, until);
  };
  for (const match of wrapped.matchAll(pattern)) {
    const said = read(match);
    if (said === match[0]) continue;
    keep(match.index);
    cursor = match.index + match[0].length;
    origins.push({ offset: text.length, rawStart: start + match.index, isPlain: false });
    replacements.push({ rawStart: start + match.index, rawEnd: start + cursor, text: said });
    text += said;
  }
  keep(wrapped.length);
  return {
    text,
    replacements,
    toRaw: (offset) => {
      if (offset >= text.length) return end;
      const { rawStart, offset: from, isPlain } = origins[lastAtOrBefore(origins, offset)]!;
      return isPlain ? rawStart + (offset - from) : rawStart;
    },
  };
}

function lastAtOrBefore(origins: readonly { readonly offset: number }[], offset: number): number {
  let low = 0;
  let high = origins.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (origins[middle]!.offset <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
