import { type Attribution, attributionOf } from '../attribution.ts';
import { subjectBehind } from '../contents/clause-end.ts';
import {
  clauseFrom,
  contentBefore,
  contentBehind,
  holdsQuotation,
  isWholeStatement,
  mainClause,
  quotationAt,
  tokensOf,
  wordsIn,
} from '../contents/contents.ts';
import { governsNothing } from '../cues/cue-lexicon.ts';
import { type Cue, type CueMap, mapCues } from '../cues/cues.ts';
import { isInformant } from '../cues/informants.ts';
import { holdsFiniteVerb, isFinding } from '../cues/predicates.ts';
import { subjectOfJoinedVerb } from '../cues/shared-subjects.ts';
import { sourceOfAccording, subjectAfter, subjectBefore } from '../cues/sources.ts';
import { isClause } from '../cues/trailing-cues.ts';
import { isPastTense } from '../past-tense.ts';
import { isQuoted, type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { questionsInPassing } from './asked-by.ts';
import { bidBehind, plainBids } from './bids.ts';

/** Attributions by rules alone: each cue with its own subject and clause, in order. */
export function attributeByRules(reading: Reading, cues: readonly Cue[]): readonly Attribution[] {
  const attributions: Attribution[] = [];
  const map = mapCues(reading, cues);
  for (const cue of cues) {
    const attribution =
      cue.kind === 'according' ? according(reading, map, cue) : reported(reading, map, cue, attributions);
    if (attribution !== null) attributions.push(attribution);
  }
  attributions.push(
    ...introducedByColon(reading),
    ...questionsInPassing(reading),
    ...plainBids(reading, map),
  );
  return attributions;
}

/** > "It is over," he said. "Go home."      > Peskov said the talks had failed. */
function reported(
  reading: Reading,
  cues: CueMap,
  cue: Cue,
  earlier: readonly Attribution[],
): Attribution | null {
  if (cue.verb === null) return null;
  if (cue.kind === 'statement') return null;
  const behind = behindClause(reading, cue);
  const left = behind === null ? subjectBefore(reading, cue) : null;
  const before = contentBefore(reading, cues, cue, left?.first ?? cue.groupFirst);
  const turned = left === null && before !== null ? subjectTakenForWords(reading, cues, cue, before) : null;
  if (turned !== null) return turned;
  const isOther = before !== null && isAnswered(reading, cues, cue, before);
  if (before !== null && !isOther && (cue.verb.says || holdsQuotation(reading, before))) {
    const source = left ?? behind ?? subjectAfter(reading, cue.end);
    if (source !== null) {
      const from = Math.max(cue.end, source.end);
      const rest = continuation(reading, from, before) ?? resumedClause(reading, cues, from);
      return attributionOf('rule', [before, ...rest], cue, source);
    }
  }
  if (cue.unsaid) return null;
  const content = contentBehind(reading, cues, cue, cue.end) ?? bidBehind(reading, cues, cue);
  if (content === null) return null;
  const source = left ?? sharedSource(reading, cue, earlier) ?? subjectOfJoinedVerb(reading, cue);
  if (source === null && !holdsQuotation(reading, content)) return null;
  return attributionOf('rule', [content], cue, source);
}

/**
 * The subject that ends the sentence behind its verb, where a clause stands before it and a comma.
 *
 * > Two small fish, a bony kind, were seen off the coast, said Ana Ruiz, a diver.
 *                                                              ^^^^^^^^^^^^^^^^^
 */
function behindClause(reading: Reading, cue: Cue): Stretch | null {
  const comma = cue.groupFirst - 1;
  if (reading.words[comma] !== ',' || isQuoted(reading, comma)) return null;
  const { first } = sentenceAround(reading, cue.first);
  const subject = isClause(reading, { first, end: comma }) ? subjectBehind(reading, cue) : null;
  if (subject === null) return null;
  // "Ruiz, in a letter signed by Lee, said the bridge was shut"
  let head = subject.first;
  while (head < subject.end && !/^(?:who|which|that)$/.test(reading.words[head]!)) head += 1;
  return isClause(reading, { first: subject.first, end: head }) ? null : subject;
}

/**
 * What stands before the verb is its subject, and no words, where it has no verb and a clause follows.
 *
 * > The head of the Union (NU), Ana Roe, says the drivers have stopped.
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function subjectTakenForWords(reading: Reading, cues: CueMap, cue: Cue, before: Stretch): Attribution | null {
  const { words, nameOf } = reading;
  if (words[cue.groupFirst - 1] !== ',' || holdsQuotation(reading, before) || cue.unsaid) return null;
  if (before.end < cue.groupFirst - 1 || nameOf[before.end - 1] === -1) return null;
  const hasVerb = (stretch: Stretch): boolean =>
    holdsFiniteVerb(reading, stretch) || words.slice(stretch.first, stretch.end).some(isPastTense);
  const source = subjectAfter(reading, cue.end);
  if (source === null || !hasVerb(source) || hasVerb(before)) return null;
  const content = contentBehind(reading, cues, cue, cue.end);
  return content === null ? null : attributionOf('rule', [content], cue, before);
}

/**
 * Behind a sentence in marks a cue may report words of another speaker.
 *
 * > Japan called it an "outlaw nation." Russia insisted that it stop.
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not Russia's
 */
function isAnswered(reading: Reading, cues: CueMap, cue: Cue, before: Stretch): boolean {
  if (before.end > sentenceAround(reading, cue.first).first) return false;
  if (cue.unsaid) return true; // "“It is over.” The ministry did not reply."
  if (reading.words[cue.end] === 'that') return contentBehind(reading, cues, cue, cue.end) !== null;
  return cue.verb?.says === false && !isBare(reading, cue);
}

/**
 * Whether the verb has no object: "“Never.” Roe laughed as she left." and not "“Never.” Roe urged voters to stay away."
 */
const isBare = ({ words }: Reading, { end }: Cue): boolean =>
  /^(?:[^\p{L}\p{N}]*|in|on|at|to|with|as|when|while|during|before|after|from|by|back|again|later|yesterday|today|\p{L}+ly|\p{L}+day)$/u.test(
    words[end] ?? '',
  ) && !(words[end] === 'on' && /^call/.test(words[end - 1]!));

/**
 * A colon before words in marks is cue enough: who is named first in the sentence has spoken.
 *
 * > His team-mate Zé Roberto went further: "It was beautiful."
 *                 ^^^^^^^^^^             ^
 */
function introducedByColon(reading: Reading): readonly Attribution[] {
  return reading.quotations.flatMap((quotation): readonly Attribution[] => {
    const colon = quotation.firstToken - 1;
    if (reading.words[colon] !== ':' || !isWholeStatement(reading, quotation)) return [];
    const { first } = sentenceAround(reading, colon);
    const source = firstSpeakable(reading, first, colon);
    if (source === null) return [];
    const cue = { first: colon, end: colon + 1 };
    return [attributionOf('rule', [tokensOf(quotation)], cue, source)];
  });
}

/** The first person, organization or pronoun that a stretch names. */
function firstSpeakable(reading: Reading, first: number, end: number): Stretch | null {
  for (let token = first; token < Math.min(end, first + 40); token += 1) {
    if (isQuoted(reading, token)) continue;
    if (/^(?:he|she|it|they)(?:'(?:d|ll|s|re|ve))?$/.test(reading.words[token]!))
      return { first: token, end: token + 1 };
    const name = reading.nameOf[token]!;
    if (name < 0 || !/^(?:person|organization)$/.test(reading.names[name]!.type)) continue;
    let last = token;
    while (last + 1 < end && reading.nameOf[last + 1] === name) last += 1;
    if (reading.names[name]!.type === 'organization' && standsBeforePerson(reading, last + 1)) continue;
    const owns = /^'s?$/.test(reading.words[last + 1] ?? '');
    if (!owns || ownWords.test(reading.words[last + 2] ?? '')) return { first: token, end: last + 1 };
  }
  return null;
}

/** > the Rangers coach Subhash Ghoshal: "It was swimming." */
//                    ^^^^^^^^^^^^^^^
function standsBeforePerson({ words, names, nameOf }: Reading, from: number): boolean {
  for (let token = from; token < from + 4; token += 1) {
    if (names[nameOf[token] ?? -1]?.type === 'person') return token > from;
    if (!/^\p{Ll}[\p{Ll}-]*$/u.test(words[token] ?? '')) return false;
  }
  return false;
}

/** > Ruiz's message to voters was simple: "Stay angry." */
//         ^^^^^^^
const ownWords =
  /^(?:message|answer|response|verdict|advice|reply|reaction|view|warning|plea|conclusion|explanation|assessment|retort|comment|words|motto|appeal|promise|excuse)$/;

/** > According to the minister, talks go on.      > Talks go on, according to the minister. */
function according(reading: Reading, cues: CueMap, cue: Cue): Attribution | null {
  const source = sourceOfAccording(reading, cue);
  if (source === null) return null;
  const sentence = sentenceAround(reading, cue.first);
  if (cue.first <= sentence.first + 1) {
    const from = reading.words[source.end] === ',' ? source.end + 1 : source.end;
    if (from >= sentence.end) return null;
    const content =
      contentBehind(reading, cues, { ...cue, verb: clauseVerb }, from) ?? mainClause(reading, cues, from);
    return content === null ? null : attributionOf('rule', [content], cue, source);
  }
  const content =
    contentBefore(reading, cues, { ...cue, end: source.end }, cue.first) ?? clauseAhead(reading, cue, source);
  return content === null ? null : attributionOf('rule', [content], cue, source);
}

/**
 * A sentence up to its "according to", where no comma parts them.
 *
 * > The bridge was closed on Monday according to officials.      not: > The bridge was built according to plan.
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function clauseAhead(reading: Reading, cue: Cue, source: Stretch): Stretch | null {
  const { words, nameOf } = reading;
  const clause = { first: sentenceAround(reading, cue.first).first, end: cue.first };
  if (words[cue.first] !== 'according' || !/^[\p{L}\p{N}]/u.test(words[cue.first - 1] ?? '')) return null;
  const isNamed = nameOf.subarray(source.first, source.end).some((name) => name >= 0);
  const tells = isNamed || isInformant(reading, source) || isFinding(reading, source);
  const isRule = words
    .slice(source.first, Math.min(source.end, source.first + 4))
    .some((word) => rules.test(word));
  if (!tells || isRule || measuring.test(words[cue.first - 1]!) || holdsQuotation(reading, clause))
    return null;
  return isClause(reading, clause) ? clause : null;
}

const rules =
  /^(?:laws?|rules?|customs?|traditions?|plans?|standards?|principles?|guidelines?|protocols?|schedule|codes?|wish(?:es)?|needs?)$/;
/** What is done by a measure: "ranked according to the Elo system". */
const measuring =
  /^(?:(?:sort|pric|rank|rat|grad|treat|divid|distribut|arrang|organi[sz]|classifi|group|allocat|nam|adjust|tax|charg|punish|judg|measur|calculat|defin|handl|design|prepar|dispos|cook|play)ed|paid|chosen|run|done|built|made|act|live|vary|varies|going|go|went|goes)$/;

const clauseVerb = { ...governsNothing, lemma: 'according', says: true, quotes: true };

/**
 * The second half of a statement that its cue breaks.
 *
 * > "We will go," he said. "It is time."
 *                          ^^^^^^^^^^^^^
 */
function continuation(reading: Reading, from: number, before: Stretch): readonly Stretch[] | null {
  if (reading.quotationOf[before.end - 1] === -1) return null;
  const segments: Stretch[] = [];
  const paragraph = reading.paragraphOf[before.first];
  for (let index = from; index < reading.words.length && index - from < 24; index += 1) {
    if (reading.paragraphOf[index] !== paragraph) break;
    const quotation = quotationAt(reading, index);
    if (quotation !== null) {
      const previous = reading.words[index - 1] ?? '';
      if (/^[,.:;—–]$|^--$/.test(previous) && wordsIn(reading, quotation) > 1) {
        segments.push({ first: quotation.firstToken, end: quotation.endToken });
      }
      break;
    }
    if (/^[.;]$/.test(reading.words[index]!) && quotationAt(reading, index + 1) === null) break;
  }
  return segments;
}

/**
 * The clause that its cue breaks, with or without marks in it.
 *
 * > The glacier, they write, has grown "against every expectation".
 *                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function resumedClause(reading: Reading, cues: CueMap, from: number): readonly Stretch[] {
  if (reading.words[from] !== ',' || isQuoted(reading, from)) return [];
  const clause = clauseFrom(reading, cues, from + 1, 2);
  return clause === null ? [] : [clause];
}

/** > Newsweek announced new rates and said it would grow: "said" shares its subject with "announced". */
function sharedSource(reading: Reading, cue: Cue, earlier: readonly Attribution[]): Stretch | null {
  const last = earlier.at(-1);
  if (last?.cue == null || last.source === null) return null;
  const same =
    reading.segmented.sentenceOfToken[last.cue.first] === reading.segmented.sentenceOfToken[cue.first];
  const joined = cue.form === 'gerund' || /^(?:and|but|,)$/.test(reading.words[cue.groupFirst - 1] ?? '');
  return same && joined ? last.source : null;
}
