import { finiteWords } from '../contents/contents.ts';
import type { CueVerb } from '../cues/cue-lexicon.ts';
import { isPastTense } from '../past-tense.ts';
import type { Reading, Stretch } from '../reading.ts';

/** What words without marks behind a cue are, as far as single words show it. */
type Form = 'clause' | 'bid' | 'theme' | 'adjunct' | 'thing';

/** Are words without marks behind a verb what was said? The verb is null where the cue is none that is known. */
export function areReported(reading: Reading, verb: CueVerb | null, cue: Stretch, content: Stretch): boolean {
  if (verb?.tells !== true && content.first > cue.end + 1 && isRelative(reading, content)) return false;
  if (verb !== null && isMereJudgement(verb))
    return reading.words[content.first] === 'that' || isVerdict(reading, verb, content);
  // "quoted the ministry as saying", "issued a statement saying"; not "he doubts what they are saying"
  if (reading.words[content.end - 1] === 'saying' && !finiteWords.test(reading.words[content.end - 2]!))
    return false;
  if (verb !== null && isDeed(reading, verb, content)) return true;
  switch (formOf(reading, verb, content)) {
    case 'clause':
      return true;
    case 'bid':
      return (
        verb !== null &&
        (isBid(reading, verb, content) ||
          ((reading.capital[content.first] === 1 || leadsToVerb(reading, verb, content)) &&
            isBareClause(reading, verb, content)))
      );
    case 'theme':
      return verb !== null && !verb.acts && (reading.words[content.first] !== 'about' || verb.says);
    case 'thing':
      return (
        verb !== null &&
        (((verb.things || (verb.object && isOfClaim(reading, content))) &&
          !isMereObject(reading, verb, content)) ||
          isBareClause(reading, verb, content))
      );
    case 'adjunct':
      return false;
  }
}

/**
 * > that they had left      > to leave      > of theft      > following the speech      > any wrongdoing
 *   clause                    bid             theme           adjunct                     thing
 */
function formOf(reading: Reading, verb: CueVerb | null, content: Stretch): Form {
  const opening = reading.words[content.first]!;
  if (questionWords.test(opening)) return 'clause';
  if (adjunctOpeners.test(opening)) return holdsLaterClause(reading, content) ? 'clause' : 'adjunct';
  if (opening === 'to') return verb?.bids !== true && isHeardFirst(reading, content) ? 'clause' : 'bid';
  if (findVerb(reading, content) || (verb?.tells === true && isHeardFirst(reading, content))) return 'clause';
  if (themeOpeners.test(opening)) return 'theme';
  return holdsInfinitive(reading, content) ? 'bid' : 'thing';
}

const questionWords = /^(?:that|whether|if|how|why|what|who|whom|whose|which|where)$/;
const adjunctOpeners =
  /^(?:as|because|while|when|after|before|following|since|until|amid|during|despite|even|although|though|by)$/;
const themeOpeners = /^(?:of|for|about|against)$/;
const otherClauses =
  /^(?:if|who|whom|whose|which|that|where|when|because|as|while|after|before|since|although|though|until|unless)$/;

/**
 * > adding to problems that have turned the firm into a pariah
 *                      ^^^^ far from its cue, and the subject of a verb
 */
function isRelative({ words }: Reading, { first }: Stretch): boolean {
  return (
    words[first] === 'that' && /^(?:has|have|had|is|are|was|were|would|will)$/.test(words[first + 1] ?? '')
  );
}

/** > when he came, the house was empty */
//                            ^^^
function holdsLaterClause(reading: Reading, { first, end }: Stretch): boolean {
  const comma = reading.words.slice(first, end).indexOf(',');
  return comma !== -1 && findVerb(reading, { first: first + comma + 1, end });
}

/** Does the main clause hold a verb, or a pronoun that only stands before one? */
function findVerb({ words, quotationOf }: Reading, { first, end }: Stretch): boolean {
  if (subjects.test(words[first]!) && end - first > 1) return true;
  for (let token = first; token < end; token += 1) {
    const word = words[token]!;
    if (token > first && otherClauses.test(word)) return false;
    if (finiteWords.test(word) && !pronouns.test(word)) return true;
    if (token > first && token + 1 < end && isPastTense(word) && !nounOpeners.test(words[token - 1]!))
      return true;
  }
  return quotationOf[first] !== -1;
}

