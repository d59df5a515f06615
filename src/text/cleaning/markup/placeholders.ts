import type { Edit } from '../copy.ts';

/**
 * Takes out the places that a content system should have filled: "%%AD_INLINE%%", "${related_articles}",
 * "[[IMAGE:1234]]". What stands between the marks must be a name as programs write names, or an expression that starts
 * with one: "${5 million}", "100%%" and "[[the president]]" are prose.
 */
export function stripPlaceholders(text: string): Edit[] {
  if (!mark.test(text)) return [];
  return Array.from(text.matchAll(placeholder), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: '',
    reason: 'template-tag',
  }));
}

/** One family of systems a line. All are bounded, so that a mark without its partner costs no search to the end. */
const families: readonly RegExp[] = [
  // "${related_articles}", "#{ad.slot}", "%{name}", "${ad('top', {size: 1})}"
  /[$#%@]\{\s?[A-Za-z_][\w.:-]{0,60}(?:\s{0,2}[|?,(=[<>!&+][^{}\n]{0,200}(?:\{[^{}\n]{0,200}\}[^{}\n]{0,200}){0,3})?\s?\}/,
  // "%%AD_INLINE%%", "@@promo-1@@", "##TEASER##"; of mailings "%%=v(@name)=%%", "%%[ set @x = 1 ]%%"
  /(?<![\w%])%%[A-Za-z_][\w.:/-]{0,60}%%(?![\w%])/,
  /%%=[^%\n]{1,200}=%%|%%\[[^%]{1,500}\]%%/,
  /(?<![\w@])@@[A-Za-z_][\w.:/-]{0,60}@@(?![\w@])/,
  /(?<![\w#])##[A-Z][A-Z\d_.:-]{1,60}##(?![\w#])/,
  // "%FIRST_NAME%", "__AD__", "{AD_SLOT}": one mark is enough around capitals alone
  /(?<![\w%])%[A-Z][A-Z\d_]{1,60}%(?![\w%])/,
  /(?<![\w_])_{2,3}[A-Z][A-Z\d]{0,30}(?:_[A-Z\d]{1,30}){0,5}_{2,3}(?![\w_])/,
  /(?<![\w{])\{[A-Z][A-Z\d_]{2,60}\}(?![\w}])/,
  // "{loadposition ad1}", "{exp:channel limit="3"}", "{embed="inc/ad"}", "{# not for print #}"
  /(?<!\{)\{\/?(?:load(?:position|module)|exp:\w{1,30}|embed=|include=)[^{}\n]{0,200}\}/,
  /\{#[^{}]{1,300}#\}/,
  // "*|FNAME|*", "*|IF:MEMBER|*"
  /\*\|[A-Z][^|*\n]{0,80}\|\*/,
  // "[[IMAGE:1234]]", "[[AD_INLINE]]", "[[related_articles]]", and what an editor's upload writes: "[[{"fid":"12"}]]"
  /\[\[\s?[A-Za-z_][\w-]{0,40}[:=]\S[^[\]\n]{0,300}\]\]/,
  /\[\[\s?(?:[A-Z][A-Z\d_-]{1,60}|[a-z][a-z\d]{0,30}(?:[_-][a-z\d]{1,30}){1,5})\s?\]\]/,
  // "[[intro]]" at the head of a line, and "[[/intro]]"
  /(?<=^|\n)\[\[[a-z][a-z\d]{1,30}\]\]|\[\[\/[a-z][a-z\d]{1,30}\]\]/,
  /\[\[\{"[\s\S]{1,3000}?\}\]\]/,
  // "[[related-articles id="123"]]"
  /\[\[\s?[A-Za-z][\w-]{0,40}(?:\s{1,3}[\w-]{1,30}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^\s"'[\]]{1,60})){1,8}\s?\/?\]\]/,
  // A value that was not there: "[object Object]" anywhere, the others on a line of their own.
  /\[object [A-Z]\w{1,30}\]/,
  /(?:null|undefined|NaN)(?<=(?:^|\n)[^\S\n]{0,9}\w{1,9})(?=[^\S\n]{0,9}(?:\n|$))/,
  // "[IMAGE:1234]", "[node:title]", "[AD_INLINE]"
  /\[[A-Za-z][\w-]{1,30}:[a-z\d][\w:./-]{0,80}\](?!\()/,
  /\[[A-Z][A-Z\d]{0,30}(?:_[A-Z\d]{1,30}){1,5}\](?!\()/,
  // The end of a section of characters in XML.
  /\]\]>/,
];

/** What every placeholder holds: most copies have none of it, and need no search for all of them. */
const mark = /[{[_]|%[%A-Z]|@@|##|\*\||\]\]>|null|undefined|NaN/;

const placeholder = new RegExp(families.map(({ source }) => source).join('|'), 'g');
