import { anyOf } from '../../patterns.ts';

/** What copy says of its own kind above the headline, and what pages print around the byline. */
export function isLabelLine(line: string): boolean {
  if (line.length > 80) return false;
  if (isPageLabel(line) || isReadingTime(line) || isReleaseLabel(line)) return true;
  return line.split(/ [-–—|/] /).every((piece) => labels.test(piece));
}

const labels = new RegExp(
  `^\\W{0,3}${anyOf`
    embargoed (?:until|to|for|till)\b.{0,50}|not for publication before\b.{0,40}
    breaking(?: news)?|exclusive|analysis|opinion|explainer|comment|editorial|interview|special to (?:the )?[A-Z][\w .'’-]{2,40}
    world(?: news)?|top (?:news|stories)|home|news|local|regional|national|international|markets|premium|politics|business|sports?
    health|science|technology|environment|education|culture|entertainment|lifestyle|travel
    (?:in )?summary|key points|in short|in brief|at a glance|highlights|what you need to know|abstract|full text
  `}\\W{0,3}$`,
  'i',
);

/** What a letter to the press says of itself; above it stands at most a letterhead: "PRESS STATEMENT", "For immediate release". */
export function isReleaseLabel(line: string): boolean {
  return line.length <= 80 && line.split(/ [-–—|/] /).every((piece) => releases.test(piece));
}

const releases =
  /^\W{0,3}(?:(?:for )?(?:immediate|general) (?:press )?release|(?:press|media|news) (?:statement|release|notice|advisory|communiqu[eé])|press information)\W{0,3}$/i;

/** "500 Main Street, Dayton, OH 45402", "14 Quay Street, Bristol BS1 4DJ", "Private Bag 390, Lilongwe" */
export function isPostalAddress(line: string): boolean {
  return line.length <= 120 && !/[.!?"“”]$/.test(line) && postal.some((form) => form.test(line));
}

const postal: readonly RegExp[] = [
  /^\d{1,5}[A-Za-z]?(?:[-–]\d{1,5})?,? (?:\p{Lu}[\p{L}.'’-]*,? ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Place|Boulevard|Blvd|Quay|Way|Row|Parkway|Highway|Terrace|Crescent|Close)\b/u,
  /, [A-Z]{2} \d{5}(?:-\d{4})?(?:, USA?)?$/,
  /\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}$/,
  /^(?:P\.? ?O\.? ?Box|Private (?:Mail )?Bag|PMB) \d/i,
];

/** What pages and stations print around the byline: "Published 3 hours ago", "Heard on Morning Edition", "AA". */
export function isPageLabel(line: string): boolean {
  return line.length <= 80 && pageLabels.test(line);
}

const pageLabels =
  /^(?:(?:(?:last )?updated|published|posted)(?: on| at)?:?|(?:(?:(?:last )?updated|published|posted):? )?(?:\d{1,2}|an?|one) (?:min(?:ute)?|hour|hr|day|week|month)s? ago|just now|today at \d{1,2}[:.]\d\d|share full article|heard on (?:[A-Z]\p{L}*|of|the|and|all)(?: (?:[A-Z]\p{L}*|of|the|and)){0,5}|\d{1,2}[ -]min(?:ute)? listen|\d{1,5} (?:shares?|views?)|\d{1,4}|views?|shares|comments|expand|close|newsguard|photo\/illu\w+|•? ?last updated? \p{L}{3,9}\.? \d{1,2}|word count\s?:? ?\d{2,5}|\d{2,5} words|file (?:photo|picture)|menu|search|listen(?: to this (?:article|story))?(?: \d{1,2} min)?(?: ?[·•|] ?\d{1,2}[:-]\d\d)?(?: min)?(?: learn more)?|0:00|\d{1,2} mins?|a ?a|a ?[+-](?: ?a ?[+-]){0,2}|(?:change|text|font|adjust text|(?:very )?(?:normal|small|large)r? text) size)$/iu;

/** Where the page is on its site: "Home / India News / Court pulls up ministry", "News > World > Asia". */
export function isBreadcrumb(line: string): boolean {
  return (
    line.length <= 240 &&
    /^(?:home|news|homepage|front page)\s{0,2}(?:[/>›»|→]|::)\s{0,2}\p{L}[^/>›»|→]{0,120}(?:(?:[/>›»|→]|::)|$)/iu.test(
      line,
    )
  );
}

/** "5 min read", "Reading time: 5 minutes" */
export function isReadingTime(line: string): boolean {
  return /^(?:\d{1,3}[ -]min(?:ute)?s?[ -](?:to )?read|(?:estimated )?(?:reading|read) time\s?:? \d{1,3} min(?:ute)?s?(?: read)?)\W?$/i.test(
    line,
  );
}

/** The topic that pages print above the story: "Peace and Security", "Middle East". */
export function isTopic(line: string): boolean {
  return line.length <= 40 && /^\p{Lu}\p{L}+(?: (?:and|&|of|the|\p{Lu}\p{L}+)){1,4}$/u.test(line);
}
