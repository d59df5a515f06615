import type { ArticleStore, SaveOutcome } from '../../src/domain/article-store.ts';
import type {
  ArticleQuery,
  EntityQuery,
  Page,
  PagePosition,
  PageRequest,
  QuoteQuery,
  SpeakerQuery,
} from '../../src/domain/queries.ts';
import { buildArticle, type Named, rawOf, type Story } from '../support/articles.ts';

export const firstPage: PageRequest = { limit: 100, after: null, withTotal: true };

export function articleQuery(query: Partial<ArticleQuery> = {}): ArticleQuery {
  return {
    q: null,
    from: null,
    to: null,
    publisher: null,
    agency: null,
    byline: null,
    entityIds: null,
    speakerIds: null,
    language: null,
    url: null,
    isOnce: false,
    sort: '-publishedAt',
    facets: [],
    ...query,
  };
}

export function quoteQuery(query: Partial<QuoteQuery> = {}): QuoteQuery {
  return {
    q: null,
    phrase: null,
    speakerIds: null,
    aboutIds: null,
    articleId: null,
    placesOf: null,
    kinds: null,
    publisher: null,
    from: null,
    to: null,
    minConfidence: null,
    attributed: null,
    isOnce: false,
    sort: '-publishedAt',
    facets: [],
    ...query,
  };
}

export function speakerQuery(query: Partial<SpeakerQuery> = {}): SpeakerQuery {
  return { q: null, type: null, from: null, to: null, sort: '-quoteCount', ...query };
}

export function entityQuery(query: Partial<EntityQuery> = {}): EntityQuery {
  return { q: null, type: null, sort: '-articleCount', ...query };
}

export function saveStory(store: ArticleStore, story: Story): Promise<SaveOutcome> {
  const article = buildArticle(story);
  return store.save(article, rawOf(article));
}

/** A story with one quote, each on a day of its own. */
export function storyOf(number: number, by: Named | string, publishedAt = `2024-03-0${number}`): Story {
  return {
    url: `https://daily.example/${number}`,
    publishedAt,
    quotes: [{ words: `Statement ${number}`, by }],
  };
}

/** The same article with other words around the same quotes: what extraction makes of it is written anew. */
export function saveAgain(store: ArticleStore, original: Story): Promise<SaveOutcome> {
  return saveStory(store, { ...original, lede: 'Told anew.' });
}

/** The words of all quotes of a speaker, newest first. */
export async function quotesBy(store: ArticleStore, speakerId: string): Promise<string[]> {
  const { items } = await store.listQuotes(quoteQuery({ speakerIds: [speakerId] }), firstPage);
  return items.map(({ text }) => text);
}

/** The ids of those who bear a name. */
export async function idsOf(store: ArticleStore, name: string): Promise<string[]> {
  return (await store.resolveName(name)).map(({ id }) => id);
}

/** Everything that a list holds, page by page; `between` runs after each page. */
export async function walk<Item>(
  list: (page: PageRequest) => Promise<Page<Item>>,
  limit = 7,
  between: () => Promise<void> = async () => {},
): Promise<Item[]> {
  const items: Item[] = [];
  let after: PagePosition | null = null;
  do {
    const page: Page<Item> = await list({ limit, after, withTotal: false });
    items.push(...page.items);
    // A position travels through a cursor as JSON.
    after = JSON.parse(JSON.stringify(page.next));
    await between();
  } while (after !== null);
  return items;
}
