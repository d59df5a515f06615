import { describe, expect, test } from 'vitest';
import { findQuotations } from '../../../src/extraction/quotes/marks/quotation-marks.ts';
import { findParagraphs } from '../../../src/text/paragraphs.ts';
import { segmentText } from '../../../src/text/segment.ts';
import { linesOf } from './article.ts';

const quotationsOf = (text: string): readonly string[] =>
  findQuotations(segmentText(text, findParagraphs(text))).map(({ start, end }) => text.slice(start, end));

const cases: readonly (readonly [name: string, text: string, quotations: readonly string[]])[] = [
  ['straight', 'He said "go" and "stay".', ['"go"', '"stay"']],
  ['curly', 'He said “go” and “stay”.', ['“go”', '“stay”']],
  ['low', 'Er sagte „geh“ und „bleib”.', ['„geh“', '„bleib”']],
  ['guillemets', 'He said «go» and « stay ».', ['«go»', '« stay »']],
  ['reversed guillemets', 'He said »go« and left.', ['»go«']],
  ['typewriter', "He said ``go'' and left.", ["``go''"]],
  ['closed by two single marks', '“Go home,’’ he said. ‘‘Stay,’’ she said.', ['“Go home,’’', '‘‘Stay,’’']],
  ['single', "He said 'go' and ‘stay’.", ["'go'", '‘stay’']],
  ['single among apostrophes', "'It's Tom's, don't you see?' he said.", ["'It's Tom's, don't you see?'"]],
  [
    'single around a plural possessive',
    "'The workers' pay will rise,' said Ms Hale.",
    ["'The workers' pay will rise,'"],
  ],
  ['single around elisions', '‘Get ’em in the ’90s,’ he said.', ['‘Get ’em in the ’90s,’']],
  ['apostrophes alone', "The workers' pay and Tom's rock 'n' roll.", []],
  ['double in single', '‘He told me “go”, so I went,’ she said.', ['‘He told me “go”, so I went,’']],
  ['single in double', '“He told me ‘go’, so I went,” she said.', ['“He told me ‘go’, so I went,”']],
  ['double in double', '"He told me "go" and I went," she said.', ['"He told me "go" and I went,"']],
  [
    'opened curly, closed straight',
    'The “Quartet" met. “It is over" he said.',
    ['“Quartet"', '“It is over"'],
  ],
  ['opened straight, closed curly', 'She said "it is over” on Monday.', ['"it is over”']],
  ['never closed', 'Before. "We will go, he said', ['"We will go, he said']],
  ['never closed, with another behind', '“We won. “It was fun,” he said.', ['“We won. ', '“It was fun,”']],
  ['closed before the next word', '"Go home, "Ruiz said. "We are done."', ['"Go home, "', '"We are done."']],
  ['never opened', 'We will go", he said. "Now."', ['"', '"Now."']],
  [
    'never closed before its cue, and opened again with another mark',
    '"He is cheeky, added his coach Ilse Braun. “But he works," she said.',
    ['"He is cheeky, added his coach Ilse Braun. ', '“But he works,"'],
  ],
  ['closed twice', '\'\'He is down there,"" said Roth.', ["''He is down there,\""]],
  ['lost on the way', 'He said \ufffdgo\ufffd and it\ufffds “late”.', ['\ufffdgo\ufffd', '“late”']],
  ['inches', 'A 6\'2" man said "hello".', ['"hello"']],
  ['dashes around', 'He stayed—"for good"—in town.', ['"for good"']],
  [
    'several paragraphs, only the last closed',
    '“We came. It was a long march over the hills in the rain.\n\n“We saw. It was late,” he said.',
    ['“We came. It was a long march over the hills in the rain.', '“We saw. It was late,”'],
  ],
];

describe('quotation marks', () => {
  test.each(cases)('%s', (_, text, quotations) => {
    expect(quotationsOf(text)).toEqual(quotations);
  });
});

describe('words of several paragraphs, opened again in each', () => {
  test.each([
    ['“', '”'],
    ['"', '"'],
    ['‘', '’'],
    ["'", "'"],
    ['«', '»'],
    ['„', '“'],
    ['»', '«'],
  ])('in %s…%s', (open, close) => {
    const behindCue = `Ada Roe said: ${open}The deal is dead.\n\n${open}It is over.${close} The ministry did not reply.`;
    expect(linesOf(behindCue)).toEqual(['direct: The deal is dead. It is over. (Ada Roe, name)']);
    const broken = `${open}The deal is dead,${close} Ada Roe said. ${open}We tried.\n\n${open}It is over.${close}`;
    expect(linesOf(broken)).toEqual(['direct: The deal is dead We tried. It is over. (Ada Roe, name)']);
  });
});

describe('words of several paragraphs with a caption or a subhead between them', () => {
  test.each([
    ['Ada Roe at the gate on Friday'],
    ['The posters in Hull'],
    ['(Photo: Ned Harrow/Example News)'],
  ])('%s', (caption) => {
    const lede = 'The town of Hull is at odds over posters, and nobody knows who put them up.';
    const behindCue = `Ada Roe said: “I have spoken to people about this.\n\n${caption}\n\n“I think they are a sign.”`;
    expect(linesOf(`${lede}\n\n${behindCue}`)).toEqual([
      'direct: I have spoken to people about this. I think they are a sign. (Ada Roe, name)',
    ]);
    const beforeCue = `“We were not asked about this.\n\n${caption}\n\n“And we will not forget,” said Ada Roe.`;
    expect(linesOf(`${lede}\n\n${beforeCue}`)).toEqual([
      'direct: We were not asked about this. And we will not forget (Ada Roe, name)',
    ]);
  });
});

test('a paragraph of “we” that a mark closes and none opens, behind words in marks', () => {
  const copy = [
    '“There are two trends,” says Ada Roe.',
    '“One: we watch films on our phones.”',
    'And two, we see how the screen at home has grown. People say that it is too big.”',
    'Now all watch what they want.',
  ];
  expect(linesOf(copy.join('\n\n')).at(-1)).toBe(
    'direct: And two, we see how the screen at home has grown. People say that it is too big. (Ada Roe, context)',
  );
});

describe('posts as pages print them', () => {
  const words = 'Twelve boats, and not one of them dry.';
  test.each([
    [`${words}\n\n— Ned Harrow (@nedharrow) May 3, 2021`, words],
    [`${words}\n\n#bridge\n\n— Ned Harrow (@nedharrow) May 3, 2021`, `${words} #bridge`],
    [`${words} — Ned Harrow (@nedharrow)`, words],
  ])('are of the one behind the dash: %j', (post, quoted) => {
    const copy = `The mayor, Ana Ruiz, shut the bridge.\n\n${post}\n\nRuiz did not answer.`;
    expect(linesOf(copy)).toEqual([`direct: ${quoted} (Ned Harrow, name)`]);
  });
});

test('a mark that stands with the words behind it leaves no blank', () => {
  expect(linesOf('“The deal is dead, ”Ada Roe said.')).toEqual(['direct: The deal is dead (Ada Roe, name)']);
});

test('who did not reply has not said what stands before', () => {
  expect(linesOf('Ada Roe was blunt. “It is over.” The ministry did not reply to a letter.')).toEqual([
    'direct: It is over. (Ada Roe, context)',
  ]);
});
