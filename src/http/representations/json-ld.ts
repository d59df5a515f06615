import type { z } from 'zod';
import type { ArticleSchema } from '../schemas/article.ts';

type PresentedArticle = z.output<typeof ArticleSchema>;
type Reference = PresentedArticle['quotes'][number]['about'][number];

/** An article as schema.org has it: one NewsArticle, and as its parts a Quotation for each quote. */
export function presentJsonLd(article: PresentedArticle, origin: string) {
  const addressOf = (kind: 'articles' | 'quotes' | 'entities', id: string) => `${origin}/v1/${kind}/${id}`;
  const refer = ({ id, name, type }: Reference) => ({
    '@type': schemaTypes[type],
    '@id': addressOf('entities', id),
    name,
  });
  return leaveOutEmpty({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': addressOf('articles', article.id),
    url: article.url,
    identifier: article.guid,
    headline: article.headline,
    author: article.byline.map((name) => ({ '@type': 'Person', name })),
    datePublished: article.publishedAt,
    dateModified: article.modifiedAt ?? article.ingestedAt,
    dateline: article.dateline === null ? null : datelineOf(article.dateline),
    publisher:
      article.publisher === null
        ? null
        : leaveOutEmpty({
            '@type': 'Organization',
            name: article.publisher.name,
            url: article.publisher.url,
          }),
    creditText: article.credit,
    inLanguage: article.language,
    creativeWorkStatus: article.status,
    wordCount: article.wordCount,
    articleBody: article.text,
    mentions: article.entities.map(({ aliases, ...entity }) =>
      leaveOutEmpty({ ...refer(entity), alternateName: aliases }),
    ),
    hasPart: article.quotes.map((quote) =>
      leaveOutEmpty({
        '@type': 'Quotation',
        '@id': addressOf('quotes', quote.id),
        text: quote.text,
        spokenByCharacter: quote.speaker === null ? [] : [quote.speaker, ...quote.jointSpeakers].map(refer),
        about: quote.about.map(refer),
        dateCreated: quote.saidOn,
      }),
    ),
  });
}

const schemaTypes: Readonly<Record<Reference['type'], string>> = {
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
  event: 'Event',
  work: 'CreativeWork',
  group: 'Thing',
  other: 'Thing',
};

function datelineOf({ place, date, agency }: NonNullable<PresentedArticle['dateline']>): string {
  const words = [place, date].filter((part) => part !== null).join(', ');
  return agency === null ? words : `${words} (${agency})`.trim();
}

/** What is not known is not said. */
export function leaveOutEmpty<T extends object>(members: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(members).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Partial<T>;
}
