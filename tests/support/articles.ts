import type { Article, ArticleMetadata, RawCopy } from '../../src/domain/article.ts';
import type { Entity, EntityType } from '../../src/domain/entity.ts';
import type { Quote, QuoteKind } from '../../src/domain/quote.ts';
import type { NonEmpty, Span } from '../../src/domain/span.ts';

/** What an article of a test says; everything may be left out. */
export interface Story extends Partial<ArticleMetadata> {
  /** The first paragraph. */
  readonly lede?: string;
  /** One paragraph each: `"words," source said.` */
  readonly quotes?: readonly Saying[];
  /** Who else is named, in a last paragraph. */
  readonly names?: readonly Named[];
  readonly extractor?: string;
}

export interface Named {
  readonly name: string;
  readonly type?: EntityType;
  readonly aliases?: readonly string[];
  readonly roles?: readonly string[];
}

export interface Saying {
  readonly words: string;
  /** Null: the speaker is not known. */
  readonly by: Named | string | null;
  readonly with?: readonly string[];
  readonly about?: readonly string[];
  readonly kind?: QuoteKind;
  readonly confidence?: number;
}

/** An article as extraction would make it, without extraction. */
export function buildArticle(story: Story = {}): Article {
  const {
    lede = 'Nothing happened on Tuesday.',
    quotes = [],
    names = [],
    extractor = 'test',
    ...metadata
  } = story;
  const page = new Page();
  page.write(lede);
  const records = quotes.map((saying) => writeQuote(page, saying));
  if (names.length > 0) {
    page.endParagraph();
    for (const named of names) {
      page.name(named);
      page.write(', ');
    }
    page.write('among others.');
  }
  page.endParagraph();
  return {
    guid: null,
    url: null,
    headline: null,
    byline: [],
    dateline: null,
    publishedAt: null,
    modifiedAt: null,
    sourceVersion: null,
    publisher: null,
    agencies: [],
    credit: null,
    language: 'en',
    status: 'usable',
    embargoedUntil: null,
    completeness: 'full',
    ...metadata,
    text: page.text,
    wordCount: page.text.split(/\s+/u).length,
    paragraphs: page.paragraphs.map((span, index) => ({ ...span, role: index === 0 ? 'lede' : 'body' })),
    entities: page.entities,
    quotes: records,
    removed: [],
    problems: [],
    extractor,
  };
}

export function rawOf(article: Article): RawCopy {
  return { text: article.text, mediaType: 'text/plain' };
}

function writeQuote(page: Page, saying: Saying): Quote {
  page.endParagraph();
  const paragraphIndex = page.paragraphs.length;
  const segment = page.write(`"${saying.words},"`);
  page.write(' ');
  const source = saying.by === null ? null : page.name(saying.by);
  page.write(source === null ? 'it was ' : ' ');
  const cue = page.write('said');
  const joint = (saying.with ?? []).map((name) => {
    page.write(' with ');
    return page.name(name).number;
  });
  const about = (saying.about ?? []).map((name) => {
    page.write(' of ');
    return page.name(name).number;
  });
  page.write('.');
  return {
    id: null,
    kind: saying.kind ?? 'direct',
    text: saying.words,
    segments: [segment],
    verbatim: [{ start: segment.start + 1, end: segment.end - 2 }],
    cue,
    source: source === null ? null : source.span,
    speaker: source === null ? null : source.number,
    speakerRole: typeof saying.by === 'string' ? null : (saying.by?.roles?.[0] ?? null),
    jointSpeakers: joint,
    resolution: source === null ? null : 'name',
    confidence: saying.confidence ?? 0.9,
    reportedBy: [],
    saidOn: null,
    about,
    paragraphIndexes: [paragraphIndex],
  };
}

/** Text that grows, and what stands in it. */
class Page {
  text = '';
  readonly paragraphs: Span[] = [];
  readonly entities: Entity[] = [];
  #paragraphStart = 0;

  write(words: string): Span {
    const start = this.text.length;
    this.text += words;
    return { start, end: this.text.length };
  }

  endParagraph(): void {
    if (this.text.length === this.#paragraphStart) return;
    this.paragraphs.push({ start: this.#paragraphStart, end: this.text.length });
    this.text += '\n\n';
    this.#paragraphStart = this.text.length;
  }

  name(named: Named | string): { span: Span; number: number } {
    const {
      name,
      type = 'person',
      aliases = [],
      roles = [],
    } = typeof named === 'string' ? { name: named } : named;
    const span = this.write(name);
    const number = this.entities.findIndex((entity) => entity.name === name && entity.type === type);
    const known = this.entities[number];
    if (known === undefined) {
      this.entities.push({ id: null, name, type, aliases, roles, mentions: [span] });
      return { span, number: this.entities.length - 1 };
    }
    const mentions: NonEmpty<Span> = [...known.mentions, span];
    this.entities[number] = { ...known, mentions };
    return { span, number };
  }
}
