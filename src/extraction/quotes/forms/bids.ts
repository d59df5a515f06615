import { type Attribution, attributionOf } from '../attribution.ts';
import { finiteWords, mainClause } from '../contents/contents.ts';
import { governsNothing } from '../cues/cue-lexicon.ts';
import type { Cue, CueMap } from '../cues/cues.ts';
import { subjectOfJoinedVerb } from '../cues/shared-subjects.ts';
import { subjectBefore } from '../cues/sources.ts';
import { verbGroup } from '../cues/verb-groups.ts';
import { isQuoted, type Reading, type Stretch } from '../reading.ts';
import { readAtWords } from './rules-by-word.ts';

/**
 * What somebody is asked to do, behind a cue.
 *
 * > He instructed the builders to complete the canal by autumn.
 *                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function bidBehind(reading: Reading, cues: CueMap, { verb, end }: Cue): Stretch | null {
  const { words, capital } = reading;
  if (verb === null || !askingVerbs.test(verb.lemma)) return null;
  // "appealed for an end to the war"
  if (verb.lemma === 'appeal' && words[end] === 'for') return mainClause(reading, cues, end);
  const preposition = prepositions.get(verb.lemma);
  if (preposition !== undefined && words[end] !== preposition) return null;
  for (let token = end + 1; token < Math.min(words.length, end + longestHearer); token += 1) {
    const word = words[token]!;
    if (isQuoted(reading, token) || noHearers.test(word)) return null;
    if (finiteWords.test(word) && !/^(?:you|it)$/.test(word)) return null;
    if (word !== 'to' || (preposition === 'to' && token === end)) continue;
    const next = words[token + 1] ?? '';
    const isVerb = /^\p{Ll}{2,}$/u.test(next) && !noVerbs.test(next) && capital[token + 1] === 0;
    return isVerb ? mainClause(reading, cues, end) : null;
  }
  return null;
}

/**
 * Likewise behind verbs that are no cues of other words.
 *
 * > The bench also directed the police chief to submit a report.
 */
export function plainBids(reading: Reading, cues: CueMap): readonly Attribution[] {
  return readAtWords(reading, biddingVerbs.keys(), (first) => {
    if (reading.capital[first] === 1) return null;
    const { groupFirst, unsaid, passive } = verbGroup(reading, first);
    if (unsaid || passive) return null;
    const verb = { ...governsNothing, lemma: biddingVerbs.get(reading.words[first]!)!, bids: true };
    const cue: Cue = { kind: 'verb', verb, form: 'past', first, end: first + 1, groupFirst, unsaid };
    const content = bidBehind(reading, cues, cue);
    const source =
      content === null ? null : (subjectBefore(reading, cue) ?? subjectOfJoinedVerb(reading, cue));
    return source === null ? null : attributionOf('rule', [content!], cue, source);
  });
}

const biddingVerbs: ReadonlyMap<string, string> = new Map([
  ['directed', 'direct'],
  ['directs', 'direct'],
  ['appealed', 'appeal'],
  ['commanded', 'command'],
  ['encouraged', 'encourage'],
  ['exhorted', 'exhort'],
  ['pressed', 'press'],
  ['beseeched', 'beseech'],
  ['besought', 'beseech'],
]);

const askingVerbs =
  /^(?:urge|ask|order|instruct|direct|advise|implore|beg|command|request|remind|warn|call|appeal|encourage|challenge|exhort|press|beseech)$/;

const prepositions: ReadonlyMap<string, string> = new Map([
  ['call', 'on'],
  ['appeal', 'to'],
]);

/** In tokens. */
const longestHearer = 14;

const noHearers = /^(?:[.,;:!?()—–]|--|that|whether|how|why|what|because|as|when|if|while)$/;
const noVerbs = /^(?:the|a|an|his|her|its|their|this|that|these|those|some|any|all|no|\p{Ll}+ing)$/u;
