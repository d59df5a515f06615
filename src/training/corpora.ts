import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { joinTokens } from '../evaluation/joined-tokens.ts';
import { segmentText } from '../text/segment.ts';
import type { SegmentedText } from '../text/segments.ts';

/** An annotated document as running text, cut as the product cuts it. */
export interface NamedDocument {
  readonly id: string;
  readonly corpus: string;
  readonly segmented: SegmentedText;
  /** In order and disjoint, of one of {@link corpusTypes}. */
  readonly names: readonly CorpusName[];
}

export interface CorpusName {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

/** The types that the corpora share. */
export const corpusTypes = ['PER', 'ORG', 'LOC', 'MISC'] as const;

interface CorpusSentence {
  readonly id: string;
  readonly doc: string;
  readonly tokens: readonly string[];
  readonly ner: readonly string[];
}

/** Reads `entities/<name>.jsonl` of a corpora folder. Throws an Error that names the missing file and the remedy. */
export function readNamedDocuments(folder: string, name: string): NamedDocument[] {
  const file = join(folder, 'entities', `${name}.jsonl`);
  if (!existsSync(file))
    throw new Error(
      `${file} does not exist; point --corpora at the folder that holds entities/${name}.jsonl`,
    );
  return parseNamedDocuments(readFileSync(file, 'utf8'), name);
}

/** Joins sentences, one `{ id, doc, tokens, ner }` a line, to documents; `name` is the corpus that they are of. */
export function parseNamedDocuments(file: string, name: string): NamedDocument[] {
  const documents = new Map<string, CorpusSentence[]>();
  for (const line of file.split('\n')) {
    if (line === '') continue;
    const sentence = JSON.parse(line) as CorpusSentence;
    // Some corpora are lone sentences under one document's name.
    const id = shuffledCorpora.test(name) ? sentence.id : sentence.doc;
    const sentences = documents.get(id);
    if (sentences) sentences.push(sentence);
    else documents.set(id, [sentence]);
  }
  return [...documents].map(([id, sentences]) => joinSentences(id, name, sentences));
}

const shuffledCorpora = /^(?:wikineural|crossner)/;

/** A text of these sentences, each a paragraph, with the names' offsets in it. */
function joinSentences(id: string, corpus: string, sentences: readonly CorpusSentence[]): NamedDocument {
  let text = '';
  const names: CorpusName[] = [];
  const paragraphs: { start: number; end: number; role: 'body' }[] = [];
  for (const { tokens, ner } of sentences) {
    if (text !== '') text += '\n\n';
    const start = text.length;
    const joined = joinTokens(tokens);
    for (const stretch of readIob(ner))
      names.push({
        start: start + (joined.starts[stretch.first] as number),
        end: start + (joined.starts[stretch.end - 1] as number) + (tokens[stretch.end - 1] as string).length,
        type: stretch.type,
      });
    text += joined.text;
    paragraphs.push({ start, end: text.length, role: 'body' });
  }
  return { id, corpus, segmented: segmentText(text, paragraphs), names };
}

function readIob(tags: readonly string[]): { first: number; end: number; type: string }[] {
  const stretches = [];
  for (let first = 0; first < tags.length; ) {
    const tag = tags[first] as string;
    let end = first + 1;
    if (tag.startsWith('B-')) {
      while (end < tags.length && tags[end] === `I-${tag.slice(2)}`) end++;
      stretches.push({ first, end, type: tag.slice(2) });
    }
    first = end;
  }
  return stretches;
}
