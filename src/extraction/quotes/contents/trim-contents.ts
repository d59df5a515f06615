import type { Attribution } from '../attribution.ts';
import { type Cue, type CueMap, cuesWithin } from '../cues/cues.ts';
import { subjectBefore } from '../cues/sources.ts';
import { isClause } from '../cues/trailing-cues.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { withoutMainClause } from './clauses-around.ts';
import {
  throughInnerCue,
  throughMainClause,
  throughNotOnly,
  throughRelative,
  upToClauseEnd,
} from './clauses-cut-short.ts';
import { contentBehind, finiteWords, holdsQuotation, wordsIn } from './contents.ts';
import { keepSaid } from './keep-said.ts';
import {
  behindMedium,
  withoutCircumstance,
  withoutMedium,
  withoutNextClause,
  withoutNextDeed,
  withoutPastDeed,
} from './story-clauses.ts';

/**
 * Contents cut where the words are no longer what was said: at a second verb of the speaker, or at the occasion. None
 * are left where nothing was.
 */
export function trimContents(reading: Reading, cues: CueMap, attribution: Attribution): Attribution {
  const { cue, evidence } = attribution;
  if (cue === null || evidence === 'shape') return attribution;
  return {
    ...attribution,
    contents: keepSaid(reading, cues, attribution, cue)
      .filter((content, _, all) => all.length === 1 || !isMereWhat(reading, content, cue))
      .filter((content) => !isOfOther(reading, cues, cue, content))
      .map((content) => beforeSource(reading, attribution, content))
      .map((content) => behindName(reading, content))
      .map((content) => behindReference(reading, content))
      .map((content) => behindMedium(reading, content))
      // "described as “a farce” by Ruiz"
      .map((content) =>
        attribution.source?.first === content.end + 1 ? content : upToClauseEnd(reading, cues, cue, content),
      )
      .map((content) => throughMainClause(reading, cues, cue, content))
      .map((content) => throughNotOnly(reading, cues, cue, content))
      .map((content) => throughInnerCue(reading, cues, cue, content))
      .map((content) => withoutHearer(reading, cues, cue, content))
      .map((content) => fromOpeningMark(reading, cue, content))
      .map((content) => withoutSecondVerb(reading, cues, cue, content))
      .map((content) => withoutContrast(reading, cues, cue, content))
      .map((content) => withoutNextClause(reading, cues, cue, content))
      .map((content) => withoutMainClause(reading, cue, content))
      .map((content) => withoutCircumstance(reading, cue, content))
      .map((content) => withoutNextDeed(reading, cue, content))
      .map((content) => withoutPastDeed(reading, cue, content))
      .map((content) => withoutStage(reading, cues, cue, content))
      .map((content) => withoutOccasion(reading, content))
      .map((content) => withoutMedium(reading, cue, content))
      .map((content) => withoutDeed(reading, cue, content))
      .map((content) => withoutRefusal(reading, cue, content))
      .map((content) => throughRelative(reading, cues, cue, content)),
  };
}

/**
 * Words in marks behind a verb that judges are of whoever speaks in the clause that says when, or why.
 *
 * > Lee slammed Ruiz after he called her “a liar.”
 *                          ^^ ^^^^^^
 */
function isOfOther(reading: Reading, cues: CueMap, cue: Stretch, { first, end }: Stretch): boolean {
  const verb = cuesWithin(cues, cue.first, cue.end)[0]?.verb;
  if (verb?.judges !== true || verb.says || first < cue.end) return false;
  let mark = first;
  while (mark < end && reading.quotationOf[mark] === -1) mark += 1;
  const inner = mark === end ? undefined : cuesWithin(cues, first, mark).at(-1);
  if (inner?.kind !== 'verb' || inner.unsaid) return false;
  const subject = subjectBefore(reading, inner);
  if (subject === null || subject.first < first) return false;
  return reading.words[subject.first] === 'who' || opensCause.test(reading.words[subject.first - 1]!);
}

const opensCause = /^(?:after|when|because|as|while|before|once|since)$/;

/**
 * > It was what Ruiz called "the end".
 *   ^^^^^^^^^^^ stands for what she called it
 */
