import { describe, expect, it } from 'vitest';
import type { AnnotatedText, QuoteAnnotation } from '../../src/evaluation/annotation.ts';
import { findQuoteIntervals, kindFromMarks } from '../../src/evaluation/quote-intervals.ts';
import { scoreQuotes } from '../../src/evaluation/score.ts';
import { scoreConfidence } from '../../src/evaluation/score-confidence.ts';
import { scoreRows, showPercent } from '../../src/evaluation/score-report.ts';
import { scoreResolvedSpeakers } from '../../src/evaluation/score-speakers.ts';
import { keepSpeech } from '../../src/evaluation/score-speech.ts';

//            0         10        20        30        40        50        60
const text = '"We won," Ruiz said. "It rains." Ann Lee thinks that it is late.';
const [won, rains, late] = [
  quote({ content: [[0, 9]], source: [[10, 14]], cue: [[15, 19]], kind: 'direct' }),
  quote({ content: [[21, 32]], source: [[10, 14]], cue: [], kind: 'direct' }),
  quote({ content: [[47, 64]], source: [[33, 40]], cue: [[41, 47]], kind: 'indirect' }),
];
const gold: AnnotatedText = { id: 'a', text, quotes: [won, rains, late] };

describe('scoreQuotes', () => {
  it('gives full marks to the gold itself', () => {
    expect(figures([gold], gold.quotes)).toEqual([
      'P 100.0 R 100.0 F1 100.0',
      'P 100.0 R 100.0 F1 100.0',
      'P 100.0 R 100.0 F1 100.0',
      '100.0  exact 100.0  (n=3)',
      'P 100.0 R 100.0 F1 100.0',
      'P 100.0 R 100.0 F1 100.0',
      'P 100.0 R 100.0 F1 100.0',
      '3/3',
    ]);
  });

  it('counts spans as equal whose white space and punctuation alone differ', () => {
    const bare = { ...won, content: [{ start: 1, end: 7 }] };
    expect(scoreQuotes([gold], predict([bare]), null).segments).toEqual({
      precision: 1,
      recall: 1 / 3,
      f1: 0.5,
    });
  });

  it('matches quotes that share half of their letters, and no others', () => {
    // "We won" has five letters: "won" has three of them, "We" two.
    const three = { ...won, content: [{ start: 4, end: 7 }] };
    const two = { ...won, content: [{ start: 1, end: 3 }] };
    expect(scoreQuotes([gold], predict([three]), null).quotes.precision).toBe(1);
    expect(scoreQuotes([gold], predict([two]), null).quotes.precision).toBe(0);
  });

  it('takes any overlap of sources for the right speaker, and tells the exact ones', () => {
    const wide = { ...late, source: [{ start: 37, end: 46 }] };
    const wrong = { ...won, source: [{ start: 33, end: 40 }] };
    const { speakers, endToEnd } = scoreQuotes([gold], predict([wide, wrong, rains]), null);
    expect(speakers).toEqual({ matched: 3, overlapping: 2, exact: 1 });
    expect(endToEnd.f1).toBeCloseTo(2 / 3, 12);
  });

  it('asks for some kinds alone, and lets a prediction match a gold quote of any kind', () => {
    // The prediction has no kind: its words stand in marks, so that it counts as direct.
    const unsure = { ...rains, kind: null };
    const score = scoreQuotes([gold], predict([unsure, late]), ['direct']);
    expect([score.predicted, score.gold]).toEqual([1, 2]);
    expect(score.quotes).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 });
  });

  it('counts a text without a prediction as missed', () => {
    expect(scoreQuotes([gold], [], null).endToEnd).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});

describe('findQuoteIntervals', () => {
  it.each([
    ['a "b" c “d” e', ['"b"', '“d”']],
    ['“open to the end of its line\nnext "line"', ['“open to the end of its line', '"line"']],
    ['“nested “marks” end” here', ['“nested “marks”']],
    ["``old'' marks", ["``old'"]],
    ['closed” only', []],
  ])('in %s', (line, expected) => {
    expect(findQuoteIntervals(line).map(({ start, end }) => line.slice(start, end))).toEqual(expected);
  });

  it('tells the kind of a quote from its marks', () => {
    const line = 'He is "very late", she said.';
    const intervals = findQuoteIntervals(line);
    const kindOf = (start: number, end: number) => kindFromMarks(line, [{ start, end }], intervals);
    expect([kindOf(6, 17), kindOf(0, 17), kindOf(19, 27), kindOf(17, 18)]).toEqual([
      'direct',
      'mixed',
      'indirect',
      null,
    ]);
  });
});

describe('keepSpeech', () => {
  it('leaves out what nobody said, and what was predicted for it', () => {
    const narrowed = keepSpeech([gold], predict([won, late]), ['say']);
    expect(narrowed.gold[0]?.quotes).toEqual([won, rains]);
    expect(narrowed.predictions[0]?.quotes).toEqual([won]);
  });

  it('keeps indirect speech by any form of a cue', () => {
    expect(keepSpeech([gold], predict([late]), ['think']).gold[0]?.quotes).toContain(late);
  });
});

describe('scoreResolvedSpeakers', () => {
  it('is right where the name holds the surname, and silent where there is none', () => {
    const resolved = [won, rains, late].map((_, index) => ({
      id: 'a',
      quote: index,
      speaker: index === 2 ? 'Ann Lee, Jr.' : 'Maria Ruiz',
    }));
    const predicted = predict([
      { ...won, speaker: 'Mr. Ruiz' },
      { ...late, speaker: 'Ruiz' },
    ]);
    expect(scoreResolvedSpeakers([gold], resolved, predicted)).toEqual({ right: 1, silent: 1, total: 3 });
  });
});

describe('scoreConfidence', () => {
  it('measures calibration, telling apart, and what is sure', () => {
    const judged = [
      { confidence: 0.95, isRight: true },
      { confidence: 0.95, isRight: true },
      { confidence: 0.55, isRight: false },
      { confidence: 0.55, isRight: true },
    ];
    // Bins: |1.9 - 2| and |1.1 - 1|, over 4. Of three right and one wrong: two pairs in order, one tie.
    const score = scoreConfidence(judged);
    expect(score.calibrationError).toBeCloseTo(0.05, 12);
    expect(score.areaUnderCurve).toBeCloseTo(2.5 / 3, 12);
    expect(score.sure).toEqual({ share: 0.5, right: 1 });
  });

  it('has no curve where all are right', () => {
    expect(scoreConfidence([{ confidence: 1, isRight: true }]).areaUnderCurve).toBeNull();
  });
});

describe('showPercent', () => {
  it.each([
    [6.25, '  6.2'],
    [6.75, '  6.8'],
    [100, '100.0'],
    [90.05, ' 90.0'],
    [0, '  0.0'],
  ])('%f', (value, shown) => {
    expect(showPercent(value)).toBe(shown);
  });
});

function quote(marked: {
  content: [number, number][];
  source: [number, number][];
  cue: [number, number][];
  kind: QuoteAnnotation['kind'];
}): QuoteAnnotation {
  const spans = (pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }));
  return {
    content: spans(marked.content),
    source: spans(marked.source),
    cue: spans(marked.cue),
    kind: marked.kind,
    speaker: null,
  };
}

function predict(quotes: readonly QuoteAnnotation[]) {
  return [{ id: 'a', quotes }];
}

function figures(texts: readonly AnnotatedText[], quotes: readonly QuoteAnnotation[]): readonly string[] {
  return scoreRows(scoreQuotes(texts, predict(quotes), null)).map(([, row]) => row);
}
