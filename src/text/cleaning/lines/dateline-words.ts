import type { Dateline } from '../../../domain/article.ts';
import { readDate } from '../../dates.ts';
import { wireServiceNamed } from '../../wire-services.ts';
import { isShoutedPlace } from '../words/places.ts';

/** Place, date and agency of the words before the dash; brackets hold an agency, or it is no dateline: "Smith (R-Ky.) - …". */
export function readWords(words: string, agencyInSlashes: string | null): Dateline | null {
  const parts = /^(.*?)\s?(?:\(([^()]{2,40})\))?$/.exec(bracketLast(words.trim()));
  if (parts === null) return null;
  const bracket = agencyInSlashes ?? parts[2] ?? null;
  const { place, date } = splitDate(parts[1]!.trim());
  // Behind a date, any name in brackets is who sent it: "Jan. 12 (BusinessDesk) -".
  const isOutlet = bracket !== null && (outlet.test(bracket) || (date !== null && name.test(bracket)));
  const agency = bracket === null ? null : (wireServiceNamed(bracket) ?? (isOutlet ? bracket : null));
  if (bracket !== null && agency === null) return null;
  if (place === '' && agency === null) return null;
  // "Ana Ruiz 12.11.2022" is a byline.
  if (date !== null && /^\d\d\./.test(date) && !isShoutedPlace(place)) return null;
  return { place: place === '' ? null : place, date, agency };
}

/**
 * "Orléans, France (AFP) Jan 21, 2025", "PARIS (AFP), May 3" and "TOYAMA, Japan, Feb. 2, Kyodo" with the agency in brackets
 * at the end; so too "London CNN", where pages set the name apart by its looks alone.
 */
function bracketLast(words: string): string {
  if (/^(?:\p{Lu}[^()]* )?CNN$/u.test(words)) return words.replace(/CNN$/, '(CNN)');
  const inside = /^([^()]+) (\([A-Za-z]{2,12}\)),? ([^()]{5,24})$/.exec(words);
  if (inside !== null && readDate(inside[3]!) !== null) return `${inside[1]}, ${inside[3]} ${inside[2]}`;
  // "GENEVA (3 May 2024)", "GENEVA (May 3)"
  const day = /^([^()]+) \(([^()]{6,20})\)$/.exec(words);
  if (day !== null && (readDate(day[2]!) !== null || datePattern.test(`, ${day[2]}`)))
    return `${day[1]}, ${day[2]}`;
  const behind = /^(.+?),? (\p{Lu}\p{L}+)$/u.exec(words);
  const hasDay = behind !== null && wireServiceNamed(behind[2]!) !== null && datePattern.test(behind[1]!);
  return hasDay ? `${behind[1]} (${behind[2]})` : words;
}

/** What a station or paper puts in the brackets: "(CNN)", "(BBC News)", "(Kyiv Post)". */
const outlet =
  /^(?:[A-Z]{2,6}|[A-Z]\w+(?:News|24|TV)|[A-Z][\w.]+(?: [A-Z][\w.]+){0,2} ?(?:News|Post|Times|Agency|Press|Wire|Service))$/;

const name = /^[A-Z][\w.]{2,20}(?: [A-Z][\w.]{1,20}){0,2}$/;

const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';

const datePattern = new RegExp(
  `(?:^|,? )(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?[.,]{0,2} )?((?:${month} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? ${month})(?:,? \\d{4})?|\\d\\d\\.\\d\\d\\.\\d{4})[.,]?$`,
  'i',
);

export function splitDate(words: string): { place: string; date: string | null } {
  const match = datePattern.exec(words);
  if (match === null) return { place: words.replace(/,$/, ''), date: null };
  return { place: words.slice(0, match.index).replace(/,$/, '').trim(), date: match[1]! };
}

/** "TEL AVIV/WASHINGTON, Sept. 30, 2023 (Agence France-Presse) —" has some sixty letters. */
export const longestDateline = 110;
