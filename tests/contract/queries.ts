import type {
  ArticleQuery,
  ArticleStore,
  EntityQuery,
  Page,
  PagePosition,
  PageRequest,
  QuoteQuery,
  SaveOutcome,
  SpeakerQuery,
} from '../../src/domain/article-store.ts';
import { buildArticle, rawOf, type Story } from '../support/articles.ts';

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
    kinds: null,
    publisher: null,
    from: null,
    to: null,
    minConfidence: null,
    attributed: null,
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
