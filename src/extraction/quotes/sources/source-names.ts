import type { EntityLexicons } from '../../entities/index.ts';
import type { Name } from '../../names.ts';
import type { Attribution } from '../attribution.ts';
import type { Reading, Stretch } from '../reading.ts';

/**
 * Names that were not known as such before their bearers spoke: what has a capitalised name, says something, and is no
 * person that the names tell of, is an organization.
 *
 * > Prairie Public Power said on Facebook that …      > The opposition coalition Sursaut accused the authorities
 *   ^^^^^^^^^^^^^^^^^^^^                                                         ^^^^^^^
 */
export function findSourceNames(
  reading: Reading,
  attributions: readonly Attribution[],
  lexicons: EntityLexicons,
): readonly Name[] {
  const { tokens } = reading.segmented;
  const names = new Map<number, Name>();
  for (const { source, cue, evidence } of attributions) {
    if (source === null || cue === null || evidence === 'shape' || reading.capital[cue.first] === 1) continue;
    const name = nameWithin(reading, source, lexicons);
    if (name === null) continue;
    const start = tokens[name.first]!.start;
    names.set(start, {
      start,
      end: tokens[name.end - 1]!.end,
      type: 'organization',
      confidence: sourceNameConfidence,
    });
  }
  return [...names.values()].sort((a, b) => a.start - b.start);
}

/** No corpus has enough of them to measure it. */
const sourceNameConfidence = 0.6;

/** The capitalised run that a source without a known name is, or ends with before an apposition. */
function nameWithin(reading: Reading, source: Stretch, lexicons: EntityLexicons): Stretch | null {
  const { words, nameOf } = reading;
  let end = source.first;
  while (end < source.end && !/^(?:,|who|which|of|in)$/.test(words[end]!)) end += 1;
  let first = end;
  while (first > source.first && isPartOfName(reading, first - 1, end)) first -= 1;
  while (first < end && (!isCapital(reading, first) || /^(?:the|a|an)$/.test(words[first]!))) first += 1;
  const isDescribed =
    words[end] === ',' && isOrganization(reading, { first: end + 1, end: source.end }, lexicons);
  for (let token = source.first; token < (isDescribed ? end : source.end); token += 1)
    if (nameOf[token]! >= 0) return null;
  if (first === end) return acronymBehind(reading, source, end);
  const run = words.slice(first, end);
  const capitals = run.filter((_, place) => isCapital(reading, first + place));
  const last = run.at(-1);
  if (last === undefined || capitals.length === 0) return null;
  const opensSentence =
    capitals.length === 1 &&
    first === source.first &&
    reading.capital[first] === 1 &&
    isSentenceStart(reading, first);
  const behindArticle = capitals.length === 1 && first - 1 === source.first;
  if ((opensSentence && !isDescribed) || behindArticle || run.every((word) => plainWords.test(word)))
    return null;
  const isOfPeople = !run.includes('&') && (lexicons.roleNouns.has(last) || lexicons.peoples.has(last));
  return isOfPeople || /^(?:mr|mrs|ms|dr|i)$/.test(run[0]!) ? null : { first, end };
}

/** > Ryanwing, Europe's largest budget airline, said …      the last noun before another preposition says what it is */
//                                      ^^^^^^^
function isOrganization({ words }: Reading, { first, end }: Stretch, lexicons: EntityLexicons): boolean {
  let noun = first;
  while (noun + 1 < end && !/^(?:,|of|in|for|which|that|with|at|on|by|from)$/.test(words[noun + 1]!))
    noun += 1;
  const isPhrase = /^(?:an?|the)$/.test(words[first]!) || words.slice(first, noun).includes("'s");
  return (
    isPhrase && (lexicons.organizationNouns.has(words[noun]!) || lexicons.businessWords.has(words[noun]!))
  );
}

/** > The teachers' union, the INTO, has urged …      > the farmers' lobby, FNSEA, said … */
//                            ^^^^                                        ^^^^^
function acronymBehind({ words, segmented }: Reading, source: Stretch, comma: number): Stretch | null {
  if (words[comma] !== ',') return null;
  const first = comma + (words[comma + 1] === 'the' ? 2 : 1);
  const isAlone = first < source.end && (first + 1 === source.end || words[first + 1] === ',');
  return isAlone && /^\p{Lu}{3,7}$/u.test(segmented.tokens[first]!.text) ? { first, end: first + 1 } : null;
}

/** > eBay      > easyJet      > xAI      not: iPhone owners */
const isCapital = ({ capital, segmented }: Reading, token: number): boolean =>
  capital[token] === 1 || /^\p{Ll}{1,4}\p{Lu}\p{L}+$/u.test(segmented.tokens[token]!.text);

const isPartOfName = (reading: Reading, token: number, end: number): boolean =>
  isCapital(reading, token)
    ? /^\p{L}/u.test(reading.words[token]!)
    : token < end - 1 && /^(?:of|and|for|the|&|'s?)$/.test(reading.words[token]!);

const isSentenceStart = ({ segmented }: Reading, token: number): boolean =>
  segmented.sentences[segmented.sentenceOfToken[token]!]!.firstToken === token;

/** Institutions that every country has, and numbers of people: no names. */
const plainWords =
  /^(?:the|of|and|for|'s?|foreign|interior|defen[cs]e|finance|health|justice|education|trade|home|state|national|federal|supreme|high|constitutional|central|military|ministry|department|office|parliament|senate|house|court|cabinet|government|council|police|commission|committee|board|agency|authority|authorities|bank|company|union|officials?|some|many|most|both|several|one|two|three|another|others?|all|no|any|city|town|county|district|school|university|hospital|church|army|navy|force|party|opposition|president|prime|minister|attorney|general|secretary)$/;
