import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareParagraphs, countParagraphChanges } from '../../src/domain/differences/paragraphs.ts';
import { matchSequences } from '../../src/domain/differences/sequences.ts';
import { compareWords } from '../../src/domain/differences/words.ts';
import { readGoldFolder } from '../support/gold.ts';

describe('what two sequences have in common', () => {
  const sequence = fc.array(fc.nat(4), { maxLength: 20 });

  it('is as much as can be, in order', () => {
    fc.assert(
      fc.property(sequence, sequence, (one, other) => {
        const matches = matchSequences(one, other);
        const pairs = [...matches].flatMap((match, place) => (match < 0 ? [] : [[place, match] as const]));
        for (const [place, match] of pairs) expect(one[place]).toBe(other[match]);
        const places = pairs.map(([, match]) => match);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(pairs.length).toBe(longestCommon(one, other));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('is found around what occurs once, where nearly all is different', () => {
    const size = 4000;
    const one = Array.from({ length: size }, (_, place) => (place % 100 === 0 ? -1 - place : place % 7));
    const other = Array.from({ length: size }, (_, place) =>
      place % 100 === 0 ? -1 - place : 10 + (place % 11),
    );
    const matches = matchSequences(one, other);
    for (let place = 0; place < size; place += 100) expect(matches[place]).toBe(place);
  });

  it('is found in time that does not explode, however long and different they are', () => {
    const random = (seed: number) =>
      Array.from({ length: 300_000 }, (_, place) => ((place + seed) * 7919) % 13);
    const started = performance.now();
    matchSequences(random(1), [...random(5)].reverse());
    matchSequences(
      random(1),
      random(5).map((number) => number + 100),
    );
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

/** The length of the longest common subsequence, by the book. */
function longestCommon(one: readonly number[], other: readonly number[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const element of one) {
    const next = [0];
    other.forEach((candidate, index) => {
      next.push(candidate === element ? row[index]! + 1 : Math.max(row[index + 1]!, next[index]!));
    });
    row = next;
  }
  return row.at(-1)!;
}

describe('changed words', () => {
  const marked = (former: string, current: string) =>
    compareWords(former, current)
      .map(({ change, text }) => ({ same: text, added: `{+${text}+}`, removed: `[-${text}-]` })[change])
      .join('');

  it.each([
    [
      'The bridge opens in May.',
      'The ferry will close in May.',
      'The [-bridge opens -]{+ferry will close +}in May.',
    ],
    ['It rained.', 'It rained. Nobody minded.', 'It rained. {+Nobody minded.+}'],
    ['Two died.', 'Three died.', '[-Two -]{+Three +}died.'],
    ['It rained.', 'It  rained.', 'It  rained.'],
    ['', 'Rain.', '{+Rain.+}'],
    ['Rain.', '', '[-Rain.-]'],
    ['東京で雨', '東京で雪', '東京で[-雨-]{+雪+}'],
    ['The 1,200 homes', 'The 1,300 homes', 'The 1,[-200 -]{+300 +}homes'],
    // What stayed between is chance.
    [
      'Police said nobody was hurt in the fire at the old harbour warehouse.',
      'Two firefighters in hospital were treated for burns and smoke inhalation.',
      '[-Police said nobody was hurt in the fire at the old harbour warehouse-]' +
        '{+Two firefighters in hospital were treated for burns and smoke inhalation+}.',
    ],
  ])('from %j to %j', (former, current, expected) => {
    expect(marked(former, current)).toBe(expected);
  });

  it('leave out nothing of either text', () => {
    const text = fc.array(fc.constantFrom('rain', 'sun', 'Okri', '"', ',', ' ', '  ', '\n', '💥', '雨'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [former, current] = [one.join(''), other.join('')];
        const changes = compareWords(former, current);
        const without = (left: string) =>
          changes.flatMap(({ change, text }) => (change === left ? [] : text)).join('');
        const bare = (words: string) => words.replace(/\s+/g, '');
        expect(without('removed')).toBe(current);
        expect(bare(without('added'))).toBe(bare(former));
        expect(changes.every(({ text }) => text !== '')).toBe(true);
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});

describe('changed paragraphs', () => {
  const lede = 'The bridge over the harbour will open in May, Mayor Lena Ruiz told reporters on Tuesday.';
  const second = 'Work had been held up by two storms and a strike that lasted until the summer.';
  const third = 'Ferry crews fear for their jobs, and have asked the council for a meeting.';

  it('are told with their places, and with the words that changed', () => {
    const changedLede = lede.replace('May', 'June');
    expect(
      compareParagraphs([lede, second, third], [changedLede, third, 'A date has not been set.']),
    ).toEqual([
      {
        change: 'changed',
        index: 0,
        formerIndex: 0,
        text: changedLede,
        formerText: lede,
        words: [
          { change: 'same', text: 'The bridge over the harbour will open in ' },
          { change: 'removed', text: 'May' },
          { change: 'added', text: 'June' },
          { change: 'same', text: ', Mayor Lena Ruiz told reporters on Tuesday.' },
        ],
      },
      { change: 'removed', formerIndex: 1, formerText: second },
      { change: 'added', index: 2, text: 'A date has not been set.' },
    ]);
  });

  it('are none where nothing changed', () => {
    expect(compareParagraphs([lede, second], [lede, second])).toEqual([]);
    expect(compareParagraphs([], [])).toEqual([]);
  });

  it('are the same ones when others came between', () => {
    const changes = compareParagraphs([lede, second], ['New.', `${lede} It is late.`, 'Newer.', second]);
    expect(changes.map(({ change, ...at }) => [change, 'index' in at ? at.index : null])).toEqual([
      ['added', 0],
      ['changed', 1],
      ['added', 2],
    ]);
  });

  it('make of the former text the current one, and are counted so', () => {
    const paragraph = fc.constantFrom(
      lede,
      second,
      third,
      `${lede} ${second}`,
      `${second} Still.`,
      lede.replace('May', 'June'),
      'Rain.',
      '',
    );
    const text = fc.array(paragraph, { maxLength: 8 });
    fc.assert(
      fc.property(text, text, (former, current) => {
        const changes = compareParagraphs(former, current);
        const removed = new Set(changes.map((change) => ('formerIndex' in change ? change.formerIndex : -1)));
        const rebuilt = former.filter((_, index) => !removed.has(index));
        for (const change of changes) if ('index' in change) rebuilt.splice(change.index, 0, change.text);
        expect(rebuilt).toEqual(current);
        const count = (kind: string) => changes.filter(({ change }) => change === kind).length;
        expect(countParagraphChanges(former, current)).toEqual({
          added: count('added'),
          removed: count('removed'),
          changed: count('changed'),
        });
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('are never different paragraphs of an article', () => {
    for (const { gold } of readGoldFolder('articles')) {
      const texts = gold.text.split(/\n{2,}/).filter((text) => text.split(/\s+/).length >= 8);
      texts.forEach((one, index) => {
        for (const other of texts.slice(index + 1)) {
          if (one !== other)
            expect(countParagraphChanges([one], [other])).toEqual({ added: 1, removed: 1, changed: 0 });
        }
      });
    }
  });

  it('are found in time, however many there are', () => {
    const many = (mark: string) =>
      Array.from({ length: 20_000 }, (_, n) => `Paragraph ${n} says ${mark} of ${n % 7}.`);
    const started = performance.now();
    const changes = compareParagraphs(many('rain'), many('sun'));
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(changes.length).toBeGreaterThanOrEqual(20_000);
  });
});
