import { type Attribution, attributionOf } from '../attribution.ts';
import { holdsQuotation, mainClause, quotationAt } from '../contents/contents.ts';
import type { CueMap } from '../cues/cues.ts';
import { isQuoted, type Reading, type Stretch, sentenceAround } from '../reading.ts';

/** "was told", "is being urged", without "by": whoever stands before has heard it, and nobody is said to have spoken. */
export function isHeardOf({ words }: Reading, cue: Stretch): boolean {
  const phrase = words.slice(Math.max(0, cue.first - 2), cue.end).join(' ');
  return passive.test(phrase) && !/^(?:by|as)$/.test(words[cue.end] ?? '') && words[cue.end - 1] !== 'by';
}

const passive =
  /(?:^| )(?:is|are|was|were|been|being|be) (?:\S+ )?(?:told|urged|advised|warned|ordered|informed|reminded|assured)$/;

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
  return words.flatMap((word, verb): readonly Attribution[] => {
    if (words[verb + 1] !== 'by' || isQuoted(reading, verb)) return [];
    const opener = openers.find(({ verbs }) => verbs.test(word));
    if (opener === undefined) return [];
    let first = verb;
    while (/^(?:is|are|was|were|be|been|being|has|have|had|also|later|since)$/.test(words[first - 1] ?? ''))
      first -= 1;
    if (
      !/^(?:is|are|was|were|been|being)$/.test(words[verb - 1] ?? '') ||
      /^(?:not|never|n't)$/.test(words[first - 1] ?? '')
    )
      return [];
    const { end } = sentenceAround(reading, verb);
    let start = verb + 3;
    while (start < end && start - verb < longestAgent && !opener.opens.test(words[start]!)) start += 1;
    if (
      start >= end ||
      !opener.opens.test(words[start]!) ||
      (isQuoted(reading, start) && quotationAt(reading, start) === null)
    )
      return [];
    const content = mainClause(reading, cues, start, 2);
    if (content === null || (opener.isMarked && !holdsQuotation(reading, content))) return [];
    const source = agentWithin(reading, verb + 2, start);
    return source === null ? [] : [attributionOf('rule', [content], { first, end: verb + 2 }, source)];
  });
}

/** Participles, and what opens the words behind their agent. */
const openers = [
  {
    verbs: /^(?:told|warned|informed|reminded|advised|assured|claimed|alleged)$/,
    opens: /^that$/,
    isMarked: false,
  },
  { verbs: /^(?:described|condemned|denounced|dismissed)$/, opens: /^as$/, isMarked: false },
  {
    verbs:
      /^(?:hailed|criticised|criticized|praised|rejected|branded|slammed|labelled|labeled|dubbed|called|lauded|decried|blasted|ridiculed|mocked|characterised|characterized)$/,
    opens: /^(?:as|an?|the|["“‘'])$/,
    isMarked: true,
  },
  { verbs: /^(?:urged|asked|begged|encouraged|instructed|ordered)$/, opens: /^to$/, isMarked: false },
  { verbs: /^accused$/, opens: /^of$/, isMarked: false },
];

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
