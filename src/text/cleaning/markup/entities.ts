import { windows1252Character } from '../../decode.ts';
import type { Edit } from '../copy.ts';

/** Turns HTML entities into their characters, also those escaped twice ("&amp;quot;"). Unknown ones stay as they are. */
export function decodeEntities(text: string): Edit[] {
  const edits: Edit[] = [];
  if (!text.includes('&')) return edits;
  const pattern = /&(?:amp;){0,3}(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,9}));/g;
  for (const match of text.matchAll(pattern)) {
    const [whole, decimal, hexadecimal, name] = match;
    const character =
      name !== undefined
        ? named.get(name)
        : characterOf(
            decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal!, 16),
          );
    if (character === undefined) continue;
    edits.push({
      start: match.index,
      end: match.index + whole.length,
      text: character,
      reason: 'html-entity',
    });
  }
  return edits;
}

function characterOf(code: number): string {
  if (code >= 0x80 && code < 0xa0) return windows1252Character(code);
  if (isBlank(code)) return code === 0x0a || code === 0x0d ? '\n' : ' ';
  if (isUnseen(code)) return '';
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return '\ufffd';
  return code < 0x20 || code === 0x7f ? '' : String.fromCodePoint(code);
}

function isBlank(code: number): boolean {
  return (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f;
}

function isUnseen(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;
}

/** The names of ISO 8859-1, in the order of its characters from 0xa1, then those that news copy uses beside them. */
const latin1 = `iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute
  micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil
  Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute
  Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute
  icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`;

const named: ReadonlyMap<string, string> = new Map([
  ...latin1.split(/\s+/).map((name, index): [string, string] => [name, characterOf(0xa1 + index)]),
  ...Object.entries({
    quot: '"',
    amp: '&',
    apos: "'",
    lt: '<',
    gt: '>',
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    zwnj: '',
    zwj: '',
    lrm: '',
    rlm: '',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    lsaquo: '‹',
    rsaquo: '›',
    hellip: '…',
    bull: '•',
    dagger: '†',
    Dagger: '‡',
    permil: '‰',
    prime: '′',
    Prime: '″',
    euro: '€',
    trade: '™',
    minus: '−',
    larr: '←',
    rarr: '→',
    OElig: 'Œ',
    oelig: 'œ',
    Scaron: 'Š',
    scaron: 'š',
    Zcaron: 'Ž',
    zcaron: 'ž',
    ccaron: 'č',
    Ccaron: 'Č',
    cacute: 'ć',
    lstrok: 'ł',
    Lstrok: 'Ł',
    Yuml: 'Ÿ',
    lbrack: '[',
    rbrack: ']',
    lpar: '(',
    rpar: ')',
    comma: ',',
    period: '.',
    colon: ':',
    excl: '!',
    quest: '?',
    num: '#',
    commat: '@',
    dollar: '$',
    percnt: '%',
  }),
]);
