import { surface } from '../domain/span.ts';
import type { GoldArticle, GoldQuote } from './gold.ts';

/** What a gold quote is an example of: the tags that its annotator gave, and what its annotation shows of itself. */
export function phenomenaOf(gold: GoldArticle, quote: GoldQuote): readonly string[] {
  const words = quote.segments.map((segment) => surface(gold.text, segment)).join(' ');
  const speaker = quote.speaker === null ? null : gold.entities[quote.speaker]!;
  const isTurn = quote.tags.includes('transcript');
  const shown: [string, boolean][] = [
    [quote.kind, true],
    [`marks: ${markStyle(words)}`, quote.kind !== 'indirect'],
    ['split by its cue', quote.segments.length > 1 && !crossesParagraphs(gold.text, quote)],
    ['several paragraphs', crossesParagraphs(gold.text, quote)],
    ['orphan', quote.source === null && quote.cue === null && !isTurn],
    [`source: ${quote.resolution}`, quote.source !== null && quote.resolution !== null],
    ['source: unnamed', quote.source !== null && speaker === null],
    ['joint speakers', quote.jointSpeakers.length > 0],
    ['an organization speaks', speaker?.type === 'organization'],
    ['reported by', quote.reportedBy.length > 0],
    ['said on', quote.saidOn !== null],
  ];
  return [...shown.flatMap(([name, holds]) => (holds ? [name] : [])), ...quote.tags];
}

/** By the first mark in the words. */
function markStyle(words: string): string {
  const mark = /["“”„‟«»‹›`]|(?<!\p{L})['‘]/u.exec(words)?.[0];
  if (mark === undefined) return 'none';
  if (mark === '"') return 'straight';
  if (mark === '`') return 'backticks';
  if (mark === '“' || mark === '”') return 'curly';
  if (mark === '„' || mark === '‟') return 'low';
  return mark === "'" || mark === '‘' ? 'single' : 'guillemets';
}

function crossesParagraphs(text: string, { segments }: GoldQuote): boolean {
  return text.slice(segments[0].start, segments.at(-1)!.end).includes('\n\n');
}
