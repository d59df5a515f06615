import { findWireServices, wireServiceNamed } from '../../wire-services.ts';

/**
 * The credit that a whole paragraph is, without its brackets and dash; null where the paragraph is prose.
 *   (With inputs from agencies)   (Reporting by Jane Roe; Editing by Jim Doe)   — AFP   Jane Roe contributed to this report.
 */
export function readCreditLine(paragraph: string): string | null {
  if (paragraph.length > longest) return null;
  const line = paragraph
    .replace(/^[\s(*_=—–-]+|[\s)*_]+$/g, '')
    .replace(/^\[|\]$/g, '')
    .trim();
  if (wireServiceNamed(line) !== null || isAgencyList(line) || isSigned(line)) return line;
  return creditPatterns.some((pattern) => pattern.test(line)) ? line : null;
}

/** Where the credit at the end of a paragraph of prose starts: "… he said. (Reporting by Jane Roe)"; null where none is. */
export function findTrailingCredit(paragraph: string): { start: number; credit: string } | null {
  const tailStart = Math.max(0, paragraph.length - longest);
  const tail = paragraph.slice(tailStart);
  const bracket = tail.lastIndexOf('(');
  if (bracket > 0 && /\)\W?$/.test(tail)) {
    const credit = readCreditLine(tail.slice(bracket).replace(/\)\W?$/, ')'));
    // "… by the court (AFP)" credits; "He works for the agency (Reuters)." names. Only a full stop before tells.
    if (credit !== null && /[.!?"”’]\s*$/.test(tail.slice(0, bracket))) {
      return { start: tailStart + bracket, credit };
    }
  }
  // "… he said. The Daily's Jane Roe contributed to this report."
  const helped =
    /(?<=[.!?]["”’]? )\p{Lu}[^.!?"“”]{3,200} contributed to this (?:report|story|article)\.?$/u.exec(tail);
  if (helped !== null) return { start: tailStart + helped.index, credit: helped[0] };
  const signed = /(?<=[.!?"”’] )[A-Z]{2,5}(?: [A-Z]{2,4}){1,5}$/.exec(tail);
  if (signed !== null && isSigned(signed[0])) return { start: tailStart + signed.index, credit: signed[0] };
  // "… he said. EFE", "… he said. INQ", "… he said. (NAN)(www.nannews.ng)"
  const named = /(?<=[.!?"”’] )(?:([A-Z]{2,6})|\(([A-Z]{2,8})\)\((?:https?:\/\/)?www\.[\w.-]{3,40}\))$/.exec(
    tail,
  );
  const isProse = paragraph.length > shortestProse;
  if (named !== null && (isProse || named[2] !== undefined || wireServiceNamed(named[1]!) !== null))
    return { start: tailStart + named.index, credit: named[2] ?? named[1]! };
  // "… he said. — AFP", "… he said. -- Reuters", "… he said. – Example.com"
  const dash = /(?<=[.!?"”’]\s?)(?:[—–]|-{1,2})\s?([A-Z][\w /&,.'-]{1,120})$/.exec(tail);
  const credit = dash === null ? null : isDomain(dash[1]!) ? dash[1]! : readCreditLine(dash[1]!);
  return dash === null || credit === null ? null : { start: tailStart + dash.index, credit };
}

/** No prose of that length ends in a sentence of one word in capitals. */
const shortestProse = 60;

/** The longest credit that was seen lists five reporters and three editors. */
const longest = 600;

const creditPatterns: readonly RegExp[] = [
  /^with (?:assistance|help) (?:from|by) [A-Z][^"“”]{1,200}$/i,
  /^with (?:an? )?(?:additional |agency |further )?(?:inputs?|reporting|reports?|contributions?|material|files)\b(?: (?:from|by)\b[^"“”]{1,200})?[.]?$/i,
  /^(?:agency )?inputs? from\b[^"“”]{1,160}$/i,
  /^with [\w ,&/-]{2,80} (?:inputs?|reports?)\.?$/i,
  /^(?:additional |further )?(?:reporting|writing|editing|compiled|written|reported|edited|translation|translated|photography|graphics?|production|research) (?:and (?:writing|editing|reporting) |from (?:the )?[A-Z]\w+ )?by\b(?!.*["“”]).{2,580}$/i,
  /^(?:some )?information (?:for|in) this (?:report|story|article) (?:came|is|was provided|comes) (?:from|by) [^"“”]{2,120}$/i,
  /^(?:(?:reporters?|(?:web |copy |news )?editors?|writers?|translators?|photographers?|translation|edition|editing)\s?: ?[A-Z][^"“”:.?!]{2,80}(?:$| (?:[-–·|] )?(?=\w{6,12}\s?:))){1,3}$/i,
  /^(?:provided|supplied|distributed|syndicated) by (?:the )?[A-Z][^"“”.!?]{2,80}\.?$/i,
  /^contributing: ?[A-Z][^"“”:]{2,160}$/i,
  /^SOURCE \p{Lu}[^"“”]{2,80}$/u,
  /^(?:source|sources|credit|agency|agencies)\s?: ?[^"“”.]{2,80}$/i,
  /^[^"“”]{2,200}\bcontributed (?:to this (?:report|story|article|piece)|(?:additional )?(?:reporting|research))\b[^"“”]{0,160}$/i,
  /^[^"“”]{2,160}\bin [A-Z][^"“”.]{2,100} contributed\.$/,
  /^[^"“”]{2,160}\breported from [A-Z][^"“”.]{2,60}\.?(?: [^"“”]{2,120}\b(?:reported|contributed) from [A-Z][^"“”]{2,60}\.?)?$/,
  /^(?:(?:some )?(?:material|information)|reporting|content) (?:from|by) [^"“”.]{2,80} (?:was|were)(?: also)? (?:used|included)\b[^"“”]{0,80}$/i,
  /^(?:(?:except for the headline, )?th(?:is|e) (?:story|article|report) (?:was|has been|has not been|is) (?:published|produced|generated|first published|edited|auto-generated)\b[^"“”]{0,160}\b(?:agency|agencies|feed|wire|syndicated)\b[^"“”]{0,160})$/i,
  /^this (?:story|article|report) (?:by|from) [A-Z][^.!?"“”]{2,60} was (?:first|originally) published(?: on)? [^!?"“”]{5,40}$/i,
  /^(?:from |by )?(?:news )?(?:agencies|wires|wire (?:reports|services)|agency reports)\.?$/i,
];

/** The people behind "Reporter: Jane Doe", as some agencies sign below the story; null for any other credit. */
export function reporterIn(credit: string): string | null {
  return /^(?:reporters?|writers?)\s?: ?(.+)$/i.exec(credit)?.[1] ?? null;
}

const isDomain = (words: string): boolean => /^[A-Z][\w-]{2,30}\.(?:com|net|org|news|co\.\w\w)$/.test(words);

/** "Reuters, AFP", "AP/PTI", "AFP and dpa". */
function isAgencyList(line: string): boolean {
  if (line.length > 60) return false;
  const names = findWireServices(line);
  if (names.length === 0) return false;
  let rest = line;
  for (const { start, end } of [...names].reverse()) rest = rest.slice(0, start) + rest.slice(end);
  // "ABC/Reuters"
  rest = rest.replace(/\b[A-Z]{2,5}(?=\/)|(?<=\/)[A-Z]{2,5}\b/g, '');
  return /^(?:[\s,/&|.+-]|and|with|the|(?:files|inputs?) from)*$/i.test(rest);
}

/** The desk's initials behind the agency: "PTI SKL RT", "AAP RTV kf/jw", "dpa al rmo", "Keystone-SDA/jdp". */
function isSigned(line: string): boolean {
  const match =
    /^(?:([A-Z]{2,5}|dpa)(?: [A-Z]{2,4}){0,5}(?: [a-z]{2,3}(?:\/[a-z]{2,3})?){0,5}|([A-Z][\w-]{2,16})(?:\/[a-z]{2,4}){1,3})$/.exec(
      line,
    );
  return match !== null && wireServiceNamed(match[1] ?? match[2]!) !== null;
}

/** The desk's initials, as agencies and stations end a story: "str-bou/kjm/gil", "KPE/NOQ", "(dal/rnd)", "rc/wd (Reuters, dpa)". */
export function isDeskSignature(line: string): boolean {
  if (line.length > 60 || isAgencyList(line)) return false;
  const signature = /^(.+?)(?: \(([^()]{2,40})\))?$/.exec(line.replace(/^\((.+)\)$/, '$1'))!;
  if (signature[2] !== undefined && !isAgencyList(signature[2])) return false;
  return /^[a-z]{2,4}(?:-[a-z]{2,4})*(?:\/[a-z]{2,4}(?:-[a-z]{2,4})*){1,5}$|^[A-Z]{2,4}(?:\/[A-Z]{2,4}){1,4}$/.test(
    signature[1]!,
  );
}

/** A credit that is one wherever it stands: "Reporting by Jane Roe; Editing by Jim Doe". */
export function isFullCredit(line: string): boolean {
  return (
    /^\(?(?:additional )?(?:reporting|writing|compiled)\b.{2,400}; ?(?:additional )?(?:reporting|writing|editing)\b.{0,30}\bby /i.test(
      line,
    ) && readCreditLine(line) !== null
  );
}
