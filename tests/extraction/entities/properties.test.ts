import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Name } from '../../../src/extraction/names.ts';
import { entitiesOf, type MarkedText } from './marked-text.ts';

const piece = fc.oneof(
  fc.constantFrom(
    'Ana Ruiz',
    'Ruiz',
    'Mrs. Ruiz',
    "Ruiz's",
    'President',
    'the',
    'The Kremlin',
    'Kremlin',
    'NATO',
    'U.S.-led',
    'Iran-made',
    'Israeli-Palestinian',
    'Jr.',
    'Paul Okoro, Jr.',
    'al-',
    '-',
    '--',
    '’s',
    "'",
    '“',
    '”',
    '"',
    ',',
    '.',
    '\n',
    '\n\n',
    'he',
    'She',
    'the minister',
    'said',
    'US$',
    'X',
    'on X',
    'and',
    'who',
    '54',
    '(54)',
    '😀',
    'é',
    'Xi Jinping',
    'a',
    'A.B.C.',
    '\u0301',
  ),
  fc.string({ maxLength: 6 }),
);

/** A text of such pieces, with names at random places: also empty, overlapping and cutting words. */
const hostile: fc.Arbitrary<MarkedText> = fc
  .record({
    pieces: fc.array(piece, { maxLength: 60 }),
    places: fc.array(
      fc.tuple(
        fc.nat(400),
        fc.nat(30),
        fc.constantFrom('person', 'organization', 'place', 'group', 'work', 'other'),
      ),
      { maxLength: 20 },
    ),
  })
  .map(({ pieces, places }) => {
    const text = pieces.join(' ');
    const names = places.map(([start, length, type]) => ({
      start: Math.min(start, text.length),
      end: Math.min(start + length, text.length),
      type: type as Name['type'],
      confidence: 0.5,
    }));
    return { text, names, references: [] };
  });

describe('finding entities', () => {
  it('never throws, and every mention lies in the text, in order, none in another', () => {
    fc.assert(
      fc.property(hostile, (marked) => {
        const { entities, mentions, profiles } = entitiesOf(marked);
        expect(profiles.length).toBe(entities.length);
        let reached = 0;
        for (const { start, end, text, entity } of mentions) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(marked.text.slice(start, end)).toBe(text);
          expect(entities[entity]!.mentions).toContainEqual({ start, end });
          reached = end;
        }
        expect(entities.reduce((sum, entity) => sum + entity.mentions.length, 0)).toBe(mentions.length);
      }),
    );
  });

  it('is deterministic', () => {
    fc.assert(
      fc.property(hostile, (marked) => {
        expect(entitiesOf(marked).entities).toEqual(entitiesOf(marked).entities);
      }),
    );
  });
});

/** Lists of names that invite comparing each with each. */
const lists: readonly (readonly [string, Name['type'], (index: number) => string])[] = [
  ['different people', 'person', (index) => `Ana${letters(index)} Ruiz${letters(index * 7)}`],
  ['people of one surname', 'person', (index) => `Ana${letters(index)} Ruiz`],
  ['people of one first name', 'person', (index) => `Ana Ruiz${letters(index)}`],
  ['people of one name', 'person', () => 'Ana Ruiz'],
  ['lone words', 'person', (index) => `Ruiz${letters(index)}`],
  ['companies of one first word', 'organization', (index) => `Tellux ${letters(index)}a Works`],
  ['companies of one last word', 'organization', (index) => `${letters(index)}a Harbour Works`],
  ['acronyms', 'organization', (index) => letters(index).toUpperCase()],
  ['long names', 'person', (index) => `${'Ana '.repeat(12)}${letters(index)}`],
];

describe('entities of long lists', () => {
  it.each(lists)(
    'grow in time no faster than the list: %s',
    (_, type, nameAt) => {
      const work = (count: number) => {
        const marked = listOf(count, type, nameAt);
        // Processor time, not the clock's: other work on the machine must not count.
        const measure = () => {
          const before = process.cpuUsage();
          entitiesOf(marked);
          const { user, system } = process.cpuUsage(before);
          return user + system;
        };
        return Math.min(measure(), measure(), measure());
      };
      work(500);
      // Four times the list is four times the work; sixteen would be quadratic.
      expect(work(4000) / work(1000)).toBeLessThan(10);
    },
    60_000,
  );
});

function listOf(count: number, type: Name['type'], nameAt: (index: number) => string): MarkedText {
  let text = '';
  const names: Name[] = [];
  for (let index = 0; index < count; index++) {
    const name = nameAt(index);
    names.push({ start: text.length, end: text.length + name.length, type, confidence: 0.9 });
    text += `${name}, he said.\n`;
  }
  return { text, names, references: [] };
}

/** A different word for each number: "Ba", "Bb" … */
function letters(index: number): string {
  let word = '';
  for (let rest = index; rest > 0; rest = Math.floor(rest / 26))
    word += String.fromCharCode(97 + (rest % 26));
  return `B${word}`;
}
