import type { Attribution } from '../attribution.ts';
import { finiteWords, holdsQuotation } from '../contents/contents.ts';
import { isPastTense } from '../past-tense.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { cannotSpeak } from './no-speaker.ts';
import { hasOtherSense } from './other-senses.ts';
import { isParticiple } from './participles.ts';

/** Does a cue stand beside words that nobody said: a name that it gives, an act, a wish not to be named, a heading? */
export function isNoSpeech(reading: Reading, { cue, contents, source }: Attribution): boolean {
  if (cue === null) return false;
  const content = contents.find(({ first }) => first >= cue.end) ?? contents[0]!;
  return (
    givesName(reading, cue, content) ||
    isHeading(reading, cue) ||
    isRefused(reading, cue) ||
    isReminder(reading, cue) ||
    isImagined(reading, cue, content) ||
    isAsked(reading, cue) ||
    isAccusedOf(reading, cue, content) ||
    isToldFirst(reading, cue, source) ||
    isWork(reading, cue, content) ||
    (!holdsQuotation(reading, content) &&
      (isMereWord(reading, cue, content) ||
        isDone(reading, cue, content) ||
        isNaming(reading, cue, content) ||
        isPleading(reading, cue, content) ||
        isAct(reading, cue, content) ||
        isScore(reading, cue) ||
        isReaction(reading, cue, content) ||
        isPointed(reading, cue, content) ||
        ((source?.end ?? 0) <= cue.first && isOrdered(reading, cue, content)) ||
        isTelephoned(reading, cue, content) ||
        isReportersQuestion(reading, cue, source) ||
        keepsNameBack(reading, content) ||
        isCondition(reading, source) ||
        isNobody(reading, source) ||
        hasOtherSense(reading, cue, content) ||
        ((content === contents[0] || isPassedOn(reading, cue)) && isParticiple(reading, cue, content)) ||
        isReportedOf(reading, cue, content, source) ||
        isFrontedAct(reading, cue, content) ||
        cannotSpeak(reading, cue, source)))
  );
}

/**
 * > Ruiz denied that.      > Ruiz was answering questions.      > Not so, according to Ruiz.      > Ruiz wrote that down.
 *               ^^^^                           ^^^^^^^^^          ^^^^^^                                     ^^^^^^^^^
 */
function isMereWord({ words }: Reading, cue: Stretch, { first, end }: Stretch): boolean {
  const isDenied = /^den(?:y|ies|ied|ying)$/.test(words[cue.end - 1]!) && !pronouns.test(words[first]!);
  return (
    (end - first === 1 && !isDenied && !/^(?:yes|no)$/.test(words[first]!)) ||
    (end - first === 2 &&
      /^(?:not so|(?:that|it|this) (?:down|off|out|up))$/.test(words.slice(first, end).join(' ')))
  );
}

const pronouns = /^(?:it|this|that|them|him|her|so|everything|anything|nothing|all)$/;

/**
 * > The treaty was agreed several months ago.      > the government blamed for the famine      > rules relating to ships
 *              ^^^^^^^^^^                                           ^^^^^^^^^^                          ^^^^^^^^
 * > He was charged with taking bribes.
 *      ^^^^^^^^^^^^^^^^
 */
function isDone({ words }: Reading, cue: Stretch, { first }: Stretch): boolean {
  if (first < cue.end) return false;
  if (words[cue.end - 1] === 'blamed' && words[first] === 'for') return first === cue.end;
  if (
    /\b(?:is|are|was|were|been|being) (?:\S+ )?charged(?: with)?$/.test(
      words.slice(cue.first, cue.end).join(' '),
    )
  )
    return true;
  if (/^(?:relating|relates|pertaining)$/.test(words[cue.end - 1]!))
    return [words[first - 1], words[first]].includes('to');
  const isPassive = /(?:^| )(?:is|are|was|were|been|being|be) (?:\S+ )?$/.test(
    `${words.slice(Math.max(0, cue.first - 2), cue.end - 1).join(' ')} `,
  );
  return (
    isPassive &&
    settled.test(words[cue.end - 1]!) &&
    !/^(?:that|whether|how|why|what|if|to|as|by)$/.test(words[first]!)
  );
}

