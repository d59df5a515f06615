import { isQuoted, type Reading, sentenceAround } from '../reading.ts';
import { type CueLexicon, type CueVerb, governsNothing } from './cue-lexicon.ts';
import type { Cue } from './cues.ts';
import { verbGroup } from './verb-groups.ts';

/** Verbs that report only in the company of other words: "put the number at nine", "threatened to strike". */
export function cueInCompany(reading: Reading, lexicon: CueLexicon, token: number): Cue | null {
  const word = reading.words[token]!;
  const verb = estimates.test(word)
    ? estimating(reading, token)
    : threats.test(word)
      ? threatening(reading, lexicon, token)
      : null;
  if (verb === null) return null;
  const group = verbGroup(reading, token);
  if (group.passive) return null;
  return { kind: 'verb', verb, form: 'past', first: token, end: token + 1, ...group };
}

const estimates = /^puts?$/;
const threats = /^threaten(?:s|ed)?$/;

/**
 * > The researcher put the chance of a strike at one in three.
 *                  ^^^ …                      ^^^^^^
 */
function estimating(reading: Reading, token: number): CueVerb | null {
  const { words } = reading;
  const { end } = sentenceAround(reading, token);
  for (let at = token + 2; at < Math.min(end - 1, token + longestThing); at += 1) {
    if (isQuoted(reading, at) || /^[,;:]$/.test(words[at]!)) return null;
    if (!/^(?:at|closer)$/.test(words[at]!)) continue;
    const figure = isQuoted(reading, at + 1) ? at + 2 : at + 1;
    if (!figures.test(words[figure] ?? '')) continue;
    return { ...governsNothing, lemma: 'put', quotes: true, object: true, judges: true, things: true };
  }
  return null;
}

/** What opens a figure. */
const figures =
  /^(?:[\d$€£¥₹].*|about|around|roughly|nearly|almost|more|less|fewer|between|over|under|up|just|some|closer|to|an|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|half)$/;
/** In tokens: "put the number of people who had died in the fire at nine". */
const longestThing = 14;

/** > The union threatened on Tuesday to strike. */
function threatening(reading: Reading, lexicon: CueLexicon, token: number): CueVerb | null {
  const verb = lexicon.allVerbs.get(reading.words[token]!)?.verb;
  return verb !== undefined && reading.words[token + 1] === 'to'
    ? { ...verb, object: true, judges: true }
    : null;
}
