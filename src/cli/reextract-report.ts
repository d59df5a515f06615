import { type ComparedQuote, type Difference, isDifferent } from '../ingestion/difference.ts';
import type { Reextracted } from '../ingestion/reextract.ts';
import { plural, printable } from './output.ts';

/** What changed in one article, for a person to look through. */
export function showDifference(id: string, difference: Difference): string {
  const { isTextChanged, metadata, gained, lost, speakers, entitiesGained, entitiesLost } = difference;
  const lines = [
    id,
    ...(isTextChanged ? ['  the text is another'] : []),
    ...metadata.map(
      ({ field, before, after }) => `  ${field}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`,
    ),
    ...gained.map((quote) => `  + ${showQuote(quote)}`),
    ...lost.map((quote) => `  - ${showQuote(quote)}`),
    ...speakers.map(
      ({ text, before, after }) => `  ~ "${text}": ${before ?? 'nobody known'} → ${after ?? 'nobody known'}`,
    ),
    ...entitiesGained.map((name) => `  + named: ${name}`),
    ...entitiesLost.map((name) => `  - named: ${name}`),
  ];
  return `${lines.map(printable).join('\n')}\n\n`;
}

function showQuote({ kind, text, speaker }: ComparedQuote): string {
  return `${kind} "${text}" (${speaker ?? 'nobody known'})`;
}

/** How much has changed so far. */
export interface ReextractTally {
  count(done: Reextracted): void;
  readonly done: number;
  readonly changed: number;
  readonly failed: number;
  describe(where: string): string;
}

export function createReextractTally(): ReextractTally {
  const articles = { done: 0, changed: 0, passedOver: 0, failed: 0 };
  const quotes = { gained: 0, lost: 0, speakers: 0, waiting: 0 };
  return {
    get done() {
      return articles.done;
    },
    get changed() {
      return articles.changed;
    },
    get failed() {
      return articles.failed;
    },
    count: (done) => {
      articles.done++;
      if (done.outcome === 'failed') articles.failed++;
      else if (done.outcome === 'passed-over') articles.passedOver++;
      else {
        const { difference } = done;
        if (isDifferent(difference)) articles.changed++;
        quotes.gained += difference.gained.length;
        quotes.lost += difference.lost.length;
        quotes.speakers += difference.speakers.length;
        if ('correctionsWithoutQuote' in done) quotes.waiting += done.correctionsWithoutQuote.length;
      }
    },
    describe: (where) => {
      const number = (count: number) => count.toLocaleString('en');
      const parts = [
        `${number(articles.changed)} changed`,
        `quotes: ${number(quotes.gained)} gained, ${number(quotes.lost)} lost, ${number(quotes.speakers)} with another speaker`,
        ...(quotes.waiting > 0
          ? [`${plural(quotes.waiting, 'decision')} about quotes that are no longer found`]
          : []),
        ...(articles.passedOver > 0 ? [`${number(articles.passedOver)} changed or deleted meanwhile`] : []),
        ...(articles.failed > 0 ? [`${number(articles.failed)} stay as they were`] : []),
      ];
      return `${plural(articles.done, 'article')}: ${parts.join('; ')} (${where})`;
    },
  };
}
