import { readByline } from '../../text/cleaning/lines/byline.ts';
import { readDateLine } from '../../text/cleaning/lines/date-lines.ts';
import type { HtmlLine } from './blocks.ts';
import { wordsOf } from './head.ts';
import { attributeOf, elementsBelow, type HtmlElement, type HtmlParent, isElement, namesOf } from './tree.ts';

/**
 * Finds, among the lines of a page below its headline, those of its article: what stands in the smallest element that holds nearly all of
 * the page's prose, without what is named or linked as something beside it. Prose is text outside links, of lines that
 * are long or end as sentences do: length and links are what tells text from furniture best (Kohlschütter et al.,
 * "Boilerplate Detection using Shallow Text Features"; Readability scores paragraphs by them too).
 */
export function findArticleLines(lines: readonly HtmlLine[]): readonly HtmlLine[] {
  const isBeside = createBesideCheck(lines);
  const likely = lines.filter((line) => !isPointer(line) && !isTimeOfDay(line) && !isWithin(line, isBeside));
  const measures = measureElements(likely);
  const whole = measureElements(lines);
  const root = findRoot(measures, (element) => whole.get(element)!.linked > whole.get(element)!.text / 4);
  if (root === null) return [];
  const first = likely.findIndex((line) => isWithin(line, (element) => element === root));
  const story = likely.filter(
    (line, index) => (index < first && isStandfirst(line)) || isWithin(line, (element) => element === root),
  );
  return trimEnds(story).map((line) => (isPictureText(line, measures) ? { ...line, role: 'caption' } : line));
}

export function hasProse(lines: readonly HtmlLine[]): boolean {
  return sumProse(lines) > 0;
}

/** What an element holds, in characters. */
interface Measure {
  readonly text: number;
  readonly linked: number;
  readonly prose: number;
}
type Measures = ReadonlyMap<HtmlParent, Measure>;
const nothing: Measure = { text: 0, linked: 0, prose: 0 };

/** Characters of a line that is prose even where it does not end as a sentence does. */
const longLine = 80;
/** Characters of the shortest sentence that tells an article from furniture. */
const shortSentence = 25;
/** A full stop of any script, and what may close behind it. */
const sentenceEnd = /[.!?…。！？।؟۔]["'”’»)」』]?$/;
/** Scripts of which a character says as much as some letters. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const lettersOfDense = 2.5;

function proseOf({ text, linked, role }: HtmlLine): number {
  const length = text.length < longLine && dense.test(text) ? lettersOfDense * text.length : text.length;
  const isLong = length >= longLine;
  const isSentence = length >= shortSentence && sentenceEnd.test(text);
  return role !== 'caption' && (isLong || isSentence) ? text.length - linked : 0;
}

function sumProse(lines: readonly HtmlLine[]): number {
  return lines.reduce((sum, line) => sum + proseOf(line), 0);
}

function measureElements(lines: readonly HtmlLine[]): Measures {
  const measures = new Map<HtmlParent, Measure>();
  for (const line of lines) {
    const prose = proseOf(line);
    for (const element of around(line)) {
      const known = measures.get(element) ?? nothing;
      measures.set(element, {
        text: known.text + line.text.length,
        linked: known.linked + line.linked,
        prose: known.prose + prose,
      });
    }
  }
  return measures;
}

/** The elements that a line stands in, from the innermost to the page. */
function* around({ parent }: HtmlLine): Iterable<HtmlParent> {
  for (let at: HtmlParent | null = parent; at !== null; at = 'parentNode' in at ? at.parentNode : null)
    yield at;
}

function isWithin(line: HtmlLine, test: (element: HtmlParent) => boolean): boolean {
  for (const element of around(line)) if (test(element)) return true;
  return false;
}

/** Goes down from the page for as long as one child holds more than half of the prose, and no other goes on with it. */
function findRoot(measures: Measures, isTeaser: (element: HtmlElement) => boolean): HtmlParent | null {
  const proseIn = (element: HtmlParent) => measures.get(element)?.prose ?? 0;
  const goesOn = (element: HtmlElement, best: HtmlElement, all: number) =>
    isParagraph(element)
      ? proseIn(element) > leastParagraph * all
      : proseIn(element) > leastPart * all && isNamedLike(element, best) && !isTeaser(element);
  let root = [...measures.keys()].find((element) => !('tagName' in element)) ?? null;
  while (root !== null) {
    const all = proseIn(root);
    const children: readonly HtmlElement[] = root.childNodes.filter(isElement);
    const best: HtmlElement | undefined = children.toSorted((a, b) => proseIn(b) - proseIn(a))[0];
    if (best === undefined || isParagraph(best) || proseIn(best) <= all / 2) return root;
    if (children.some((child) => child !== best && goesOn(child, best, all))) return root;
    root = best;
  }
  return root;
}

/** Shares of the prose from which on a paragraph, and a part that is named like the largest, belong to the story. */
const leastParagraph = 0.03;
const leastPart = 0.1;

function isParagraph({ tagName }: HtmlElement): boolean {
  return /^(?:p|h[1-6]|li|ul|ol|blockquote|pre|figure|dl)$/.test(tagName);
}

/** Whether two elements share most of their classes. */
function isNamedLike(element: HtmlElement, other: HtmlElement): boolean {
  const [some, others] = [classesOf(element), classesOf(other)];
  const common = some.filter((name) => others.includes(name)).length;
  return (
    element.tagName === other.tagName && common > 0 && 2 * common >= Math.max(some.length, others.length)
  );
}

function classesOf(element: HtmlElement): readonly string[] {
  return (attributeOf(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '');
}

/** A line that is nothing but a link leads to another story. */
export function isPointer({ text, linked, role }: HtmlLine): boolean {
  return linked > (role === 'subhead' ? 0.9 : 0.75) * text.length;
}

/** "10:45", "9.05pm BST": above each entry of a live blog. */
function isTimeOfDay({ text }: HtmlLine): boolean {
  return /^\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,5})?$/i.test(text);
}