const isMereWhat = ({ words }: Reading, { end }: Stretch, cue: Stretch): boolean =>
  end <= cue.first && words[end - 1] === 'what';

/**
 * Words in marks behind a colon, or behind "in the words of" and an aside about who speaks, are all that is said.
 *
 * > In the words of Liu, the firm's manager on the island, "a furnace is like a family".
 *                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function fromOpeningMark(reading: Reading, cue: Stretch, content: Stretch): Stretch {
  const quotation = reading.quotations[reading.quotationOf[content.end - 1]!];
  if (quotation === undefined || quotation.firstToken <= content.first) return content;
  const { firstToken: first, endToken: end } = quotation;
  const before = reading.words.slice(content.first, first);
  const isNamed = /^(?:in|according)$/.test(reading.words[cue.first]!);
  const isAside = isNamed && before.at(-1) === ',' && !before.some((word) => finiteWords.test(word));
  // "said that she had learned: “…”" is all said.
  const isLead = before.at(-1) === ':' && !before.some((word) => finiteWords.test(word) || word === '"');
  const isApart = isLead || isAside;
  return isApart && wordsIn(reading, quotation) > 2 ? { first, end } : content;
}

/**
 * > Ana Roe, who voted no, questioned that. "Nineteen flats, eleven cars?"
 *                                     ^^^^ not what she said
 */
function behindReference({ words, quotationOf }: Reading, content: Stretch): Stretch {
  const isReference = /^(?:that|this|it|so)$/.test(words[content.first]!) && words[content.first + 1] === '.';
  const first = content.first + 2;
  return isReference && first < content.end && quotationOf[first] !== -1
    ? { first, end: content.end }
    : content;
}

/**
 * > The pilot reported “severe icing” before contact was lost, air traffic controllers said.
 *                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function beforeSource({ words }: Reading, { source, cue }: Attribution, content: Stretch): Stretch {
  if (source === null || cue === null || content.end > cue.first) return content;
  const isTail = content.first < source.first && source.first < content.end && content.end <= source.end;
  if (!isTail || words[source.first - 1] !== ',' || source.first - 1 <= content.first) return content;
  return { first: content.first, end: source.first - 1 };
}

/** > Mark Rough told BBC Scotland engineers were at work. */
//                         ^^^^^^^^
function behindName({ nameOf }: Reading, { first, end }: Stretch): Stretch {
  let start = first;
  while (start < end && nameOf[start]! >= 0 && nameOf[start] === nameOf[first - 1]) start += 1;
  return start === end ? { first, end } : { first: start, end };
}

/**
 * > Markezis told Aksoy that the islands "are not props".      > accused Aksoy of "selling islands"
 *                 ^^^^^ hears it                                        ^^^^^ is accused
 */
function withoutHearer(reading: Reading, cues: CueMap, cue: Stretch, content: Stretch): Stretch {
  const verb = cuesWithin(cues, cue.first, cue.end)[0]?.verb;
  const accuses = verb?.lemma === 'accuse';
  if (accuses ? content.first < cue.end : verb?.tells !== true || content.first !== cue.end) return content;
  const { words, quotationOf } = reading;
  const last = Math.min(content.end, content.first + longestHearer);
  // "told him the remarks were unacceptable"
  if (
    !accuses &&
    /^(?:him|them|me|us)$/.test(words[content.first]!) &&
    clauseOpeners.test(words[content.first + 1] ?? '')
  )
    return { first: content.first + 1, end: content.end };
  for (let token = content.first + 1; token < last; token += 1) {
    const next = words[token + 1] ?? '';
    // What follows is what they are to do: "urged people not to travel unless they have to".
    if (
      words[token] === 'to' &&
      !accuses &&
      /^\p{Ll}/u.test(next) &&
      !/^(?:the|a|an|his|her|its|their)$/.test(next)
    )
      break;
    if (quotationOf[token] !== -1 || (words[token] === ',' && !accuses)) break;
    const opens = accuses
      ? words[token] === 'of' && (quotationOf[token + 1] !== -1 || /ing$/.test(next))
      : words[token] === 'that' ||
        (/^(?:he|she|it|they|there)$/.test(words[token]!) && finiteWords.test(next));
    if (opens) return { first: token, end: content.end };
  }
  return content;
}

