import type { Paragraph } from '../domain/article.ts';
import type { Entity } from '../domain/entity.ts';
import type { Quote } from '../domain/quote.ts';
import type { Span } from '../domain/span.ts';
import { type Cast, type Character, capitalize } from './cast.ts';
import { writeQuote } from './quotes.ts';
import type { Random } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The words of an article and what they hold, before it is published anywhere. */
export interface Story {
  readonly topic: number;
  readonly headline: string;
  readonly text: string;
  readonly wordCount: number;
  readonly paragraphs: readonly Paragraph[];
  readonly entities: readonly Entity[];
  readonly quotes: readonly Quote[];
}

/** Median and spread of English news: a mean of some 635 words. */
const medianWords = 560;
const wordSpread = 0.5;
const medianSentence = 19;
const sentenceSpread = 0.45;
const secondTopicShare = 0.1;
/** Of all sentences, by the mean of six quotes an article. */
const quoteShare = 0.2;
const nameShare = 0.055;

export function writeStory(random: Random, vocabulary: Vocabulary, cast: Cast): Story {
  return new StoryWriter(random, vocabulary, cast).write();
}

/** Writes from the first word to the last, and keeps the places of all that it writes. */
export class StoryWriter {
  readonly random: Random;
  readonly #vocabulary: Vocabulary;
  readonly #topics: readonly number[];
  readonly #people: readonly Character[];
  readonly #others: readonly Character[];
  readonly #entities = new Map<string, DraftEntity>();
  readonly #paragraphs: Paragraph[] = [];
  readonly #quotes: Quote[] = [];
  #text = '';
  #wordCount = 0;

  constructor(random: Random, vocabulary: Vocabulary, cast: Cast) {
    this.random = random;
    this.#vocabulary = vocabulary;
    const topic = vocabulary.drawTopic(random);
    this.#topics = random.chance(secondTopicShare) ? [topic, vocabulary.drawTopic(random)] : [topic];
    const draw = (count: number, from: (random: Random, topic: number) => Character) =>
      Array.from({ length: count }, () => from(random, random.pick(this.#topics)));
    this.#people = draw(random.between(2, 6), cast.drawPerson);
    this.#others = [
      ...draw(random.between(1, 4), cast.drawOrganization),
      ...draw(random.between(2, 5), cast.drawPlace),
    ];
  }

  write(): Story {
    const { random } = this;
    const target = Math.min(Math.max(random.logNormal(medianWords, wordSpread), 60), 3000);
    const headline = capitalize(
      Array.from({ length: random.between(5, 11) }, () => this.#drawWord()).join(' '),
    );
    while (this.#wordCount < target) this.#writeParagraph();
    return {
      topic: this.#topics[0]!,
      headline,
      text: this.#text,
      wordCount: this.#wordCount,
      paragraphs: this.#paragraphs,
      entities: Array.from(this.#entities.values(), ({ number: _, ...entity }) => entity),
      quotes: this.#quotes,
    };
  }

  #writeParagraph(): void {
    const { random } = this;
    if (this.#text !== '') this.#text += '\n\n';
    const start = this.#text.length;
    const sentences = random.between(1, 4);
    for (let count = 0; count < sentences; count++) {
      if (count > 0) this.#text += ' ';
      if (this.#paragraphs.length > 0 && random.chance(quoteShare)) {
        this.#quotes.push(writeQuote(this, this.#paragraphs.length));
      } else {
        this.#writeSentence();
      }
    }
    const role = this.#paragraphs.length === 0 ? 'lede' : 'body';
    this.#paragraphs.push({ role, start, end: this.#text.length });
  }

  #writeSentence(): void {
    this.clause(this.drawLength(medianSentence), true);
    this.append('.');
  }

  /** A number of words. */
  drawLength(median: number): number {
    return Math.max(3, Math.round(this.random.logNormal(median, sentenceSpread)));
  }

  get text(): string {
    return this.#text;
  }

  append(words: string): Span {
    const start = this.#text.length;
    this.#text += words;
    return { start, end: this.#text.length };
  }

  countWords(count: number): void {
    this.#wordCount += count;
  }

  /** Words of running text, names among them; answers with the place and the entities named. */
  clause(length: number, isSentence: boolean): Span & { readonly named: readonly number[] } {
    const start = this.#text.length;
    const named: number[] = [];
    let clause = '';
    for (let count = 0; count < length; count++) {
      if (count > 0) clause += count % 9 === 8 && count < length - 1 && this.random.chance(0.5) ? ', ' : ' ';
      if (this.random.chance(nameShare)) {
        this.#text += clause;
        clause = '';
        const number = this.mention(
          this.random.chance(0.4) ? this.drawPerson() : this.random.pick(this.#others),
        );
        if (!named.includes(number)) named.push(number);
      } else {
        const word = this.#drawWord();
        clause += count === 0 && isSentence ? capitalize(word) : word;
        this.#wordCount++;
      }
    }
    this.#text += clause;
    return { start, end: this.#text.length, named };
  }

  drawPerson(): Character {
    // The first is whom the story is about.
    return this.random.chance(0.4) ? this.#people[0]! : this.random.pick(this.#people);
  }

  drawOther(): Character {
    return this.random.pick(this.#others);
  }

  /** Its number among the article's entities; null where it is not named yet. */
  numberOf(character: Character): number | null {
    return this.#entities.get(character.name)?.number ?? null;
  }

  /** Writes the name, at the first mention in full; answers with the entity's number. */
  mention(character: Character): number {
    const known = this.#entities.get(character.name);
    const { shortName } = character;
    const name = known !== undefined && shortName !== null ? shortName : character.name;
    const span = this.append(name);
    this.#wordCount += name.split(' ').length;
    if (known === undefined) {
      const number = this.#entities.size;
      const { type } = character;
      this.#entities.set(name, { number, id: null, name, type, aliases: [], roles: [], mentions: [span] });
      return number;
    }
    if (name !== known.name && known.aliases.length === 0) known.aliases.push(name);
    known.mentions.push(span);
    return known.number;
  }

  giveRole(character: Character, role: string): void {
    const roles = this.#entities.get(character.name)?.roles;
    if (roles !== undefined && !roles.includes(role)) roles.push(role);
  }

  #drawWord(): string {
    return this.#vocabulary.draw(this.random, this.random.pick(this.#topics));
  }
}

interface DraftEntity {
  readonly number: number;
  readonly id: null;
  readonly name: string;
  readonly type: Entity['type'];
  readonly aliases: string[];
  readonly roles: string[];
  readonly mentions: [Span, ...Span[]];
}
