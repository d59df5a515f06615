import { isPastTense } from '../past-tense.ts';
import { isQuoted, type Reading } from '../reading.ts';
import type { Cue } from './cues.ts';

/**
 * Where, behind "told" and whom, a clause opens without "that"; null where none does.
 *
 * > She told the court the lamp was out.      > He told reporters in Geneva engineers had found cracks.
 *                        ^^^                                                ^^^^^^^^^
 */
export function clauseTold(reading: Reading, { verb }: Cue, from: number, end: number): number | null {
  if (verb?.tells !== true) return null;
  const heard = hearerEnd(reading, from, end);
  if (heard === null) return null;
  const start = behindPlace(reading, heard, end);
  return [start, heard].find((token) => opensTold(reading, token, end)) ?? null;
}

/** Behind the words for whom something is told; null where they name nobody to whom people speak. */
function hearerEnd(reading: Reading, from: number, end: number): number | null {
  const { words } = reading;
  if (pronouns.test(words[from] ?? '')) return from + 1;
  const isDetermined = /^(?:the|an?|this|that|his|her|its|their|our|my)$/.test(words[from] ?? '');
  let token = from + Number(isDetermined);
  for (; token < Math.min(end, from + longestHearer); token += 1) {
    if (isQuoted(reading, token) || !/^[\p{L}\d'’.&-]+$/u.test(words[token]!)) return null;
    if (!isDetermined && isName(reading, token)) {
      token = nameEnd(reading, token);
      while (outletNouns.test(words[token] ?? '')) token += 1;
      return token;
    }
    const isHead = isDetermined ? determinedHearers.test(words[token]!) : hearers.test(words[token]!);
    if (isHead && !outletNouns.test(words[token + 1] ?? '') && !hearers.test(words[token + 1] ?? ''))
      return token + 1;
    if (isDetermined && isName(reading, token) && !isModifier(reading, token)) return nameEnd(reading, token);
    if (isDetermined && token > from + 1 && determiners.test(words[token]!))
      return prepositions.test(words[token - 1]!) ? null : token;
    if (finite.test(words[token]!)) return null;
  }
  return null;
}

const isName = ({ nameOf, capital }: Reading, token: number): boolean =>
  (nameOf[token] ?? -1) >= 0 && capital[token] === 1;

function nameEnd({ nameOf }: Reading, token: number): number {
  let end = token + 1;
  while (nameOf[end] === nameOf[token]) end += 1;
  return end;
}

/** > the BBC programme      > the Leeds inquest */
//        ^^^                      ^^^^^
function isModifier(reading: Reading, token: number): boolean {
  const next = reading.words[nameEnd(reading, token)] ?? '';
  return determinedHearers.test(next) || outletNouns.test(next);
}

/** Behind when and where it was told: "in Geneva", "on Monday", "at a press conference". */
function behindPlace(reading: Reading, from: number, end: number): number {
  const { words } = reading;
  let token = from;
  if (/^(?:late|early|later|earlier)$/.test(words[token] ?? '')) token += 1;
  if (days.test(words[token] ?? '')) token += 1;
  while (/^(?:on|in|at|during|after|by|outside)$/.test(words[token] ?? '') && token < end) {
    let noun = token + 1;
    while (/^(?:the|an?|his|her|its|their)$/.test(words[noun] ?? '')) noun += 1;
    if (isName(reading, noun)) noun = nameEnd(reading, noun);
    else if (days.test(words[noun] ?? '')) noun += 1;
    while (places.test(words[noun] ?? '')) noun += 1;
    if (noun === token + 1) break;
    token = noun;
  }
  return token;
}

/** Does a clause open there: a subject, and not far behind it a verb? */
function opensTold(reading: Reading, start: number, end: number): boolean {
  const { words } = reading;
  const opening = words[start] ?? '';
  if (start >= end - 1 || isQuoted(reading, start) || noSubjects.test(opening)) return false;
  if (!/^[\p{L}\d$€£]/u.test(opening) || /^\p{Ll}+ly$/u.test(opening)) return false;
  for (let token = start + 1; token < Math.min(end, start + longestSubject); token += 1) {
    const word = words[token]!;
    // The verb may be what is in marks: he "froze".
    if (isQuoted(reading, token)) return /^(?:he|she|it|they|there)$/.test(words[token - 1]!);
    if (finite.test(word)) return true;
    if (isPastTense(word) && !determiners.test(words[token - 1]!)) return true;
    // "the bridge, built in 1931, was unsafe"
    const closing = word === ',' ? words.indexOf(',', token + 1) : -1;
    if (closing > token && closing < token + longestHearer) return finite.test(words[closing + 1] ?? '');
    if (/^(?:[,;:—–]|that|who|which|to)$/.test(word)) return false;
  }
  return false;
}

const pronouns = /^(?:me|him|her|them|us|you)$/;
const finite =
  /^(?:is|are|was|were|am|has|have|had|will|would|can|could|should|must|may|might|do|does|did|'s|'re|'ll|'ve|'d|\p{L}+n't)$/u;
const determiners = /^(?:the|an?|his|her|their|its|this|these|those|no|all|some|many|most)$/;
const prepositions = /^(?:of|in|at|on|for|from|to|with|by|and|or|about|over|under|near)$/;
const days =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)$/;
const places =
  /^(?:press|news|media|joint|televised|weekly|daily|regular|telephone|phone|radio|tv|television|interview|conference|briefing|meeting|event|hearing|call|visit|rally|session|ceremony|statement|capital|city|parliament|court|morning|afternoon|evening|night|week|month|scene)$/;

/** What opens no clause behind a hearer: "told reporters about it", "told them to wait". */
const noSubjects =
  /^(?:to|that|of|about|off|how|why|what|when|where|which|who|whom|whose|whether|if|and|or|but|as|after|before|during|while|on|in|at|by|with|from|for|so|via|over|through|outside|inside|without|because|not|otherwise|again|today|yesterday|earlier|later|then|there's)$/;

/** To whom news lets people speak, without an article. */
const hearers =
  /^(?:reporters?|journalists?|newsmen|newspersons|mediapersons|pressmen|media|press|lawmakers|legislators|mps|meps|msps|senators|congressmen|deputies|councillors|councilors|jurors|parliament|congress|television|tv|radio|police|detectives|investigators|officers|prosecutors|inspectors|authorities|officials|supporters|residents|villagers|investors|shareholders|analysts|viewers|listeners|readers|staff|delegates|colleagues|voters|students|pupils|parents|workers|employees|players|fans|followers|worshippers|members|ministers|leaders|diplomats|ambassadors|soldiers|troops|rescuers|doctors|nurses|relatives|relations|friends|guests|attendees|crowds|protesters|demonstrators|customers|patients|families|commuters|passengers|farmers|traders|executives|directors|bosses|aides|allies|neighbours|neighbors|people)$/;

/** Likewise behind an article: "the inquest", "a packed court". */
const determinedHearers =
  /^(?:reporters?|journalists?|media|press|court|jury|judge|judges|magistrates?|bench|inquest|coroner|inquiry|enquiry|tribunal|panel|hearing|trial|council|councillors|committee|subcommittee|commission|board|cabinet|house|commons|lords|senate|assembly|parliament|congress|chamber|knesset|conference|congregation|meeting|session|forum|summit|gathering|audience|crowd|rally|ceremony|briefing|seminar|workshop|programme|program|podcast|show|station|channel|broadcaster|network|newspaper|paper|daily|weekly|magazine|agency|outlet|website|site|publication|nation|public|country|world|class|group|team|club|union|staff|police|officers|lawmakers|senators|deputies|delegates|reporter|journalist|correspondent|programme's)$/;

const outletNouns =
  /^(?:news|agency|newspaper|newspapers|radio|television|tv|station|channel|programme|program|magazine|website|network|podcast|broadcaster|reporters|journalists|daily|weekly|online|digital|conference|breakfast)$/;

/** In tokens: "a packed court in Leeds". */
const longestHearer = 7;

/** In tokens: "more than forty of the people who lived there". */
const longestSubject = 14;
