import type { Entity } from '../domain/entity.ts';
import type { NonEmpty } from '../domain/span.ts';
import { typeset } from './dirty-copy.ts';
import type { Random } from './random.ts';
import type { Story } from './story.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A story as another outlet prints it: some word for word, most of them cut, with a paragraph of their own, in other marks. */
export function editCopy(story: Story, random: Random, vocabulary: Vocabulary): Story {
  let edited = story;
  if (random.chance(cutShare)) edited = cut(edited, random.between(3, 8));
  if (random.chance(localShare)) edited = addParagraph(edited, random, vocabulary);
  const { text } = edited;
  if (random.chance(marksShare)) edited = { ...edited, text: typeset(text) };
  // As many letters: all spans stay.
  else if (random.chance(wordsShare)) edited = { ...edited, text: text.replaceAll(' said', ' says') };
  return edited;
}

const cutShare = 0.3;
const localShare = 0.25;
const marksShare = 0.4;
const wordsShare = 0.3;

/** Keeps so many paragraphs. Entities are in the order in which they are named, so that those left out are the last ones. */
function cut(story: Story, paragraphCount: number): Story {
  const paragraphs = story.paragraphs.slice(0, paragraphCount);
  const { end } = paragraphs.at(-1)!;
  const text = story.text.slice(0, end);
  return {
    ...story,
    text,
    wordCount: countWords(text),
    paragraphs,
    quotes: story.quotes.filter(({ paragraphIndexes }) => paragraphIndexes[0]! < paragraphs.length),
    entities: story.entities.flatMap((entity): Entity[] => {
      const [first, ...others] = entity.mentions.filter((mention) => mention.end <= end);
      return first === undefined
        ? []
        : [{ ...entity, mentions: [first, ...others] as NonEmpty<typeof first> }];
    }),
  };
}

function addParagraph(story: Story, random: Random, vocabulary: Vocabulary): Story {
  const words = Array.from({ length: random.between(15, 60) }, () => vocabulary.draw(random, story.topic));
  const added = `${words.join(' ')}.`;
  const text = `${story.text}\n\n${added}`;
  const paragraph = { role: 'body', start: text.length - added.length, end: text.length } as const;
  return {
    ...story,
    text,
    wordCount: story.wordCount + words.length,
    paragraphs: [...story.paragraphs, paragraph],
  };
}

function countWords(text: string): number {
  return text.split(/\s+/u).length;
}
