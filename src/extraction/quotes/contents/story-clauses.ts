import { type CueMap, cuesWithin } from '../cues/cues.ts';
import { subjectBefore } from '../cues/sources.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { contentBehind, finiteWords } from './contents.ts';

/**
 * > The radio reported that nobody had been paid; the ministry called the report false.
 *                                               ^ others speak
 * > He said he was sorry, to which she replied: "You are not."
 *                       ^
 */
export function withoutNextClause(reading: Reading, cues: CueMap, cue: Stretch, content: Stretch): Stretch {
  if (content.first < cue.end) return content;
  for (let token = content.first + 1; token < content.end; token += 1) {
    const isAnswered =
      reading.words[token] === ',' && answering.test(reading.words.slice(token + 1, token + 4).join(' '));
    if ((!isAnswered && reading.words[token] !== ';') || reading.quotationOf[token] !== -1) continue;
    const [next] = cuesWithin(cues, token + 1, sentenceAround(reading, token).end);
    if (isAnswered && next !== undefined && next.first - token < longestAnswer)
      return { first: content.first, end: token };
    const subject = next === undefined || next.unsaid ? null : subjectBefore(reading, next);
    if (subject?.first === token + 1 && contentBehind(reading, cues, next!, next!.end) !== null)
      return { first: content.first, end: token };
  }
  return content;
}

const answering = /^(?:to which|at which point|upon which|whereupon) /;
/** Up to its cue, in tokens. */
const longestAnswer = 12;

/**
 * What is called for, or who is to do something, ends where the story tells what goes on meanwhile.
 *
 * > Envoys called for an immediate ceasefire, as rebels laid down conditions for talks.
 *                                           ^^^^
 */
export function withoutCircumstance(reading: Reading, cue: Stretch, content: Stretch): Stretch {
  const { words, quotationOf } = reading;
  if (content.first < cue.end || !/^(?:for|to|on|against)$/.test(words[content.first]!)) return content;
  for (let token = content.first + 3; token + 1 < content.end; token += 1) {
    if (words[token] !== ',' || quotationOf[token] !== -1) continue;
    if (/^(?:as|after|amid|while)$/.test(words[token + 1]!)) return { first: content.first, end: token };
  }
  return content;
}

/**
 * A thing that is denied or demanded ends where the story says what else was done.
 *
 * > The company denied wrongdoing but agreed to pay $2 million.      > The union demands 12%; employers offer 5%.
 *                                 ^^^                                                     ^
 */
export function withoutNextDeed(reading: Reading, cue: Stretch, content: Stretch): Stretch {
  const { words, quotationOf } = reading;
  if (content.first < cue.end) return content;
  for (let token = content.first; token + 1 < content.end; token += 1) {
    if (quotationOf[token] !== -1 || isOfClause(words[token]!)) return content;
    const isDeed = words[token] === 'but' && /^\p{Ll}{2,}ed$/u.test(words[token + 1]!);
    if (token > content.first && (isDeed || words[token] === ';'))
      return { first: content.first, end: words[token - 1] === ',' ? token - 1 : token };
  }
  return content;
}

/** Does the word show that what is reported is a clause, and no thing? */
const isOfClause = (word: string): boolean =>
  finiteWords.test(word) || /^(?:that|to|who|which|how|what|why|whether)$|\p{Ll}ed$/u.test(word);
