import type { Article, Dateline } from '../domain/article.ts';
import type { Quote } from '../domain/quote.ts';
import type { Span } from '../domain/span.ts';
import type { GoldArticle, GoldQuote } from './gold.ts';
import { alignTexts } from './gold-align.ts';
import { type Fault, type GoldPair, type Hits, inContext } from './gold-faults.ts';
import { sameName, sameNames } from './gold-names.ts';
import { phenomenaOf } from './gold-phenomena.ts';
import { type EntityScore, EntityTally } from './gold-score-entities.ts';
import { type Letters, letterIndex, lettersUnder, matchQuotes, similarity } from './score-letters.ts';
import { type Rate, Tally } from './score-rate.ts';

export interface GoldScore {
  readonly articles: number;
  readonly quotes: QuoteScore;
  readonly entities: EntityScore;
  /** Of all articles, where the text is exactly what cleaning should leave; and where each field is. */
  readonly cleaning: Readonly<
    Record<'text' | 'headline' | 'byline' | 'dateline' | 'publishedAt' | 'credit', Hits>
  >;
  /** In the order of the articles and their texts. */
  readonly faults: readonly Fault[];
}

export interface QuoteScore {
  /** Words found: content overlap (Jaccard, on letters and digits) of at least one half. */
  readonly match: Readonly<Record<Population, Rate>>;
  /** Words found, and the speaker (with all joint speakers) right by name. */
  readonly endToEnd: Readonly<Record<Population, Rate>>;
  /** Of the matched ones, where this is right. */
  readonly speaker: Hits;
  readonly kind: Hits;
  readonly resolution: Hits;
  readonly cue: Hits;
  readonly source: Hits;
  readonly reportedBy: Hits;
  readonly saidOn: Hits;
  /** Per phenomenon: how many there are, found, and found with the right speaker. */
  readonly phenomena: ReadonlyMap<string, { gold: number; matched: number; endToEnd: number }>;
  /** Per kind of non-quote: how many there are, and how many of them were taken for a quote. */
  readonly nonQuotes: ReadonlyMap<string, { gold: number; taken: number }>;
}

export type Population = 'marked' | 'indirect' | 'all';
const threshold = 0.5;

/**
 * Scores extracted articles against gold. Quotes match as in the scorer of the PolNeAR corpus; speakers count by the
 * resolved name, not by the words that name them; a quote that the gold calls optional counts nowhere.
 */
export function scoreGold(pairs: readonly GoldPair[]): GoldScore {
  const counts = new QuoteCounts();
  const entities = new EntityTally();
  const cleaning = countCleaning(pairs);
  const faults: Fault[] = [];
  for (const pair of pairs) {
    faults.push(...findCleaningFaults(pair));
    const place = alignTexts(pair.article.text, pair.gold.text);
    faults.push(...counts.add(pair, place));
    if (pair.gold.hasAllEntities) faults.push(...entities.add(pair, place));
  }
  return { articles: pairs.length, quotes: counts.score(), entities: entities.score(), cleaning, faults };
}

class QuoteCounts {
  #match = { marked: new Tally(), indirect: new Tally(), all: new Tally() };
  #endToEnd = { marked: new Tally(), indirect: new Tally(), all: new Tally() };
  #hits = new Map<string, { right: number; of: number }>();
  #phenomena = new Map<string, { gold: number; matched: number; endToEnd: number }>();
  #nonQuotes = new Map<string, { gold: number; taken: number }>();

