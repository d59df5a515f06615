import type { ArticleMetadata, RawCopy } from '../domain/article.ts';
import { OnrecordError } from '../domain/errors.ts';
import type { ExtractedArticle } from '../domain/extractions.ts';
import type { ProblemCode } from '../domain/problem.ts';
import type { SourceDocument } from '../domain/source-document.ts';
import { plainCopy, readDocuments } from '../readers/index.ts';

/**
 * The document that a stored raw copy is read to now. What was said of the article when it came stays, where the copy does
 * not say it itself: by whoever sent it, or by the message that it was one of. Throws the OnrecordError that says why it
 * cannot be read any more.
 */
export function readAgain({ raw, article }: Pick<ExtractedArticle, 'raw' | 'article'>): SourceDocument {
  const document = readRaw(raw) ?? plainCopy(raw.text, raw.mediaType);
  const stated = raw.stated ?? guessStated(article, raw);
  const found = new Set(document.problems.map(({ code }) => code));
  const ofBytes = article.problems.filter(({ code }) => lastingProblems.has(code) && !found.has(code));
  return {
    ...document,
    raw,
    metadata: { ...stated, ...document.metadata },
    problems: [...document.problems, ...ofBytes],
  };
}

/** Null: it is the text of our own JSON, which stands for nothing but itself. */
function readRaw(raw: RawCopy): SourceDocument | null {
  const hint = { mediaType: raw.mediaType, charset: 'utf-8', name: null };
  const readings = [...readDocuments(Buffer.from(raw.text), hint)];
  const [only] = readings;
  if (readings.length === 1 && only !== undefined && 'document' in only) {
    if (only.document.raw.text === raw.text) return only.document;
  }
  if (ownMediaTypes.includes(raw.mediaType)) return null;
  throw only !== undefined && 'fault' in only
    ? only.fault
    : new OnrecordError('not-one-article', 'The raw copy is no longer read as one article.');
}

const ownMediaTypes: readonly string[] = ['application/json'];

/** Of an article that came before it was kept what is said of one: what the copy alone could not have told. */
function guessStated(article: ArticleMetadata, { mediaType }: RawCopy): Partial<ArticleMetadata> {
  const names = ownMediaTypes.includes(mediaType) ? [...neverRead, ...inOwnJson] : neverRead;
  const known = names.map((name) => [name, article[name]] as const);
  return Object.fromEntries(
    known.filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}

/** What extraction finds in no copy. */
const neverRead = ['guid', 'url', 'publisher', 'status', 'embargoedUntil', 'completeness'] as const;
const inOwnJson = ['headline', 'byline', 'publishedAt', 'language'] as const;

/** What was wrong with bytes that nobody has any more. */
const lastingProblems: ReadonlySet<ProblemCode> = new Set(['undecodable-bytes', 'truncated-input']);
