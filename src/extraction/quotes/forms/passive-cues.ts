import { type Attribution, attributionOf } from '../attribution.ts';
import { holdsQuotation, mainClause, quotationAt } from '../contents/contents.ts';
import type { CueMap } from '../cues/cues.ts';
import { subjectAfter } from '../cues/sources.ts';
import { isQuoted, type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { readAtWords } from './rules-by-word.ts';

/** "was told", "is being urged", without "by": whoever stands before has heard it, and nobody is said to have spoken. */
export function isHeardOf({ words }: Reading, cue: Stretch): boolean {
  const phrase = words.slice(Math.max(0, cue.first - 2), cue.end).join(' ');
  const isPassive = passive.test(phrase) || passive.test(`${phrase} ${words[cue.end]}`);
  return isPassive && !/^(?:by|as)$/.test(words[cue.end] ?? '') && words[cue.end - 1] !== 'by';
}

const passive =
  /(?:^| )(?:is|are|was|were|been|being|be) (?:\S+ )?(?:(?:told|urged|advised|warned|ordered|informed|reminded|assured|promised|asked|announced)|(?:accused|convicted|suspected) of|(?:blamed|faulted|criticized|criticised|praised) for|charged with)$/;

/**
 * Words of whoever stands behind "by".
 *
 * > The court was told by Nina Frost, prosecuting, that Hale had "lost his temper".
 *             ^^^^^^^^^^^ ^^^^^^^^^^               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * > The bride has been described by a friend as "calm".
 *             ^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^ ^^^^^^^^^
 */
export function saidByAgents(reading: Reading, cues: CueMap): readonly Attribution[] {
  const { words } = reading;
  return readAtWords(reading, openerOf.keys(), (verb) => {
    if (words[verb + 1] !== 'by') return null;
    const opener = openerOf.get(words[verb]!)!;
    const first = groupStart(reading, verb);
    // "the deal, described by Ruiz as …"
    const isReduced = first === verb && judged.has(words[verb]!) && !isSubject(reading, verb - 1);
    if (!isReduced && !isPassive(reading, first, verb)) return null;
    const { end } = sentenceAround(reading, verb);
    let start = verb + 3;
    while (start < end && start - verb < longestAgent && !opener.opens.test(words[start]!)) start += 1;
    if (
      start >= end ||
      !opener.opens.test(words[start]!) ||
      (isQuoted(reading, start) && quotationAt(reading, start) === null)
    )
      return null;
    const content = isReduced ? judgementFrom(reading, start) : mainClause(reading, cues, start, 2);
    if (content === null || ((opener.isMarked || isReduced) && !holdsQuotation(reading, content)))
      return null;
    const source = agentWithin(reading, verb + 2, start);
    return source === null ? null : attributionOf('rule', [content], { first, end: verb + 2 }, source);
  });
}

/** Participles, and what opens the words behind their agent. */
const openers = [
  {
    verbs: 'told warned informed reminded advised assured claimed alleged',
    opens: /^that$/,
    isMarked: false,
  },
  {
    verbs: 'described condemned denounced dismissed portrayed depicted characterised characterized',
    opens: /^as$/,
    isMarked: false,
  },
  {
    verbs: `hailed criticised criticized praised rejected branded slammed labelled labeled dubbed called termed deemed welcomed
      billed touted lauded decried blasted ridiculed mocked derided lambasted`,
    opens: /^(?:as|an?|the|["“‘'])$/,
    isMarked: true,
  },
  { verbs: 'urged asked begged encouraged instructed ordered', opens: /^to$/, isMarked: false },
  { verbs: 'accused', opens: /^of$/, isMarked: false },
];

const openerOf: ReadonlyMap<string, (typeof openers)[number]> = new Map(
  openers.flatMap((opener) => opener.verbs.split(/\s+/).map((verb) => [verb, opener] as const)),
);

/** Participles of verbs that judge, with whose words behind "as" or right behind them. */
const judged: ReadonlySet<string> = new Set([
  ...openers[1]!.verbs.split(/\s+/),
  ...openers[2]!.verbs.split(/\s+/),
]);

/** Where the words of a verb start: "has also been described". */
function groupStart({ words }: Reading, verb: number): number {
  let first = verb;
  while (
    /^(?:is|are|was|were|be|been|being|has|have|had|also|later|since|\p{Ll}+ly)$/u.test(
      words[first - 1] ?? '',
    )
  )
    first -= 1;
  return first;
}

const isPassive = ({ words }: Reading, first: number, verb: number): boolean =>
  words.slice(Math.max(0, first), verb).some((word) => /^(?:is|are|was|were|be|been|being)$/.test(word)) &&
  !/^(?:not|never|n't)$/.test(words[first - 1] ?? '');

/** Whether whoever stands there may be the subject of the verb behind: a name or a pronoun. */
const isSubject = ({ words, nameOf }: Reading, token: number): boolean =>
  (nameOf[token] ?? -1) >= 0 || /^(?:he|she|it|they|i|we|you|who|has|have|had)$/.test(words[token] ?? '');

/**
 * Words in marks that somebody behind "by" calls something.
 *
 * > The deal, described as "a farce" by Ruiz, is off.      > It was dubbed "the end" by critics.
 *             ^^^^^^^^^ ^^^^^^^^^^^^    ^^^^                   ^^^^^^^^^^ ^^^^^^^^^    ^^^^^^^
 */
export function judgedByAgents(reading: Reading): readonly Attribution[] {
  return readAtWords(reading, judged, (verb) => {
    const judgement = judgementAt(reading, verb);
    if (judgement === null || reading.words[judgement.end] !== 'by') return null;
    const first = groupStart(reading, verb);
    const isNegated = /^(?:not|never|n't)$/.test(reading.words[first - 1] ?? '');
    const source = isNegated ? null : agentBehind(reading, judgement.end + 1);
    return source === null ? null : attributionOf('rule', [judgement], { first, end: verb + 1 }, source);
  });
}

/**
 * Whether what is judged stands before the verb and nobody says whose judgement it is: "The deal was hailed as “historic”."
 */
export function isNobodysJudgement(reading: Reading, cue: Stretch, source: Stretch | null): boolean {
  if (source !== null && source.first >= cue.end) return false;
  const { words } = reading;
  const verb = cue.end - 1;
  const judgement = judgementAt(reading, verb);
  if (judgement === null || words[judgement.end] === 'by') return false;
  if (isPassive(reading, groupStart(reading, verb), verb)) return true;
  // "The deal, described as “historic”, is off."
  const isAside = words[verb - 1] === ',' && words[verb + 1] === 'as' && !isSubject(reading, verb - 2);
  return isAside && /^[,.;]$/.test(words[judgement.end] ?? '.');
}

/** The words in marks right behind a participle that judges. */
function judgementAt(reading: Reading, verb: number): Stretch | null {
  const isJudged = judged.has(reading.words[verb] ?? '') && !isQuoted(reading, verb);
  return isJudged ? judgementFrom(reading, verb + 1) : null;
}

/** Words in marks, with "as" and an article before them. */
function judgementFrom(reading: Reading, first: number): Stretch | null {
  const { words } = reading;
  let from = words[first] === 'as' ? first + 1 : first;
  if (/^(?:an?|the)$/.test(words[from] ?? '')) from += 1;
  const quotation = quotationAt(reading, from);
  return quotation?.closed === true ? { first, end: quotation.endToken } : null;
}

/** The noun phrase behind "by". */
function agentBehind(reading: Reading, first: number): Stretch | null {
  const phrase = subjectAfter(reading, first);
  if (phrase !== null) return phrase;
  // "critics", "union bosses"
  const { words } = reading;
  let end = first;
  while (end - first < longestPlural && /^\p{Ll}+$/u.test(words[end] ?? '') && !agentEnd.test(words[end]!))
    end += 1;
  return end > first && /s$/.test(words[end - 1]!) ? { first, end } : null;
}

const agentEnd =
  /^(?:in|on|at|of|for|from|to|with|and|but|who|which|that|as|after|before|when|while|is|are|was|were|has|have|had)$/;

/** In tokens: "senior union bosses". */
const longestPlural = 4;

/** In tokens, with the asides behind it. */
const longestAgent = 18;

/** Up to a comma, unless what stands between commas names somebody. */
function agentWithin({ words, nameOf }: Reading, first: number, end: number): Stretch | null {
  const last = words[end - 1] === ',' ? end - 1 : end;
  const comma = words.slice(first, last).indexOf(',') + first;
  if (comma < first) return { first, end: last };
  const isNamed = nameOf.subarray(comma, last).some((name) => name >= 0);
  return { first, end: isNamed ? last : comma };
}