/** What stands before these in the passive is what was made known, and nobody. */
const settled =
  /^(?:agreed|predicted|forecast|announced|proposed|confirmed|promised|pledged|estimated|declared|revealed|reported|disclosed|recommended|requested|demanded|mentioned|stated|noted|noticed|discussed|explained|outlined|detailed)$/;

/** > a disease called red gut      > something called a swap      not: A spokesman called the plan absurd. */
function isNaming(reading: Reading, cue: Stretch, { first }: Stretch): boolean {
  const { words } = reading;
  if (words[cue.end - 1] !== 'called' || first !== cue.end) return false;
  const start = sentenceAround(reading, cue.first).first;
  for (let token = cue.first - 1; token > Math.max(start, cue.first - 5); token -= 1) {
    if (!/^[\p{Ll}-]+$/u.test(words[token]!)) return false;
    if (/^(?:an?|something|two|three|some)$/.test(words[token]!))
      return (
        /^(?:\p{Ll}+)$/u.test(words[token - 1]!) &&
        !/^(?:and|but|while|as|when|that|said|says)$/.test(words[token - 1]!)
      );
  }
  return false;
}

/**
 * > A play called "The Long Winter" opened.      > two towns called Springwell      > They named the dog 'Admiral'.
 *           ^^^^^^                                          ^^^^^^                         ^^^^^
 */
