import type { Dateline } from '../domain/article.ts';
import { type EntityType, entityTypes } from '../domain/entity.ts';
import { type QuoteKind, quoteKinds, type Resolution, resolutions } from '../domain/quote.ts';
import type { NonEmpty, Span } from '../domain/span.ts';
import { GoldError, type Line, parseMarkup } from './gold-markup.ts';
import { locateMentions, type SurfaceList } from './gold-mentions.ts';
import { articleTags, nonQuoteKinds, quoteTags } from './gold-tags.ts';

/** An article with what is true of it; written in the form that `data/gold/README.md` describes. Offsets are into `text`. */
export interface GoldArticle {
  /** The copy as it came, dirt and all. */
  readonly raw: string;
  /** What cleaning should leave of it: the body alone. */
  readonly text: string;
  readonly metadata: GoldMetadata;
  /** In the order of their first segments. */
  readonly quotes: readonly GoldQuote[];
  readonly nonQuotes: readonly GoldNonQuote[];
  readonly entities: readonly GoldEntity[];
  /** True where every name in the text is annotated; false where only those of the speakers are. */
  readonly hasAllEntities: boolean;
}

export interface GoldMetadata {
  readonly headline: string | null;
  readonly byline: readonly string[];
  readonly dateline: Dateline | null;
  readonly publishedAt: string | null;
  /** True where the date came with the article, as a field of a feed does: the copy does not say it. */
  readonly isDateGiven: boolean;
  readonly credit: string | null;
  readonly agencies: readonly string[];
  /** What the article is an example of, apart from single quotes: its style, its kind of dirt, whose names it has. */
  readonly tags: readonly string[];
}

export interface GoldQuote {
  /** As in the file: `<q3>` is 3. */
  readonly number: number;
  readonly kind: QuoteKind;
  readonly segments: NonEmpty<Span>;
  readonly cue: Span | null;
  readonly source: Span | null;
  /** Indexes into `entities`; null where nobody can tell. */
  readonly speaker: number | null;
  readonly jointSpeakers: readonly number[];
  readonly resolution: Resolution | null;
  readonly reportedBy: readonly string[];
  readonly saidOn: string | null;
  /** The phenomena that it is an example of: see {@link quoteTags}. */
  readonly tags: readonly string[];
  /** True where reasonable people differ whether it is a quote of its own: neither a miss nor an error. */
  readonly isOptional: boolean;
}

/** Words that look like a quote and are none. */
export interface GoldNonQuote extends Span {
  readonly kind: string;
}

export interface GoldEntity {
  readonly type: EntityType;
  readonly name: string;
  /** Its surfaces other than the name, in the order of the file. */
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
  readonly mentions: NonEmpty<Span>;
}

/**
 * Reads one gold file. Throws {@link GoldError}, which names the line and the remedy, for anything that is not as it
 * should be: a slip of the pen must not become truth.
 */
export function readGold(file: string): GoldArticle {
  const sections = splitSections(file);
  const header = readHeader(sections.header);
  const { raw, text, marks } = parseMarkup(sections.article, {
    isWrapped: header.isWrapped,
    hasCarriageReturns: header.hasCarriageReturns,
  });
  const lists = sections.entities.map(readEntity);
  const entities: GoldEntity[] = locateMentions(text, lists).map((mentions, i) => ({
    type: lists[i]!.type,
    name: lists[i]!.name,
    aliases: lists[i]!.surfaces.map((surface) => surface.text).filter(
      (surface) => surface !== lists[i]!.name,
    ),
    roles: lists[i]!.roles,
    mentions,
  }));
  const quotes = sections.quotes.map((line) => readQuote(line, marks, text, entities));
  for (const [number, line] of marks.quoteNumbers) {
    if (!quotes.some((quote) => quote.number === number))
      throw new GoldError(
        line,
        `<q${number}> has no line under "=== quotes"`,
        `add "${number} direct <speaker>"`,
      );
  }
  return {
    raw,
    text,
    metadata: header.metadata,
    quotes: quotes.toSorted((a, b) => a.segments[0].start - b.segments[0].start),
    nonQuotes: marks.nonQuotes,
    entities,
    hasAllEntities: header.hasAllEntities,
  };
}

