import type { ArticleMetadata, Paragraph, ParagraphRole, Removal } from '../domain/article.ts';
import type { Problem } from '../domain/problem.ts';
import type { Replacement, SourceBlock } from '../domain/source-document.ts';
import { findAgenciesInBody } from './cleaning/agencies.ts';
import { applyEdits, type Copy, type Edit, listRemovals, rawRange, startCopy } from './cleaning/copy.ts';
import { tidyCharacters } from './cleaning/markup/characters.ts';
import { stripEmphasis } from './cleaning/markup/emphasis.ts';
import { decodeEntities } from './cleaning/markup/entities.ts';
import { readEscapes } from './cleaning/markup/escapes.ts';
import { type StatedRole, stripHtml } from './cleaning/markup/html.ts';
import { stripInstrumentCodes } from './cleaning/markup/instrument-codes.ts';
import { tidyLayout } from './cleaning/markup/layout.ts';
import { repairEncoding } from './cleaning/markup/mojibake.ts';
import { stripPlaceholders } from './cleaning/markup/placeholders.ts';
import { stripShortcodes } from './cleaning/markup/shortcodes.ts';
import { keepBlocks, unwrapCopy } from './cleaning/markup/source-blocks.ts';
import { stripTemplateTags } from './cleaning/markup/template-tags.ts';
import { stripTimecodes } from './cleaning/markup/timecodes.ts';
import { findStory } from './cleaning/story.ts';
import { findParagraphs } from './paragraphs.ts';

export interface CleaningOptions {
  /** What the format says where the paragraphs are, in raw offsets; null where the copy itself must show them. */
  readonly blocks: readonly SourceBlock[] | null;
  /** Stretches of the copy that stand for other text, in raw offsets. */
  readonly replacements: readonly Replacement[];
  /** The headline where the format states it, so that the copy's own is recognised; otherwise null. */
  readonly headline: string | null;
}

export interface CleanCopy {
  /** The body alone: paragraphs with one blank line between them, one blank between words. */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** The raw offset of the unit at a clean offset; the end of the text is the end of its last unit. */
  toRaw(offset: number): number;
  /** The clean offset of what stands at a raw offset, or of what follows where that was taken out. */
  toClean(rawOffset: number): number;
  /** Ordered and disjoint. Plain white space that was only tidied is not listed. */
  readonly removed: readonly Removal[];
  readonly problems: readonly Problem[];
  /** What the copy says of itself: fields that it does not name are absent. */
  readonly header: Partial<Pick<ArticleMetadata, 'headline' | 'byline' | 'dateline' | 'publishedAt'>>;
  readonly credit: string | null;
  /** Wire services that the copy is from or builds on, in the order of dateline, byline, body and credit. */
  readonly agencies: readonly string[];
}

/**
 * Turns raw copy into the body of the article, and tells what it took out. Total, deterministic and linear in the
 * length of `raw`. Every unit of `raw` that is not plain white space is in the text or in `removed`; quotation marks
 * are never changed, and only what means one in another encoding becomes one.
 */
export function cleanCopy(
  raw: string,
  options: CleaningOptions = { blocks: null, replacements: [], headline: null },
): CleanCopy {
  const problems: Problem[] = [];
  const roles: StatedRole[] = [];
  let copy = startCopy(raw);
  const apply = (edits: readonly Edit[]) => {
    copy = applyEdits(copy, edits);
  };
  const note = (found: { problems: readonly Problem[] }) => {
    problems.push(...found.problems);
  };
  const state = (found: readonly StatedRole[]) => {
    for (const { role, start, end } of found) {
      const { rawStart, rawEnd } = rawRange(copy, start, end);
      roles.push({ role, start: rawStart, end: rawEnd });
    }
  };

  apply(unwrapCopy(raw, options.replacements));
  if (options.blocks !== null) {
    const blocks = options.blocks.map(({ role, rawStart, rawEnd }) => ({
      role,
      start: cleanOffsetOf(copy, rawStart),
      end: cleanOffsetOf(copy, rawEnd),
    }));
    const kept = keepBlocks(copy.text, blocks);
    state(kept.roles);
    apply(kept.edits);
  }
  apply(readEscapes(copy.text));
  apply(repairEncoding(copy.text));
  const characters = tidyCharacters(copy.text);
  note(characters);
  apply(characters.edits);
  apply(stripInstrumentCodes(copy.text));
  const html = stripHtml(copy.text);
  state(html.roles);
  apply(html.edits);
  apply(stripPlaceholders(copy.text));
  const templates = stripTemplateTags(copy.text);
  note(templates);
  apply(templates.edits);
  const shortcodes = stripShortcodes(copy.text);
  state(shortcodes.roles);
  apply(shortcodes.edits);
  apply(stripTimecodes(copy.text));
  apply(stripEmphasis(copy.text));
  apply(decodeEntities(copy.text));
  const layout = tidyLayout(copy.text);
  apply(layout.edits);
  const story = findStory(copy.text, {
    headline: options.headline,
    isSolid: layout.isSolid,
    statedRole: roleLookup(copy, roles),
  });
  note(story);
  apply(story.edits);

  const { text } = copy;
  const agencies = [...story.agencies, ...findAgenciesInBody(text), ...story.creditAgencies];
  return {
    text,
    paragraphs: findParagraphs(text, roleLookup(copy, roles)),
    toRaw: (offset) => rawOffsetOf(copy, offset),
    toClean: (rawOffset) => cleanOffsetOf(copy, rawOffset),
    removed: listRemovals(copy, raw),
    problems,
    header: story.header,
    credit: story.credit,
    agencies: [...new Set(agencies)],
  };
}

function rawOffsetOf(copy: Copy, offset: number): number {
  if (offset < copy.text.length) return copy.rawStarts[Math.max(0, offset)]!;
  return copy.rawEnds.at(-1) ?? 0;
}

/** Raw ends never fall from one unit to the next, so the first unit that ends behind the offset is found by halving. */
function cleanOffsetOf(copy: Copy, rawOffset: number): number {
  let low = 0;
  let high = copy.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (copy.rawEnds[middle]! > rawOffset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Roles stated for raw stretches, asked for by clean ones: the middle of a paragraph lies in the stretch that it is. */
function roleLookup(
  copy: Copy,
  roles: readonly StatedRole[],
): (start: number, end: number) => ParagraphRole | null {
  const ordered = [...roles].sort((a, b) => a.start - b.start);
  let next = 0;
  return (start, end) => {
    const rawStart = rawOffsetOf(copy, start);
    const rawEnd = copy.rawEnds[end - 1]!;
    while (next < ordered.length && ordered[next]!.end <= rawStart) next++;
    const stated = ordered[next];
    return stated !== undefined && stated.start <= rawStart && rawEnd <= stated.end ? stated.role : null;
  };
}