function givesName(reading: Reading, cue: Stretch, content: Stretch): boolean {
  const { words, capital, quotationOf } = reading;
  const verb = words[cue.end - 1]!;
  if (/^(?:named|christened|nicknamed|titled|entitled|codenamed)$/.test(verb))
    return cue.end <= content.first;
  if (verb === 'called' && /^(?:someone|something|somebody)$/.test(words[cue.first - 1] ?? '')) return true;
  if (verb === 'called' && content.end === cue.first)
    return !words.slice(content.first, content.end).some((word) => finiteWords.test(word));
  // "who call themselves Ghost Ledger"
  const isOwn =
    /^call(?:s|ed|ing)?$/.test(verb) && /^(?:them|him|her|it|our|my)sel(?:f|ves)$/.test(words[cue.end] ?? '');
  if (isOwn && content.first === cue.end && !holdsQuotation(reading, content)) return true;
  if (verb !== 'called' || content.first !== cue.end) return false;
  // The marks of a title are none that quote.
  const opening = words[content.first] === 'it' ? content.first + 1 : content.first;
  if (/^["“”'‘]$/.test(words[opening]!) && quotationOf[opening] === -1) return true;
  const isMarked = quotationOf[content.first] !== -1;
  if (isMarked && isReduced(reading, cue)) return true;
  const isWhat = words
    .slice(Math.max(0, cue.first - 6), cue.first)
    .some((word) => /^(?:what|which)$/.test(word));
  if (capital[isMarked ? content.first + 1 : content.first] === 0 || isWhat) return false;
  // "Ruiz called Chile a \"good story\"" says something of Chile.
  const isNounBefore =
    capital[cue.first - 1] === 0 && !/^(?:he|she|it|they|we|i|who|has|have|had)$/.test(words[cue.first - 1]!);
  // "a nurse called Beth, who held a sign": the name is all that follows.
  let end = content.first;
  while (end < content.end && capital[end] === 1) end += 1;
  const isAside = words[end] === ',';
  return isMarked || (isNounBefore && (isAside || !holdsQuotation(reading, content)));
}

/**
 * > They used a technique called "slow drying".      > in what's called "the force"      not: a move the minister called "shameful"
 *     ^^^^               ^^^^^^                               ^^^^^^^^
 */
function isReduced({ words }: Reading, cue: Stretch): boolean {
  if (/^(?:'s|is|are|was|were)$/.test(words[cue.end - 2]!)) return true;
  const start = Math.max(0, cue.end - 6);
  const article = words.slice(start, cue.end - 1).findLastIndex((word) => /^(?:an?|the)$/.test(word));
  const before = words[start + article - 1] ?? '';
  return article >= 0 && (prepositions.test(before) || finiteWords.test(before) || isPastTense(before));
}

const prepositions = /^(?:in|of|with|by|for|on|from|to|at|into|like|including|through|using)$/;

/** > declined to comment on "leaks" */
const isRefused = ({ words }: Reading, cue: Stretch): boolean =>
  /\b(?:declin|refus)(?:e|es|ed|ing) to\b/.test(words.slice(Math.max(0, cue.first - 2), cue.end).join(' '));

/** > He shrugged, as if to say that it was over. */
//                 ^^^^^^^^^
const isImagined = ({ words }: Reading, cue: Stretch, content: Stretch): boolean =>
  [cue.end, content.first].some((end) =>
    /\bas (?:if|though) (?:to \S+|\S+ing)(?: [:,])?$/.test(words.slice(Math.max(0, end - 5), end).join(' ')),
  );

/** > It will be recalled that the senator was arrested in June.      the paper itself tells it */
const isReminder = ({ words }: Reading, { first, end }: Stretch): boolean =>
  /\bit (?:will|would|may|should|must|can) be (?:recall|remember|not)ed$/.test(
    words.slice(Math.max(0, first - 4), end).join(' '),
  );

/** > In his book "The Long Road", Mandela wrote that courage was rare. */
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^
function isWork({ words, quotationOf }: Reading, cue: Stretch, { first, end }: Stretch): boolean {
  if (end > cue.first || !/^(?:in|on|at)$/.test(words[first]!)) return false;
  let noun = first + 1;
  while (noun < end && quotationOf[noun] === -1) noun += 1;
  return noun < end && noun - first <= 6 && works.test(words[noun - 1]!);
}

const works =
  /^(?:book|memoirs?|novel|essay|article|column|blog|speech|interview|letter|statement|post|paper|report|study|film|song|album|play|poem|podcast|series|documentary|editorial|pamphlet|autobiography|biography|lecture|sermon|thread|piece|called|titled|entitled)$/;

/** > The minister, asked about the "crisis", smiled.      not: The lawyer, Ana Roe, asked for the case to be dismissed. */
function isAsked(reading: Reading, cue: Stretch): boolean {
  const { words } = reading;
  const isParticiple =
    words[cue.first - 1] === ',' &&
    /^(?:asked|pressed|questioned|quizzed)$/.test(words[cue.end - 1]!) &&
    /^(?:about|on|by|for|whether|if|why|how|what|when)$/.test(words[cue.end] ?? '');
  return isParticiple && words.slice(cue.end, sentenceAround(reading, cue.first).end).includes(',');
}

/** > A man accused of stealing a boat told the jury that it was his.      not: the man whom she accused of stealing it */
const isAccusedOf = ({ words }: Reading, cue: Stretch, content: Stretch): boolean =>
  words[cue.end - 1] === 'accused' &&
  content.first === cue.end &&
  words[content.first] === 'of' &&
  !words.slice(Math.max(0, cue.first - 6), cue.first).some((word) => /^(?:whom?|which|that)$/.test(word));

/** > Told that the fund had grown, she wept.      who told her is not said */
const isToldFirst = (reading: Reading, cue: Stretch, source: Stretch | null): boolean =>
  cue.first === sentenceAround(reading, cue.first).first &&
  (/^(?:told|informed|reminded)$/.test(reading.words[cue.first]!) ||
    (source === null && reading.words[cue.first] === 'asked'));

/** A line that asks: "Who said what?" */
function isHeading({ words, paragraphOf, paragraphTokens }: Reading, cue: Stretch): boolean {
  const { first, end } = paragraphTokens[paragraphOf[cue.first]!]!;
  return (
    end - first <= 9 &&
    words[end - 1] === '?' &&
    /^(?:who|what|why|how|when|where|does|did|is|was)$/.test(words[first]!)
  );
}

/** > users began reporting errors      > the minister thanked his counterpart      > Ruiz agreed with her predecessor */
function isAct({ words }: Reading, cue: Stretch, content: Stretch): boolean {
  const isWith = words[content.first - 1] === 'with' || words[content.first] === 'with';
  const isAct = (word: string): boolean => acts.test(word) || (isWith && /^agree(?:d|ing|s)?$/.test(word));
  const verb = words.slice(cue.first, cue.end).find(isAct);
  if (verb === undefined || content.first < cue.end) return false;
  if (/^(?:that|whether|how|why|what)$/.test(words[content.first]!)) return false;
  return !words.slice(content.first, content.end).some((word) => word !== "'s" && finiteWords.test(word));
}

const acts =
  /^(?:report(?:ing|ed|s)?|request(?:ing|ed|s)?|point(?:ing|ed|s)|thank(?:ing|ed|s)?|declar(?:ing|ed|es?)|prais(?:ing|ed|es?)|talk(?:ing|ed|s)|post(?:ing|ed|s))$/;

/** > Ana Roe, who argued the case for the union */
//                    ^^^^^^^^^^^^^^^
const isPleading = ({ words }: Reading, cue: Stretch, { first, end }: Stretch): boolean =>
  /^argu(?:ed|es?|ing)$/.test(words[cue.end - 1]!) &&
  /^(?:the|her|his|their|its|this|that|a|an|many|several|two) (?:\p{L}+ ){0,2}(?:cases?|appeals?|motions?|suits?|point)(?: |$)/u.test(
    words.slice(first, end).join(' '),
  );

/** > Bell had 31 points, Ortiz added 22 and the Pistons won.      > He added a second before half-time. */
//                               ^^^^^^^^                               ^^^^^^^^^^^^^^
const isScore = ({ words }: Reading, cue: Stretch): boolean =>
  /^add(?:ed|s|ing)?$/.test(words[cue.end - 1]!) &&
  /^(?:\d[\d.,-]*|an?|another|his|her|their|two|three|four|five|six|seven|eight|nine|ten)$/.test(
    words[cue.end] ?? '',
  ) &&
  !/^(?:that|percent|per|%|people|of)$/.test(words[cue.end + 1] ?? '');

/** > He was responding to a petition signed by 11,400 people. */
//           ^^^^^^^^^^^^^
const isReaction = ({ words }: Reading, cue: Stretch, { first, end }: Stretch): boolean =>
  /^(?:respond|react|repl|object|listen)(?:ed|ing|s|ied|ies|ying)?$/.test(words[cue.end - 1]!) &&
  [words[first - 1], words[first]].includes('to') &&
  !/^(?:that|whether)$/.test(words[first]!) &&
  !words.slice(first, end).some((word) => /^(?:is|are|would|will|could|can)$/.test(word));

/** > Here is what they said.      > That's how he put it. */
//    ^^^^^^^^^^^^              ^^^^^^^^^^
const isPointed = ({ words }: Reading, cue: Stretch, { first, end }: Stretch): boolean =>
  end <= cue.first &&
  /^(?:(?:and|but|so) )?(?:here|this|that|these|those|it|what follows)(?: ?'s| is| was| are| were) (?:(?:\p{L}+ ){0,3})(?:what|how|why|all|everything|some of what)$/u.test(
    words.slice(first, end).join(' '),
  );

/** > He was ordered to sit down.      > Crews were called to the fire. */
function isOrdered({ words }: Reading, cue: Stretch, content: Stretch): boolean {
  const isPassive = /^(?:was|were|been|being)$/.test(words[cue.end - 2] ?? '');
  if (isPassive && words[cue.end - 1] === 'called' && words[cue.end] === 'to') return true;
  return (
    isPassive &&
    /^(?:order|ask|forc|urg|advis)ed|told$/.test(words[cue.end - 1]!) &&
    words[content.first] === 'to'
  );
}

/** > Her son had called her an hour before.      not: > Her son had called her a saint. */
function isTelephoned({ words }: Reading, cue: Stretch, content: Stretch): boolean {
  if (!/^call(?:s|ed|ing)?$/.test(words[cue.end - 1]!) || content.first !== cue.end) return false;
  const called = words.slice(content.first, content.end).join(' ');
  return /^(?:him|her|them|me|us|(?:the |her |his )?(?:police|mother|father|wife|husband|lawyer|doctor)|911|999|an ambulance)(?: (?:twice|once|again|back|at|on|in|from|after|before|when|while|last|earlier|later|every|yesterday|today|to|and|during|about|(?:an?|two|three|\d+|several|a few) (?:minute|hour|day|week|month|moment|time|night)s?)\b.*)?$/.test(
    called,
  );
}

/** > I ask whose house it was. */
//    ^
const isReportersQuestion = ({ words }: Reading, cue: Stretch, source: Stretch | null): boolean =>
  source !== null && /^(?:i|we)$/.test(words[source.end - 1]!) && /^ask(?:s|ed)?$/.test(words[cue.end - 1]!);

/** > the envoy said, asking not to be named      > who asked that her name be withheld      > requesting anonymity      > who spoke on the understanding that … */
const keepsNameBack = ({ words }: Reading, { first, end }: Stretch): boolean =>
  words
    .slice(first, Math.min(end, first + 3))
    .some((word) => /^(?:anonymity|condition|understanding)$/.test(word)) ||
  /^(?:not to be (?:named|identified|quoted)|that (?:we (?:do )?not|(?:his|her|their) names?) )/.test(
    words.slice(first, Math.min(end, first + 6)).join(' '),
  );

/** > If the string is lower, the display shows by how much.      > Regardless of scale, informing consumers helps. */
const isCondition = ({ words }: Reading, source: Stretch | null): boolean =>
  source !== null &&
  /^(?:if|unless|regardless|although|though|because|whereas|despite)$/.test(words[source.first]!);

/** > Neither Turk nor Roe said whether they would go.      > Nobody said that it was over. */
const isNobody = ({ words }: Reading, source: Stretch | null): boolean =>
  source !== null &&
  (/^(?:neither|nobody|none|nor)$/.test(words[source.first]!) ||
    (words[source.first] === 'no' && words[source.first + 1] === 'one') ||
    (words[source.first - 1] === 'neither' && words.slice(source.first, source.end).includes('nor')));

/** > Of the 30 districts, cases have been reported in ten.      not: > He was ill, it has been reported in Lima. */
const isReportedOf = ({ words }: Reading, cue: Stretch, content: Stretch, source: Stretch | null): boolean =>
  content.end <= cue.first &&
  source !== null &&
  words[source.first] !== 'it' &&
  /\b(?:is|are|was|were|been|being) (?:reported|recorded|confirmed|noted)$/.test(
    words.slice(Math.max(0, cue.first - 2), cue.end).join(' '),
  );

/** > The recording, first reported by the Leh Herald, was made in May. */
const isPassedOn = ({ words }: Reading, { end }: Stretch): boolean =>
  /ed$/.test(words[end - 1]!) && words[end] === 'by';

/** > In announcing his retirement, Ruiz wept.      > Describing a visit to Leh, she wept.      > Asked how she had found the boat, she smiled. */
function isFrontedAct(reading: Reading, cue: Stretch, content: Stretch): boolean {
  const { words } = reading;
  if (content.first < cue.end) return false;
  const { first } = sentenceAround(reading, cue.first);
  const isOpening = cue.first === first || (cue.first === first + 1 && words[first] === 'in');
  if (isOpening && /ing$/.test(words[cue.end - 1]!))
    return !words.slice(content.first, content.end).some((word) => finiteWords.test(word));
  return words[first] === 'asked' && cue.first > first && !words.slice(first, cue.first).includes(',');
}
