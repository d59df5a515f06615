import type { Article } from '../../../src/domain/article.ts';
import type { Quote } from '../../../src/domain/quote.ts';
import { createExtractor } from '../../../src/extraction/extract.ts';
import { readResourceFiles } from '../../../src/resources.ts';

const extract = createExtractor(readResourceFiles());

/** The article of a raw copy; paragraphs are parted by an empty line. */
export function articleOf(raw: string, publishedAt: string | null = null): Article {
  const metadata = publishedAt === null ? {} : { publishedAt };
  return extract({
    raw: { text: raw, mediaType: 'text/plain' },
    metadata,
    blocks: null,
    replacements: [],
    names: [],
    problems: [],
  });
}

/** A quote in a line: its kind, its words, who spoke them and how that was found. */
export function lineOf(article: Article, quote: Quote): string {
  const names = [quote.speaker, ...quote.jointSpeakers].map((index) =>
    index === null ? 'nobody' : article.entities[index]!.name,
  );
  return `${quote.kind}: ${quote.text} (${names.join(' + ')}, ${quote.resolution})`;
}

export const linesOf = (raw: string): readonly string[] => {
  const article = articleOf(raw);
  return article.quotes.map((quote) => lineOf(article, quote));
};

/** Whose each quote is, by name; null where nobody is named. */
export function speakersOf(text: string): readonly (string | null)[] {
  const { quotes, entities } = articleOf(text);
  return quotes.map(({ speaker, jointSpeakers }) =>
    speaker === null ? null : [speaker, ...jointSpeakers].map((one) => entities[one]!.name).join(' + '),
  );
}
