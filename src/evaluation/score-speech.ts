import type { AnnotatedText, Prediction, QuoteAnnotation } from './annotation.ts';
import { sameQuoteSimilarity } from './score.ts';
import { type LetterIndex, letterIndex, lettersUnder, similarity } from './score-letters.ts';

/**
 * Narrows an annotated corpus to speech: indirect attributions whose cue is no form of one of `cueLemmas` (beliefs,
 * intentions, acts) are left out of the gold, and so is what was predicted for them; they are neither misses nor errors.
 * `score.py --speech` of PolNeAR.
 */
export function keepSpeech(
  gold: readonly AnnotatedText[],
  predictions: readonly Prediction[],
  cueLemmas: readonly string[],
): { gold: readonly AnnotatedText[]; predictions: readonly Prediction[] } {
  const forms = new Set([...cueLemmas.flatMap(regularForms), ...irregularForms]);
  const quotesOf = new Map(predictions.map(({ id, quotes }) => [id, quotes]));
  const narrowed = gold.map((annotated) => {
    const isSpeech = (quote: QuoteAnnotation) =>
      quote.kind !== 'indirect' || cueWords(annotated.text, quote).some((word) => forms.has(word));
    const kept = annotated.quotes.filter(isSpeech);
    const dropped = annotated.quotes.filter((quote) => !isSpeech(quote));
    const index = letterIndex(annotated.text);
    const stays = (quote: QuoteAnnotation) =>
      !hasWordsOf(index, quote, dropped) || hasWordsOf(index, quote, kept);
    return {
      gold: { ...annotated, quotes: kept },
      prediction: { id: annotated.id, quotes: (quotesOf.get(annotated.id) ?? []).filter(stays) },
    };
  });
  return {
    gold: narrowed.map(({ gold }) => gold),
    predictions: narrowed.map(({ prediction }) => prediction),
  };
}

/** Every form that a regular verb can have, and some that none has: more forms than words do no harm here. */
function regularForms(lemma: string): readonly string[] {
  const stem = lemma.slice(0, -1);
  const endings = ['', 's', 'es', 'd', 'ed', 'ing', `${lemma.at(-1)}ed`];
  return [...endings.map((ending) => lemma + ending), `${stem}ing`, `${stem}ied`, `${stem}ies`];
}

const irregularForms = 'said told wrote written spoke spoken swore sworn gave given read'.split(' ');

function cueWords(text: string, quote: QuoteAnnotation): readonly string[] {
  return quote.cue
    .flatMap(({ start, end }) => text.slice(start, end).split(/\s+/))
    .map((word) => word.replace(/^[.,;:"\u201c\u201d]+|[.,;:"\u201c\u201d]+$/g, '').toLowerCase());
}

function hasWordsOf(index: LetterIndex, quote: QuoteAnnotation, others: readonly QuoteAnnotation[]): boolean {
  const letters = lettersUnder(index, quote.content);
  return others.some(
    (other) => similarity(index, lettersUnder(index, other.content), letters) >= sameQuoteSimilarity,
  );
}
