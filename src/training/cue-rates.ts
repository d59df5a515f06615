import type { AnnotatedText } from '../evaluation/annotation.ts';
import { tokensUnder } from '../evaluation/token-quotes.ts';
import type { CueRate, CueRates } from '../extraction/quotes/learned/cue-rates.ts';
import { findParagraphs } from '../text/paragraphs.ts';
import { segmentText } from '../text/segment.ts';

/** Counts how often each word is part of cues and of sources. Words that seldom are have no rate. */
export function countCueRates(texts: readonly AnnotatedText[]): CueRates {
  const counts = new Map<string, { all: number; cue: number; source: number }>();
  for (const { text, quotes } of texts) {
    const { tokens } = segmentText(text, findParagraphs(text));
    const within = (role: 'cue' | 'source'): ReadonlySet<number> => {
      const found = new Set<number>();
      for (const span of quotes.flatMap((quote) => quote[role])) {
        const { first, end } = tokensUnder(tokens, span) ?? { first: 0, end: 0 };
        for (let token = first; token < end; token += 1) found.add(token);
      }
      return found;
    };
    const cues = within('cue');
    const sources = within('source');
    for (const [index, token] of tokens.entries()) {
      const word = token.text.toLowerCase().replaceAll('’', "'");
      const count = counts.get(word) ?? { all: 0, cue: 0, source: 0 };
      count.all += 1;
      if (cues.has(index)) count.cue += 1;
      if (sources.has(index)) count.source += 1;
      counts.set(word, count);
    }
  }
  const rates = new Map<string, CueRate>();
  for (const [word, { all, cue, source }] of counts) {
    const rate = {
      cue: cue < fewest.cue ? 0 : 1 + stepOf(cue / (all + doubt), steps.cue),
      source: source < fewest.source ? 0 : stepOf(source / (all + doubt), steps.source),
    };
    if (/\p{L}/u.test(word) && rate.cue + rate.source > 0) rates.set(word, rate);
  }
  return rates;
}

/** The lexicon `cue-rates.txt`. */
export function writeCueRates(rates: CueRates): string {
  const lines = [...rates].map(([word, { cue, source }]) => `${word}\t${cue}\t${source}`);
  return `# Made by "npm run train -- quotes": how often a word is part of cues and of sources in annotated news, in steps.\n${lines.sort().join('\n')}\n`;
}

/** Fewer occurrences in cues or sources are chance. */
const fewest = { cue: 2, source: 3 };

/** Occurrences added to all of a word's, so that rare words have low rates. */
const doubt = 4;

/** Where the steps of a rate end. */
const steps = { cue: [0.05, 0.15, 0.3, 0.5, 0.7, 0.85], source: [0.1, 0.3, 0.6] };

function stepOf(rate: number, ends: readonly number[]): number {
  return ends.filter((end) => rate >= end).length;
}
