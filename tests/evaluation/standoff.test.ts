import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attachTexts, joinCorpusText, readStandoffQuotes } from '../../src/evaluation/standoff.ts';

describe('quotes without their texts', () => {
  it('sets tokens as they were printed', () => {
    const sentences = [
      ['Lima', ',', '4', 'March', '-', 'It', 'was', 'a', 'well', '-', 'run', 'port', '.'],
      ['"', 'We', 'do', "n't", 'know', ',', '"', 'said', 'Ruiz', '(', '54', ')', '.'],
    ];
    expect(joinCorpusText(sentences)).toBe(
      'Lima, 4 March - It was a well-run port.\n\n"We don\'t know," said Ruiz (54).',
    );
  });

  it('puts quotes and texts together', () => {
    const line =
      '{"corpus":"wire","doc":"a","quotes":[{"content":[[0,3]],"source":[],"cue":[],"type":"direct"}]}';
    const texts = attachTexts(
      readStandoffQuotes(line),
      new Map([['wire', '{"doc":"b","tokens":["No"]}\n{"doc":"a","tokens":["Yes","."]}']]),
    );
    expect(texts).toMatchObject([{ id: 'wire:a', text: 'Yes.', quotes: [{ kind: 'direct' }] }]);
  });

  it('says which document is missing', () => {
    const [quotes] = readStandoffQuotes('{"corpus":"wire","doc":"a","quotes":[]}');
    expect(() => attachTexts([quotes!], new Map([['wire', '']]))).toThrow('wire has no document "a"');
  });

  it('reads the files of data/gold', () => {
    const file = readFileSync(new URL('../../data/gold/standoff/world-news.jsonl', import.meta.url), 'utf8');
    const all = readStandoffQuotes(file);
    expect(all.length).toBeGreaterThan(50);
    expect(all.every(({ quotes }) => quotes.every(({ content }) => content.length > 0))).toBe(true);
  });
});
