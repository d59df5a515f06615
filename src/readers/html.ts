import { OnrecordError } from '../domain/errors.ts';
import type { SourceDocument } from '../domain/source-document.ts';
import { findArticleLines, findHeadlineEnd, hasProse } from './html/article.ts';
import { type HtmlLine, listLines, markLines, tooDeep, wholeText } from './html/blocks.ts';
import { readHead } from './html/head.ts';
import type { LinkedArticle } from './html/json-ld.ts';
import { readPageMetadata } from './html/metadata.ts';
import { readPrintedFields } from './html/printed.ts';
import { type HtmlParent, parseHtml } from './html/tree.ts';
import type { Reader } from './reader.ts';
import { findRootName } from './sniffing.ts';
import { placeTyped } from './story/plain-blocks.ts';
import type { StoryText } from './story/story.ts';
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
  const head = readHead(text, tree);
  const shown = listLines(text, tree);
  // Some pages are shown by a script, once all of it is there.
  const lines = hasProse(shown) ? shown : listLines(text, tree, { seesHidden: true });
  const belowHeadline = lines.slice(findHeadlineEnd(lines, head.headline));
  const printed = findArticleLines(belowHeadline);
  const stated = head.linked === null ? null : findStatedStory(head.linked, printed);
  if (stated === null && (printed.length === 0 || (isPage(text) && !hasProse(printed)))) return null;
  return {
    metadata: readPageMetadata(head, readPrintedFields(head.elements, belowHeadline, printed)),
    names: head.linked?.names ?? [],
    ...(stated ?? placeInRaw(takeStretch(text), markLines(printed))),
    problems: [],
  };
}

/** The story as JSON-LD has it, where the page prints less than half of it: it is shown by a script, or to subscribers. */
function findStatedStory({ body }: LinkedArticle, printed: readonly HtmlLine[]): StoryText | null {
  if (body === null) return null;
  const words = body.text.replace(/<[^<>]*>/g, '').trim();
  const shown = printed.reduce((sum, { text }) => sum + text.length, 0);
  return words !== '' && shown < words.length / 2 ? placeTyped(body, null) : null;
}

function unreadPage(text: string): Page {
  return { metadata: {}, names: [], ...placeInRaw(takeStretch(text), wholeText(text)), problems: [tooDeep] };
}
