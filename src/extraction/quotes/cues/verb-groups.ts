import { anyOf } from '../../../text/patterns.ts';
import { isAdverbInLy } from '../adverbs.ts';
import { isQuoted, type Reading, sentenceAround } from '../reading.ts';

/** The auxiliaries and adverbs before a verb, and what they say about it. */
export function verbGroup(
  reading: Reading,
  token: number,
): { groupFirst: number; unsaid: boolean; passive: boolean } {
  const { words } = reading;
  const { first } = sentenceAround(reading, token);
  let groupFirst = token;
  let unsaid = false;
  let passive = false;
  let to = -1;
  for (let index = token - 1; index >= first && token - index < 9 && !isQuoted(reading, index); index -= 1) {
    const word = words[index]!;
    const isName = reading.nameOf[index] !== -1 || (word === 'may' && index > first); // "May said", "until May said"
    if (isName && reading.capital[index] === 1) break;
    const infinitive = words[index + 1] === 'to' && refusals.test(word);
    if (passesOn.test(`${words[index - 1]} ${word}`)) {
      groupFirst = index - 1;
      index -= 1;
      continue;
    }
    // "used to say"
    const habitual = words[index + 1] === 'to' && /^(?:used|likes?|liked|loves?|loved)$/.test(word);
    const isPart =
      infinitive ||
      habitual ||
      auxiliaries.test(word) ||
      adverbs.test(word) ||
      isAdverbInLy(word) ||
      weekdays.test(word);
    if (isTimeBetween(reading, index)) {
      index -= 1;
      continue;
    }
    if (!isPart) break;
    if (word === "'s" && reading.nameOf[index - 1] !== -1 && reading.nameOf[index - 1] !== undefined) break;
    const isHabit = word === 'would' && (habits.test(words[index + 1]!) || isAnswer(words, first, index));
    const isOnly = index === token - 1 && conditionals.test(word) && words[token + 1] === 'only';
    if (denials.test(word) || (conditionals.test(word) && !isHabit && !isOnly) || infinitive) unsaid = true;
    if (beForms.test(word) && !words[token]!.endsWith('ing')) passive = true;
    if (word === 'to' && !habitual) to = index;
    groupFirst = index;
  }
  const ahead = words[groupFirst - 1] ?? '';
  // "barred from calling": apart from "aside from saying"
  if (
    ahead === 'from' &&
    /ing$/.test(words[token]!) &&
    !/^(?:apart|aside)$/.test(words[groupFirst - 2] ?? '')
  )
    unsaid = true;
  if (ahead.endsWith("'ll")) unsaid = true;
  for (let index = groupFirst - 1; index >= Math.max(first, groupFirst - 3); index -= 1) {
    const isName = reading.capital[index] === 1 && index > first; // "Doctors Without Borders"
    if (/^(?:if|whether|unless|without)$/.test(words[index]!) && !isName && !isQuoted(reading, index))
      unsaid = true;
  }
  // "the right to say that", "wants to tell": an infinitive reports nothing, but for "went on to say".
  // "hopes on Friday to say": when stands between them.
  const isInfinitive = to !== -1 && !words.slice(groupFirst, to).some((word) => auxiliaries.test(word));
  if (isInfinitive && ![groupFirst, to].some((place) => isSpokenToo(words, first, place))) unsaid = true;
  return { groupFirst, unsaid, passive };
}

/** > was quoted as saying      > was heard to say      > wrote to ask */
//        ^^^^^^^^^               ^^^^^^^^            ^^^^^^^^
const passesOn =
  /^(?:(?:quoted|cited|reported|heard|recorded) as|(?:heard|wrote|writes|rang|rings|phoned|texted|emailed|e-mailed|telephoned) to)$/;

/** Where people speak. */
const occasions = anyOf`
  speech|interview|address|statement|letter|visit|column|appearance|conference|debate|rally|briefing|hearing|post|message
  platform|op-ed|article|keynote|sermon|podium|remarks|testimony|call|meeting|moment|occasion|opportunity|chance|slot|trip|tour
`;

/**
 * Does what stands before "to say" tell that it was said?
 *
 * > Ruiz took to X to say that …      > Ruiz used a speech in Lima to accuse Lee of …      > Ruiz was forced to admit that …
 *        ^^^^^^^^^                           ^^^^^^^^^^^^^^^^^^^^^                                ^^^^^^^^^^
 */