  add({ name, gold, article }: GoldPair, place: (span: Span) => Span): Fault[] {
    const index = letterIndex(gold.text);
    const wanted = gold.quotes.map((quote) => lettersUnder(index, quote.segments));
    const found = article.quotes.map((quote) => lettersUnder(index, quote.segments.map(place)));
    const matches = matchQuotes(index, wanted, found, threshold);
    const optional = new Set(matches.filter(([i]) => gold.quotes[i]!.isOptional).map(([, j]) => j));
    const judged = matches
      .filter(([i]) => !gold.quotes[i]!.isOptional)
      .map(([i, j]) => ({
        i,
        j,
        isRight: hasRightSpeaker(gold, gold.quotes[i]!, article, article.quotes[j]!),
      }));
    const faults: Fault[] = [];
    const report = (fault: Fault['fault'], span: Span, expected: string | null, was: string | null) =>
      faults.push({ article: name, fault, expected, found: was, context: inContext(gold.text, span) });

    for (const population of ['marked', 'indirect', 'all'] as const) {
      const inGold = (quote: GoldQuote) => !quote.isOptional && belongs(population, quote.kind);
      const predicted = article.quotes.filter(
        (quote, j) => belongs(population, quote.kind) && !optional.has(j),
      ).length;
      const wantedHere = gold.quotes.filter(inGold).length;
      for (const [tally, chosen] of [
        [this.#match[population], judged],
        [this.#endToEnd[population], judged.filter((one) => one.isRight)],
      ] as const) {
        const right = chosen.filter(({ j }) => belongs(population, article.quotes[j]!.kind)).length;
        const recalled = chosen.filter(({ i }) => inGold(gold.quotes[i]!)).length;
        tally.add(right, predicted, recalled, wantedHere);
      }
    }
    for (const { i, j, isRight } of judged) {
      const [want, got] = [gold.quotes[i]!, article.quotes[j]!];
      this.#count('speaker', isRight);
      this.#count('kind', want.kind === got.kind);
      this.#count('resolution', want.resolution === got.resolution);
      this.#count('cue', touches(want.cue, got.cue && place(got.cue)));
      this.#count('source', touches(want.source, got.source && place(got.source)));
      this.#count('reportedBy', sameNames(want.reportedBy, got.reportedBy));
      this.#count('saidOn', want.saidOn === got.saidOn);
      if (!isRight) report('speaker', want.segments[0], speakersOf(gold, want), speakersOf(article, got));
      if (want.kind !== got.kind) report('kind', want.segments[0], want.kind, got.kind);
    }
    for (const [i, quote] of gold.quotes.entries()) {
      if (quote.isOptional) continue;
      const match = judged.find((one) => one.i === i);
      for (const phenomenon of new Set(phenomenaOf(gold, quote))) {
        const row = entry(this.#phenomena, phenomenon, { gold: 0, matched: 0, endToEnd: 0 });
        row.gold++;
        if (match !== undefined) row.matched++;
        if (match?.isRight) row.endToEnd++;
      }
      if (match === undefined)
        report('missed', quote.segments[0], `${quote.kind}, ${speakersOf(gold, quote)}`, null);
    }
    const extra = found.flatMap((letters, j) =>
      matches.some((match) => match[1] === j) ? [] : [{ letters, j }],
    );
    const trapped = this.#countNonQuotes(gold, extra, index);
    for (const { j } of extra) {
      const quote = article.quotes[j]!;
      report(
        trapped.has(j) ? 'non-quote' : 'extra',
        place(quote.segments[0]),
        null,
        `${quote.kind}, ${speakersOf(article, quote)}`,
      );
    }
    return faults;
  }

  score(): QuoteScore {
    const rates = (tallies: Record<Population, Tally>) => ({
      marked: tallies.marked.rate(),
      indirect: tallies.indirect.rate(),
      all: tallies.all.rate(),
    });
    const hits = (name: string) => this.#hits.get(name) ?? { right: 0, of: 0 };
    return {
      match: rates(this.#match),
      endToEnd: rates(this.#endToEnd),
      speaker: hits('speaker'),
      kind: hits('kind'),
      resolution: hits('resolution'),
      cue: hits('cue'),
      source: hits('source'),
      reportedBy: hits('reportedBy'),
      saidOn: hits('saidOn'),
      phenomena: this.#phenomena,
      nonQuotes: this.#nonQuotes,
    };
  }

  #count(name: string, isRight: boolean): void {
    const row = entry(this.#hits, name, { right: 0, of: 0 });
    row.of++;
    if (isRight) row.right++;
  }

  #countNonQuotes(
    gold: GoldArticle,
    extra: readonly { letters: Letters; j: number }[],
    index: Int32Array,
  ): Set<number> {
    const trapped = new Set<number>();
    for (const none of gold.nonQuotes) {
      const row = entry(this.#nonQuotes, none.kind, { gold: 0, taken: 0 });
      row.gold++;
      const letters = lettersUnder(index, [none]);
      const takers = extra.filter((one) => similarity(index, letters, one.letters) >= threshold);
      if (takers.length > 0) row.taken++;
      for (const taker of takers) trapped.add(taker.j);
    }
    return trapped;
  }
}

function belongs(population: Population, kind: Quote['kind']): boolean {
  return population === 'all' || (population === 'indirect') === (kind === 'indirect');
}

function hasRightSpeaker(gold: GoldArticle, want: GoldQuote, article: Article, got: Quote): boolean {
  const wanted = [want.speaker, ...want.jointSpeakers].flatMap((i) =>
    i === null ? [] : [gold.entities[i]!],
  );
  const found = [got.speaker, ...got.jointSpeakers].flatMap((i) =>
    i === null ? [] : [article.entities[i]!],
  );
  return (
    wanted.length === found.length &&
    wanted.every((entity) => found.some((other) => sameName(entity, other.name)))
  );
}

function speakersOf(
  { entities }: { entities: readonly { name: string }[] },
  quote: { speaker: number | null; jointSpeakers: readonly number[] },
): string {
  const indexes = [quote.speaker, ...quote.jointSpeakers].filter((i) => i !== null);
  return indexes.length === 0 ? 'nobody' : indexes.map((i) => entities[i]!.name).join(' + ');
}

function touches(a: Span | null, b: Span | null): boolean {
  return a === null || b === null ? a === b : a.start < b.end && b.start < a.end;
}

type CleaningField = 'text' | 'headline' | 'byline' | 'dateline' | 'publishedAt' | 'credit';

function countCleaning(pairs: readonly GoldPair[]): GoldScore['cleaning'] {
  const fields = ['text', 'headline', 'byline', 'dateline', 'publishedAt', 'credit'] as const;
  const compared = pairs.map(compareCleaning);
  const hits = (field: CleaningField): Hits => {
    const values = compared.flatMap((one) => one.get(field) ?? []);
    return { right: values.filter(({ expected, found }) => expected === found).length, of: values.length };
  };
  return Object.fromEntries(fields.map((field) => [field, hits(field)])) as unknown as GoldScore['cleaning'];
}

/** What cleaning should leave and find, and what it did; without a date that the copy cannot show. */
function compareCleaning({
  gold,
  article,
}: GoldPair): Map<CleaningField, { expected: string; found: string }> {
  const dateline = ({ place, date, agency }: Dateline) => [place, date, agency].join(' | ');
  const fields: [CleaningField, string | null | undefined, string | null | undefined][] = [
    ['text', gold.text, article.text],
    ['headline', gold.metadata.headline, article.headline],
    ['byline', gold.metadata.byline.join('; '), article.byline.join('; ')],
    [
      'dateline',
      gold.metadata.dateline && dateline(gold.metadata.dateline),
      article.dateline && dateline(article.dateline),
    ],
    ['publishedAt', gold.metadata.publishedAt, article.publishedAt],
    ['credit', gold.metadata.credit, article.credit],
  ];
  return new Map(
    fields
      .filter(([field]) => field !== 'publishedAt' || !gold.metadata.isDateGiven)
      .map(([field, expected, found]) => [field, { expected: expected ?? '', found: found ?? '' }]),
  );
}

/** What cleaning got wrong; of the text the first place that is not as it should be. */
function findCleaningFaults(pair: GoldPair): Fault[] {
  const { name, gold, article } = pair;
  return [...compareCleaning(pair)].flatMap(([field, { expected, found }]): Fault[] => {
    if (expected === found) return [];
    if (field !== 'text') return [{ article: name, fault: 'cleaning', expected, found, context: field }];
    let at = 0;
    while (gold.text[at] === article.text[at]) at++;
    const here = { start: at, end: at };
    const context = `text, at ${at} of ${gold.text.length}`;
    return [
      {
        article: name,
        fault: 'cleaning',
        expected: inContext(gold.text, here),
        found: inContext(article.text, here),
        context,
      },
    ];
  });
}

function entry<T>(map: Map<string, T>, key: string, fresh: T): T {
  const row = map.get(key) ?? fresh;
  map.set(key, row);
  return row;
}
