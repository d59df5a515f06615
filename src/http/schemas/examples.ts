/**
 * Examples for the documentation: two paragraphs of the sample article on the Middle East. Spans are computed, so that
 * they are right; a test holds the examples against the schemas.
 */
const lede =
  "Putin's spokesperson, Dmitry Peskov, mentioned that the Kremlin is in contact with both conflicting parties and " +
  'intends to contribute to conflict resolution, although the specific approach was not detailed, Reuters reported.';
const second =
  '"But nevertheless we intend to keep making efforts and play our role in terms of providing assistance to seek ways ' +
  'to a settlement," he said.';
const text = `${lede}\n\n${second}`;

const articleId = 'art_5q2mz1k8xw3v';
const peskov = { id: 'ent_3f8r6j1pse9a', name: 'Dmitry Peskov', type: 'person' };
const kremlin = { id: 'ent_8k1x0v5mzq2d', name: 'Kremlin', type: 'organization' };
const reuters = { id: 'ent_1c7w9h4trb6n', name: 'Reuters', type: 'organization' };

const metadata = {
  id: articleId,
  guid: null,
  url: null,
  headline: null,
  byline: [],
  dateline: null,
  publishedAt: '2023-10-11',
  publisher: null,
  agencies: ['Reuters', 'AFP'],
  credit: 'With inputs from agencies',
  language: 'en',
  status: 'usable',
  embargoedUntil: null,
  completeness: 'full',
  wordCount: 55,
};
const version = { revision: 1, ingestedAt: '2026-11-22T08:30:00.000Z', extractor: '1' };

const paragraphs = [
  { index: 0, role: 'lede', ...span(lede) },
  { index: 1, role: 'body', ...span(second) },
];

const indirect = {
  id: 'quo_2b9f4y7kxe1m',
  articleId,
  kind: 'indirect',
  text: 'the Kremlin is in contact with both conflicting parties and intends to contribute to conflict resolution',
  segments: [
    span(
      'that the Kremlin is in contact with both conflicting parties and intends to contribute to conflict resolution',
    ),
  ],
  verbatim: [],
  cue: span('mentioned'),
  source: span("Putin's spokesperson, Dmitry Peskov"),
  speaker: { ...peskov, role: "Putin's spokesperson" },
  jointSpeakers: [],
  resolution: 'name',
  confidence: 0.97,
  reportedBy: ['Reuters'],
  saidOn: null,
  about: [kremlin],
  paragraphIndexes: [0],
};

const direct = {
  id: 'quo_7d0c2n9yhb4t',
  articleId,
  kind: 'direct',
  text:
    'But nevertheless we intend to keep making efforts and play our role in terms of providing assistance to seek ' +
    'ways to a settlement',
  segments: [span(second.slice(0, second.lastIndexOf('"') + 1))],
  verbatim: [span(second.slice(1, second.lastIndexOf(',')))],
  cue: span('said', text.lastIndexOf('said')),
  source: span('he', text.lastIndexOf('he said')),
  speaker: { ...peskov, role: "Putin's spokesperson" },
  jointSpeakers: [],
  resolution: 'pronoun',
  confidence: 0.93,
  reportedBy: [],
  saidOn: null,
  about: [],
  paragraphIndexes: [1],
};

const entities = [
  { ...peskov, mentions: [span('Dmitry Peskov')], aliases: ['Peskov'], roles: ["Putin's spokesperson"] },
  { ...kremlin, mentions: [span('Kremlin')], aliases: [], roles: [] },
  { ...reuters, mentions: [span('Reuters')], aliases: [], roles: [] },
];

const removed = [{ reason: 'template-tag', text: '{{^adFree}} {{/adFree}}', rawStart: 230, rawEnd: 253 }];

const quoted = { firstQuotedAt: '2023-10-11', lastQuotedAt: '2023-10-11' };

export const examples = {
  articleInput: {
    text: '"The bridge will open in May," Mayor Lena Ruiz told reporters on Tuesday. "Not a day later," she said.',
    url: 'https://news.example/2023/10/11/bridge',
    headline: 'Bridge to open in May',
    byline: ['Jane Doe'],
    publishedAt: '2023-10-11',
    publisher: { name: 'The Example' },
  },
  articleText:
    'HARBOUR CITY, Oct 11 (Reuters) - "The bridge will open in May," Mayor Lena Ruiz said on Wednesday.',
  article: {
    ...metadata,
    text,
    paragraphs,
    quotes: [indirect, direct],
    entities,
    removed,
    problems: [],
    ...version,
  },
  articleSummary: { ...metadata, lede, quoteCount: 2, problems: [], ...version },
  extractedArticle: {
    ...metadata,
    id: null,
    text,
    paragraphs,
    quotes: [indirect, direct].map((quote) => ({
      ...quote,
      id: null,
      articleId: null,
      speaker: { ...quote.speaker, id: null },
      about: quote.about.map((entity) => ({ ...entity, id: null })),
    })),
    entities: entities.map((entity) => ({ ...entity, id: null })),
    removed,
    problems: [],
    revision: null,
    ingestedAt: null,
    extractor: version.extractor,
  },
  quote: {
    ...direct,
    article: { id: articleId, headline: null, publishedAt: '2023-10-11', publisher: null, url: null },
  },
  speaker: {
    ...peskov,
    aliases: ['Peskov'],
    roles: ["Putin's spokesperson", 'Kremlin spokesperson'],
    quoteCount: 7,
    articleCount: 1,
    ...quoted,
  },
  entity: { ...kremlin, aliases: [], roles: [], quoteCount: 2, articleCount: 1, ...quoted },
} as const;

function span(words: string, start = text.indexOf(words)) {
  return { start, end: start + words.length, text: words };
}