type Marks = ReturnType<typeof parseMarkup>['marks'];
type EntityLine = SurfaceList & { readonly type: EntityType; readonly roles: readonly string[] };

function splitSections(file: string): Record<'header' | 'article' | 'quotes' | 'entities', Line[]> {
  const order = ['header', 'article', 'quotes', 'entities'] as const;
  const sections = {
    header: [] as Line[],
    article: [] as Line[],
    quotes: [] as Line[],
    entities: [] as Line[],
  };
  let current = 0;
  for (const [i, text] of file.split('\n').entries()) {
    const line = { number: i + 1, text };
    if (text.startsWith('=== ')) {
      const next = order[++current];
      if (text.trimEnd() !== `=== ${next}`)
        throw new GoldError(
          line.number,
          `"${text}" is out of place`,
          `write "=== ${next ?? 'nothing more'}"`,
        );
    } else if (order[current] === 'article' || text.trim() !== '') sections[order[current]!].push(line);
  }
  if (current < 3)
    throw new GoldError(1, `"=== ${order[current + 1]}" is missing`, 'give all three sections');
  while (sections.article.at(-1)?.text === '') sections.article.pop();
  return sections;
}

function readHeader(lines: readonly Line[]) {
  const fields = new Map<string, string>();
  for (const { number, text } of lines) {
    const match =
      /^(headline|byline|dateline|publishedAt|sentWith|credit|agencies|lines|entities|tags|note): *(.+)$/.exec(
        text,
      );
    if (match === null)
      throw new GoldError(number, `"${text}" is no field`, 'see data/gold/README.md for the fields');
    const [, key, value] = match;
    if (fields.has(key!)) throw new GoldError(number, `${key} is given twice`, 'keep one of them');
    if (key === 'lines' && !/^(wrapped|crlf|wrapped crlf)$/.test(value!))
      throw new GoldError(
        number,
        `lines: ${value} is not known`,
        'write "wrapped", "crlf" or "wrapped crlf"',
      );
    if (key === 'entities' && value !== 'all' && value !== 'speakers')
      throw new GoldError(number, `entities: ${value} is not known`, 'write "all" or "speakers"');
    if ((key === 'publishedAt' || key === 'sentWith') && !/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/.test(value!))
      throw new GoldError(number, `"${value}" is no date`, 'write 2023-10-11 or 2023-10-11T08:30:00Z');
    if (key === 'tags')
      for (const tag of list(value))
        if (!(tag in articleTags))
          throw new GoldError(number, `the tag "${tag}" is not known`, 'add it to gold-tags.ts');
    fields.set(key!, value!.trim());
  }
  const [place, date, agency] = (fields.get('dateline') ?? '').split('|').map((part) => part.trim() || null);
  return {
    isWrapped: fields.get('lines')?.includes('wrapped') ?? false,
    hasCarriageReturns: fields.get('lines')?.includes('crlf') ?? false,
    hasAllEntities: fields.get('entities') !== 'speakers',
    metadata: {
      headline: fields.get('headline') ?? null,
      byline: list(fields.get('byline')),
      dateline: fields.has('dateline')
        ? { place: place ?? null, date: date ?? null, agency: agency ?? null }
        : null,
      publishedAt: fields.get('publishedAt') ?? fields.get('sentWith') ?? null,
      isDateGiven: fields.has('sentWith'),
      credit: fields.get('credit') ?? null,
      agencies: list(fields.get('agencies')),
      tags: list(fields.get('tags')),
    },
  };
}

/** A line like `person: Vladimir Putin | Putin | role: Russian President`. */
function readEntity({ number, text }: Line): EntityLine {
  const match = /^(\w+): *(.+)$/.exec(text);
  const type = entityTypes.find((known) => known === match?.[1]);
  if (match === null || type === undefined)
    throw new GoldError(
      number,
      `"${text}" does not start with a type`,
      `write one of ${entityTypes.join(', ')}, then ": "`,
    );
  const parts = match[2]!.split('|').map((part) => part.trim());
  const roles = parts
    .filter((part) => part.startsWith('role:'))
    .map((part) => part.slice('role:'.length).trim());
  const names = parts.filter((part) => !part.startsWith('role:'));
  const surfaces = names.map((name) => {
    const [, surface, places] = /^(.+?)(?:@(-?[\d,]+))?$/.exec(name)!;
    const occurrences = places === undefined ? [] : places.replace('-', '').split(',').map(Number);
    return { text: surface!, occurrences, isExcluding: places?.startsWith('-') ?? false };
  });
  return { line: number, type, name: surfaces[0]!.text, surfaces, roles };
}

