import { OnrecordError } from '../domain/errors.ts';
import type { SourceDocument } from '../domain/source-document.ts';
import { decodeText } from '../text/decode.ts';
import { apJson } from './ap-json.ts';
import { articleJson } from './article-json.ts';
import { articleNdjson } from './article-ndjson.ts';
import { dpaDigitalWires } from './dpa-digitalwires.ts';
import { feed } from './feed.ts';
import { guardianJson } from './guardian-json.ts';
import { html } from './html.ts';
import { jsonFeed } from './json-feed.ts';
import { markdown } from './markdown.ts';
import { newsMl1 } from './newsml-1.ts';
import { newsMlG2 } from './newsml-g2.ts';
import { ninjs } from './ninjs.ts';
import { nitf } from './nitf.ts';
import { plainCopy } from './plain-copy.ts';
import { plainText } from './plain-text.ts';
import type { DecodedInput, InputHint, Reader, Reading } from './reader.ts';
import { wireText } from './wire-text.ts';

export { plainCopy };

/** Every format that is read, those that take whatever is left last. */
export const readers: readonly Reader[] = [
  nitf,
  newsMlG2,
  newsMl1,
  feed,
  html,
  jsonFeed,
  apJson,
  dpaDigitalWires,
  guardianJson,
  ninjs,
  articleJson,
  articleNdjson,
  wireText,
  markdown,
  plainText,
];

/** The media types that {@link readDocuments} takes. */
export const readableMediaTypes: readonly string[] = [
  ...new Set(readers.flatMap((reader) => reader.mediaTypes)),
];

/**
 * Reads every document of an input. The media type, where one is stated, says which formats it may be in, and the content
 * which of them it is in. Never throws for bad input: what cannot be read is a fault in its place.
 */
export function* readDocuments(bytes: Uint8Array, hint: InputHint): Iterable<Reading> {
  const { text, isBinary, problems } = decodeText(bytes, hint.charset);
  const input: DecodedInput = { ...hint, text, problems };
  const reader = isBinary
    ? refuse('This is no text (an image, an archive, a program?)')
    : chooseReader(input);
  if (reader instanceof OnrecordError) yield { place: null, fault: reader };
  else for (const reading of reader.read(input)) yield keepStated(reading);
}

/** What a format says of an article stays with its raw copy, which may be a part of what says it. */
function keepStated(reading: Reading): Reading {
  if ('fault' in reading) return reading;
  const { document } = reading;
  return { ...reading, document: { ...document, raw: { ...document.raw, stated: document.metadata } } };
}

/** Reads an input that must hold exactly one document; throws the OnrecordError that says why there is none. */
export function readDocument(bytes: Uint8Array, hint: InputHint): SourceDocument {
  const [first, second] = take(2, readDocuments(bytes, hint));
  if (first === undefined) throw new OnrecordError('empty-article', 'The input holds no article.');
  if (second !== undefined) {
    throw new OnrecordError('not-one-article', 'The input holds several articles; send them one by one.');
  }
  if ('fault' in first) throw first.fault;
  return first.document;
}

/** Of the formats that a media type may mean, the first that recognizes the text, or the last. */
function chooseReader({ mediaType, text, name }: DecodedInput): Reader | OnrecordError {
  const isUnknown = mediaType === null || mediaType === 'application/octet-stream';
  const possible = isUnknown ? readers : readers.filter(({ mediaTypes }) => mediaTypes.includes(mediaType));
  const recognized = possible.length > 1 ? possible.find((reader) => reader.recognizes(text, name)) : null;
  if (recognized === plainText && isUnknown) {
    if (looksLikeMarkup(text)) {
      return refuse('This HTML or XML is in no format that is read: save its story as text');
    }
    // It says where it is broken.
    if (/\.json$/i.test(name ?? '') || looksLikeJson(text)) return articleJson;
  }
  if (!recognized && possible.length > 1 && !isUnknown && /xml$/.test(mediaType)) {
    return new OnrecordError('invalid-body', 'This is in none of the formats of XML that are read here.');
  }
  return recognized ?? possible.at(-1) ?? refuse(`${mediaType} is not read here`);
}

function refuse(reason: string): OnrecordError {
  return new OnrecordError(
    'unsupported-media-type',
    `${reason}; readable are ${readableMediaTypes.join(', ')}.`,
  );
}

/** A whole page or an XML document; a stray tag within copy is for cleaning to take out. */
function looksLikeMarkup(text: string): boolean {
  return /^\s*(?:<\?xml\b|<!doctype\b|<html\b|<(?:rss|feed|nitf|newsItem|newsMessage)\b)/i.test(text);
}

/** An object, or a list of them: `{"text": …`; `{{adFree}}` is a template tag. */
function looksLikeJson(text: string): boolean {
  return /^\s*(?:\[\s*)?\{\s*"[^"\n]{0,200}"\s*:/.test(text);
}

function take<T>(count: number, items: Iterable<T>): readonly T[] {
  const taken: T[] = [];
  for (const item of items) if (taken.push(item) === count) break;
  return taken;
}
