import { findWireServices } from '../wire-services.ts';

/**
 * The wire services that a body builds on, each once, in order: those that it says reported something, or were told.
 *   …, Reuters reported.   …, as reported by AFP.   …, he told the Associated Press.   |   not: Reuters was fined.
 *      ^^^^^^^^^^^^^^^^           ^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function findAgenciesInBody(text: string): string[] {
  const names = new Set<string>();
  for (const { name, start, end } of findWireServices(text, true)) {
    if (reports.test(text.slice(end, end + 40)) || isAsked.test(text.slice(Math.max(0, start - 40), start))) {
      names.add(name);
    }
  }
  return [...names];
}

const reports =
  /^,?(?: news agency| agency| News)? (?:has |had |also |first |earlier |later )?(?:report(?:s|ed)|said|says|quoted|cited)\b/;

const isAsked =
  /\b(?:told|reported by|reports by|according to|quoted by|cited by|interview with|statement to|seen by|obtained by|inputs from|as per)(?: the)?(?: news agency| agency)? $/;
