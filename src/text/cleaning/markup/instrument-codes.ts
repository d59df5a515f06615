import type { Edit } from '../copy.ts';

/**
 * Takes out the codes that an agency prints behind the names of firms for those who trade in them, and what its pages say
 * of links.
 *
 * > Boeing Co <BA.N> said …      > Boeing (BA.N), opens new tab said …      > Boeing Co BA.N said …
 *             ^^^^^^                      ^^^^^^^^^^^^^^^^^^^^^^                          ^^^^
 */
export function stripInstrumentCodes(text: string): Edit[] {
  if (!sign.test(text)) return [];
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: '',
    reason: 'markup',
  }));
}

/** Endings of Reuters Instrument Codes, for the exchanges of which most is reported. */
const exchanges =
  'N|OQ?|K|A|L|PA|DE|F|T|HK|SS|SZ|NS|BO|TO|V|AX|NZ|MI|MC|AS|BR|LS|VI|S|ST|HE|CO|OL|WA|PR|BU|IS|TA|SA|MX|BA|KS|KQ|TWO?|SI|KL|BK|JK|PS|J|QA|AD|DU|SE';
/** Two letters at least: "U.N" is none. */
const code = `[A-Z\\d]{2,6}[a-z]?\\.(?:${exchanges})`;
const codes = `(?:${code}|\\.[A-Z\\d]{2,6}|[A-Z]{3}=[A-Z]{0,3})`;

/** What every code holds: most copies have none of it. */
const sign = /[A-Z\d]{2}[a-z]?\.[A-Z]|<|, opens new tab/;

const pattern = new RegExp(
  [
    ` ?<${codes}(?:, ${codes}){0,3}>`,
    ` ?\\(${code}\\)(?:, opens new tab)?`,
    ` ${code}(?=[ ,;:)'’]|\\.(?:\\s|$))`,
    '(?<=[^.]), opens new tab(?=\\W)',
  ].join('|'),
  'g',
);
