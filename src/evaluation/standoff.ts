import type { AnnotatedText } from './annotation.ts';
import { joinTokens } from './joined-tokens.ts';
import { readLines, readQuotes, readString } from './polnear.ts';

/**
 * Quotes of other people's texts, without the texts: `{ corpus, doc, quotes }`, one a line, the quotes as in PolNeAR's
 * form, with offsets into what {@link joinCorpusText} makes of the document. Whoever has the corpus can put both together.
 */
export interface StandoffQuotes {
  /** The file that holds the document, without its ending. */
  readonly corpus: string;
  readonly doc: string;
  readonly quotes: AnnotatedText['quotes'];
}

/** Throws an Error that names the line where one has another form. */
export function readStandoffQuotes(file: string): readonly StandoffQuotes[] {
  return readLines(file, (record) => ({
    corpus: readString(record, 'corpus'),
    doc: readString(record, 'doc'),
    quotes: readQuotes(record),
  }));
}

/** Joins quotes and texts; `corpora` has the lines `{ doc, tokens }` of each corpus by its name. */
export function attachTexts(
  standoff: readonly StandoffQuotes[],
  corpora: ReadonlyMap<string, string>,
): readonly AnnotatedText[] {
  const documents = new Map([...corpora].map(([name, lines]) => [name, readDocuments(lines)]));
  return standoff.map(({ corpus, doc, quotes }) => {
    const sentences = documents.get(corpus)?.get(doc);
    if (sentences === undefined) throw new Error(`${corpus} has no document "${doc}"`);
    return { id: `${corpus}:${doc}`, text: joinCorpusText(sentences), quotes };
  });
}

type Sentences = string[][];

function readDocuments(lines: string): ReadonlyMap<string, Sentences> {
  const documents = new Map<string, Sentences>();
  for (const line of lines.split('\n')) {
    if (line === '') continue;
    const { doc, tokens } = JSON.parse(line) as { doc: string; tokens: string[] };
    const sentences = documents.get(doc);
    if (sentences === undefined) documents.set(doc, [tokens]);
    else sentences.push(tokens);
  }
  return documents;
}

/** A paragraph each sentence, with hyphens inside words. */
export function joinCorpusText(sentences: readonly (readonly string[])[]): string {
  return sentences
    .map((tokens, sentence) => joinTokens(tokens, (index) => isHyphen(tokens, index, sentence === 0)).text)
    .join('\n\n');
}

/** Behind the day or the agency of a dateline "-" is a dash. */
function isHyphen(tokens: readonly string[], index: number, isFirst: boolean): boolean {
  const [before = '', behind = ''] = [tokens[index - 1], tokens[index + 1]];
  if (tokens[index] !== '-' || !/[\p{L}\d]$/u.test(before) || !/^[\p{L}\d]/u.test(behind)) return false;
  return !(isFirst && datelineEnd.test(before));
}

const datelineEnd =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|AFP|AP|Reuters|News|\d{4})$/;
