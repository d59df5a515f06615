import { finiteWords } from '../contents/contents.ts';
import type { Reading, Stretch } from '../reading.ts';

/** Is a verb of saying used in another sense, in which it reports no words: "called a strike", "answered the door"? */
export function hasOtherSense({ words }: Reading, cue: Stretch, content: Stretch): boolean {
  if (content.end <= cue.first) return false;
  let verb = cue.first;
  while (verb < cue.end && !otherSenses.has(stemOf(words[verb]!))) verb += 1;
  if (verb === cue.end) return false;
  const { behind, isOfClauses } = otherSenses.get(stemOf(words[verb]!))!;
  if (!behind.test(`${words.slice(verb + 1, content.end).join(' ')} `)) return false;
  return isOfClauses || !words.slice(content.first, content.end).some((word) => finiteWords.test(word));
}

interface Sense {
  /** What stands behind the verb. */
  readonly behind: RegExp;
  /** Also where that holds a clause. */
  readonly isOfClauses: boolean;
}

const sense = (behind: RegExp, isOfClauses = false): Sense => ({ behind, isOfClauses });

/** By the first four letters of the verb. */
const otherSenses: ReadonlyMap<string, Sense> = new Map([
  [
    'call',
    sense(
      new RegExp(
        [
          // > called into the meeting      > calls that into question      > called out the mink
          '^(?:in|into|out|up|off|back|round|around|over|at|by|upon) (?!to )',
          '(?:^| )(?:in)?to (?:question|doubt|account|order|being|mind|attention|the attention) ',
          // > by calling 101      > called the sheriff's office asking questions      > called the fire brigade at noon
          '^(?:the )?[\\d-]{3,} ',
          ' (?:for comment|for help|asking|to ask|to report) ',
          '^(?:the |an? |his |her |their |[^ ]+ ){1,5}?(?:police|brigade|department|office|ambulance|paramedics|hotline|helpline|emergency services|doctor|vet|plumber|taxi|cab|sheriff|hospital)(?: (?:at|on|in|when|after|before|again|and|from|about) .*| )$',
          // > called an election for June      > called a foul
          '^(?:an? |the |two |early |fresh |snap |new )(?:[^ ]+ ){0,2}?(?:election|strike|meeting|vote|halt|conference|foul|truce|referendum|recess|summit|session|walkout|boycott|penalty|witness|ballot|timeout)s? ',
        ].join('|'),
      ),
      true,
    ),
  ],
  // > maintained close ties to the union      not: > maintains her innocence
  ['main', sense(/^(?!that )(?!.*\binnocence )/)],
  ['answ', sense(/^(?:the|an?|his|her|their|questions?|calls?|several|more|further|some|no) /)],
  ['argu', sense(/^(?:over|about|with|on|at) /)],
  ['conc', sense(/^(?:the|an?|his|her|its|their) /)],
  [
    'orde',
    sense(
      /^(?:[^ ]+ ){0,3}?(?:goods|food|drinks?|beers?|wine|coffee|tea|pizzas?|burgers?|meals?|takeaway|lunch|dinner|steaks?|sandwich(?:es)?|fries|parts|copies|tickets?|planes?|jets|aircraft|vehicles|trucks|bottles?|pints?|desserts?) /,
    ),
  ],
  ['swor', sense(/^in /, true)],
  // > a term that describes short jobs
  ['term', sense(/^that /, true)],
  ['plea', sense(/^guilty /, true)],
  ['apol', sense(/^(?:to (?:[^ ]+ ){1,6})?for /)],
  ['resp', sense(/^by [^ ]+ing /, true)],
  [
    'foun',
    sense(
      /^(?:it|them|him|her|himself|herself|themselves) (?:in|on|at|via|under|through|near|by|with) /,
      true,
    ),
  ],
  ['cont', sense(/^(?:to|with) /, true)],
  ['lie', sense(/^in /, true)],
  ['lies', sense(/^in /, true)],
  ['repe', sense(/^(?:[^ ]+ times|once|twice|every) /)],
  // > the attack that left two dead
  ['atta', sense(/^that /, true)],
  ['writ', sense(/^at length about |^(?!that |to say )(?:[^ ]+ )*[^ ]*(?:ed|en) [^ ]+ $/)],
]);

const stemOf = (word: string): string =>
  /^(?:wr[io]te|writes|writing)$/.test(word) ? 'writ' : word.slice(0, 4);
