import { type QuoteKind, quoteKinds } from '../domain/quote.ts';
import type { Span } from '../domain/span.ts';
import type { AnnotatedText, Prediction, QuoteAnnotation } from './annotation.ts';

/**
 * Reads records of PolNeAR's form, one JSON object a line: `{ id, text, quotes: [{ content: [[start, end], …], source,
 * cue, type }] }`, with offsets in UTF-16 units. Throws an Error that names the line where one has another form.
 */
export function readAnnotatedTexts(file: string): readonly AnnotatedText[] {
  return readLines(file, (record) => ({
    id: readString(record, 'id'),
    text: readString(record, 'text'),
    quotes: readQuotes(record),
  }));
}

/** Reads predictions: as {@link readAnnotatedTexts}, without the text. */
export function readPredictions(file: string): readonly Prediction[] {
  return readLines(file, (record) => ({ id: readString(record, 'id'), quotes: readQuotes(record) }));
}

/** Writes predictions so that PolNeAR's own scorer reads them. */
export function writePrediction({ id, quotes }: Prediction): string {
  const pairs = (spans: readonly Span[]) => spans.map(({ start, end }) => [start, end]);
  return JSON.stringify({
    id,
    quotes: quotes.map(({ content, source, cue, kind, speaker }) => ({
      content: pairs(content),
      source: pairs(source),
      cue: pairs(cue),
      type: kind,
      speaker,
    })),
  });
}

/** Reads each line that is not blank as one JSON object. */
export function readLines<T>(file: string, read: (record: Record<string, unknown>) => T): readonly T[] {
  return file.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [read(JSON.parse(line))];
    } catch (error) {
      throw new Error(`line ${index + 1}: ${error instanceof Error ? error.message : error}`);
    }
  });
}

export function readString(record: Record<string, unknown>, field: string): string {
  const value = record[field];
  if (typeof value !== 'string') throw new Error(`"${field}" must be a string`);
  return value;
}

/** The member `quotes` of a record. */
export function readQuotes(record: Record<string, unknown>): readonly QuoteAnnotation[] {
  const quotes = record['quotes'];
  if (!Array.isArray(quotes)) throw new Error('"quotes" must be a list');
  return quotes.map((quote: Record<string, unknown>) => ({
    content: readSpans(quote, 'content'),
    source: readSpans(quote, 'source'),
    cue: readSpans(quote, 'cue'),
    kind: readKind(quote['type'] ?? null),
    speaker: quote['speaker'] == null ? null : readString(quote, 'speaker'),
  }));
}

function readSpans(quote: Record<string, unknown>, field: string): readonly Span[] {
  const spans = quote[field] ?? [];
  if (!Array.isArray(spans)) throw new Error(`"${field}" must be a list of [start, end]`);
  return spans.map((pair: unknown) => {
    if (!Array.isArray(pair) || pair.length !== 2 || !pair.every(Number.isInteger)) {
      throw new Error(`"${field}" must be a list of [start, end]`);
    }
    return { start: pair[0], end: pair[1] };
  });
}

function readKind(value: unknown): QuoteKind | null {
  if (value === null || quoteKinds.some((kind) => kind === value)) return value as QuoteKind | null;
  throw new Error(`"type" must be one of ${quoteKinds.join(', ')}`);
}
