import { describe, expect, it } from 'vitest';
import { createNameRecognizer, findNames } from '../../src/extraction/names.ts';
import { readResourceFiles } from '../../src/resources.ts';
import { segmentText } from '../../src/text/segment.ts';

const files = readResourceFiles();
const recognizer = createNameRecognizer(files);

describe('names', () => {
  it.each([
    [
      'Angela Merkel met Emmanuel Macron in Paris on Monday.',
      ['person: Angela Merkel', 'person: Emmanuel Macron', 'place: Paris'],
    ],
    [
      'The European Union and the United Nations criticised Myanmar.',
      ['organization: European Union', 'organization: United Nations', 'place: Myanmar'],
    ],
    ['The Kremlin’s spokesman declined to comment.', ['organization: Kremlin']],
    ['Shares of the Hong Kong-listed firm fell in London.', ['place: Hong Kong', 'place: London']],
    ['Many Israelis and Palestinians want peace.', ['group: Israelis', 'group: Palestinians']],
    [
      'Brazil is part of the “Quartet” that met in Geneva.',
      ['place: Brazil', 'organization: Quartet', 'place: Geneva'],
    ],
    ['France won the World Cup in Moscow.', ['place: France', 'event: World Cup', 'place: Moscow']],
    [
      'Sen. Hannah Weissberg, D-Berkeley, flew over western Nepal.',
      ['person: Hannah Weissberg', 'place: Berkeley', 'place: Nepal'],
    ],
    [
      'Reps. Karen Dole (R-Iowa) and Luis Ortega (D-Texas) agreed.',
      ['person: Karen Dole', 'place: Iowa', 'person: Luis Ortega', 'place: Texas'],
    ],
    ['There was nothing to see here, and nobody came.', []],
  ])('are found in %j', (text, expected) => {
    expect(namesOf(text)).toEqual(expected);
  });

  it('are the same for straight and for typographic marks', () => {
    const straight = 'Turkey\'s foreign minister said "Germany\'s stance" had not changed, Anadolu reported.';
    const curly = 'Turkey’s foreign minister said “Germany’s stance” had not changed, Anadolu reported.';
    expect(namesOf(curly)).toEqual(namesOf(straight));
  });

  it('lie within the text, in order, disjoint, with a confidence that is a probability', () => {
    const text = 'JAKARTA -- "Mr. O\'Neil" & Sons; U.S.-led, Jean-Luc 😀 Picard… THE END Of It ALL “';
    const names = find(text);
    let end = 0;
    for (const name of names) {
      expect(name.start).toBeGreaterThanOrEqual(end);
      expect(name.end).toBeGreaterThan(name.start);
      expect(name.confidence).toBeGreaterThan(0);
      expect(name.confidence).toBeLessThanOrEqual(1);
      end = name.end;
    }
    expect(end).toBeLessThanOrEqual(text.length);
  });

  it('do not depend on what was read before', () => {
    const text = 'Kofi Annan spoke in Accra. Annan left Ghana on Friday.';
    const alone = findNames(segment(text), createNameRecognizer(files));
    expect(find(text)).toEqual(alone);
  });

  it.each([
    ['capitals', 'ABC XYZ '],
    ['one name', 'Smith '],
    ['names of two words that share one', (index: number) => `Anna B${index.toString(36)} and `],
    ['quoted names', 'part of the “Group of Friends” '],
    ['forms never seen twice', (index: number) => `X${index.toString(36)}x `],
  ])(
    'cost no more per word in a long text of %s',
    (_, piece) => {
      const make = (count: number): string =>
        Array.from({ length: count }, (__, index) => (typeof piece === 'string' ? piece : piece(index))).join(
          '',
        );
      find(make(2_000));
      const short = time(() => find(make(4_000)));
      const long = time(() => find(make(32_000)));
      // Eight times the text; quadratic time would make it 64 times as long.
      expect(long).toBeLessThan(24 * Math.max(short, 20));
    },
    60_000,
  );

  it('need their files, whole', () => {
    const without = (name: string) => ({
      ...files,
      models: new Map([...files.models].filter(([key]) => key !== name)),
    });
    expect(() => createNameRecognizer(without('names'))).toThrow(/names\.bin is missing/);
    for (const name of ['word-classes', 'name-tables']) {
      expect(() => createNameRecognizer(without(name))).toThrow(`${name}.bin is missing`);
      const damaged = new Map(files.models).set(name, files.models.get(name)!.slice(0, 999));
      expect(() => createNameRecognizer({ ...files, models: damaged })).toThrow(`${name}.bin is damaged`);
    }
  });
});

const segment = (text: string) => segmentText(text, [{ start: 0, end: text.length, role: 'body' }]);

const find = (text: string) => findNames(segment(text), recognizer);

function namesOf(text: string): string[] {
  return find(text).map((name) => `${name.type}: ${text.slice(name.start, name.end)}`);
}

function time(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}
