import type { AnnotatedText } from '../evaluation/annotation.ts';
import { inTokens, type TokenQuote } from '../evaluation/token-quotes.ts';
import { type EntityLexicons, findEntities } from '../extraction/entities/index.ts';
import { findNames, type NameRecognizer } from '../extraction/names.ts';
import { boundQuotations } from '../extraction/quotes/bounds.ts';
import { settleOverlaps } from '../extraction/quotes/chains.ts';
import { findCues } from '../extraction/quotes/cues/cues.ts';
import type { QuoteLexicons } from '../extraction/quotes/find-quotes.ts';
import { attributeByRules } from '../extraction/quotes/forms/rules.ts';
import { type Marker, markTokens } from '../extraction/quotes/learned/attribute-by-model.ts';
import type { CueWordReader } from '../extraction/quotes/learned/cue-words.ts';
import {
  learningWindowOf,
  type Marking,
  readStretches,
  writeLinkingFeatures,
} from '../extraction/quotes/learned/linking-features.ts';
import {
  type MarkedReading,
  markReading,
  writeMarkingFeatures,
} from '../extraction/quotes/learned/marking-features.ts';
import { readText, type Stretch } from '../extraction/quotes/reading.ts';
import { FeatureWriter } from '../tagging/features.ts';
import type { Example } from '../tagging/learn.ts';
import { findParagraphs } from '../text/paragraphs.ts';
import { segmentText } from '../text/segment.ts';

/** What articles are read with before quotes are learned. */
export interface ReadingTools {
  readonly names: NameRecognizer;
  readonly entities: EntityLexicons;
  readonly quotes: QuoteLexicons;
  readonly words: CueWordReader;
}

/** An annotated article, read as extraction reads it. */
export interface ReadArticle {
  readonly marked: MarkedReading;
  readonly quotes: readonly TokenQuote[];
}

export function readArticle({ text, quotes }: AnnotatedText, tools: ReadingTools): ReadArticle {
  const segmented = segmentText(text, findParagraphs(text));
  const found = findEntities(segmented, findNames(segmented, tools.names), tools.entities);
  const unbounded = readText(segmented, found.mentions);
  const reading = boundQuotations(unbounded, tools.quotes.cues);
  const cues = findCues(reading, tools.quotes.cues);
  const ruled = settleOverlaps(reading, attributeByRules(reading, cues));
  const marked = markReading(reading, ruled, tools.words);
  return { marked, quotes: quotes.map((quote) => inTokens(segmented.tokens, quote)) };
}

/** One example a paragraph, for the tagger that marks sources, cues and contents. */
export function markingExamples({ marked, quotes }: ReadArticle): readonly Example[] {
  const labels = new Uint8Array(marked.words.length);
  for (const { contents } of quotes) for (const content of contents) put(labels, content, 5);
  for (const { source } of quotes) if (source !== null) put(labels, source, 1);
  for (const { cue } of quotes) if (cue !== null) put(labels, cue, 3);
  const writer = new FeatureWriter();
  return marked.reading.paragraphTokens
    .filter(({ first, end }) => end > first)
    .map((paragraph) => {
      writeMarkingFeatures(marked, paragraph, writer, 'with words');
      return {
        features: writer.finish(),
        labels: legal(labels.slice(paragraph.first, paragraph.end)),
        weight: 1,
        prior: null,
      };
    });
}

/**
 * One example a cue, for the tagger that gives each cue its own source and content: the cues that `marker`, trained on
 * other articles, finds (false ones with nothing to give), and those that it misses.
 */
export function linkingExamples({ marked, quotes }: ReadArticle, marker: Marker): readonly Example[] {
  const marking = markTokens(marked, marker);
  const stretches = readStretches(marked, marking);
  const unused = new Set(quotes.filter(({ cue }) => cue !== null));
  const examples: Example[] = [];
  for (const { first, end, kind } of stretches.stretches) {
    if (kind !== 2) continue;
    const cue = { first, end };
    const quote = nearestQuote(unused, cue);
    if (quote !== null) unused.delete(quote);
    examples.push(linkingExample(marked, marking, cue, quote));
  }
  for (const quote of unused)
    examples.push(linkingExample(marked, withCue(marking, quote.cue!), quote.cue!, quote));
  return examples;
}

function linkingExample(
  marked: MarkedReading,
  marking: Marking,
  cue: Stretch,
  quote: TokenQuote | null,
): Example {
  const window = learningWindowOf(marked, cue);
  const labels = new Uint8Array(marked.words.length);
  for (const content of quote?.contents ?? []) put(labels, content, 3);
  if (quote?.source != null) put(labels, quote.source, 1);
  labels.fill(0, cue.first, cue.end);
  const writer = new FeatureWriter();
  writeLinkingFeatures(marked, readStretches(marked, marking), cue, window, writer);
  return {
    features: writer.finish(),
    labels: legal(labels.slice(window.first, window.end)),
    weight: 1,
    prior: null,
  };
}

function nearestQuote(quotes: ReadonlySet<TokenQuote>, cue: Stretch): TokenQuote | null {
  let best: TokenQuote | null = null;
  let most = 0;
  for (const quote of quotes) {
    const shared = Math.min(cue.end, quote.cue!.end) - Math.max(cue.first, quote.cue!.first);
    if (shared <= most) continue;
    most = shared;
    best = quote;
  }
  return best;
}

function withCue(marking: Marking, cue: Stretch): Marking {
  const labels = marking.labels.slice();
  put(labels, cue, 3);
  if (labels[cue.end]! > 0 && labels[cue.end]! % 2 === 0) labels[cue.end]! -= 1;
  return { ...marking, labels };
}

function put(labels: Uint8Array, { first, end }: Stretch, label: number): void {
  labels.fill(label + 1, first, end);
  labels[first] = label;
}

/** Stretches that others cut in two start again. */
function legal(labels: Uint8Array): Uint8Array {
  for (let item = 0; item < labels.length; item += 1) {
    const label = labels[item]!;
    if (label === 0 || label % 2 === 1) continue;
    const before = item === 0 ? 0 : labels[item - 1]!;
    if (before !== label && before !== label - 1) labels[item] = label - 1;
  }
  return labels;
}
