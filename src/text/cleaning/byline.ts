import { readDate } from '../dates.ts';
import { findWireServices } from '../wire-services.ts';

export interface Byline {
  readonly names: readonly string[];
  readonly agencies: readonly string[];
  /** A date that stands in the same line. */
  readonly date: string | null;
}

/**
 * Reads a line that says who wrote the story; null where it is none.
 *   By Jane Doe   By JANE DOE and John Roe, Associated Press   By Jane Doe in Rome | 3 May 2022   By Reuters
 */
export function readByline(line: string): Byline | null {
  const match = /^(?:by|words by|written by|story by|reporting by|author)\b:? (.{2,160})$/i.exec(line);
  if (match === null) return null;
  const byline = readNames(match[1]!);
  return byline.names.length > 0 || byline.agencies.length > 0 || byline.isAnonymous ? byline : null;
}

/** The names in a byline's words; what names nobody (a job, a place, a desk) is left out. */
export function readNames(words: string): Byline & { readonly isAnonymous: boolean } {
  const names: string[] = [];
  let date: string | null = null;
  let isAnonymous = false;
  // A sentence that starts with "By" is prose: "By Monday, Jane Roe had left."
  const cleaned = words.replace(/[=\s]+$|(?<!\b[JS]r)\.$/, '');
  const pieces = cleaned.split(/\s(?:and|&)\s|[,;|•·/]|\s[-–—]\s/i).map((piece) => piece.trim());
  for (const piece of pieces) {
    if (piece === '') continue;
    date ??= readDate(piece)?.value ?? null;
    const name = piece.replace(/\s(?:in|at|for|of)\s.{1,60}$/, '');
    if (staff.test(piece)) isAnonymous = true;
    else if (isPersonName(name)) names.push(withUsualCapitals(name));
  }
  const agencies = [...new Set(findWireServices(cleaned).map((mention) => mention.name))];
  return { names, agencies, date: date ?? readDate(cleaned)?.value ?? null, isAnonymous };
}

const staff =
  /^(?:our |the |a |[\w. ]{1,30} )?(?:staff(?: (?:reporter|writer|correspondent)s?)?|correspondents?|reporters?|agenc(?:y|ies)|wire services|(?:web |news |online |city |foreign )?(?:desk|bureau|team|newsroom|service)|editorial board|special correspondent|editors?)$/i;

/** Words of jobs and outlets: what holds one of them is no person's name. */
const noName =
  /\b(?:press|news|correspondent|reporter|editor|writer|staff|agency|service|times|post|desk|bureau|associated|contributor|columnist|international|bbc|cnn|reuters|afp|minister|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|the|university|political|economics|business|chief|senior)\b/i;

const particle = /^(?:de|da|del|della|di|van|von|der|den|la|le|al|el|bin|ibn|dos|du|y|ter|zu|mc)$/;

/** Two to five words, each with a capital or a particle of names: "Jane Doe", "JEAN-LUC DE LA TOUR", "J. K. Roe". */
function isPersonName(words: string): boolean {
  if (words.length > 50 || noName.test(words)) return false;
  const parts = words.split(' ');
  if (parts.length < 2 || parts.length > 5) return false;
  return parts.every(
    (part, index) => /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(part) || (index > 0 && particle.test(part)),
  );
}

/** "JANE O'NEILL-DOE" → "Jane O'Neill-Doe". Initials and names with small letters stay. */
function withUsualCapitals(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  return name.replace(/\p{Lu}[\p{Lu}\p{M}]+/gu, (word) => {
    const lowered = word[0] + word.slice(1).toLowerCase();
    return /^Mc\p{L}{3}/u.test(lowered) ? `Mc${lowered[2]!.toUpperCase()}${lowered.slice(3)}` : lowered;
  });
}
