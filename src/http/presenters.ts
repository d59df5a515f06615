import type { Article, ArticleMetadata, StoredArticle, StoredEntity } from '../domain/article.ts';
import type { ParagraphChange } from '../domain/differences/paragraphs.ts';
import type { Entity } from '../domain/entity.ts';
import type { Quote } from '../domain/quote.ts';
import type { StoredQuote } from '../domain/records.ts';
import type { ArticleRevision } from '../domain/revisions.ts';
import { type Span, surface } from '../domain/span.ts';

/** From the domain to what is sent, in one place: member for member, in the order in which it is sent. */
export function presentArticle(article: Article | StoredArticle) {
  const stored = 'id' in article ? article : null;
  const id = stored?.id ?? null;
  return {
    ...presentMetadata(id, article),
    wordCount: article.wordCount,
    text: article.text,
    paragraphs: presentParagraphs(article),
    quotes: article.quotes.map((quote) => presentArticleQuote(article, id, quote)),
    entities: presentEntities(article),
    removed: article.removed,
    problems: article.problems.map(({ code, message, span }) => ({
      code,
      message,
      span: presentSpan(article.text, span),
    })),
    copyOf: stored?.copyOf ?? null,
    // A revision of earlier days knew nothing of copies.
    copyCount: stored?.copyCount ?? 0,
    revision: stored?.revision ?? null,
    ingestedAt: stored?.ingestedAt ?? null,
    extractor: article.extractor,
  };
}

export function presentRevision({ article, changes }: ArticleRevision) {
  return {
    ...presentArticle(article),
    changes: changes && {
      metadata: changes.metadata,
      paragraphs: changes.paragraphs.map(presentParagraphChange),
    },
  };
}

function presentParagraphChange(changed: ParagraphChange) {
  const nothing = { index: null, formerIndex: null, text: null, formerText: null, words: [] };
  return { ...nothing, ...changed };
}

export function presentParagraphs({ text, paragraphs }: Pick<Article, 'text' | 'paragraphs'>) {
  return paragraphs.map(({ role, start, end }, index) => ({
    index,
    role,
    start,
    end,
    text: text.slice(start, end),
  }));
}

/** Everyone and everything named; one who only speaks, as a person corrected it, is not. */
export function presentEntities({ text, entities }: Article | StoredArticle) {
  const named: readonly StoredEntity[] = entities.filter(({ mentions }) => mentions.length > 0);
  return named.map((entity) => ({
    ...referTo(entity),
    mentions: entity.mentions.map((mention) => presentSpan(text, mention)),
    aliases: entity.aliases,
    roles: entity.roles,
  }));
}

/** A quote on its own. With `context`, the article that it is from: the paragraphs that hold it come along. */
export function presentQuote(quote: StoredQuote, context: StoredArticle | null = null) {
  return {
    ...presentContent(quote),
    segments: quote.segments,
    verbatim: quote.verbatim,
    cue: quote.cue,
    source: quote.source,
    speaker: quote.speaker,
    jointSpeakers: quote.jointSpeakers,
    ...presentAttribution(quote),
    about: quote.about,
    paragraphIndexes: quote.paragraphIndexes,
    rejected: quote.isRejected,
    correctedAt: quote.correctedAt,
    placeCount: quote.placeCount,
    article: quote.article,
    ...(context === null
      ? {}
      : {
          context: presentParagraphs(context).filter(({ index }) => quote.paragraphIndexes.includes(index)),
        }),
  };
}

function presentArticleQuote(
  { text, entities }: Article | StoredArticle,
  articleId: string | null,
  quote: Quote,
) {
  const refer = (index: number) => referTo(entities[index]!);
  return {
    ...presentContent({ ...quote, articleId }),
    segments: quote.segments.map((span) => presentSpan(text, span)),
    verbatim: quote.verbatim.map((span) => presentSpan(text, span)),
    cue: presentSpan(text, quote.cue),
    source: presentSpan(text, quote.source),
    speaker: quote.speaker === null ? null : { ...refer(quote.speaker), role: quote.speakerRole },
    jointSpeakers: quote.jointSpeakers.map(refer),
    ...presentAttribution(quote),
    about: quote.about.map(refer),
    paragraphIndexes: quote.paragraphIndexes,
  };
}

function presentContent({
  id,
  articleId,
  kind,
  text,
}: Pick<Quote, 'id' | 'kind' | 'text'> & { articleId: string | null }) {
  return { id, articleId, kind, text };
}

function presentAttribution({ resolution, confidence, reportedBy, saidOn }: Quote | StoredQuote) {
  return { resolution, confidence, reportedBy, saidOn };
}

function presentMetadata(id: string | null, metadata: ArticleMetadata) {
  return {
    id,
    guid: metadata.guid,
    url: metadata.url,
    headline: metadata.headline,
    byline: metadata.byline,
    dateline: metadata.dateline,
    publishedAt: metadata.publishedAt,
    modifiedAt: metadata.modifiedAt,
    sourceVersion: metadata.sourceVersion,
    publisher: metadata.publisher,
    agencies: metadata.agencies,
    credit: metadata.credit,
    language: metadata.language,
    status: metadata.status,
    embargoedUntil: metadata.embargoedUntil,
    completeness: metadata.completeness,
  };
}

function presentSpan(text: string, span: Span): Span & { text: string };
function presentSpan(text: string, span: Span | null): (Span & { text: string }) | null;
function presentSpan(text: string, span: Span | null) {
  return span === null ? null : { start: span.start, end: span.end, text: surface(text, span) };
}

function referTo({ id, name, type }: Pick<Entity, 'id' | 'name' | 'type'>) {
  return { id, name, type };
}
