import type { Attribution } from '../attribution.ts';
import { ownersOfTokens } from '../chains.ts';
import { finiteWords, holdsQuotation } from '../contents/contents.ts';
import type { CueLexicon, CueVerb } from '../cues/cue-lexicon.ts';
import { type Cue, type CueMap, cuesWithin, nounLike } from '../cues/cues.ts';
import { holdsFiniteVerb } from '../cues/predicates.ts';
import { personalPronouns } from '../cues/sources.ts';
import { isPastTense } from '../past-tense.ts';
import { isQuoted, type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { areReported } from './reported-words.ts';

/**
 * The corpus that the taggers learned from also counts what nobody said: denials of saying, questions put to someone,
 * acts and topics. Without words in marks, an attribution must report a clause that somebody did say.
 */
export function keepReported(
  reading: Reading,
  lexicon: CueLexicon,
  cues: CueMap,
  ruled: readonly Attribution[],
  attributions: readonly Attribution[],
): readonly Attribution[] {
  const ruledWords = ownersOfTokens(reading, ruled);
  return attributions.flatMap((attribution) => {
    // "People said it would come back," she said: what others say within somebody's words is somebody's.
    if (attribution.cue !== null && isQuoted(reading, attribution.cue.first)) return [];
    const known = knownCue(cues, attribution.cue);
    const other = ruled.find((one) => known !== null && one.cue?.first === known.first);
    if (other !== undefined && isTurned(reading, attribution, other)) return [];
    const told = attribution.contents.slice(Number(isFronted(reading, attribution)));
    const contents = told
      .filter(
        (content, index) =>
          index === 0 ||
          (!isOccasion(reading, attribution, content) &&
            !isAnswer(reading, cues, attribution, told[index - 1]!, content)),
      )
      .map((content) => fromThat(reading, attribution, withoutNextCue(reading, cues, attribution, content)));
    const { first } = contents[0]!;
    // "issued a statement, voicing concern …, the Kremlin said": the verb of saying is the better cue.
    if (known?.kind === 'statement' && ruledWords[first]! >= 0) return [];
    if (known === null && isClaimNoun(reading, attribution)) return [];
    const isMarked = holdsAnyQuotation(reading, contents);
    const isSaid = isMarked
      ? !isElsewhere(reading, known, attribution)
      : !namesItself(attribution) && isReported(reading, lexicon, known, attribution.cue, contents[0]!);
    if (!isSaid) return [];
    const source =
      (namesItself(attribution) ? other?.source : null) ?? likelySource(reading, attribution, other);
    const whole = other === undefined ? contents : withExamples(reading, contents, other.contents);
    return [{ ...attribution, cue: known ?? attribution.cue, source, contents: whole }];
  });
}

/**
 * The taggers' source, without the verb that makes a clause of it; that of the rules, where it is nobody.
 *
 * > It attacked Ruiz, saying he lied.      > After saying her foot was sore, she rested.      > “Yes,” Lee said of Crane.
 *   ^^                                       ^^^^^ nobody                                                       ^^^^^^^^
 */
function likelySource(
  { words }: Reading,
  { source, cue }: Attribution,
  rule: Attribution | undefined,
): Stretch | null {
  if (source === null) return null;
  const { first, end } = source;
  const isNobody =
    (end === first + 1 && nobody.test(words[first]!)) || (words[first] === 'of' && first === cue?.end);
  if (isNobody) return rule?.source ?? null;
  const subject = rule?.source;
  const isClause = subject?.first === first && subject.end < end && isPastTense(words[subject.end]!);
  return isClause && /ing$/.test(words[cue!.end - 1]!) ? subject : source;
}

const nobody = /^(?:after|before|while|when|once|but|then|in|by|without|instead|rather)$/;

/** > The tax would hurt the poor, warn economists.      the tagger takes the words for the source, and the source for the words */
function isTurned(reading: Reading, { contents: [content] }: Attribution, rule: Attribution): boolean {
  const { source, cue, contents } = rule;
  if (source === null || content!.first < source.first || content!.end > source.end) return false;
  return contents[0]!.end <= cue!.first || !holdsFiniteVerb(reading, source);
}

/**
 * What the rules read on with, where that only adds to the words: examples, or a clause in the middle.
 *
 * > She said she had received 3,000 complaints, among them that of a teacher in Kitui.
 *                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function withExamples(
  { words }: Reading,
  contents: readonly Stretch[],
  ruled: readonly Stretch[],
): readonly Stretch[] {
  const [content, other] = [contents[0]!, ruled[0]!];
  const isLonger = content.first === other.first && other.end > content.end;
  const isAlone = contents.length === 1 && ruled.length === 1 && words[content.end] === ',';
  const adds = /^(?:among|including|which|where|whose)$/.test(words[content.end + 1] ?? '');
  return isLonger && isAlone && adds ? [other] : contents;
}

/** > Roth rejected bank claims that she had lied. */
//                         ^^^^^^
const isClaimNoun = (reading: Reading, { cue, source }: Attribution): boolean =>
  cue !== null &&
  source !== null &&
  nounLike.test(reading.words[cue.end - 1]!) &&
  reading.words[cue.end] === 'that' &&
  source.end === cue.first &&
  !reading.words.slice(source.first, source.end).includes('who') &&
  holdsFiniteVerb(reading, source);

/** Tokens that a cue takes in behind its verb: "in a joint statement". */
const longestMedium = 4;

/** The cue that the rules see in the tagger's: without adverbs and auxiliaries. */
function knownCue(cues: CueMap, cue: Stretch | null): Cue | null {
  if (cue === null) return null;
  const near = cuesWithin(cues, Math.max(0, cue.first - 1), cue.end + longestMedium);
  return near.find((one) => one.first < cue.end && cue.first < one.end) ?? null;
}

const holdsAnyQuotation = (reading: Reading, contents: readonly Stretch[]): boolean =>
  contents.some((content) => holdsQuotation(reading, content));

/** Nobody stands within what he said. */
const namesItself = ({ source, contents: [content] }: Attribution): boolean =>
  source !== null && content!.first <= source.first && source.first < content!.end;

function isReported(
  reading: Reading,
  lexicon: CueLexicon,
  known: Cue | null,
  cue: Stretch | null,
  content: Stretch,
): boolean {
  if (cue === null || isHeard(reading, cue, content)) return false;
  if (known?.unsaid === true) return false;
  if (content.first < cue.end || known?.kind === 'according' || isComment(reading, cue, content)) return true;
  return areReported(reading, known?.verb ?? verbWithin(reading, lexicon, cue), cue, content);
}

/** > As the Post observed, towns elect their mayors. */
//                          ^
function isComment({ words }: Reading, cue: Stretch, content: Stretch): boolean {
  if (content.first !== cue.end + 1 || words[cue.end] !== ',') return false;
  return words.slice(Math.max(0, cue.first - longestName), cue.first).includes('as');
}

/** In tokens. */
const longestName = 8;

/** > The plane came down near Leh, she said as she searched for its wings. */
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
function isOccasion(reading: Reading, { cue, contents }: Attribution, content: Stretch): boolean {
  if (cue === null || contents[0]!.first > cue.first || content.first !== cue.end) return false;
  return /^(?:as|while|when|after|before|following)$/.test(reading.words[content.first]!);
}

/** > Giving evidence, he said: "I was scared." */
//    ^^^^^^^^^^^^^^^
function isFronted(reading: Reading, { cue, source, contents: [first, next] }: Attribution): boolean {
  if (cue === null || source === null || next === undefined || next.first < cue.end) return false;
  const before = reading.words.slice(first!.first, first!.end);
  return (
    first!.end <= source.first &&
    !holdsQuotation(reading, first!) &&
    holdsQuotation(reading, next) &&
    !before.some((word) => finiteWords.test(word) || isPastTense(word))
  );
}

/** > He replied that he was sorry, to which she said: "You are not." */
//                                                     ^^^^^^^^^^^^^^
function isAnswer(
  reading: Reading,
  cues: CueMap,
  { cue }: Attribution,
  before: Stretch,
  content: Stretch,
): boolean {
  if (content.first >= sentenceAround(reading, before.end - 1).end) return false;
  const next = cuesWithin(cues, before.end, content.first).at(-1);
  const isOther = next?.kind === 'verb' && !next.unsaid && next.first !== cue?.first;
  return isOther && content.first - next.end <= 1;
}

/** > She said through the closed door that the tooth was real. */
//                                      ^^^^
function fromThat({ words, quotationOf }: Reading, { cue }: Attribution, content: Stretch): Stretch {
  if (content.first !== cue?.end || !circumstances.test(words[content.first]!)) return content;
  for (let token = content.first + 1; token < Math.min(content.end, content.first + 12); token += 1) {
    if (words[token] === ',' || quotationOf[token] !== -1 || finiteWords.test(words[token]!)) return content;
    const next = words[token + 1] ?? '';
    if (words[token] === 'that' && (!finiteWords.test(next) || personalPronouns.test(next)))
      return { first: token, end: content.end };
  }
  return content;
}

const circumstances =
  /^(?:this|last|on|in|at|through|during|before|after|outside|over|late|early|earlier|yesterday|today|too|as|also|again|marking|announcing|issued|released|posted|published|sent|signed|read|\p{Ll}+day)$/u;

/** Attributions of rules, but for those without marks that report nothing, or what is reported of the same cue. */
export function keepRuled(
  reading: Reading,
  cues: CueMap,
  ruled: readonly Attribution[],
  reported: readonly Attribution[],
): readonly Attribution[] {
  const reportedCues = new Set(reported.map(({ cue }) => cue?.first));
  return ruled.filter(({ cue, contents }) => {
    if (cue === null) return true;
    if (reportedCues.has(cue.first) && !holdsAnyQuotation(reading, contents)) return false;
    if (contents[0]!.first < cue.end) return true;
    const verb = knownCue(cues, cue)?.verb;
    return (
      verb == null || holdsAnyQuotation(reading, contents) || areReported(reading, verb, cue, contents[0]!)
    );
  });
}

/** The verb in a cue that the rules do not take for one: "renewed his call for". */
function verbWithin({ words }: Reading, lexicon: CueLexicon, { first, end }: Stretch): CueVerb | null {
  for (let token = end - 1; token >= first; token -= 1) {
    const entry = lexicon.allVerbs.get(words[token]!);
    if (entry !== undefined) return entry.verb;
  }
  return null;
}

/** > He did not mention the third. “I was nineteen and could not swim.” */
//                                     no word of what was not said, or heard
function isElsewhere(reading: Reading, known: Cue | null, { cue, contents }: Attribution): boolean {
  if (cue === null) return false;
  const isDenied = reading.words.slice(cue.first, cue.end).some((word) => /^(?:not|never|.+n't)$/.test(word));
  if (!isDenied && known?.unsaid !== true && !isHeard(reading, cue, contents[0]!)) return false;
  const { first, end } = sentenceAround(reading, cue.first);
  return contents.every((content) => content.end <= first || content.first >= end);
}

/**
 * > Lindqvist was asked about the cat.      > Asked whether she would sell, …      > … said Ruiz, commenting on the cat.
 *   ^^^^^^^^^                                                                             ^^^^
 */
function isHeard({ words, capital }: Reading, cue: Stretch, content: Stretch): boolean {
  const phrase = words.slice(Math.max(0, cue.first - 2), cue.end).join(' ');
  if (/\b(?:is|are|was|were|been|being|be) (?:\S+ )?(?:asked|told|said)\b/.test(phrase)) return true;
  if (/\b(?:when|while|if|once) (?:\S+ )?asked$/.test(phrase)) return true;
  const isAside = words[cue.first - 1] === ',' && /^[,.]$/.test(words[content.end] ?? '.');
  if (isAside && words[cue.end] === 'by' && capital[cue.end + 1] === 1) return true; // "Ruiz, accused by Lee of lying"
  return (capital[cue.first] === 1 || isAside) && /^(?:asked|commenting|speaking)$/.test(words[cue.first]!);
}

/**
 * Where a second cue of the same speaker takes over, the first one's words end.
 *
 * > According to Peskov, Moscow took part but noted that progress was slow.
 *                                         ^^^^^^^^^
 */
function withoutNextCue(reading: Reading, cues: CueMap, { cue }: Attribution, content: Stretch): Stretch {
  if (cue === null || content.end <= cue.first) return content;
  for (const next of cuesWithin(cues, content.first + 2, content.end)) {
    const joined = /^(?:and|but)$/.test(reading.words[next.groupFirst - 1] ?? '');
    const outside = reading.quotationOf[next.first] === -1;
    const announces = reading.words[next.end] === 'that' || reading.quotationOf[next.end] !== -1;
    if (joined && outside && announces && next.verb?.says === true && !next.unsaid)
      return { first: content.first, end: next.groupFirst - 1 };
  }
  return content;
}
