import type { Span } from '../../domain/span.ts';
import type { ArticleEntities, EntityMention } from './article-entities.ts';
import { type Description, readDescription } from './descriptions.ts';
import { isPossessive, tokenAt } from './mention.ts';
import { fitEntity } from './reference-fit.ts';
import { type ReferenceWeights, referenceWeights } from './reference-weights.ts';
import { findUnnamedPerson } from './unnamed.ts';

/** What is known of an article's quotes when a reference is resolved. */
export interface ReferenceContext {
  /** Who spoke before, in order: the entity, and the offset of the words that named it. */
  readonly speakers: readonly { readonly entity: number; readonly offset: number }[];
  /** The stretches inside quotation marks, in order and disjoint. */
  readonly quotations: readonly Span[];
}

/** An entity that a reference may stand for. */
export interface Candidate {
  readonly entity: number;
  /** In [0, 1]; those of all candidates and of "nobody named" sum to 1. */
  readonly probability: number;
}

/**
 * Whom a pronoun ("he", "it", "who") or a description ("the minister", "his wife", "the 54-year-old") stands for, the
 * likeliest first; empty where it can be nobody that the article names. Looks back over a bounded number of mentions.
 */
export function resolveReference(
  article: ArticleEntities,
  reference: Span,
  context: ReferenceContext,
  weights: ReferenceWeights = referenceWeights,
): readonly Candidate[] {
  const description = readDescription(article.segmented, reference, article.lexicons);
  if (description === null) return [];
  if (description.form === 'relative') return resolveRelative(article, reference, description);
  const scores = scoreEntities(article, reference, description, context, weights);
  const nobody =
    description.form === 'nominal'
      ? weights.nobodyDescribed
      : description.form === 'plural'
        ? weights.nobodyPlural
        : weights.nobody;
  let total = Math.exp(nobody);
  if (description.form === 'personal')
    total += Math.exp(scoreUnnamed(article, reference, description, weights));
  for (const score of scores.values()) total += Math.exp(score);
  // "The minister" of two ministers is a riddle: what speaks for the second speaks against having an answer.
  if (description.form === 'nominal')
    total += Math.exp([...scores.values()].toSorted((a, b) => b - a)[1] ?? -Infinity);
  return [...scores]
    .map(([entity, score]) => ({ entity, probability: Math.exp(score) / total }))
    .sort((a, b) => b.probability - a.probability || a.entity - b.entity);
}

/** "Ruiz, who leads the union, said": the nearest name before it in the sentence. */
function resolveRelative(
  article: ArticleEntities,
  reference: Span,
  description: Description,
): readonly Candidate[] {
  const sentence = sentenceAt(article, reference.start);
  for (let index = lastMentionBefore(article.mentions, reference.start); index >= 0; index--) {
    const mention = article.mentions[index]!;
    if (sentenceAt(article, mention.start) !== sentence) break;
    const isPerson = mention.type === 'person';
    if (description.kind === 'person' ? isPerson : !isPerson)
      return [{ entity: mention.entity, probability: 0.9 }];
  }
  return [];
}

/** How far references look back: mentions, speakers and sentences; and how many mentions descriptions look ahead. */
const reach = { mentions: 200, speakers: 24, sentences: 40, later: 24 };

