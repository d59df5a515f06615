import type { ArticleMetadata, ArticleStatus, Dateline } from '../../domain/article.ts';
import { applyEdits, startCopy } from '../../text/cleaning/copy.ts';
import { readNames } from '../../text/cleaning/lines/byline.ts';
import { decodeEntities } from '../../text/cleaning/markup/entities.ts';
import { parseDate } from '../../text/dates.ts';
import { findWireServices, wireServiceNamed } from '../../text/wire-services.ts';

// What the fields of formats say, in the forms in which agencies fill them in.

/** The names in the field of a byline, in whatever way it says "by": "By Jane Doe and John Roe, AP", "Von Jane Doe, dpa". */
export function readBylineField(words: string | null): readonly string[] {
  return words === null ? [] : readNames(words.replace(by, '')).names;
}

const by =
  /^\s*(?:(?:written|compiled|story|words|text) )?(?:by|from|von|par|por|de|di|da|av|af|van|door|przez)\b\s*:?\s*/i;

/**
 * The field of a dateline: "STOCKHOLM, Aug 29, 2014 (AFP) -", "Strasbourg, 10 juil 2024 (AFP)", "New York, NY"; null where
 * it holds no place and no agency.
 */
export function readDatelineField(words: string | null): Dateline | null {
  const line = words?.replace(/^[\s–—―_:-]+|\.?[\s–—―_:,-]+$|(?<=\))\.$/g, '') ?? '';
  const [, outside = '', bracket = null] = /^([^()]*?)\s*(?:\(([^()]{2,40})\)[^()]*)?$/.exec(line) ?? [];
  if (parseDate(outside) !== null) return null;
  const [, place = outside, date = null] =
    /^(.*?)(?:^|,\s*|\s+)((?:\p{L}{3,9}\.? )?\d{1,2}\b.*)$/u.exec(outside) ?? [];
  const agency = bracket === null ? null : (wireServiceNamed(bracket) ?? bracket);
  return place === '' && agency === null ? null : { place: place === '' ? null : place, date, agency };
}

/** The wire services that these fields name, in whatever form: "Deutsche Presse-Agentur GmbH", "afp.com", "nprov:AFP". */
export function findAgencies(...fields: readonly (string | null)[]): readonly string[] {
  const names = fields.flatMap((field) => {
    if (field === null) return [];
    const bare = field.replace(/^\w+:(?=\w)/, '').replace(/^www\.|\.(?:com|net|org|[a-z]{2})$/g, '');
    const named = wireServiceNamed(bare);
    return named === null ? findWireServices(field).map(({ name }) => name) : [named];
  });
  return [...new Set(names)];
}

/** A status in the words of any format: "stat:usable", "Canceled", "http://cv.iptc.org/newscodes/pubstatusg2/withheld". */
export function readStatus(words: string | null): ArticleStatus | null {
  const word = /[a-z]+$/i.exec(words ?? '')?.[0].toLowerCase() ?? '';
  if (word === 'usable') return 'usable';
  if (word === 'withheld') return 'withheld';
  return /^(?:cancell?ed|kill(?:ed)?|recalled|withdrawn)$/.test(word) ? 'canceled' : null;
}

/** A BCP 47 tag in its usual form, also of "en_US"; null where it is none. */
export function readLanguage(tag: string | null): string | null {
  if (tag === null || !/^[a-z]{2,3}(?:[-_]|$)/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/** An instant or a day, in any form of the trade; null where it is none. */
export function readTime(words: string | null): string | null {
  // ISO 8601 lets a day have a zone.
  return words === null
    ? null
    : parseDate(words.trim().replace(/^(\d{8}|\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:?\d\d)$/, '$1'));
}

/** The number of a version: "11", 2; null where it is no whole number. */
export function readVersionNumber(value: unknown): number | null {
  return /^\d{1,9}$/.test(String(value).trim()) ? Number(value) : null;
}

/** When an embargo ends: what is later than the publication; null where nothing is held back. */
export function readEmbargo(words: string | null, publishedAt: string | null): string | null {
  const until = readTime(words);
  return until === null || (publishedAt !== null && Date.parse(until) <= Date.parse(publishedAt))
    ? null
    : until;
}

/** An address on the web; null for other identifiers. */
export function readWebAddress(words: string | null): string | null {
  return words !== null && /^https?:\/\//i.test(words) && URL.canParse(words) ? words : null;
}

/** The fields that are known: what is null, or an empty list, is not said. */
export function knownFields(
  fields: { readonly [Field in keyof ArticleMetadata]?: ArticleMetadata[Field] | null },
): Partial<ArticleMetadata> {
  const known = Object.entries(fields).filter(
    ([, value]) => value != null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(known);
}

/** A field on one line, decoded; null where it says nothing. */
export function toLine(field: string): string | null {
  const line = applyEdits(startCopy(field), decodeEntities(field)).text.replace(/\s+/g, ' ').trim();
  return line === '' ? null : line;
}
