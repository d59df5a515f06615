import type { GoldArticle, GoldQuote } from './gold.ts';
import type { Hits } from './gold-faults.ts';
import { foldName, sameNames } from './gold-names.ts';
import { letterIndex, lettersUnder, matchQuotes } from './score-letters.ts';
import { type Rate, Tally } from './score-rate.ts';

/** How far two annotations of the same articles agree. Rates are symmetric: precision and recall change places with them. */
export interface Agreement {
  readonly articles: number;
  /** Contents that overlap by at least one half (Jaccard, on letters and digits): of direct and mixed quotes, and of all. */
  readonly marked: Rate;
  readonly quotes: Rate;
  /** … and have the same speakers, by name. */
  readonly markedEndToEnd: Rate;
  readonly endToEnd: Rate;
  /** Of the matched ones, those with the same speakers, kind, exact words. */
  readonly speaker: Hits;
  readonly kind: Hits;
  readonly words: Hits;
  /** Mentions with the same words and type, in articles where both annotated every name. */
  readonly mentions: Rate;
}

/** Compares two annotations of each article: the first of a pair as gold, the second as if it were extracted. */
export function measureAgreement(pairs: readonly (readonly [GoldArticle, GoldArticle])[]): Agreement {
  const tallies = {
    marked: new Tally(),
    quotes: new Tally(),
    markedEndToEnd: new Tally(),
    endToEnd: new Tally(),
  };
  const hits = { speaker: { right: 0, of: 0 }, kind: { right: 0, of: 0 }, words: { right: 0, of: 0 } };
  const mentions = new Tally();
  for (const [first, second] of pairs) {
    const index = letterIndex(first.text);
    const letters = ({ quotes }: GoldArticle) => quotes.map(({ segments }) => lettersUnder(index, segments));
    const matches = matchQuotes(index, letters(first), letters(second), 0.5).map(
      ([i, j]) => [first.quotes[i]!, second.quotes[j]!] as const,
    );
    const agreed = matches.filter(([a, b]) => sameNames(speakerNames(first, a), speakerNames(second, b)));
    for (const [tally, chosen, isCounted] of [
      [tallies.marked, matches, isMarked],
      [tallies.markedEndToEnd, agreed, isMarked],
      [tallies.quotes, matches, isAny],
      [tallies.endToEnd, agreed, isAny],
    ] as const)
      tally.add(
        chosen.filter(([, b]) => isCounted(b)).length,
        second.quotes.filter(isCounted).length,
        chosen.filter(([a]) => isCounted(a)).length,
        first.quotes.filter(isCounted).length,
      );
    count(hits.speaker, agreed.length, matches.length);
    count(hits.kind, matches.filter(([a, b]) => a.kind === b.kind).length, matches.length);
    count(hits.words, matches.filter(([a, b]) => placesOf(a) === placesOf(b)).length, matches.length);
    if (first.hasAllEntities && second.hasAllEntities) {
      const [a, b] = [mentionKeys(first), mentionKeys(second)];
      const shared = a.filter((key) => b.includes(key)).length;
      mentions.add(shared, b.length, shared, a.length);
    }
  }
  return {
    articles: pairs.length,
    marked: tallies.marked.rate(),
    quotes: tallies.quotes.rate(),
    markedEndToEnd: tallies.markedEndToEnd.rate(),
    endToEnd: tallies.endToEnd.rate(),
    ...hits,
    mentions: mentions.rate(),
  };
}

function speakerNames({ entities }: GoldArticle, { speaker, jointSpeakers }: GoldQuote): string[] {
  return [speaker, ...jointSpeakers].flatMap((i) => (i === null ? [] : [entities[i]!.name]));
}

function placesOf({ segments }: GoldQuote): string {
  return segments.map(({ start, end }) => `${start}-${end}`).join();
}

function mentionKeys({ entities }: GoldArticle): string[] {
  return entities.flatMap(({ name, type, mentions }) =>
    mentions.map(({ start, end }) => `${start}-${end} ${type} ${foldName(name)}`),
  );
}

function isMarked({ kind }: GoldQuote): boolean {
  return kind !== 'indirect';
}

function isAny(): boolean {
  return true;
}

function count(hits: { right: number; of: number }, right: number, of: number): void {
  hits.right += right;
  hits.of += of;
}
