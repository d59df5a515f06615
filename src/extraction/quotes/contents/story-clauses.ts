import { anyOf } from '../../../text/patterns.ts';
import { type CueMap, cuesWithin } from '../cues/cues.ts';
import { subjectBefore } from '../cues/sources.ts';
import { isPastTense } from '../past-tense.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { contentBehind, finiteWords, holdsQuotation } from './contents.ts';

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
  const opening = words[cue.end - 1] === 'for' ? 'for' : words[content.first]!;
  if (content.first < cue.end || !/^(?:for|to|on|against)$/.test(opening)) return content;
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
    const isDeed = /^(?:and|but)$/.test(words[token]!) && isDone(words, token + 1);
    const isAside = words[token] === ',' && /^(?:which|where|whose)$/.test(words[token + 1]!);
    if (token === content.first || !(isDeed || isAside || words[token] === ';')) continue;
    if (words[token] === ';' || !holdsQuotation(reading, { first: token, end: content.end }))
      return { first: content.first, end: words[token - 1] === ',' ? token - 1 : token };
  }
  return content;
}

/** > walked out      > attempted to stall      not: > cheated voters, which may stand behind "have" */
const isDone = (words: readonly string[], verb: number): boolean =>
  /^(?:\p{Ll}{2,}ed)$/u.test(words[verb]!) &&
  (words[verb - 1] === 'but' || /^(?:out|off|away|to|the|for|on)$/.test(words[verb + 1] ?? ''));

/** Does the word show that what is reported is a clause, and no thing? */
const isOfClause = (word: string): boolean =>
  finiteWords.test(word) || /^(?:that|to|who|which|how|what|why|whether)$|\p{Ll}ed$/u.test(word);

/**
 * What is to be done ends where the story says what was.
 *
 * > Ruiz said that towns should work together and held out the hope of a deal.
 *                                             ^^^
 */
export function withoutPastDeed({ words, quotationOf }: Reading, cue: Stretch, content: Stretch): Stretch {
  const { first, end } = content;
  if (first < cue.end || words[first] !== 'that') return content;
  let isToCome = false;
  for (let token = first; token + 1 < end; token += 1) {
    const word = words[token]!;
    if (quotationOf[token] !== -1) return content;
    if (/^(?:will|would|should|must|can|could|may|might)$/.test(word)) isToCome = true;
    else if (
      finiteWords.test(word) ||
      (/^(?:be|been|being|get|got|have|who|which|that)$/.test(word) && token > first)
    )
      isToCome = false;
    else if (isToCome && /^(?:and|but)$/.test(word) && isPastTense(words[token + 1]!))
      return { first, end: token };
  }
  return content;
}

/**
 * Where it was said, behind what was.
 *
 * > She called for more money for schools in a statement on Thursday.      > He said it was dead during a debate.
 *                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^                             ^^^^^^^^^^^^^^^
 */
export function withoutMedium({ words, quotationOf }: Reading, cue: Stretch, content: Stretch): Stretch {
  const { first, end } = content;
  if (first < cue.end) return content;
  for (let token = Math.max(first + 1, end - longestMedium); token < end - 1; token += 1) {
    if (!/^(?:in|at|on|via|during)$/.test(words[token]!) || told.test(words[token - 1]!)) continue;
    if (
      quotationOf[token] === -1 &&
      quotationOf[end - 1] === -1 &&
      medium.test(words.slice(token, end).join(' '))
    )
      return { first, end: token };
  }
  return content;
}

/**
 * What the medium marks, or answers, in front of what was said.
 *
 * > Lee said in a statement marking the opening that the bridge was safe.
 *                                               ^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function behindMedium({ words, quotationOf }: Reading, { first, end }: Stretch): Stretch {
  if (!mediumNouns.test(words[first - 1] ?? '') || !/^\p{Ll}{3,}ing$/u.test(words[first]!))
    return { first, end };
  const that = words.slice(first, Math.min(end, first + longestMedium)).indexOf('that') + first;
  return that > first && that + 1 < end && quotationOf[that] === -1 ? { first: that, end } : { first, end };
}

const mediumNouns =
  /^(?:statement|letter|e-?mail|speech|address|post|release|message|report|memo|video|interview)$/;

/** In tokens. */
const longestMedium = 14;
/** "what he had said in a letter": the words are about one. */
const told =
  /^(?:said|say|made|make|written|write|contained|outlined|raised|described|included|published|appear(?:ed)?|speak|spoke|reply|respond|answer|put|mentioned|used|set|out|part|him|her|it|them|is|was|were|are|be|been|not)$/;
const media = anyOf`
  statement|interview|speech|tweet|post|op-ed|letter|e-?mail|memo|filing|press release|news release|column
  address|podcast|broadcast|video|message|testimony|phone call|conference call
`;
const stages = anyOf`
  interview|speech|address|debate|hearing|briefing|testimony|appearance|broadcast|podcast|town hall|(?:conference |phone )?call|(?:news|press) conference
`;
const details =
  '(?: (?:on|with|to|in|at|from|of|released|issued|posted|published|aired|dated|sent|late|early|earlier|last|this|yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: [^,;]*)?)?';
const medium = new RegExp(
  `^${anyOf`
    in (?:an?|his|her|its|their) (?:[^ ,]+ ){0,3}?${media}${details}
    at an? (?:[^ ,]+ )?(?:news|press) conference(?: [^,;]*)?
    during (?:an?|the|his|her|its|their) (?:[^ ,]+ ){0,3}?${stages}${details}
    on (?:his|her|their) (?:[^ ,]+ ){0,2}?(?:show|podcast|blog|website|programme?)${details}
    (?:on|via) (?:twitter|facebook|instagram|social media)(?: (?:on|late|early|last|this|yesterday|today)(?: [^,;]*)?)?
  `}$`,
);
