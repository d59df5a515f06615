import type { Paragraph } from '../domain/article.ts';
import type { SegmentedText, Sentence, Token } from './segments.ts';
import { findSentences } from './sentences.ts';
import { appendTokens } from './tokens.ts';

/** Cuts a text into sentences and tokens. No sentence and no token crosses a paragraph's border. */
export function segmentText(text: string, paragraphs: readonly Paragraph[]): SegmentedText {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  for (const [paragraph, span] of paragraphs.entries()) {
    const first = tokens.length;
    appendTokens(text, span.start, span.end, tokens);
    for (const range of findSentences(text, tokens, first, tokens.length))
      sentences.push({ paragraph, ...range });
  }
  const sentenceOfToken = new Int32Array(tokens.length);
  for (const [index, sentence] of sentences.entries()) {
    sentenceOfToken.fill(index, sentence.firstToken, sentence.endToken);
  }
  return { text, paragraphs, sentences, tokens, sentenceOfToken };
}