/** A line like `3 mixed Vladimir Putin + Recep Tayyip Erdogan; by Kremlin; on 2023-10-10; #passive-cue`. */
function readQuote(
  { number: line, text }: Line,
  marks: Marks,
  article: string,
  entities: readonly GoldEntity[],
): GoldQuote {
  const [head, ...fields] = text.split(';').map((part) => part.trim());
  const match = /^(\d+) (\w+) (.+)$/.exec(head!);
  const kind = quoteKinds.find((known) => known === match?.[2]);
  if (match === null || kind === undefined)
    throw new GoldError(
      line,
      `"${head}" is no quote`,
      'write "3 direct Vladimir Putin", or "-" for no speaker',
    );
  const number = Number(match[1]);
  const segments = marks.segments.get(number);
  if (segments === undefined)
    throw new GoldError(line, `there is no <q${number}> in the article`, 'mark its words');
  const source = marks.sources.get(number) ?? null;
  const cue = marks.cues.get(number) ?? null;
  const speakers =
    match[3] === '-' ? [] : match[3]!.split(' + ').map((name) => findEntity(line, name, entities));
  const speaker = speakers[0] ?? null;
  const more = readQuoteFields(line, fields);
  return {
    number,
    kind,
    segments: segments as unknown as NonEmpty<Span>,
    cue,
    source,
    speaker,
    jointSpeakers: speakers.slice(1),
    resolution:
      more.resolution ?? impliedResolution(article, source, speaker === null ? null : entities[speaker]!),
    reportedBy: more.reportedBy,
    saidOn: more.saidOn,
    tags: more.tags,
    isOptional: more.isOptional,
  };
}

function readQuoteFields(line: number, fields: readonly string[]) {
  const found = {
    resolution: null as Resolution | null,
    reportedBy: [] as string[],
    saidOn: null as string | null,
    tags: [] as string[],
    isOptional: false,
  };
  for (const field of fields) {
    const [key, ...rest] = field.split(' ');
    const value = rest.join(' ');
    const resolution = resolutions.find((known) => known === value);
    if (key === 'by' && value !== '') found.reportedBy.push(value);
    else if (key === 'on' && /^\d{4}-\d\d-\d\d$/.test(value)) found.saidOn = value;
    else if (key === 'resolution' && resolution !== undefined) found.resolution = resolution;
    else if (field === 'optional') found.isOptional = true;
    else if (field.startsWith('#')) found.tags.push(...field.split(' ').map((tag) => tag.slice(1)));
    else throw new GoldError(line, `"${field}" is not known`, 'write by, on, resolution, optional or #tags');
  }
  for (const tag of found.tags)
    if (!(tag in quoteTags))
      throw new GoldError(line, `the tag "#${tag}" is not known`, 'add it to gold-tags.ts');
  return found;
}

function findEntity(line: number, name: string, entities: readonly GoldEntity[]): number {
  const index = entities.findIndex((entity) => entity.name === name);
  if (index < 0)
    throw new GoldError(line, `the speaker "${name}" is no entity`, 'give the name as under "=== entities"');
  return index;
}

const pronouns = new Set(
  'i,we,you,he,she,it,they,who,which,his,her,its,their,my,our,this,one,both'.split(','),
);

/** By the form of the source, as a rule; a line of the file can say otherwise. */
function impliedResolution(text: string, source: Span | null, speaker: GoldEntity | null): Resolution | null {
  if (speaker === null) return null;
  if (source === null) return 'context';
  if (pronouns.has(text.slice(source.start, source.end).toLowerCase())) return 'pronoun';
  const isNamed = speaker.mentions.some(
    (mention) => source.start <= mention.start && mention.end <= source.end,
  );
  return isNamed ? 'name' : 'nominal';
}

function list(value: string | undefined): string[] {
  return (value ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export { GoldError, nonQuoteKinds };
