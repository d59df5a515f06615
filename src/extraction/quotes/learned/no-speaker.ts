import { isInformant } from '../cues/informants.ts';
import { isFinding } from '../cues/predicates.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';

/** Does a verb of saying have a subject that cannot speak: an event, a term, "this", whoever may say it? */
export const cannotSpeak = (reading: Reading, cue: Stretch, source: Stretch | null): boolean =>
  isConjunction(reading, cue, source) ||
  isOwnNote(reading, cue) ||
  (source !== null &&
    (isSign(reading, cue, source) ||
      raisesFears(reading, cue, source) ||
      isTerm(reading, cue, source) ||
      isAnyone(reading, source) ||
      isWondering(reading, cue, source) ||
      isOwnSight(reading, cue, source) ||
      goesOn(reading, cue, source)));

/** > That said, the roof holds. */
const isConjunction = ({ words }: Reading, cue: Stretch, source: Stretch | null): boolean =>
  words[cue.end - 1] === 'said' &&
  words[cue.end] === ',' &&
  source !== null &&
  words[source.first] === 'that' &&
  source.end - source.first === 1;

/** > As I write this sentence, it rains.      > It's worth noting that the bridge is old.      > It is important to note that … */
const isOwnNote = ({ words }: Reading, { first, end }: Stretch): boolean =>
  /\bas i write$|\byou wonder$|\b(?:worth|important to|bears|fair to|safe to|hard to|easy to|tempting to) (?:not(?:e|ing)|say|add(?:ing)?|mention(?:ing)?|repeat(?:ing)?|point(?:ing)? out|point(?:ing)?|stress(?:ing)?|recall(?:ing)?|argue|conclude)$/.test(
    words.slice(Math.max(0, first - 2), end).join(' '),
  );

/**
 * > The drone was used again, suggesting that the ban had failed.      > This suggests that the ban had failed.
 *                                                       not: > Ruiz left the stage, suggesting that she had failed.
 */
function isSign(reading: Reading, cue: Stretch, source: Stretch): boolean {
  const { words } = reading;
  const verb = words[cue.end - 1]!;
  if (!/^(?:suggest|impl|indicat|signal)/.test(verb)) return false;
  if (/^(?:this|that|it|which|these|all)$/.test(words[source.first]!) && source.end - source.first === 1)
    return words[source.first] !== 'it';
  const isAside = /ing$/.test(verb) && words[cue.first - 1] === ',';
  return isAside && !maySpeak(reading, source);
}

/** A person, "he" or "she", those whom news asks, and documents. */
const maySpeak = (reading: Reading, source: Stretch): boolean =>
  /^(?:he|she|they|who|i|we|you)$/.test(reading.words[source.first]!) ||
  isInformant(reading, source) ||
  isFinding(reading, source) ||
  holdsPerson(reading, source);

function holdsPerson({ names, nameOf }: Reading, { first, end }: Stretch): boolean {
  for (let token = first; token < end; token += 1) if (names[nameOf[token]!]?.type === 'person') return true;
  return false;
}

/** > The attack raised fears that the war would spread. */
const raisesFears = ({ words, nameOf }: Reading, cue: Stretch, { first, end }: Stretch): boolean =>
  /^rais(?:e|es|ed|ing)$/.test(words[cue.first]!) &&
  nameOf.subarray(first, end).every((name) => name === -1) &&
  words.slice(first, end).some((word) => events.test(word));

const events =
  /^(?:attacks?|bloodshed|killings?|murders?|shootings?|bombings?|strikes?|crash(?:es)?|fires?|storms?|floods?|collapse|decisions?|moves?|rulings?|deals?|cases?|incidents?|deaths?|wars?|fighting|violence|outbreaks?|spread|rise|surge|fall|drop|plans?|proposals?|news|events?|closures?|cuts?|it|this|that|which|results?|vote|election|arrests?|clash(?:es)?|unrest|tensions?)$/;

/** > "Gig" is a term that describes short jobs. */
const isTerm = ({ words }: Reading, cue: Stretch, { first, end }: Stretch): boolean =>
  /^(?:describ|mean|denot|refer)/.test(words[cue.first]!) &&
  words
    .slice(Math.max(0, first - 1), end)
    .some((word) => /^(?:term|word|phrase|expression|label|adjective)s?$/.test(word));

/** > It puzzles me when someone says they fly to Paris for work. */
const isAnyone = ({ words }: Reading, { first }: Stretch): boolean =>
  /^(?:someone|somebody|anyone|anybody|people|you|one)$/.test(words[first]!) &&
  /^(?:when|whenever|if|time|once|until|unless)$/.test(words[first - 1] ?? '');

/** > The band left its fans to wonder whether it would play again. */
const isWondering = ({ words }: Reading, cue: Stretch, source: Stretch): boolean => {
  const from = Math.min(source.first, cue.first);
  return (
    /^wonder/.test(words[cue.end - 1]!) &&
    words.slice(Math.max(0, from - 4), cue.first).some((word) => /^(?:left|leave|leaves|leaving)$/.test(word))
  );
};

/** > South of Leh, the raids continue, though more slowly. */
const goesOn = (reading: Reading, cue: Stretch, source: Stretch): boolean =>
  /^continu/.test(reading.words[cue.end - 1]!) && !maySpeak(reading, source);

/** > We observed a sharp drop in May. */
const isOwnSight = (reading: Reading, cue: Stretch, { first, end }: Stretch): boolean =>
  /^(?:i|we)$/.test(reading.words[first]!) &&
  end - first === 1 &&
  /^(?:observ|not(?:e|ed|es|ing)$)/.test(reading.words[cue.end - 1]!) &&
  reading.words[cue.end] !== 'that' &&
  sentenceAround(reading, cue.first).end > cue.end;
