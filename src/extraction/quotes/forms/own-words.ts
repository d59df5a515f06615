import { type Attribution, attributionOf } from '../attribution.ts';
import { holdsQuotation, mainClause, quotationAt, tokensOf, wordsIn } from '../contents/contents.ts';
import type { CueMap } from '../cues/cues.ts';
import { subjectAfter } from '../cues/sources.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { readAtWords } from './rules-by-word.ts';

/**
 * Words in marks that are said to be somebody's own.
 *
 * > In Hale's words, the plan is "a bridge to nowhere".      > It was, in her own words, "a circus".
 *      ^^^^   ^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                    ^^^     ^^^^^  ^^^^^^^^^^
 */
export function findOwnWords(reading: Reading, cues: CueMap): readonly Attribution[] {
  const { words } = reading;
  return readAtWords(reading, ['words', 'telling', 'phrase'], (noun) => {
    const owned = words[noun - 1] === 'own' ? noun - 1 : noun;
    const source = ownerBefore(reading, owned);
    if (source === null) return null;
    const from = words[noun + 1] === ',' ? noun + 2 : noun + 1;
    const quotation = quotationAt(reading, from);
    const isOpening = source.first - 1 === sentenceAround(reading, noun).first;
    const content =
      quotation !== null ? tokensOf(quotation) : isOpening ? mainClause(reading, cues, from, 2) : null;
    if (content === null || !holdsQuotation(reading, content)) return null;
    return attributionOf('rule', [content], { first: noun, end: noun + 1 }, source);
  });
}

/**
 * Words in marks of one who puts it so, or is quoted, in the same sentence.
 *
 * > As Ruiz put it, the plan is "a bridge to nowhere".      > It was "a circus", to quote Hale.
 *      ^^^^ ^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^         ^^^^^^^^^^^^^^^      ^^^^^ ^^^^
 */
export function findPutWords(reading: Reading, cues: CueMap): readonly Attribution[] {
  const { words } = reading;
  return readAtWords(reading, ['as', 'to'], (opener) => {
    const sentence = sentenceAround(reading, opener);
    const isFirst = opener === sentence.first;
    if (!isFirst && words[opener - 1] !== ',') return null;
    const put =
      words[opener] === 'as' ? readPut(reading, opener, sentence.end) : readToQuote(reading, opener);
    if (put === null) return null;
    const end = Math.max(put.cue.end, put.source.end);
    const isLast = /^[.;!?]$/.test(words[end] ?? '.');
    const content =
      isFirst && words[end] === ','
        ? mainClause(reading, cues, end + 1, 2)
        : !isFirst && isLast
          ? { first: sentence.first, end: opener - 1 }
          : null;
    if (content === null || !holdsQuotation(reading, content)) return null;
    return attributionOf('rule', [content], put.cue, put.source);
  });
}

/** > as the mayor puts it */
function readPut({ words }: Reading, opener: number, end: number): { source: Stretch; cue: Stretch } | null {
  for (let verb = opener + 2; verb < Math.min(end - 1, opener + longestOwner); verb += 1) {
    if (/^[,;:]$/.test(words[verb]!)) return null;
    if (/^puts?$/.test(words[verb]!) && words[verb + 1] === 'it') {
      const isPerfect = /^(?:has|had|once|later)$/.test(words[verb - 1]!);
      return {
        source: { first: opener + 1, end: verb - Number(isPerfect) },
        cue: { first: verb, end: verb + 2 },
      };
    }
  }
  return null;
}

/** > to quote the mayor */
function readToQuote(reading: Reading, opener: number): { source: Stretch; cue: Stretch } | null {
  const source = reading.words[opener + 1] === 'quote' ? subjectAfter(reading, opener + 2) : null;
  return source === null ? null : { source, cue: { first: opener, end: opener + 2 } };
}

/** Whose they are, behind "in": "his", "the minister's". */
function ownerBefore({ words }: Reading, end: number): Stretch | null {
  if (/^(?:his|her|their|its)$/.test(words[end - 1]!) && words[end - 2] === 'in')
    return { first: end - 1, end };
  if (!/^'s?$/.test(words[end - 1] ?? '')) return null;
  const floor = Math.max(0, end - longestOwner);
  const opening = words.slice(floor, end - 1).lastIndexOf('in') + floor;
  return words[opening] === 'in' && opening + 1 < end - 1 ? { first: opening + 1, end: end - 1 } : null;
}

/** In tokens. */
const longestOwner = 10;

/**
 * Words in marks that are said to be what somebody thinks, or has to say.
 *
 * > "Stay at home" was the message from Ana Ruiz.      > "A fraud" is how Hale describes it.
 *                                       ^^^^^^^^                         ^^^^
 */
export function findMessages(reading: Reading): readonly Attribution[] {
  const { words } = reading;
  return reading.quotations.flatMap((quotation): readonly Attribution[] => {
    const { endToken, closed } = quotation;
    if (!closed || wordsIn(reading, quotation) < fewestWords) return [];
    const match = message.exec(words.slice(endToken, endToken + longestMessage).join(' '));
    if (match === null) return [];
    const end = endToken + lengthOf(match[0]);
    const first = end - lengthOf(match[1]!);
    const phrase = subjectAfter(reading, end);
    if (phrase === null) return [];
    const verb = words.slice(phrase.first, phrase.end).findIndex((word) => seeing.test(word));
    const source = verb > 0 ? { first: phrase.first, end: phrase.first + verb } : phrase;
    return [attributionOf('rule', [tokensOf(quotation)], { first, end }, source)];
  });
}

const fewestWords = 2;

/** In tokens. */
const longestMessage = 12;

const seeing =
  /^(?:sees|saw|puts?|describes|described|views|viewed|sums|summed|remembers|remembered|feels|felt|explains|explained|calls|called|recalls|recalled|characteri[sz]e[sd])$/;

const lengthOf = (words: string): number => words.trim().split(' ').length;

const message =
  /^(?:[,.—–-] )?((?:(?:that|this|such|those|these) )?(?:is|was|are|were|has been) (?:how|the (?:\p{L}+ ){0,2}?(?:message|verdict|view|assessment|response|answer|reaction|advice|conclusion|warning|words|cry|plea|opinion|description|explanation|promise|sentiments?|thoughts?) (?:of|from))) /u;
