import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import { type GoldArticle, readGold } from '../../src/evaluation/gold.ts';
import { alignTexts } from '../../src/evaluation/gold-align.ts';
import { describeFaults, describeGoldScore } from '../../src/evaluation/gold-report.ts';
import { scoreGold } from '../../src/evaluation/gold-score.ts';
import { asExtracted } from '../support/gold.ts';

const gold = readGold(`publishedAt: 2024-03-05
=== article
<q1>“We won,”</q> <c1>said</c> <s1>Mayor Rosa Ruiz</s>. <q1>“At last.”</q>

<s2>Her brother, Pedro Ruiz,</s> <c2>said</c> <q2>the count in Lima was wrong</q>. He called it <n scare>“luck”</n>.

<s3>The Reform Party</s> <c3>said</c> <q3>it was “not surprised”</q>.
=== quotes
1 direct Rosa Ruiz; on 2024-03-04; #inverted-cue
2 indirect Pedro Ruiz
3 mixed Reform Party; optional
=== entities
person: Rosa Ruiz | role: Mayor
person: Pedro Ruiz | role: Her brother
organization: Reform Party
place: Lima
`);

function score(change: (article: Article) => Article, of: GoldArticle = gold) {
  return scoreGold([{ name: 'ruiz', gold: of, article: change(asExtracted(of)) }]);
}

describe('scoring against gold', () => {
  test('gives the gold itself full marks', () => {
    const { quotes, entities, cleaning, faults } = score((article) => article);
    expect(faults).toEqual([]);
    expect(quotes.endToEnd.all).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(quotes.endToEnd.indirect.f1).toBe(1);
    expect(entities.mentions.f1).toBe(1);
    expect(entities.roles.f1).toBe(1);
    expect(cleaning.text).toEqual({ right: 1, of: 1 });
    expect(quotes.phenomena.get('split by its cue')).toEqual({ gold: 1, matched: 1, endToEnd: 1 });
  });

  test('counts a quote by another name as found, not as right', () => {
    const { quotes, faults } = score((article) => ({
      ...article,
      quotes: article.quotes.map((quote) => ({ ...quote, speaker: quote.speaker === 0 ? 1 : quote.speaker })),
    }));
    expect(quotes.match.marked.f1).toBe(1);
    expect(quotes.endToEnd.marked.f1).toBe(0);
    expect(faults).toMatchObject([{ fault: 'speaker', expected: 'Rosa Ruiz', found: 'Pedro Ruiz' }]);
  });

  test('counts what is missing, what is too much, and what is no quote', () => {
    const at = gold.text.indexOf('“luck”');
    const { quotes, faults } = score((article) => ({
      ...article,
      quotes: [{ ...article.quotes[0]!, segments: [{ start: at, end: at + 6 }] }],
    }));
    expect(quotes.match.all).toMatchObject({ precision: 0, recall: 0 });
    expect(quotes.nonQuotes.get('scare')).toEqual({ gold: 1, taken: 1 });
    expect(faults.map(({ fault }) => fault)).toEqual(['missed', 'missed', 'non-quote']);
  });

  test('leaves an optional quote out, whether it was found or not', () => {
    const without = score((article) => ({ ...article, quotes: article.quotes.slice(0, 2) }));
    expect(without.faults).toEqual([]);
    expect(without.quotes.match.all.f1).toBe(1);
  });

  test('tells two people made one, and one made two', () => {
    const [rosa, pedro, ...others] = asExtracted(gold).entities;
    const merged = score((article) => ({
      ...article,
      quotes: [],
      entities: [{ ...rosa!, mentions: [rosa!.mentions[0], pedro!.mentions[0]] }, ...others],
    }));
    expect(merged.entities.clusters.precision).toBe(0);
    expect(merged.faults.filter(({ fault }) => fault === 'merging')).toMatchObject([
      { expected: 'Pedro Ruiz', found: 'one with Rosa Ruiz' },
    ]);
  });

  test('still compares where cleaning left or took too much', () => {
    const { quotes, faults } = score((article) => {
      const shift = 'LIMA - '.length;
      const moved = <T extends { start: number; end: number }>(span: T) => ({
        ...span,
        start: span.start + shift,
        end: span.end + shift,
      });
      const [first, ...rest] = article.quotes[0]!.segments;
      return {
        ...article,
        text: `LIMA - ${article.text}`,
        entities: [],
        quotes: [{ ...article.quotes[0]!, speaker: null, segments: [moved(first), ...rest.map(moved)] }],
      };
    });
    expect(quotes.match.marked).toMatchObject({ precision: 1, recall: 1 });
    expect(faults[0]).toMatchObject({ fault: 'cleaning' });
  });

  test('can be read in a pager', () => {
    const result = score((article) => ({ ...article, quotes: article.quotes.slice(1) }));
    expect(describeGoldScore(result)).toContain('split by its cue');
    expect(describeFaults(result.faults)).toBe(
      '\n== ruiz\nmissed    direct, Rosa Ruiz → –\n' +
        '          ⟦“We won,”⟧ said Mayor Rosa Ruiz. “At last.” Her brother, Pedro Ruiz,\n',
    );
  });
});

test('texts are aligned over what one of them lacks', () => {
  const clean = 'The bridge fell on Tuesday. Nobody was hurt, the mayor said.';
  const dirty = 'LIMA (AP) - The bridge fell on Tuesday. Read more: Nobody was hurt, the mayor said.';
  const place = alignTexts(dirty, clean);
  const span = { start: dirty.indexOf('Nobody'), end: dirty.indexOf(', the') };
  const there = place(span);
  expect(clean.slice(there.start, there.end)).toBe('Nobody was hurt');
  expect(place({ start: 0, end: 4 })).toEqual({ start: 0, end: 0 });
});

test('texts are aligned over a headline that has the names of the paragraph behind it', () => {
  const body = 'Lima Gov. Rosa Delgado Ruiz called the bridge a “disgrace” after it fell.';
  const printed = `Rosa Delgado Ruiz Calls Bridge ‘A Disgrace’ After Fall\n\n${body}`;
  const place = alignTexts(body, printed);
  const span = { start: body.indexOf('Lima'), end: body.indexOf(' called') };
  const there = place(span);
  expect(printed.slice(there.start, there.end)).toBe('Lima Gov. Rosa Delgado Ruiz');
});
