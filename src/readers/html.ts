import { OnrecordError } from '../domain/errors.ts';
import type { SourceDocument } from '../domain/source-document.ts';
import { findArticleLines, findHeadlineEnd, hasProse } from './html/article.ts';
import { listLines, markLines, tooDeep, wholeText } from './html/blocks.ts';
import { readHead } from './html/head.ts';
import { readPageMetadata } from './html/metadata.ts';
import { readPrintedFields } from './html/printed.ts';
import { type HtmlParent, parseHtml } from './html/tree.ts';
import type { Reader } from './reader.ts';
import { findRootName } from './sniffing.ts';
import { placeInRaw, takeStretch } from './story/wrapped-text.ts';

/** Pages of the web, where the article is found among navigation, and pieces of them. */
export const html: Reader = {
  name: 'HTML',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  recognizes: isPage,
  *read({ text, mediaType, problems }) {
    const raw = { text, mediaType: mediaType ?? 'text/html' };
    const tree = parseHtml(text);
    const page = tree === null ? unreadPage(text) : readPage(text, tree);
    if (page === null) {
      yield { place: null, fault: new OnrecordError('empty-article', 'The page holds no article.') };
    } else yield { place: null, document: { raw, ...page, problems: [...problems, ...page.problems] } };
  },
};

function isPage(text: string): boolean {
  return (
    /^\s*<!doctype html/i.test(text) || /^(?:html|head|body|title|meta)$/i.test(findRootName(text) ?? '')
  );
}

type Page = Omit<SourceDocument, 'raw'>;

/** Null where there is no article: in a whole page without prose; a piece of one is what it is. */
function readPage(text: string, tree: HtmlParent): Page | null {
  const head = readHead(tree);
  const lines = listLines(text, tree);
  const belowHeadline = lines.slice(findHeadlineEnd(lines, head.headline));
  const story = findArticleLines(belowHeadline);
  if (story.length === 0 || (isPage(text) && !hasProse(story))) return null;
  return {
    metadata: readPageMetadata(head, readPrintedFields(head.elements, belowHeadline, story)),
    names: head.linked?.names ?? [],
    ...placeInRaw(takeStretch(text), markLines(story)),
    problems: [],
  };
}

function unreadPage(text: string): Page {
  return { metadata: {}, names: [], ...placeInRaw(takeStretch(text), wholeText(text)), problems: [tooDeep] };
}
