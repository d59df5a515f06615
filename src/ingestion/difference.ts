import type { Article, ArticleMetadata } from '../domain/article.ts';
import { identifyingWords, type Quote } from '../domain/quote.ts';
import { findChangedFields } from '../domain/revisions.ts';

/** How one extraction of an article differs from another. */
export interface Difference {
  readonly isTextChanged: boolean;
  /** Fields of the metadata that have another value. */
  readonly metadata: readonly {
    readonly field: keyof ArticleMetadata;
    readonly before: unknown;
    readonly after: unknown;
  }[];
  readonly gained: readonly ComparedQuote[];
  readonly lost: readonly ComparedQuote[];
  /** Quotes in both, with another speaker; null: nobody known. */
  readonly speakers: readonly {
    readonly text: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** Names, with their types, of entities that only one of both has. */
  readonly entitiesGained: readonly string[];
  readonly entitiesLost: readonly string[];
}

export interface ComparedQuote {
  readonly kind: Quote['kind'];
  readonly text: string;
  readonly speaker: string | null;
}

/** Quotes are the same where their words are: as their ids have it. */
export function compareExtractions(before: Article, after: Article): Difference {
  const [old, now] = [quotesOf(before), quotesOf(after)];
  const [oldNames, newNames] = [namesOf(before), namesOf(after)];
  return {
    isTextChanged: before.text !== after.text,
    metadata: findChangedFields(before, after).map((field) => ({
      field,
      before: before[field],
      after: after[field],
    })),
    gained: [...now].filter(([key]) => !old.has(key)).map(([, quote]) => quote),
    lost: [...old].filter(([key]) => !now.has(key)).map(([, quote]) => quote),
    speakers: [...now].flatMap(([key, { text, speaker }]) => {
      const was = old.get(key);
      return was === undefined || was.speaker === speaker
        ? []
        : [{ text, before: was.speaker, after: speaker }];
    }),
    entitiesGained: [...newNames].filter((name) => !oldNames.has(name)),
    entitiesLost: [...oldNames].filter((name) => !newNames.has(name)),
  };
}

export function isDifferent(difference: Difference): boolean {
  return Object.values(difference).some((part) => (Array.isArray(part) ? part.length > 0 : part));
}

/** By their words, and which occurrence of them each is. */
function quotesOf({ quotes, entities }: Article): ReadonlyMap<string, ComparedQuote> {
  const occurrences = new Map<string, number>();
  return new Map(
    quotes.map((quote) => {
      const words = identifyingWords(quote);
      const occurrence = occurrences.get(words) ?? 0;
      occurrences.set(words, occurrence + 1);
      const { kind, text, speaker } = quote;
      return [
        `${words}\n${occurrence}`,
        { kind, text, speaker: speaker === null ? null : entities[speaker]!.name },
      ];
    }),
  );
}

function namesOf({ entities }: Article): ReadonlySet<string> {
  return new Set(entities.map(({ name, type }) => `${name} (${type})`));
}
