import type { Article, ArticleMetadata } from './domain/article.ts';
import type { SourceDocument } from './domain/source-document.ts';
import { createExtractor } from './extraction/extract.ts';
import type { ResourceFiles } from './extraction/resources.ts';
import { plainCopy } from './readers/index.ts';
import { readResourceFiles } from './resources.ts';

export type {
  Article,
  ArticleMetadata,
  Dateline,
  Paragraph,
  ParagraphRole,
  Publisher,
  RawCopy,
  Removal,
} from './domain/article.ts';
export type { Entity, EntityType } from './domain/entity.ts';
export type { Problem, ProblemCode } from './domain/problem.ts';
export type { Quote, QuoteKind, Resolution } from './domain/quote.ts';
export type { Replacement, SourceBlock, SourceDocument, StatedName } from './domain/source-document.ts';
export type { NonEmpty, Span } from './domain/span.ts';
export type { ResourceFiles } from './extraction/resources.ts';

export interface ExtractOptions {
  /** What is known of the article beside its words; it outranks what the text says of itself. */
  readonly metadata?: Partial<ArticleMetadata>;
  /** Lexicons and models other than those of the package. */
  readonly resources?: ResourceFiles;
}

/**
 * Structures one article: plain text or Markdown as raw as it is, or a document that a reader made. Deterministic; no text makes it
 * throw. Offsets are UTF-16 code units into `article.text`; ids are null, since nothing is stored.
 * The lexicons and models of the package are read at the first call, and kept.
 */
export function extract(input: string | SourceDocument, options: ExtractOptions = {}): Article {
  const document = typeof input === 'string' ? plainCopy(input, 'text/plain') : input;
  // Types do not bind those who write JavaScript.
  if (typeof document?.raw?.text !== 'string') {
    throw new TypeError(
      `extract: input must be a string or a SourceDocument, and is ${input === null ? 'null' : typeof input}`,
    );
  }
  const metadata = { ...document.metadata, ...options.metadata };
  return extractorFor(options.resources ?? null)({ ...document, metadata });
}

type Extractor = ReturnType<typeof createExtractor>;

let ofPackage: Extractor | null = null;
const ofResources = new WeakMap<ResourceFiles, Extractor>();

function extractorFor(resources: ResourceFiles | null): Extractor {
  if (resources === null) {
    ofPackage ??= createExtractor(readResourceFiles());
    return ofPackage;
  }
  const known = ofResources.get(resources) ?? createExtractor(resources);
  ofResources.set(resources, known);
  return known;
}
