import type { Article } from '../domain/article.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import { faultOf, OnrecordError } from '../domain/errors.ts';
import type { ExtractedArticle, Extraction } from '../domain/extractions.ts';
import type { SourceDocument } from '../domain/source-document.ts';
import { compareExtractions, type Difference } from './difference.ts';
import { readAgain } from './read-again.ts';

/** What became of one article. */
export type Reextracted = { readonly id: string } & (
  | {
      readonly outcome: 'reextracted';
      readonly difference: Difference;
      readonly correctionsWithoutQuote: readonly string[];
    }
  /** Nothing was to be written. */
  | { readonly outcome: 'compared'; readonly difference: Difference }
  /** It was deleted meanwhile, or stored anew by the rules of now. */
  | { readonly outcome: 'passed-over' }
  /** It stays as it was. */
  | { readonly outcome: 'failed'; readonly fault: OnrecordError }
);

export interface Reextraction {
  readonly store: ArticleStore;
  readonly extract: (document: SourceDocument) => Promise<Article>;
  /** Which articles are extracted again. */
  readonly isWanted: (extraction: Extraction) => boolean;
  /** The last id of an earlier run, behind which this one goes on; null: from the first. */
  readonly after: string | null;
  /** Whether only to tell what would change. */
  readonly isDry: boolean;
}

/** Articles that are in memory at the same time. */
const mostAtOnce = 16;
/** Of these, those that are written at once: whoever reads meanwhile has to look again at the store after each time. */
const writtenAtOnce = 8;

/**
 * Extracts stored articles again, in the order of their ids, and answers with what became of each, once that is stored. The
 * store is read and written by others meanwhile: an article that changed under way is read again.
 */
export async function* reextractAll(reextraction: Reextraction): AsyncGenerator<readonly Reextracted[]> {
  const underWay: Promise<Structured>[] = [];
  const finishFirst = async () => finish(reextraction, await Promise.all(underWay.splice(0, writtenAtOnce)));
  for await (const id of findWanted(reextraction)) {
    underWay.push(settled(structure(reextraction, id)));
    if (underWay.length === mostAtOnce) yield finishFirst();
  }
  while (underWay.length > 0) yield finishFirst();
}

/** Extractions that are listed at once. */
const extractionsAPage = 1000;

async function* findWanted({ store, isWanted, after }: Reextraction): AsyncIterable<string> {
  for (let last = after; ; ) {
    const page = await store.listExtractions(last, extractionsAPage);
    for (const extraction of page) if (isWanted(extraction)) yield extraction.id;
    if (page.length < extractionsAPage) return;
    last = page.at(-1)!.id;
  }
}

/** An article, and what extraction makes of it now; or that it is gone, or why it cannot be read. */
type Structured =
  | { readonly read: ExtractedArticle; readonly article: Article }
  | { readonly id: string; readonly isGone: true }
  | { readonly id: string; readonly fault: OnrecordError };

async function structure({ store, extract }: Reextraction, id: string): Promise<Structured> {
  try {
    const read = await store.findExtracted(id);
    const article = await extract(readAgain(read)).catch(faultOf);
    if (article instanceof OnrecordError) return { id, fault: article };
    if (article.text !== '' || read.article.text === '') return { read, article };
    return { id, fault: new OnrecordError('empty-article', 'Nothing would be left of it.') };
  } catch (error) {
    if (!(error instanceof OnrecordError) || error.code === 'unavailable') throw error;
    return error.code === 'deleted' ? { id, isGone: true } : { id, fault: error };
  }
}

async function finish(
  reextraction: Reextraction,
  batch: readonly Structured[],
): Promise<readonly Reextracted[]> {
  const { store, isDry } = reextraction;
  const toWrite = batch.flatMap((each) => ('read' in each ? { ...each.read, article: each.article } : []));
  const written = isDry || toWrite.length === 0 ? [] : await store.reextractMany(toWrite);
  const outcomes = written.values();
  const finished: Reextracted[] = [];
  for (const structured of batch) {
    if ('fault' in structured) finished.push({ ...structured, outcome: 'failed' });
    else if ('isGone' in structured) finished.push({ id: structured.id, outcome: 'passed-over' });
    else {
      const { id, article: before } = structured.read;
      const difference = compareExtractions(before, structured.article);
      const outcome = outcomes.next().value;
      if (outcome === undefined) finished.push({ id, outcome: 'compared', difference });
      else if (outcome.outcome === 'reextracted') finished.push({ id, difference, ...outcome });
      else finished.push(await redo(reextraction, id));
    }
  }
  return finished;
}

/** Whoever stored it anew may have done so by the rules of now, or by older ones. */
async function redo(reextraction: Reextraction, id: string): Promise<Reextracted> {
  const structured = await structure(reextraction, id);
  if ('read' in structured && !reextraction.isWanted({ id, extractor: structured.read.article.extractor })) {
    return { id, outcome: 'passed-over' };
  }
  return (await finish(reextraction, [structured]))[0]!;
}

/** A promise whose rejection is heard of by whoever awaits it, and is no fault of the process until then. */
function settled<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {});
  return promise;
}