const clauseOpeners = /^(?:the|a|an|this|these|his|her|its|their|our|my|there|nobody|no)$/;

/** In tokens: "one of the young officials of the ministry on Tuesday evening". */
const longestHearer = 12;

/**
 * > He confirmed that he had been booked but denied swearing.
 *                                        ^^^^^^^^^^^^^^^^^^^ another quote of his
 */
function withoutSecondVerb(reading: Reading, cues: CueMap, cue: Stretch, content: Stretch): Stretch {
  if (content.first < cue.end) return content;
  const [first] = cuesWithin(cues, cue.first, cue.end);
  if (first === undefined || first.form === 'gerund') return content;
  for (const next of cuesWithin(cues, content.first + 2, content.end)) {
    const isJoined = /^(?:and|but)$/.test(reading.words[next.groupFirst - 1] ?? '');
    const isAlike = next.form === first.form && !next.unsaid && reading.quotationOf[next.first] === -1;
    if (!isJoined || !isAlike) continue;
    const isReport = next.verb?.says === true && opensReport(reading, next.end);
    const isTold = next.verb?.tells === true && contentBehind(reading, cues, next, next.end) !== null;
    if (!isReport && !isTold) continue;
    return { first: content.first, end: next.groupFirst - 1 };
  }
  return content;
}

/**
 * > Ruiz said that time was short, while her sister insisted that it was not.
 *                                  ^^^^^ others speak
 */
function withoutContrast(reading: Reading, cues: CueMap, cue: Stretch, content: Stretch): Stretch {
  if (content.first < cue.end) return content;
  // Others may have their own words already, so that only they themselves are left.
  for (const next of cuesWithin(cues, content.first + 2, content.end + 1)) {
    if (reading.quotationOf[next.first] !== -1 || next.kind !== 'verb' || next.unsaid) continue;
    const subject = subjectBefore(reading, next);
    const joint = (subject?.first ?? 0) - 1;
    if (joint <= content.first || !isContrast(reading, next, joint)) continue;
    const { end } = sentenceAround(reading, next.first);
    const isReport =
      contentBehind(reading, cues, next, next.end) !== null ||
      holdsQuotation(reading, { first: next.end, end });
    if (isReport) return { first: content.first, end: reading.words[joint - 1] === ',' ? joint - 1 : joint };
  }
  return content;
}

/** Others speak behind "while", and behind "and" where their verb is one of saying and a clause follows. */
const isContrast = ({ words }: Reading, next: Cue, joint: number): boolean =>
  /^(?:while|whereas)$/.test(words[joint]!) ||
  (/^(?:and|but)$/.test(words[joint]!) &&
    next.verb?.says === true &&
    !next.verb.acts &&
    next.form !== 'gerund');

/** "and claims he had sold", "but denied swearing": words that go on to report. */
function opensReport({ words, quotationOf }: Reading, token: number): boolean {
  const word = words[token] ?? '';
  return (
    quotationOf[token] !== -1 ||
    /^(?:that|he|she|it|they|there|his|her|its|their|the|a|an|no)$/.test(word) ||
    /ing$/.test(word)
  );
}

/**
 * What somebody or something is called ends with its marks, where it was said is told behind them.
 *
 * > criticized the act as a “crazy system” during a stop in Flint      > called him a “nice guy” and went on
 *                                          ^^^^^^                                               ^^^
 */
function withoutStage(reading: Reading, cues: CueMap, cue: Stretch, content: Stretch): Stretch {
  const verb = cuesWithin(cues, cue.first, cue.end)[0]?.verb;
  if (verb?.judges !== true || verb.says || content.first < cue.end) return content;
  let last = content.end - 1;
  while (last > content.first && reading.quotationOf[last] === -1) last -= 1;
  const isTail = last > content.first && last + 1 < content.end;
  // "Ruiz, whom Lee called “a coward,” left"
  const isRelative = reading.words
    .slice(Math.max(0, cue.first - 4), cue.first)
    .some((word) => /^whom?$/.test(word));
  return isTail && (isRelative || stages.test(reading.words[last + 1]!))
    ? { first: content.first, end: last + 1 }
    : content;
}