/** What belongs to the story between headline and body: what it is about, and a picture's caption. */
function isStandfirst(line: HtmlLine): boolean {
  return line.role === 'caption' || (line.role === 'body' && line.text.length >= longLine);
}

/** A story begins with prose, a paragraph that is a short sentence or a picture, and ends with no subhead. */
function trimEnds(story: readonly HtmlLine[]): readonly HtmlLine[] {
  const start = story.findIndex(
    (line) => line.role === 'caption' || proseOf(line) > 0 || isShortParagraph(line),
  );
  const end = story.findLastIndex(({ role }) => role !== 'subhead') + 1;
  return story.slice(Math.max(0, start), end);
}

/** "He was 83.", "Anna Ross: Is it late?": a sentence too short for furniture to be told from it, but for its own element. */
function isShortParagraph(line: HtmlLine): boolean {
  return (
    line.role === 'body' &&
    isWithin(line, (element) => 'tagName' in element && element.tagName === 'p') &&
    sentenceEnd.test(line.text) &&
    readByline(line.text) === null &&
    readDateLine(line.text) === null
  );
}

/** A short line that is alone in a box with a picture. */
function isPictureText(line: HtmlLine, measures: Measures): boolean {
  if (line.role !== 'body' || line.text.length > longestCaption) return false;
  for (const element of around(line)) {
    if (!('tagName' in element) || measures.get(element)!.text > line.text.length) return false;
    if (element.tagName === 'p') continue;
    for (const { tagName } of elementsBelow(element)) if (tagName === 'img') return true;
  }
  return false;
}

/** Characters. */
const longestCaption = 300;

/** The line after the last one that is the page's headline; the first, where hardly any prose stands below. */
export function findHeadlineEnd(lines: readonly HtmlLine[], headline: string | null): number {
  const words = headline === null ? null : wordsOf(headline);
  const end = lines.findLastIndex((line) => isTitle(line) || wordsOf(line.text) === words) + 1;
  return sumProse(lines.slice(0, end)) > sumProse(lines) / 2 ? 0 : end;
}

function isTitle(line: HtmlLine): boolean {
  return isWithin(line, (element) => 'tagName' in element && element.tagName === 'h1');
}

/** Whether an element stands beside the article: by its tag, role or name, or because it is mostly links. */
function createBesideCheck(lines: readonly HtmlLine[]): (element: HtmlParent) => boolean {
  const measures = measureElements(lines);
  const largest = largestBeside * sumProse(lines);
  const aroundTitle = new Set(lines.filter(isTitle).flatMap((line) => [...around(line)]));
  const known = new Map<HtmlParent, boolean>();
  const check = (element: HtmlParent) => {
    if (!('tagName' in element) || /^(?:html|body|main)$/.test(element.tagName)) return false;
    const { text, linked, prose } = measures.get(element) ?? nothing;
    const names = [...namesOf(element)];
    const isFree = !aroundTitle.has(element);
    if (isFree && names.some((name) => namesOfTalk.has(name)) && !names.includes('live')) return true;
    return (
      prose <= largest &&
      (linked > text / 2 ||
        isPageEdge(element) ||
        rolesBeside.has(attributeOf(element, 'role') ?? '') ||
        (isFree && !isStory(element) && names.some((name) => isNameBeside(name, element))))
    );
  };
  return (element) => {
    const isBeside = known.get(element) ?? check(element);
    known.set(element, isBeside);
    return isBeside;
  };
}

/** Paragraphs named after a paywall are what stands behind it. */
const isNameBeside = (name: string, element: HtmlElement): boolean =>
  namesBeside.has(name) && !(name === 'paywall' && isParagraph(element));

/** A post, whose classes tell its topics and its state ("tag-news", "node--promoted"), or the body of one. */
function isStory(element: HtmlElement): boolean {
  return /(?:^|\s)(?:hentry|type-post|node--type-[\w-]+|(?:entry|post|article|story)[-_]{1,2}(?:content|body|text))(?:\s|$)/i.test(
    attributeOf(element, 'class') ?? '',
  );
}

/** The footer of a block quote says whom it is from. */
function isPageEdge({ tagName, parentNode }: HtmlElement): boolean {
  return /^(?:header|footer)$/.test(tagName) && parentNode?.nodeName !== 'blockquote';
}

/** The share of the page's prose from which on an element is not beside the article, whatever its name. */
const largestBeside = 0.3;

const rolesBeside = new Set([
  'navigation',
  'complementary',
  'banner',
  'contentinfo',
  'dialog',
  'search',
  'menu',
]);

/** What readers write may be longer than the article. */
const namesOfTalk = new Set(['comments', 'comment', 'commentlist', 'disqus', 'replies']);

const namesBeside = new Set(
  `ad ads advert adverts advertisement advertising author authors bio breadcrumb breadcrumbs byline bylines carousel
  cookie cookies consent copyright date dateline disclaimer footer gallery header hidden kicker legal login masthead meta
  metadata modal nav navbar navigation newsletter outbrain pager pagination paywall photogallery player popular popup
  print promo promos promoted pubdate published rail recirc recommended recommendations related rating shopping share
  sharing shares sidebar signup slideshow social sponsor sponsored subscribe subscription tag tags taboola teaser teasers
  time timestamp toolbar tools topics trending updated widget`.split(/\s+/),
);
