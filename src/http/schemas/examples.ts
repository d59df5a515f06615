/**
 * Examples for the documentation: two paragraphs of the sample article on the Middle East. Spans are computed, so that
 * they are right, and ids are those of the sample, so that they can be asked for; tests hold the examples against both.
 */
const lede =
  "Putin's spokesperson, Dmitry Peskov, mentioned that the Kremlin is in contact with both conflicting parties and " +
  'intends to contribute to conflict resolution, although the specific approach was not detailed, Reuters reported.';
const second =
  '"But nevertheless we intend to keep making efforts and play our role in terms of providing assistance to seek ways ' +
  'to a settlement," he said.';
const text = `${lede}\n\n${second}`;

const articleId = 'art_rvfsdzfn02hzm4cg';
const peskov = { id: 'ent_0kz9725vqjsgfd2w', name: 'Dmitry Peskov', type: 'person' };
const kremlin = { id: 'ent_q6e17x66dacdbcdn', name: 'Kremlin', type: 'organization' };
const reuters = { id: 'ent_xe01xj8grtb2z0py', name: 'Reuters', type: 'organization' };

const metadata = {
  id: articleId,
  guid: null,
  url: null,
  headline: null,
  byline: [],
  dateline: null,
  publishedAt: '2023-10-11',
  modifiedAt: null,
  sourceVersion: null,
  publisher: null,
  agencies: ['Reuters', 'AFP'],
  credit: 'With inputs from agencies',
  language: 'en',
  status: 'usable',
  embargoedUntil: null,
  completeness: 'full',
  wordCount: 55,
};
const copies = { copyOf: null, copyCount: 0 };
const version = { revision: 1, ingestedAt: '2026-11-22T08:30:00.000Z', extractor: '1' };

const paragraphs = [
  { index: 0, role: 'lede', ...span(lede) },
  { index: 1, role: 'body', ...span(second) },
];

const indirect = {
  id: 'quo_x4s4ccyjqa6j57qx',
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
  id: 'quo_je6xsf1myd14g4mk',
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

const headlineAdded = {
  former: { headline: null },
  current: { headline: 'Kremlin in contact with both sides' },
};
const formerSecond = second.replace('nevertheless ', '');

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
    ...copies,
    ...version,
  },
  revisionSummary: {
    ...version,
    revision: 2,
    changes: { metadata: headlineAdded, paragraphs: { added: 0, removed: 0, changed: 1 } },
  },
  revision: {
    ...metadata,
    ...headlineAdded.current,
    text,
    paragraphs,
    quotes: [indirect, direct],
    entities,
    removed,
    problems: [],
    ...copies,
    ...version,
    revision: 2,
    changes: {
      metadata: headlineAdded,
      paragraphs: [
        {
          change: 'changed',
          index: 1,
          formerIndex: 1,
          text: second,
          formerText: formerSecond,
          words: [
            { change: 'same', text: '"But ' },
            { change: 'added', text: 'nevertheless ' },
            { change: 'same', text: second.slice('"But nevertheless '.length) },
          ],
        },
      ],
    },
  },
  articleSummary: { ...metadata, lede, quoteCount: 2, problems: [], ...copies, ...version },
  similarArticle: {
    relation: 'copy',
    score: 0.94,
    article: { ...metadata, lede, quoteCount: 2, problems: [], ...copies, copyCount: 1, ...version },
  },
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
    rejected: false,
    correctedAt: null,
    placeCount: 1,
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
  relatedEntity: { ...kremlin, articleCount: 12, score: 31.417 },
  entity: { ...kremlin, aliases: [], roles: [], quoteCount: 2, articleCount: 1, ...quoted },
} as const;

function span(words: string, start = text.indexOf(words)) {
  return { start, end: start + words.length, text: words };
}
