// What someone writes who wants the engine alone; compiled and run against the packed package.
import { type Article, extract, type Quote, type SourceDocument } from 'onrecord';

const article: Article = extract('"The bridge is open," Maria Ruiz said on Tuesday.', {
  metadata: { publishedAt: '2024-05-02' },
});
const [quote]: readonly Quote[] = article.quotes;
if (quote === undefined || quote.speaker === null) throw new Error('No quote, or nobody who said it.');

const document: SourceDocument = {
  raw: { text: 'Rain fell in Lisbon.', mediaType: 'text/plain' },
  metadata: { headline: 'Rain' },
  blocks: null,
  replacements: [],
  names: [],
  problems: [],
};
const headline: string | null = extract(document).headline;
console.log(JSON.stringify({ text: quote.text, speaker: article.entities[quote.speaker]?.name, headline }));
