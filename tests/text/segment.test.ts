import { describe, expect, it } from 'vitest';
import { findParagraphs } from '../../src/text/paragraphs.ts';
import { segmentText } from '../../src/text/segment.ts';
import { findTokens } from '../../src/text/tokens.ts';

const tokensOf = (text: string) => findTokens(text).map((token) => token.text);

function sentencesOf(text: string): string[] {
  return segmentText(text, findParagraphs(text)).sentences.map(({ start, end }) => text.slice(start, end));
}

describe('tokens', () => {
  it.each([
    ["O'Brien's Iran-made drones don't", "O'Brien|'s|Iran-made|drones|don't"],
    ['Putin’s and the players’ call', 'Putin|’s|and|the|players|’|call'],
    ['“Quartet"’s "end."', '“|Quartet|"|’s|"|end|.|"'],
    ['the U.S.-led force of the U.S.', 'the|U.S.-led|force|of|the|U.S.'],
    ['Sen. J. D. Vance and George W. Bush', 'Sen.|J.|D.|Vance|and|George|W.|Bush'],
    ['Plan B. The end', 'Plan|B|.|The|end'],
    ['Grade A. Ruiz left', 'Grade|A|.|Ruiz|left'],
    ['posted on X. Ruiz left', 'posted|on|X|.|Ruiz|left'],
    ['met X. Ruiz', 'met|X.|Ruiz'],
    ['No. 10 said no.', 'No.|10|said|no|.'],
    ['$1,000.50 or 3.5% at 10:30', '$|1,000.50|or|3.5|%|at|10:30'],
    ['well... who—or what--knows…', 'well|...|who|—|or|what|--|knows|…'],
    ['Israel–Palestine, 2015–16, left – then', 'Israel–Palestine|,|2015–16|,|left|–|then'],
    ['see https://ex.com/a?b=c. Mail a@b.co.uk.', 'see|https://ex.com/a?b=c|.|Mail|a@b.co.uk|.'],
    ['It ended.The next', 'It|ended|.|The|next'],
    ["rock 'n' roll of the '90s for 'em", "rock|'n'|roll|of|the|'90s|for|'em"],
    ['Rep. Doe, R-Ky., of Boston, Mass., at Mass.', 'Rep.|Doe|,|R-Ky.|,|of|Boston|,|Mass.|,|at|Mass|.'],
    ["``Yes,'' he said", "``|Yes|,|''|he|said"],
    ['AT&T and R&B; and/or 3/4', 'AT&T|and|R&B|;|and|/|or|3/4'],
    ['a 😀😀 face', 'a|😀|😀|face'],
    ['a Ph.D. for @doe and #news', 'a|Ph.D.|for|@doe|and|#news'],
  ])('%s', (text, expected) => {
    expect(tokensOf(text).join('|')).toBe(expected);
  });
});

describe('sentences', () => {
  it.each([
    ['"Who is it?" she asked. "Go."', '"Who is it?" she asked.|"Go."'],
    [
      '"Why now?" Prime Minister Jane Roe asked. No answer.',
      '"Why now?" Prime Minister Jane Roe asked.|No answer.',
    ],
    ['"Go!" The door opened.', '"Go!"|The door opened.'],
    ['“We left.” They had none.', '“We left.”|They had none.'],
    ['„We left.“ They had none.', '„We left.“|They had none.'],
    ['»We left.« They had none.', '»We left.«|They had none.'],
    ['They left. “We” had none.', 'They left.|“We” had none.'],
    ['They left.“We had none.”', 'They left.|“We had none.”'],
    ['The U.S. Army left the U.S. The army went.', 'The U.S. Army left the U.S.|The army went.'],
    [
      'He lives at No. 10, near St. John’s. Sen. Roe does too.',
      'He lives at No. 10, near St. John’s.|Sen. Roe does too.',
    ],
    [
      'Acme Inc. (NYSE: ACM), a maker of lamps, fell. Acme Co. (see below) left.',
      'Acme Inc. (NYSE: ACM), a maker of lamps, fell.|Acme Co. (see below) left.',
    ],
    [
      'It rose 3.5 percent. Acme Inc. Chief Jo Doe left.',
      'It rose 3.5 percent.|Acme Inc. Chief Jo Doe left.',
    ],
    [
      'At 5 p.m. Tuesday he left. At 5 p.m. Police came.',
      'At 5 p.m. Tuesday he left.|At 5 p.m.|Police came.',
    ],
    ['3. Alina Astafei (Germany) 1.97', '3. Alina Astafei (Germany) 1.97'],
    [
      '8. Inger Miller (U.S.) 11.37. He won in 1997. Then he left.',
      '8. Inger Miller (U.S.) 11.37.|He won in 1997.|Then he left.',
    ],
    ['They met him (in the U.S.) The army left.', 'They met him (in the U.S.)|The army left.'],
    ['See https://ex.com/a.b. Then go.', 'See https://ex.com/a.b.|Then go.'],
    ['I… I don’t know. Wait... The end.', 'I… I don’t know.|Wait...|The end.'],
    ['He said " done . " Then he left.', 'He said " done . "|Then he left.'],
    ['(He left.) She stayed.', '(He left.)|She stayed.'],
    ['George W. Bush spoke. So do I. Peter left.', 'George W. Bush spoke.|So do I.|Peter left.'],
  ])('%s', (text, expected) => {
    expect(sentencesOf(text).join('|')).toBe(expected);
  });

  it('tells each token its sentence, and keeps to paragraphs', () => {
    const text = 'One two\n\nthree. Four.';
    const segmented = segmentText(text, findParagraphs(text));
    expect(segmented.sentences.map((sentence) => sentence.paragraph)).toEqual([0, 1, 1]);
    expect([...segmented.sentenceOfToken]).toEqual([0, 0, 1, 1, 2, 2]);
  });
});

const wrapped =
  'The council said on Tuesday that the bridge\nwould stay closed until the spring, when the\nrepairs begin.';

describe('paragraphs', () => {
  it.each([
    ['One.\n\n\n Two. \nThree.', ['lede One.', 'body Two.', 'body Three.']],
    [wrapped, [`lede ${wrapped}`]],
    ['\n\n', []],
    [
      '大桥关闭。\n\n反对者表示失望。\n\n下一步',
      ['lede 大桥关闭。', 'body 反对者表示失望。', 'subhead 下一步'],
    ],
    ['Lede.\n\nWhat happens next\n\nBody.', ['lede Lede.', 'subhead What happens next', 'body Body.']],
    ['Lede:\n\n• One\n• Two', ['lede Lede:', 'list-item • One', 'list-item • Two']],
    [
      'Lede.\n\nThis article was amended on 3 May to correct a name.',
      ['lede Lede.', 'endnote This article was amended on 3 May to correct a name.'],
    ],
    [`${'Long line. '.repeat(12)}\nSecond.`, [`lede ${'Long line. '.repeat(12).trim()}`, 'body Second.']],
  ])('%j', (text, expected) => {
    const found = findParagraphs(text).map(({ role, start, end }) => `${role} ${text.slice(start, end)}`);
    expect(found).toEqual(expected);
  });
});