const isSpokenToo = (words: readonly string[], first: number, to: number): boolean =>
  /^(?:on|continued|came|rushed|hastened|saying)$/.test(words[to - 1] ?? '') ||
  spoken.test(words.slice(Math.max(first, to - longestOccasion), to).join(' '));

/** In tokens. */
const longestOccasion = 12;

const spoken = new RegExp(
  `(?:^| )${anyOf`
    (?:quick|keen|careful|more likely|less likely|at pains|forced|obliged|compelled|moved|the first|among the first)
    (?:proceeded|paused|saw fit|rose|stood|stood up|got up|got in touch|got to (?:his|her|their) feet|(?:took|taking|taken) (?:great |some )?(?:time|care|pains|the time))
    (?:chimed|stepped|jumped|weighed|called|rang|phoned|wrote|came|stepped|spoke|went) (?:in|up|out|forward|so far as|as far as|out of (?:his|her|its|their) way)
    (?:took|takes|taking|turned|turns|turning|returned) to [^,;:]{1,40}
    (?:took|takes|taking) the (?:stand|stage|floor|mic|microphone|witness stand|podium|lectern)
    (?:went|goes|appeared|appears) (?:back |live )?(?:on|before) [^,;:]{1,40}
    (?:used|using|uses|seized|seizes|chose) (?:an?|the|his|her|its|their|this|that|on) [^,;:]{0,30}${occasions}(?: [^,;:]{1,40})?
    (?:text|messag|phon|telephon|email|e-mail|contact|interrupt|tweet)(?:ed|s|ing) (?:an?|the|his|her|its|their|him|them|\p{L}+) ?[^,;:]{0,25}
    (?:rang|called|wrote to|joined) (?:an?|the|his|her|its|their|him|them) ?[^,;:]{0,25}
  `}$`,
  'u',
);

const auxiliaries =
  /^(?:has|have|had|having|is|are|was|were|be|been|being|am|did|do|does|will|would|could|can|may|might|must|should|shall|'s|'d|'ve|'ll|hasn't|haven't|hadn't|isn't|aren't|wasn't|weren't|didn't|don't|doesn't|won't|wouldn't|couldn't|can't|cannot|to|not|never)$/;
const adverbs =
  /^(?:also|later|then|further|again|once|often|now|still|even|just|earlier|already|twice|since|first|yesterday|today|tonight|both|all|once|simply|merely|instead|thus|therefore|meanwhile|repeatedly)$/;
const weekdays =
  /^(?:on|late|early|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|evening|afternoon|night)$/;
const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)$/;
const beForms = /^(?:is|are|was|were|be|been|being|am|'s|'re|wasn't|weren't|isn't|aren't)$/;
const denials =
  /^(?:not|never|didn't|don't|doesn't|won't|wouldn't|couldn't|can't|cannot|hasn't|haven't|hadn't|without|nor|neither)$/;
const refusals = /^(?:declined|declines|refused|refuses|failed|fails|yet|unable|stopped)$/;
const conditionals = /^(?:would|could|might|may|should|will|shall|can|must|if|whether|unless)$/;

/**
 * A time between an auxiliary and its verb, at its last word.
 *
 * > The agency had in May warned of an outbreak.      > Roe had last year denied it.
 *                  ^^^^^^                                       ^^^^^^^^^
 */
function isTimeBetween({ words, capital }: Reading, last: number): boolean {
  if (!auxiliaries.test(words[last - 2] ?? '')) return false;
  const isMonth = months.test(words[last]!) && (capital[last] === 1 || /^\d/.test(words[last]!));
  if (words[last - 1] === 'in') return isMonth;
  return words[last - 1] === 'last' && (isMonth || /^(?:week|month|year|night)$/.test(words[last]!));
}

/** > She would later say that he had pushed her. */
//            ^^^^^
const habits = /^(?:later|often|always|sometimes|frequently|usually|regularly)$/;

/** > Asked why, he would say that he liked it. */
//    ^^^^^    ^
const isAnswer = (words: readonly string[], first: number, would: number): boolean =>
  /^(?:asked|whenever)$/.test(words[first]!) && words.slice(Math.max(first, would - 4), would).includes(',');
