import { setTimeout as wait } from 'node:timers/promises';
import type { Article } from '../domain/article.ts';
import type { ArticleStore, ArticleToSave, SaveResult } from '../domain/article-store.ts';
import { faultOf, OnrecordError } from '../domain/errors.ts';
import type { SourceDocument } from '../domain/source-document.ts';
import { readAhead } from './read-ahead.ts';

/** Structures one document; pure, and total: no document makes it throw. */
export type Extract = (document: SourceDocument) => Article;

/** Something that comes in: a document, why there is none, or neither, which passes through in its place. */
export interface Incoming {
  readonly place: string | null;
  readonly document?: SourceDocument;
  readonly fault?: OnrecordError;
}

/** What became of it. */
export interface Ingested<Item> {
  readonly item: Item;
  /** As extraction made it; null where there is none. */
  readonly article: Article | null;
  /** Null where it was neither a document nor a fault, or nothing is to be stored. */
  readonly result: SaveResult | null;
}

export interface IngestionSteps {
  /** Structures a document, elsewhere and beside others. */
  readonly extract: (document: SourceDocument) => Promise<Article>;
  /** Null: nothing is stored, and each result is null. */
  readonly saveMany: ArticleStore['saveMany'] | null;
}

/** Sizes are UTF-16 code units of raw copy; however short a document is, it counts as `least`. */
const sizes = {
  least: 32 * 1024,
  /** Of all that is read, and not yet stored and told: 256 articles, enough to keep the threads at work. */
  held: 8 * 1024 * 1024,
  /** Of what is written at once: 64 articles, among which the cost of a transaction is shared. */
  written: 2 * 1024 * 1024,
};
/** Milliseconds that what could be written waits for what is being structured behind it. */
const longestWait = 250;

/**
 * Takes whatever comes all the way, in its order: structured by many, written by one, many articles a transaction. Answers
 * with what became of each only once that is stored for good, and the outcome is the same as if they came one by one. What
 * is in memory at any time is bounded; it reads on only as fast as its answers are taken.
 */
export async function* ingestAll<Item extends Incoming>(
  items: AsyncIterable<Item>,
  steps: IngestionSteps,
): AsyncGenerator<readonly Ingested<Item>[], void, undefined> {
  const works = readAhead(startEach(items, steps), ({ size }) => size, sizes.held);
  try {
    for (let first = await works.first(); first !== null; first = await works.first()) {
      const batch = await takeBatch(works);
      yield await write(batch, steps);
      works.release(batch);
    }
  } finally {
    works.close();
  }
}

/** Something that comes in, while it is being structured. */
interface Work<Item> {
  readonly item: Item;
  readonly size: number;
  /** Never rejects; answers with why it could not be structured. */
  readonly structured: Promise<Article | OnrecordError | null>;
}

async function* startEach<Item extends Incoming>(
  items: AsyncIterable<Item>,
  { extract }: IngestionSteps,
): AsyncIterable<Work<Item>> {
  for await (const item of items) {
    const { document, fault = null } = item;
    const structured = document === undefined ? Promise.resolve(fault) : structure(document, extract);
    yield { item, size: Math.max(document?.raw.text.length ?? 0, sizes.least), structured };
  }
}

async function structure(
  document: SourceDocument,
  extract: IngestionSteps['extract'],
): Promise<Article | OnrecordError> {
  try {
    return refuseEmpty(await extract(document));
  } catch (error) {
    return faultOf(error);
  }
}

/** Those that are structured, up to what is written at once; without waiting where nothing more is under way. */
async function takeBatch<Item extends Incoming>(
  works: ReturnType<typeof readAhead<Work<Item>>>,
): Promise<Work<Item>[]> {
  const batch: Work<Item>[] = [];
  const late = new AbortController();
  let timeIsUp: Promise<unknown> | null = null;
  for (let size = 0; size < sizes.written; ) {
    const next = works.peek();
    if (next === undefined) break;
    if (timeIsUp === null) await next.structured;
    else if ((await Promise.race([next.structured, timeIsUp])) === 'late') break;
    timeIsUp ??= wait(longestWait, 'late', late).catch(() => {});
    works.take();
    batch.push(next);
    size += next.size;
  }
  late.abort();
  return batch;
}

/** Where the store cannot be written, that is the answer to each of them: nothing is stored of any. */
async function write<Item extends Incoming>(
  batch: readonly Work<Item>[],
  { saveMany }: IngestionSteps,
): Promise<readonly Ingested<Item>[]> {
  const ingested = await Promise.all(
    batch.map(async ({ item, structured }) => splitResult(item, await structured)),
  );
  const toSave = ingested.flatMap(({ item, article }): readonly ArticleToSave[] =>
    article === null ? [] : [{ article, raw: item.document!.raw }],
  );
  if (toSave.length === 0 || saveMany === null) return ingested;
  const saved = await saveMany(toSave).catch((error: unknown) => {
    if (error instanceof OnrecordError) return toSave.map(() => error);
    throw error;
  });
  const results = saved.values();
  return ingested.map((each) =>
    each.article === null ? each : { ...each, result: results.next().value ?? null },
  );
}

function splitResult<Item>(item: Item, structured: Article | OnrecordError | null): Ingested<Item> {
  return structured === null || structured instanceof OnrecordError
    ? { item, article: null, result: structured }
    : { item, article: structured, result: null };
}

/** Throws where cleaning left nothing of a document, unless it says that an article is canceled: that takes no words. */
export function refuseEmpty(article: Article): Article {
  const isWithdrawal = article.status === 'canceled' && (article.guid ?? article.url) !== null;
  if (article.text !== '' || isWithdrawal) return article;
  throw new OnrecordError(
    'empty-article',
    'Nothing is left of it once dates, bylines, template tags and the like are taken out: send the story too.',
  );
}
