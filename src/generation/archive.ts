import type { Article, Dateline, Publisher, RawCopy } from '../domain/article.ts';
import type { ResourceFiles } from '../extraction/resource-files.ts';
import { type Cast, createCast } from './cast.ts';
import { writeDirtyCopy } from './dirty-copy.ts';
import { editCopy } from './edited-copy.ts';
import { Random } from './random.ts';
import { type Story, writeStory } from './story.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { createZipf } from './zipf.ts';

/** The version of what is made: raise it with every change that makes another article of the same seed and number. */
export const generatorVersion = 4;

export interface ArchiveOptions {
  readonly seed: number;
  /** How many articles there are; they lie evenly between {@link firstDay} and {@link lastDay}. */
  readonly size: number;
}

/** An archive of made-up news, in the order of publication. The same seed and size make the same articles. */
export interface Archive {
  readonly vocabulary: Vocabulary;
  /** The article of this number, below the size; any of them at any time. */
  article(number: number): GeneratedArticle;
}

export interface GeneratedArticle {
  readonly article: Article;
  /** As if the article had come as JSON: its words alone. */
  readonly raw: RawCopy;
  /** Articles with the same number here tell the same story. */
  readonly story: number;
  /** As it would lie in a file that nobody has cleaned. */
  dirtyCopy(): string;
}

const firstDay = '2019-01-01';
const lastDay = '2024-12-31';
const [start, end] = [Date.parse(firstDay), Date.parse(lastDay) + 86_400_000];

/** Stories that another outlet has within the next few articles, most of them edited. */
const copyShare = 0.06;
const longestWayToCopy = 400;
const undatedShare = 0.002;
const wireShare = 0.25;
const outletCount = 150;

export function createArchive(files: ResourceFiles, { seed, size }: ArchiveOptions): Archive {
  const vocabulary = createVocabulary(seed);
  const cast = createCast(files, seed);
  const outlets = createOutlets(cast, seed);
  const outletRanks = createZipf(outletCount, 0.9);
  return {
    vocabulary,
    article: (number) => {
      const random = new Random(seed, 2 * number);
      const source = random.chance(copyShare)
        ? number - random.below(Math.min(longestWayToCopy, number + 1))
        : number;
      const original = writeStory(new Random(seed, 2 * source + 1), vocabulary, cast);
      const story = source === number ? original : editCopy(original, random, vocabulary);
      const outlet = outletRanks.draw(random);
      const time = start + ((number + random.number()) / size) * (end - start);
      const article = publish(story, random, {
        number,
        publisher: outlets[outlet]!,
        byline: random.chance(0.7) ? [cast.drawReporter(random, outlet)] : [],
        publishedAt: random.chance(undatedShare) ? null : instant(time),
        dateline: random.chance(wireShare) ? dateline(random, cast, story.topic) : null,
      });
      return {
        article,
        story: source,
        raw: { text: article.text, mediaType: 'application/json' },
        dirtyCopy: () => writeDirtyCopy(article, random),
      };
    },
  };
}

interface Publication {
  readonly number: number;
  readonly publisher: Publisher;
  readonly byline: readonly string[];
  readonly publishedAt: string | null;
  readonly dateline: Dateline | null;
}

function publish(story: Story, random: Random, { number, publisher, ...publication }: Publication): Article {
  const { topic, headline, ...parts } = story;
  const agency = publication.dateline?.agency ?? null;
  const slug = headline.toLowerCase().replace(/[^a-z]+/g, '-');
  return {
    guid: agency === null ? null : `urn:newsml:made-up.example:${number}`,
    url: `${publisher.url}/${publication.publishedAt?.slice(0, 10).replaceAll('-', '/') ?? 'archive'}/${slug}-${number}`,
    headline,
    publisher,
    ...publication,
    agencies: agency === null ? [] : [agency],
    modifiedAt: null,
    sourceVersion: null,
    credit: null,
    language: random.chance(0.97) ? 'en' : random.pick(['en-GB', 'en-IN', 'en-US']),
    status: 'usable',
    embargoedUntil: null,
    completeness: 'full',
    ...parts,
    removed: [],
    problems: [],
    extractor: `made-up-${generatorVersion}`,
  };
}

const agencies = ['Reuters', 'AP', 'AFP', 'Xinhua', 'DPA', 'ANI'];

function dateline(random: Random, cast: Cast, topic: number): Dateline {
  return {
    place: cast.drawPlace(random, topic).name.toUpperCase(),
    date: null,
    agency: random.pick(agencies),
  };
}

const outletNouns = [
  'Times',
  'Post',
  'Herald',
  'Tribune',
  'News',
  'Daily',
  'Gazette',
  'Observer',
  'Courier',
  'Star',
];

function createOutlets(cast: Cast, seed: number): readonly Publisher[] {
  return Array.from({ length: outletCount }, (_, number) => {
    const random = new Random(seed + 4, number);
    const name = `${cast.drawPlace(random, 0).name} ${random.pick(outletNouns)}`;
    return { name, url: `https://outlet-${number}.example` };
  });
}

/** To the second, as most news is. */
function instant(time: number): string {
  return `${new Date(time).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`;
}