const stages = /^(?:during|on|at|before|while|until|moments|hours|and|but|\(|—|–|--)$|^\p{Ll}{3,6}day$/u;

/**
 * Behind a closing mark, when it was said is no longer what was said.
 *
 * > said his side had been "robbed in broad daylight" after a late penalty made it 2-2
 *                                                     ^^^^^
 */
function withoutOccasion(reading: Reading, content: Stretch): Stretch {
  for (let token = content.end - 1; token > content.first; token -= 1) {
    if (reading.quotationOf[token] !== -1) return content;
    const isOccasion = /^(?:after|when|before|following|amid|during)$/.test(reading.words[token]!);
    const isTimed = isOccasion && units.test(reading.words[token - 1]!) && reading.words[token - 2] === ',';
    if (isTimed && isClause(reading, { first: content.first, end: token - 2 }))
      return { first: content.first, end: token - 2 };
    const isBehindMark = reading.quotationOf[token - 1] !== -1 && reading.words[token - 2] !== ',';
    if (
      isOccasion &&
      isBehindMark &&
      (reading.quotationOf[token - 4] !== -1 || isWholeCharge(reading, token - 1))
    )
      return { first: content.first, end: token };
  }
  return content;
}

/** > accused the council of “theft” when it met */
//                       ^^
function isWholeCharge({ words, quotations, quotationOf }: Reading, closing: number): boolean {
  const opening = quotations[quotationOf[closing]!]!.firstToken;
  return /^(?:of|as)$/.test(words[opening - 1] ?? '');
}

/** > said the company would "do better", hours after parents had filled the room */
const units = /^(?:moments|minutes|hours|days|weeks|months|years)$/;

/**
 * Behind a closing mark, what somebody else says or does, and what the speaker did next.
 *
 * > said the cut was "overdue," while Macquarie kept its rating      > said it was "a country", and hung up
 *                               ^^^^^                                                         ^^^
 */
function withoutDeed(reading: Reading, cue: Stretch, content: Stretch): Stretch {
  const { words, quotationOf } = reading;
  if (content.first < cue.end) return content;
  for (let token = content.first + 1; token < content.end; token += 1) {
    if (quotationOf[token] !== -1) continue;
    const mark = words[token - 1] === ',' ? token - 2 : token - 1;
    const isBehindMark =
      mark > content.first && quotationOf[mark] !== -1 && (mark === token - 2 || words[mark - 1] === ',');
    if (!isBehindMark) continue;
    const isDeed =
      words[token] === 'and' && deeds.test(words[token + 1] ?? '') && content.end - token < longestDeed;
    if (isDeed || /^(?:while|whereas)$/.test(words[token]!)) return { first: content.first, end: mark + 1 };
  }
  return content;
}

/**
 * What the speaker would not say, or did, behind what was said.
 *
 * > said the memo was wrong and declined to answer further questions      > said it was “a lie” but would not elaborate
 *                           ^^^                                                               ^^^
 */
function withoutRefusal({ words, quotationOf }: Reading, cue: Stretch, content: Stretch): Stretch {
  if (content.first < cue.end) return content;
  for (let token = content.first + 2; token < content.end; token += 1) {
    if (quotationOf[token] !== -1 || !/^(?:and|but|before)$/.test(words[token]!)) continue;
    if (!refusals.test(words.slice(token + 1, token + 7).join(' '))) continue;
    return { first: content.first, end: words[token - 1] === ',' ? token - 1 : token };
  }
  return content;
}

const refusals =
  /^(?:then )?(?:(?:declin|refus)(?:ed|ing) (?:to (?:comment|answer|elaborate|say|give|name|discuss|be drawn|take)|further)|(?:would|did) not (?:elaborate|answer|comment|respond|take)|(?:referr|direct)(?:ed|ing) (?:\p{Ll}+ )?(?:questions|inquiries)|(?:hung|hanging) up|(?:end|cut)(?:ed|ting|ing)? (?:short |off )?the (?:call|interview|conversation))/u;

/** What people do once they have spoken. */
const deeds =
  /^(?:hung|left|walked|went|turned|sat|stood|shrugged|smiled|laughed|nodded|winked|sighed|drove|rang|ran|closed|returned|took|put)$/;
/** In tokens. */
const longestDeed = 8;
