import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Article } from '../../src/domain/article.ts';
import { type Span, surface } from '../../src/domain/span.ts';
import { extract } from '../../src/index.ts';
import { readDocument } from '../../src/readers/index.ts';

const folder = new URL('../golden/', import.meta.url);

/** A folder of `tests/golden`: an input as it comes (`source.txt`), and what is to be made of it (`expected.json`). */
export interface Golden {
  readonly slug: string;
  readonly expectedFile: URL;
  /** Null where nobody has written it yet. */
  readonly expected: unknown;
  readonly actual: unknown;
}

export function goldenSlugs(): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

export function readGolden(slug: string): Golden {
  const home = new URL(`${slug}/`, folder);
  const source = readdirSync(home).find((name) => name.startsWith('source.'));
  if (source === undefined) throw new Error(`tests/golden/${slug} has no source.txt`);
  const expectedFile = new URL('expected.json', home);
  const hint = { mediaType: null, charset: null, name: source };
  return {
    slug,
    expectedFile,
    expected: existsSync(expectedFile) ? JSON.parse(readFileSync(expectedFile, 'utf8')) : null,
    actual: describeArticle(extract(readDocument(readFileSync(new URL(source, home)), hint))),
  };
}

/**
 * An article for people to review: words in place of offsets, nothing that is not known, and none of what changes with
 * every model (the version, the last digits of a confidence).
 */
export function describeArticle(article: Article): unknown {
  const { text, entities, quotes, paragraphs, removed, problems, wordCount, extractor, ...metadata } =
    article;
  const words = (span: Span | null) => (span === null ? null : surface(text, span));
  const nameOf = (index: number) => entities[index]!.name;
  return withoutBlanks({
    ...metadata,
    paragraphs: paragraphs.map((paragraph) => ({ [paragraph.role]: words(paragraph) })),
    quotes: quotes.map((quote) => ({
      kind: quote.kind,
      text: quote.text,
      segments: quote.segments.map(words),
      verbatim: quote.verbatim.map(words),
      speaker: quote.speaker === null ? null : nameOf(quote.speaker),
      role: quote.speakerRole,
      jointSpeakers: quote.jointSpeakers.map(nameOf),
      resolution: quote.resolution,
      source: words(quote.source),
      cue: words(quote.cue),
      reportedBy: quote.reportedBy,
      saidOn: quote.saidOn,
      about: quote.about.map(nameOf),
      isSure: quote.confidence >= 0.9,
    })),
    entities: entities.map(({ name, type, aliases, roles, mentions }) => ({
      name,
      type,
      aliases,
      roles,
      mentions: mentions.map(words),
    })),
    removed: removed.map((removal) => ({ [removal.reason]: removal.text })),
    problems: problems.map((problem) => ({ [problem.code]: words(problem.span) })),
  });
}

function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, withoutBlanks(member)] as const);
  return Object.fromEntries(
    members.filter(([, member]) => member !== null && !(Array.isArray(member) && member.length === 0)),
  );
}
