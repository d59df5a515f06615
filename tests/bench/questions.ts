import type { Archive } from '../../dist/generation/archive.js';
import { Random } from '../../dist/generation/random.js';
import { functionWords, topicCount } from '../../dist/generation/vocabulary.js';

/** What people search for, from words that nearly every article has to words that hardly any has. */
export interface Questions {
  /** In a third to a half of all articles. */
  readonly frequent: readonly string[];
  /** In some 2 of 100. */
  readonly medium: readonly string[];
  /** In some 7 of 10,000. */
  readonly rare: readonly string[];
  /** In nearly all of them, down to the articles and prepositions. */
  readonly commonest: readonly string[];
  /** Two words, each in up to 15 of 100 articles, that hardly meet. */
  readonly strangers: readonly string[];
  /** Two and three words of all kinds that do meet. */
  readonly several: readonly string[];
}

const count = 100;

export function makeQuestions({ vocabulary }: Archive): Questions {
  const random = new Random(11, 0);
  const { general } = vocabulary;
  const between = (start: number, end: number) => general[random.between(start, end)]!;
  const list = (make: () => string) =>
    Array.from(new Set(Array.from({ length: 3 * count }, make))).slice(0, count);
  return {
    frequent: list(() => between(25, 80)),
    medium: list(() => between(1000, 1500)),
    rare: list(() => between(30_000, 40_000)),
    commonest: [...functionWords.slice(0, 20), ...general.slice(0, 20)],
    strangers: list(() => {
      const topic = random.below(12);
      const other = (topic + random.between(1, topicCount / 4)) % topicCount;
      return `${vocabulary.topical(topic)[random.below(5)]} ${vocabulary.topical(other)[random.below(5)]}`;
    }),
    several: list(() => {
      const topic = random.below(30);
      const topical = vocabulary.topical(topic)[random.below(10)]!;
      return random.pick([
        `${between(0, 60)} ${between(0, 200)}`,
        `${between(0, 60)} ${topical}`,
        `${topical} ${vocabulary.topical(topic)[random.between(10, 30)]}`,
        `${between(0, 60)} ${between(0, 60)} ${between(0, 300)}`,
        `${between(100, 1000)} ${between(0, 100)}`,
      ]);
    }),
  };
}

/** All of them, mixed. */
export function mix(...lists: readonly (readonly string[])[]): readonly string[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
}
