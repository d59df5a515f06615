import type { Article, Dateline } from '../domain/article.ts';
import type { Problem } from '../domain/problem.ts';
import type { SourceDocument, StatedName } from '../domain/source-document.ts';
import { cleanCopy } from '../text/clean.ts';
import { type DetectedLanguage, detectLanguage } from '../text/language.ts';
import { segmentText } from '../text/segment.ts';
import type { SegmentedText } from '../text/segments.ts';
import { type ArticleEntities, findEntities } from './entities/index.ts';
import { findStatedNames } from './names/stated-names.ts';
import { findNames, type Name } from './names.ts';
import { type Attributions, attributeQuotes, presentQuotes } from './quotes/find-quotes.ts';
import { findSourceNames } from './quotes/sources/source-names.ts';
import { createResources, type ResourceFiles, type Resources } from './resources.ts';

/** Extraction with the lexicons and models in these files. Throws where one is missing or damaged. */
export function createExtractor(files: ResourceFiles): (document: SourceDocument) => Article {
  const resources = createResources(files);
  return (document) => extract(document, resources);
}

/**
 * Structures one document: clean text, names, entities, quotes. Total and deterministic: no document makes it throw,
 * and the same document with the same resources gives the same article. Ids are null until the article is stored.
 */
export function extract(document: SourceDocument, resources: Resources): Article {
  const { metadata: stated, blocks, replacements } = document;
  const copy = cleanCopy(document.raw.text, { blocks, replacements, headline: stated.headline ?? null });
  const publishedAt = stated.publishedAt ?? copy.header.publishedAt ?? null;
  const segmented = segmentText(copy.text, copy.paragraphs);
  const detected = detectLanguage(copy.text);
  const { entities, quotes, problems } = isForeign(detected)
    ? { entities: [], quotes: [], problems: [notEnglish(detected)] }
    : findEntitiesAndQuotes(segmented, resources, publishedAt, document.names);
  return {
    guid: stated.guid ?? null,
    url: stated.url ?? null,
    headline: stated.headline ?? copy.header.headline ?? null,
    byline: stated.byline ?? copy.header.byline ?? [],
    dateline: joinDatelines(stated.dateline ?? null, copy.header.dateline ?? null),
    publishedAt,
    modifiedAt: stated.modifiedAt ?? null,
    sourceVersion: stated.sourceVersion ?? null,
    publisher: stated.publisher ?? null,
    agencies: [...new Set([...(stated.agencies ?? []), ...copy.agencies])],
    credit: stated.credit ?? copy.credit,
    language: stated.language ?? detected.language,
    status: stated.status ?? 'usable',
    embargoedUntil: stated.embargoedUntil ?? null,
    completeness: stated.completeness ?? 'full',
    text: copy.text,
    wordCount: countWords(copy.text),
    paragraphs: copy.paragraphs,
    entities,
    quotes,
    removed: copy.removed,
    problems: byPlace([...document.problems, ...copy.problems, ...problems]),
    extractor: resources.extractor,
  };
}

function findEntitiesAndQuotes(
  segmented: SegmentedText,
  resources: Resources,
  publishedAt: string | null,
  stated: readonly StatedName[],
) {
  const { found, attributed } = findAttributions(segmented, resources, stated);
  return {
    entities: found.entities,
    quotes: presentQuotes(attributed, found, resources.quotes.speakers, publishedAt),
    problems: attributed.problems,
  };
}

/** Everyone and everything named in a text, and what was said in it, by which words. */
export function findAttributions(
  segmented: SegmentedText,
  resources: Resources,
  stated: readonly StatedName[] = [],
): { readonly found: ArticleEntities; readonly attributed: Attributions } {
  const read = findNames(segmented, resources.names);
  const names = addNames(read, findStatedNames(segmented, stated, read));
  const known = findEntities(segmented, names, resources.entities);
  const attributed = attributeQuotes(known, resources.quotes);
  const speaking = findSourceNames(attributed.reading, attributed.attributions, resources.entities);
  const found =
    speaking.length === 0 ? known : findEntities(segmented, addNames(names, speaking), resources.entities);
  return { found, attributed };
}

/** Both in the order of the text; of two that overlap, the one that is added: its speaker is sure, or its format says so. */
function addNames(names: readonly Name[], added: readonly Name[]): readonly Name[] {
  let next = 0;
  const kept = names.filter(({ start, end }) => {
    while (next < added.length && added[next]!.end <= start) next += 1;
    return next === added.length || added[next]!.start >= end;
  });
  return [...kept, ...added].sort((a, b) => a.start - b.start);
}

/** Rules and models know English alone. Where the text is surely in another language, nothing is better than guesses. */
function isForeign({ language, certainty }: DetectedLanguage): boolean {
  return language !== 'en' && certainty > sureCertainty;
}

/** From where on `detectLanguage` is sure. */
const sureCertainty = 0.75;

function notEnglish({ language }: DetectedLanguage): Problem {
  return {
    code: 'not-english',
    span: null,
    message: `The text is in another language (${language}); its paragraphs are kept, and nothing was extracted.`,
  };
}

/**
 * The dateline that the format states and the one printed above the story fill each other's gaps. Where they name
 * different places, the printed one is the dateline: the other says where the desk is.
 */
function joinDatelines(stated: Dateline | null, printed: Dateline | null): Dateline | null {
  if (stated === null || printed === null) return stated ?? printed;
  const [a, b] = [stated.place?.toLowerCase(), printed.place?.toLowerCase()];
  if (a !== undefined && b !== undefined && !a.includes(b) && !b.includes(a)) return printed;
  return {
    place: stated.place ?? printed.place,
    date: stated.date ?? printed.date,
    agency: stated.agency ?? printed.agency,
  };
}

/** Words are what stands between white space and holds a letter or a digit. */
function countWords(text: string): number {
  let count = 0;
  for (const [word] of text.matchAll(/\S+/g)) if (/[\p{L}\p{N}]/u.test(word)) count += 1;
  return count;
}

/** Problems in the order of the text, those without a place first. */
function byPlace(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1));
}
