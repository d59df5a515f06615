import { type Attribution, attributionOf } from '../attribution.ts';
import { endsLikeSpeech, tokensOf } from '../contents/contents.ts';
import { subjectAfter } from '../cues/sources.ts';
import type { Quotation } from '../marks/quotation-marks.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';

/**
 * Words in marks that the text calls somebody's answer, or the like.
 *
 * > "In B flat," was his answer.      > "Never," was the verdict of Ana Ruiz.      > "Go," was Ana Ruiz's advice.
 *                    ^^^                                        ^^^^^^^^                         ^^^^^^^^
 */
export function findNamedWords(reading: Reading): readonly Attribution[] {
  return reading.quotations.flatMap((quotation): readonly Attribution[] => {
    const verb = quotation.endToken;
    const described = describedBehind(reading, verb) ?? namedAhead(reading, quotation);
    if (described !== null)
      return [attributionOf('rule', [tokensOf(quotation)], described.cue, described.source)];
    if (!/^(?:was|is)$/.test(reading.words[verb] ?? '') || !endsLikeSpeech(reading, quotation)) return [];
    const named = ownerBefore(reading, verb + 1) ?? ownerBehind(reading, verb + 1);
    if (named === null) return [];
    const cue = { first: verb, end: verb + 1 };
    return [attributionOf('rule', [tokensOf(quotation)], cue, named)];
  });
}

/**
 * > His last line, to groans from the benches: "We have bought shelves."      > Ana Ruiz's verdict? "A circus."
 *   ^^^                                      ^                                  ^^^^^^^^          ^
 */
function namedAhead(reading: Reading, { firstToken }: Quotation): Record<'cue' | 'source', Stretch> | null {
  const { words, quotationOf } = reading;
  const colon = firstToken - 1;
  const isAsked = words[colon] === '?' && nouns.test(words[colon - 1] ?? '');
  if (words[colon] !== ':' && !isAsked) return null;
  const opening = sentenceAround(reading, colon).first;
  const isLinked = words[opening] === 'to' && words[opening + 1] === 'which';
  const first = isLinked ? opening + 2 : /^(?:and|but)$/.test(words[opening]!) ? opening + 1 : opening;
  if (colon - first > longestHeading || quotationOf.subarray(first, colon).some((one) => one !== -1))
    return null;
  const source = ownerBefore(reading, first) ?? ownerBehind(reading, first);
  return source === null || source.end > colon ? null : { cue: { first: colon, end: colon + 1 }, source };
}

/** In tokens. */
const longestHeading = 20;

/**
 * > "A lottery with curtains" is how Ana Ruiz describes the system.
 *                                    ^^^^^^^^ ^^^^^^^^^
 */
function describedBehind(
  { words, quotationOf }: Reading,
  verb: number,
): Record<'cue' | 'source', Stretch> | null {
  if (!/^(?:is|was)$/.test(words[verb] ?? '') || words[verb + 1] !== 'how') return null;
  const first = verb + 2;
  for (let token = first + 1; token < first + longestDescriber; token += 1) {
    if (quotationOf[token] !== -1 || words[token] === '.') return null;
    if (!describing.test(words[token] ?? '.')) continue;
    const end = words[token + 1] === 'it' && /^puts?$/.test(words[token]!) ? token + 2 : token + 1;
    return { cue: { first: token, end }, source: { first, end: token } };
  }
  return null;
}

/** In tokens: "the singer Tom Bale, who is 44,". */
const longestDescriber = 14;
const describing =
  /^(?:describe[sd]?|puts?|remember(?:s|ed)|recall(?:s|ed)|summed|sums|characteri[sz]e[sd]|explain(?:s|ed))$/;

/** > his only answer      > Ana Ruiz's advice */
//    ^^^                    ^^^^^^^^
function ownerBefore(reading: Reading, from: number): Stretch | null {
  const { words, nameOf } = reading;
  if (/^(?:his|her|its|their)$/.test(words[from]!))
    return nounWithin(reading, from + 1) === null ? null : { first: from, end: from + 1 };
  let end = from;
  while (end < words.length && end - from < longestOwner && !/^['’]s?$/.test(words[end]!)) end += 1;
  const isOfSomebody = nameOf[end - 1] !== -1 || words[from] === 'the';
  if (!/^['’]s?$/.test(words[end] ?? '') || !isOfSomebody) return null;
  return nounWithin(reading, end + 1) === null ? null : { first: from, end };
}

/** > the only comment from Ana Ruiz */
//                            ^^^^^^^^
function ownerBehind(reading: Reading, from: number): Stretch | null {
  const { words } = reading;
  if (!/^(?:the|one|a)$/.test(words[from]!)) return null;
  const noun = nounWithin(reading, from + 1);
  if (noun === null || !/^(?:of|from|by)$/.test(words[noun + 1] ?? '')) return null;
  return subjectAfter(reading, noun + 2);
}

/** In tokens. */
const longestOwner = 6;
const mostAdjectives = 3;

function nounWithin({ words }: Reading, from: number): number | null {
  for (let token = from; token <= from + mostAdjectives && token < words.length; token += 1)
    if (nouns.test(words[token]!)) return token;
  return null;
}

const nouns =
  /^(?:admission|advice|answer|appeal|assessment|comment|complaint|conclusion|defen[cs]e|diagnosis|excuse|explanation|judge?ment|line|mantra|message|motto|objection|pitch|plea|prediction|promise|punchline|put-down|quip|reaction|rejoinder|remark|reply|request|response|retort|shot|statement|summary|take|text|thought|tweet|verdict|view|warning|words)$/;
