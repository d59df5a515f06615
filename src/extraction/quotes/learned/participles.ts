import type { Reading, Stretch } from '../reading.ts';

/** Does a cue only say something of a noun, as "alleged" does in "the alleged theft"? */
export const isParticiple = (reading: Reading, cue: Stretch, content: Stretch): boolean =>
  content.first >= cue.end &&
  (isBeforeNoun(reading, cue, content) ||
    isBehindNoun(reading, cue, content) ||
    isBetweenCommas(reading, cue, content));

/** > Six clubs were searched for alleged thefts.      > the state's confirmed caseload      > the long disputed border */
//                                ^^^^^^^                      ^^^^^^^^^                         ^^^^^^^^
function isBeforeNoun({ words }: Reading, cue: Stretch, content: Stretch): boolean {
  if (cue.end - cue.first > 1 || content.first !== cue.end || !describing.test(words[cue.first]!))
    return false;
  const before = degrees.test(words[cue.first - 1] ?? '') ? cue.first - 2 : cue.first - 1;
  return beforeNouns.test(words[before] ?? '') && !/^(?:that|by)$/.test(words[content.first]!);
}

const describing =
  /^(?:alleged|stressed|confirmed|disputed|reported|claimed|promised|announced|proposed|predicted|estimated|pledged|requested|revealed|recommended|suggested|noted|repeated|stated|written|described|ordered|admitted|acknowledged|detailed|challenged|denied|declared|demanded|invited|touted|forecast)$/;
const beforeNouns =
  /^(?:the|an?|this|these|those|his|its|their|our|my|.*'s|for|inside|in|of|with|at|on|from|against|about|into|over|under|without|amid|despite|through|between)$/;
const degrees = /^(?:long|newly|recently|widely|hotly|much|previously)$/;

/**
 * > The rise announced on Friday was steep.      > the shows described above      > The words written on the wall were hard.
 *            ^^^^^^^^^                                      ^^^^^^^^^                          ^^^^^^^
 */
function isBehindNoun({ words }: Reading, cue: Stretch, content: Stretch): boolean {
  const verb = words[cue.end - 1]!;
  if (/^(?:above|below)$/.test(words[cue.end] ?? '')) return /ed$/.test(verb);
  const before = words.slice(Math.max(0, cue.first - 3), cue.first);
  if (/^(?:written|sworn|foreseen)$/.test(verb))
    return ![...before, ...words.slice(cue.first, cue.end)].some((word) => auxiliaries.test(word));
  const isMain = finite.test(words[content.first]!);
  // "what the agency says is the worst flood in years"
  const isWhat = words.slice(Math.max(0, cue.first - longestSubject), cue.first).includes('what');
  return isMain && !isWhat && /(?:ed|ing)$/.test(verb);
}

/** > Her retirement — revealed hours before the deadline — has roiled the party. */
//                     ^^^^^^^^
function isBetweenCommas({ words, quotationOf }: Reading, cue: Stretch, content: Stretch): boolean {
  if (!pause.test(words[cue.first - 1] ?? '') || !/ed$/.test(words[cue.end - 1]!)) return false;
  for (let token = content.first; token + 1 < content.end; token += 1)
    if (pause.test(words[token]!) && quotationOf[token] === -1 && finite.test(words[token + 1]!)) return true;
  return false;
}

const pause = /^(?:,|–|—|--|-)$/;
const auxiliaries = /^(?:has|have|had|having|is|are|was|were|be|been|being|'ve|'d|.+n't)$/;
const finite = /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should)$/;
/** In tokens. */
const longestSubject = 8;