/** The best score of each entity over its mentions and its quotes before the reference. */
function scoreEntities(
  article: ArticleEntities,
  reference: Span,
  description: Description,
  context: ReferenceContext,
  weights: ReferenceWeights,
): Map<number, number> {
  const { segmented, mentions } = article;
  const here = sentenceAt(article, reference.start);
  const paragraphHere = segmented.sentences[here]?.paragraph ?? 0;
  const isReferenceQuoted = isInside(context.quotations, reference.start);
  const scores = new Map<number, number>();
  const fits = new Map<number, number | null>();
  const fitOf = (entity: number): number | null => {
    let fit = fits.get(entity);
    if (fit === undefined) {
      fit = fitEntity(article, entity, description, weights);
      fits.set(entity, fit);
    }
    return fit;
  };
  const counts = new Map<number, number>();
  const isNominal = description.form === 'nominal';
  const consider = (entity: number, offset: number, rank: number, score: number) => {
    const fit = fitOf(entity);
    if (fit === null) return;
    const sentence = sentenceAt(article, offset);
    const sentences = Math.min(12, here - sentence);
    const paragraphs = Math.min(8, paragraphHere - (segmented.sentences[sentence]?.paragraph ?? 0));
    const distance =
      weights.sentence * sentences + weights.paragraph * paragraphs + weights.between * Math.min(rank, 60);
    const full = fit + score + (isNominal ? weights.describedDistance : 1) * distance;
    const known = scores.get(entity);
    if (known === undefined || full > known) scores.set(entity, full);
  };

  const last = lastMentionBefore(mentions, reference.start);
  for (let index = last; index >= 0 && last - index < reach.mentions; index--) {
    const mention = mentions[index]!;
    if (mention.end > reference.start) continue;
    const sentence = sentenceAt(article, mention.start);
    if (here - sentence > reach.sentences) break;
    counts.set(mention.entity, (counts.get(mention.entity) ?? 0) + 1);
    const isSubject = isSubjectMention(article, mention);
    let score = isSubject ? weights.subject : 0;
    if (isPossessive(segmented.tokens[mention.endToken]?.text)) score += weights.possessive;
    if (isObjectMention(article, mention)) score += weights.object;
    if (!isReferenceQuoted && isInside(context.quotations, mention.start)) score += weights.quoted;
    if (sentence === here && !isSubject) score += weights.sameSentence;
    if (isSubject && segmented.sentences[sentence]?.paragraph === paragraphHere)
      score += weights.sameParagraph;
    consider(mention.entity, mention.start, last - index, score);
  }
  for (
    let index = context.speakers.length - 1, seen = 0;
    index >= 0 && seen < reach.speakers;
    index--, seen++
  ) {
    const { entity, offset } = context.speakers[index]!;
    if (offset >= reference.start) continue;
    const isNear = segmented.sentences[sentenceAt(article, offset)]?.paragraph === paragraphHere;
    consider(entity, offset, 0, weights.subject + weights.speaker + (isNear ? weights.sameParagraph : 0));
  }
  for (const [entity, score] of scores) {
    const frequency = isNominal ? weights.describedFrequency : weights.frequency;
    scores.set(entity, score + frequency * Math.log(1 + (counts.get(entity) ?? 0)));
  }
  if (isNominal) {
    for (let index = last + 1; index < mentions.length && index - last < reach.later; index++) {
      const { entity } = mentions[index]!;
      const fit = fitOf(entity);
      if (!scores.has(entity) && fit !== null && fit >= weights.sameKind)
        scores.set(entity, fit + weights.later);
    }
  }
  return scores;
}

/** The score of the nearest person who is described and not named, as a subject there. */
function scoreUnnamed(
  article: ArticleEntities,
  { start }: Span,
  description: Description,
  weights: ReferenceWeights,
): number {
  const last = lastMentionBefore(article.mentions, start);
  const unnamed = findUnnamedPerson(article, start, last);
  if (unnamed === null || (unnamed.gender !== null && unnamed.gender !== description.gender))
    return -Infinity;
  const { sentences } = article.segmented;
  const [here, there] = [sentenceAt(article, start), sentenceAt(article, unnamed.offset)];
  const paragraphs = (sentences[here]?.paragraph ?? 0) - (sentences[there]?.paragraph ?? 0);
  const score =
    weights.unnamed + weights.subject + weights.sentence * (here - there) + weights.paragraph * paragraphs;
  return score + (paragraphs === 0 ? weights.sameParagraph : 0) + weights.gender * Math.log(0.5);
}

const prepositions = new Set(
  'of by with to for from on in at about against than like after before over under'.split(' '),
);
const verbForms = new Set('is was are were has had have be been'.split(' '));

/** Whether nothing that governs stands before the name in its sentence. */
function isSubjectMention({ segmented }: ArticleEntities, mention: EntityMention): boolean {
  const { tokens, sentences, sentenceOfToken } = segmented;
  const first = sentences[sentenceOfToken[mention.firstToken]!]!.firstToken;
  if (isPossessive(tokens[mention.endToken]?.text)) return false;
  if (mention.firstToken - first > 30) return false;
  for (let index = first; index < mention.firstToken; index++) {
    const word = tokens[index]!.text.toLowerCase();
    if (word.endsWith('ed') || speechWords.has(word)) return false;
    if (index >= mention.firstToken - 2 && (prepositions.has(word) || verbForms.has(word))) return false;
  }
  return true;
}

const speechWords = new Set('said says told tells'.split(' '));

function isObjectMention({ segmented }: ArticleEntities, mention: EntityMention): boolean {
  const before = segmented.tokens[mention.firstToken - 1];
  return before !== undefined && prepositions.has(before.text.toLowerCase());
}

function sentenceAt({ segmented }: ArticleEntities, offset: number): number {
  const token = Math.min(tokenAt(segmented.tokens, offset), segmented.tokens.length - 1);
  return segmented.sentenceOfToken[token] ?? 0;
}

/** The index of the last mention that starts before `offset`; -1 where none does. */
function lastMentionBefore(mentions: readonly EntityMention[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isInside(spans: readonly Span[], offset: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]!.start <= offset;
}