const subjects = /^(?:i|we|you|they|he|she|there|\p{L}+'(?:re|ll|ve|d|m|s))$/u;
const pronouns = /^(?:i|we|you|they|he|she|it)$/;
const nounOpeners = /^(?:the|a|an|his|her|its|their|of|for|to|and|or|be|,|by|with|in)$/;

/** > told them that they had won */
//            ^^^^
function isHeardFirst({ words }: Reading, { first, end }: Stretch): boolean {
  return words.slice(first, Math.min(end, first + longestHearer)).includes('that');
}

/** In tokens. */
const longestHearer = 12;

/**
 * > before repeating it in Polish      > had announced the blockade in January      not: > denied the charges in January
 *                    ^^                                ^^^^^^^^^^^^
 */
function isMereObject({ words }: Reading, { lemma }: CueVerb, { first, end }: Stretch): boolean {
  if (/^(?:this|that)$/.test(words[first]!)) return true;
  if (end - first < 3 && /^(?:it|them|him|her)$/.test(words[first]!)) return true;
  const isTold = /^(?:the|these|those)$/.test(words[first]!) && tells.test(lemma);
  return isTold && (end - first <= 2 || /^(?:in|on|at|last|earlier|by|during)$/.test(words[first + 2]!));
}

/** What these make known is not known before. */
const tells = /^(?:announce|recommend|propose|reveal|disclose|declare|promise|pledge|describe)$/;

/** > recalled waiting for the ferry      > suggested moving the vote */
const isDeed = ({ words }: Reading, { says, lemma }: CueVerb, { first, end }: Stretch): boolean =>
  says && end - first > 1 && /^\p{Ll}{2,}ing$/u.test(words[first]!) && !/^(?:say|add)$/.test(lemma);

function holdsInfinitive({ words }: Reading, { first, end }: Stretch): boolean {
  for (let token = first + 1; token < end; token += 1) {
    if (otherClauses.test(words[token]!)) return false;
    if (words[token] === 'to' && token + 1 < end) return true;
  }
  return false;
}

/**
 * > branded the deal a sham      > portrayed him as a coward      not: > portrayed a coward in the film
 *                    ^^^^^^                     ^^^^^^^^^^^
 */
function isVerdict({ words }: Reading, { lemma }: CueVerb, { first, end }: Stretch): boolean {
  const behind = words.slice(first + 1, end);
  if (namings.test(lemma)) return behind.some((word) => /^(?:an?|as)$/.test(word));
  return portrayals.test(lemma) && behind.includes('as');
}

const namings = /^(?:label|brand|term)$/;
const portrayals = /^(?:characteri[sz]e|portray|depict)$/;

/** > criticised the plan      nobody's words, without marks */
const isMereJudgement = ({ judges, says, tells, things, bids }: CueVerb): boolean =>
  judges && !says && !tells && !things && !bids;

/** > offered to land      > asked them to land      > not: offered them permission to land */
const isBid = ({ words }: Reading, { bids, acts }: CueVerb, { first }: Stretch): boolean =>
  bids && (!acts || words[first] === 'to');

/** > stressed the importance of lower fares */
//                  ^^^^^^^^^^
function isOfClaim({ words }: Reading, { first, end }: Stretch): boolean {
  return words.slice(first, Math.min(end, first + 4)).some((word) => claims.test(word));
}

const claims =
  /^(?:need|importance|necessity|requirement|urgency|possibility|commitment|readiness|willingness|fact|idea|notion|(?:suggestion|allegation|accusation|claim|rumou?r)s?)$/;

/** Clauses whose verb has no form of its own, behind verbs that nearly always report one: "Cuba lacks fuel". */
function isBareClause({ words }: Reading, verb: CueVerb, { first, end }: Stretch): boolean {
  return verb.says && !verb.acts && !verb.object && end - first >= 3 && !noSubjects.test(words[first]!);
}

/** > said members need to band together      > not: said in a letter to owners      > not: explained the vote to him */
function leadsToVerb({ words, capital }: Reading, { bids }: CueVerb, { first, end }: Stretch): boolean {
  if (/^(?:in|on|at|by|with|from|during|through|goodbye|hello|yes|no|sorry|thanks)$/.test(words[first]!))
    return false;
  const to = words.indexOf('to', first + 2);
  const next = words[to + 1] ?? '';
  return (
    !bids &&
    to !== -1 &&
    to + 1 < end &&
    capital[to + 1] === 0 &&
    !nounOpeners.test(next) &&
    !hearers.test(next)
  );
}

const hearers = /^(?:him|them|me|us|you|this|that|these|those|each|all|my|our|your|one)$/;

const noSubjects = /^(?:something|anything|nothing|everything|so|to)$/;
