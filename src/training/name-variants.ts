import { createRandom } from '../tagging/learn.ts';
import { segmentText } from '../text/segment.ts';
import type { NamedDocument } from './corpora.ts';

/** A text written otherwise; of the same length, so that the names stay where they are. */
export type Rewriting = (text: string) => string;

/** How newsrooms write the same words: headlines in capitals, headlines in title case, typographic marks. */
export const rewritings = {
  upperCase: (text) => text.replace(/[a-zà-öø-þ]/g, (letter) => letter.toUpperCase()),
  titleCase: (text) =>
    text.replace(/(?<![\p{L}\p{N}'’.-])\p{Ll}(?=\p{L})/gu, (letter) => letter.toUpperCase()),
  curlyMarks: (text) => {
    let isOpen = false;
    return text
      .replace(/"/g, () => {
        isOpen = !isOpen;
        return isOpen ? '“' : '”';
      })
      .replaceAll("'", '’');
  },
} satisfies Record<string, Rewriting>;

/** Copies of a share of the documents, cut to their first paragraphs and rewritten. The same for the same documents. */
export function varyDocuments(documents: readonly NamedDocument[]): NamedDocument[] {
  const random = createRandom(copySeed);
  return documents.flatMap((document) =>
    Object.entries(rewritings).flatMap(([name, rewrite]) =>
      random() < copyShares[name as keyof typeof rewritings]
        ? [rewriteDocument(cutDocument(document), rewrite)]
        : [],
    ),
  );
}

export function rewriteDocument(document: NamedDocument, rewrite: Rewriting): NamedDocument {
  const { text, paragraphs } = document.segmented;
  const rewritten = rewrite(text);
  if (rewritten.length !== text.length) return document;
  return { ...document, segmented: segmentText(rewritten, paragraphs) };
}

const copySeed = 11;
const copyShares: Readonly<Record<keyof typeof rewritings, number>> = {
  upperCase: 0.15,
  titleCase: 0.15,
  curlyMarks: 0.08,
};
const copiedParagraphs = 6;

function cutDocument(document: NamedDocument): NamedDocument {
  const paragraphs = document.segmented.paragraphs.slice(0, copiedParagraphs);
  const end = paragraphs.at(-1)?.end ?? 0;
  return {
    ...document,
    segmented: segmentText(document.segmented.text.slice(0, end), paragraphs),
    names: document.names.filter((name) => name.end <= end),
  };
}
