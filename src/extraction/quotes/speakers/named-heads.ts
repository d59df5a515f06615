import { makesOwner } from '../../entities/index.ts';
import { isAdverbInLy } from '../adverbs.ts';
import { lettersBehindName } from '../forms/titles.ts';
import { isPastTense } from '../past-tense.ts';
import type { Reading, Stretch } from '../reading.ts';
import { governing, governs, isBesideGoverned } from './governed.ts';
import type { Scene } from './scene.ts';

/**
 * The entities that the source names as its heads: neither whose spokesman it is, nor where he is from.
 *
 * > Putin's spokesperson, Dmitry Peskov      > Ana Ruiz of Greenpeace      > Putin and Erdogan
 *                         ^^^^^^^^^^^^^        ^^^^^^^^                      ^^^^^     ^^^^^^^
 */
export function namedHeads(scene: Scene, source: Stretch): readonly number[] {
  const { reading } = scene;
  const mentions = mentionsWithin(scene, source);
  const heads = mentions.filter(
    (mention, index) =>
      isHead(scene, source, mention) &&
      !isOfRole(scene, mention) &&
      !isPartOfTitle(scene, mention, mentions[index + 1]) &&
      !sharesNoun(reading, source, mention, mentions[index + 1]),
  );
  const people = heads.filter((mention) => scene.found.entities[mention.entity]!.type === 'person');
  const first = (people.length > 0 ? people : heads)[0];
  if (first === undefined) return [];
  const joint = [first];
  for (const mention of heads) {
    const last = joint.at(-1)!;
    if (mention.first < last.end) continue;
    const isSame = isJoined(reading, last.end, mention) && !isEmployer(reading, last, mention);
    if (isSame) joint.push(mention);
    else if (mention.isPerson || !last.isPerson) break;
  }
  const isList =
    joint.length < 2 ||
    hasAnd(reading, joint[0]!.end, joint.at(-1)!.first) ||
    goesOn(reading, joint.at(-1)!.end, source.end);
  return [...new Set((isList ? joint : [first]).map((mention) => mention.entity))];
}

interface NamedStretch extends Stretch {
  readonly entity: number;
  readonly isGroup: boolean;
  readonly isBody: boolean;
  readonly isPerson: boolean;
}

/** The names in a source, in order. */
function mentionsWithin({ entityOf, found }: Scene, source: Stretch): readonly NamedStretch[] {
  const mentions: NamedStretch[] = [];
  for (let token = source.first; token < source.end; ) {
    const entity = entityOf[token]!;
    let end = token + 1;
    if (entity >= 0) {
      while (end < source.end && entityOf[end] === entity) end += 1;
      const { type } = found.entities[entity]!;
      mentions.push({
        first: token,
        end,
        entity,
        isGroup: type === 'group',
        isBody: type === 'organization',
        isPerson: type === 'person',
      });
    }
    token = end;
  }
  return mentions;
}

function isHead(scene: Scene, source: Stretch, mention: NamedStretch): boolean {
  const { reading } = scene;
  const { words } = reading;
  if (mention.isPerson && (isCalled(reading, source, mention) || holdsOffice(scene, source, mention)))
    return true;
  const next = mention.end < source.end ? words[mention.end]! : '.';
  // "the Oslo-based Halden Institute": the place only says where
  if (!mention.isPerson && tied.test(words[mention.end - 1]!)) return false;
  // "Republicans", "several Democrats": people without names; "the Macaulays" are known as such.
  if (mention.isGroup && !/^(?:the|both)$/.test(words[mention.first - 1] ?? '')) return false;
  const behind = words.slice(mention.end, source.end).join(' ');
  if (makesOwner(next, words[mention.end - 1]!)) return ownWords.test(behind);
  if (modifiesNoun(reading, mention, next) && !(mention.isBody && ofMedia.test(behind))) return false;
  if (next === ',' && /-based$/.test(words[mention.end + 1] ?? '')) return false; // "the Austin, Texas-based firm"
  if (!mention.isPerson && isBesideGoverned(scene, source.first, mention.first)) return false;
  for (let token = mention.first - 1; token >= source.first; token -= 1) {
    // What follows another name is governed as that is: "researchers in Mali and Burkina Faso".
    if (!mention.isPerson && /^(?:,|and)$/.test(words[token]!) && isBehindName(reading, token)) {
      // "A think tank in Berlin, Ostra Institute": what follows is what was described.
      if (mention.isBody && words[token] === ',' && !hasAnd(reading, source.first, source.end)) break;
      continue;
    }
    if (mention.isPerson && words[token] === ',' && isGovernedPerson(scene, source, token - 1)) return false;
    if (words[token] === 'and' && isPersonAt(reading, token - 1)) continue; // "aides of Ann Lee and Tom Bale"
    // "A co-owner of Leeds's Halyard Rovers": of whom it is does not make them speak.
    if (words[token] === ',' || words[token] === 'and' || (words[token] === "'s" && mention.isPerson)) break;
    if (words[token] === 'of' && isWholeOf(reading, token, mention)) return true;
    if (governs(scene, source.first, token))
      return (
        mention.isPerson &&
        (isMember(reading, token) ||
          isTitle(scene, source, token, mention) ||
          isApposed(scene, token, mention))
      );
    if (/^(?:who(?:m|se)?|which|that)$/.test(words[token]!) && token > source.first) return false;
  }
  return true;
}

/** > the Water Institute (WI) and */
//                              ^^^
function isBehindName({ words, nameOf }: Reading, token: number): boolean {
  const short = words[token - 1] === ')' ? words.lastIndexOf('(', token) : token;
  return nameOf[Math.max(0, token - short < longestShort ? short - 1 : token - 1)]! >= 0;
}

/** A name in brackets, in tokens with both of them. */
const longestShort = 5;

/** > the husband of crash victim, Ana Roe      not: the head of the union, Ana Roe */
//                   ^^^^^^^^^^^^
function isGovernedPerson({ reading, found }: Scene, { first }: Stretch, noun: number): boolean {
  const { words, capital } = reading;
  if (!found.lexicons.roleNouns.has(words[noun] ?? '')) return false;
  for (let token = noun; token > first && noun - token < 3; token -= 1) {
    if (governing.test(words[token]!)) return true;
    if (capital[token] === 1 || !/^\p{Ll}{3,}$/u.test(words[token]!) || determiners.test(words[token]!))
      return false;
  }
  return false;
}

/** > according to Ruiz’s own account */
//                     ^^^^^^^^^^^^^^
const ownWords =
  /^(?:['’]s?) (?:(?:own|first|latest|later|earlier|sworn|court) )?(?:accounts?|calculations?|comments|estimates?|explanations?|reckoning|recollections?|remarks|(?:re)?telling|testimony|version|words)$/;

/** > the Associated Press news agency      > the Halden Courier newspaper */
//                         ^^^^^^^^^^^                           ^^^^^^^^^
const ofMedia =
  /^(?:(?:news|state|public|private|television|tv|radio|daily|weekly|business|local) )*(?:agency|broadcaster|channel|daily|magazine|network|newspaper|outlet|paper|portal|radio|service|station|tabloid|television|tv|website|site|weekly|wire)$/;

const tied = /-\p{Ll}{2,}$/u;

const isPersonAt = ({ names, nameOf }: Reading, token: number): boolean =>
  names[nameOf[token] ?? -1]?.type === 'person';

/**
 * What says no more than that the name behind it speaks.
 *
 * > the Kano chapter of the Teachers' Union      > the Emirate of Sharjah
 *            ^^^^^^^                                   ^^^^^^^
 */
function isWholeOf({ words, capital }: Reading, of: number, { isBody, isPerson }: NamedStretch): boolean {
  const whole = words[of - 1] ?? '';
  if (isBody && wholes.test(whole)) return true;
  return !isPerson && capital[of - 1] === 1 && lands.test(whole);
}

const wholes = /^(?:chapter|branch|wing|leadership|management)$/;
const lands =
  /^(?:state|kingdom|republic|emirate|sultanate|principality|commonwealth|province|prefecture|canton)$/;

/** > a Kremlin spokesman      > US officials */
//      ^^^^^^^                  ^^         the name only says whose
function modifiesNoun({ words, capital }: Reading, { end }: Stretch, next = words[end] ?? '.'): boolean {
  return capital[end] === 0 && /^\p{Ll}/u.test(next) && !behindHeads.test(next) && !isAdverbInLy(next);
}

const behindHeads =
  /^(?:who|and|of|from|for|in|at|on|with|which|whose|also|now|today|yesterday|later|then|still|again|too|further|himself|herself|itself|themselves|alone|told|said|jr|sr|as|or|via|,)$/u;

/** > the Conservative MSP */
//      ^^^^^^^^^^^^
const isOfRole = ({ reading, found }: Scene, { end, isPerson }: NamedStretch): boolean =>
  !isPerson && reading.capital[end] === 1 && found.lexicons.roleNouns.has(reading.words[end] ?? '');

/** > UK and Australian officials */
//    ^^
function sharesNoun(
  reading: Reading,
  source: Stretch,
  mention: NamedStretch,
  next: NamedStretch | undefined,
): boolean {
  if (next === undefined || mention.isPerson || next.first !== mention.end + 1 || next.end === source.end)
    return false;
  return reading.words[mention.end] === 'and' && modifiesNoun(reading, next);
}

/** > a woman in boots who gave her name only as Annick      > the man who calls himself Abu Roe      > a man with the name Tom Roe */
function isCalled({ words }: Reading, { first }: Stretch, name: Stretch): boolean {
  const before = words.slice(first, name.first).join(' ');
  return (
    /\b(?:name|named|identified|known|introduced|called)\b.* as$/.test(before) ||
    /\b(?:call(?:s|ed|ing)? (?:him|her|it|them)sel(?:f|ves)|go(?:es|ing)? by(?: the name(?: of)?)?|with the name(?: of)?|whose(?: \S+)? name (?:is|was)|to be called)$/.test(
      before,
    )
  );
}

/**
 * Behind a full name, without a comma.
 *
 * > Ana Roe deputy director of the institute      not: Ana Roe supporters
 *           ^^^^^^^^^^^^^^^
 */
function holdsOffice({ reading: { words, capital }, found }: Scene, source: Stretch, name: Stretch): boolean {
  const { roleNouns, honorifics } = found.lexicons;
  const before = words.slice(source.first, name.first);
  if (name.end - name.first < 2 || !before.every((word) => honorifics.has(word) || roleNouns.has(word)))
    return false;
  for (let token = name.end; token < Math.min(source.end, name.end + longestTitle); token += 1) {
    if (capital[token] === 1 || !/^[\p{Ll}-]+$/u.test(words[token]!)) return false;
    if (roleNouns.has(words[token]!) && /^(?:of|at|for|in|with)$/.test(words[token + 1] ?? '')) return true;
  }
  return false;
}

/** > a bench of Justices Ann Lee and Tom Bale */
const isMember = ({ words }: Reading, preposition: number): boolean =>
  words[preposition] === 'of' &&
  /^(?:bench|panel|pair|duo|trio|couple|quartet)$/.test(words[preposition - 1] ?? '');

/**
 * Without an article, the office comes first and the one who holds it last.
 *
 * > director of education Ann Lee      not: a lawyer for Ann Lee, allies of Ann Lee, or Halyard, a fund run by Ann Lee
 *                         ^^^^^^^
 */
function isTitle(
  { reading: { words, nameOf }, found }: Scene,
  { first, end }: Stretch,
  preposition: number,
  name: Stretch,
): boolean {
  if (preposition === first || determiners.test(words[first]!) || /s$|^,$/.test(words[preposition - 1]!))
    return false;
  const office = words.slice(first, preposition);
  if (office.some((word) => /^(?:who|that|which|,)$/.test(word))) return false;
  if (/s$/.test(office[0]!) && !found.lexicons.roleNouns.has(office.at(-1)!)) return false; // "activists opposed to"
  let behind = name.end;
  while (behind < end && lettersBehindName.test(words[behind]!)) behind += 1;
  // "Solicitor for Mr Roe, Ann Lee": who stands behind holds the office.
  const isFollowed = words[behind] === ',' && behind + 1 < end && (nameOf[behind + 1] ?? -1) !== -1;
  return behind === end || (!isFollowed && /^[,(]$/.test(words[behind]!));
}

/** > the head of the union Ana Roe      not: the wife of the activist Ana Roe */
//                        ^^^^^^^
function isApposed(
  { reading: { words, capital }, found }: Scene,
  preposition: number,
  name: Stretch,
): boolean {
  const { roleNouns, honorifics } = found.lexicons;
  const noun = words[name.first - 1]!;
  return (
    roleNouns.has(words[preposition - 1] ?? '') &&
    words[preposition + 1] === 'the' &&
    name.first - preposition > 2 &&
    name.first - preposition < 5 &&
    !isPastTense(noun) &&
    capital[name.first - 1] === 0 &&
    /^\p{Ll}{3,}$/u.test(noun) &&
    !governing.test(noun) &&
    !roleNouns.has(noun) &&
    !honorifics.has(noun)
  );
}

const determiners =
  /^(?:a|an|the|one|two|three|some|several|many|few|most|those|his|her|its|their|another|someone|somebody|everyone|everybody|anyone|nobody)$/;

/**
 * > Penrith MP Ann Lee
 *   ^^^^^^^
 */
function isPartOfTitle({ reading, found }: Scene, mention: Stretch, next: NamedStretch | undefined): boolean {
  if (next === undefined || !next.isPerson) return false;
  const { roleNouns, honorifics } = found.lexicons;
  for (let token = mention.end; token < next.first; token += 1) {
    const word = reading.words[token]!;
    if (!/^[\p{L}\p{N}.-]+$/u.test(word)) return false;
    if (
      reading.capital[token] === 0 &&
      !/^\p{N}/u.test(word) &&
      !roleNouns.has(word) &&
      !honorifics.has(word)
    )
      return false;
  }
  return true;
}

/** Between two heads stand only "and", commas, what the first one is, and what the second one is. */
function isJoined({ words }: Reading, from: number, { first, isPerson }: NamedStretch): boolean {
  const between = words.slice(from, first);
  if (between.length > longestJoint || between.some((word) => apart.test(word))) return false;
  const rest = isPerson ? withoutAside(between) : between;
  return (
    rest.length <= longestTitle &&
    /^(?:,|and|&)$/.test(rest[0] ?? '') &&
    (rest[0] !== ',' || !/^(?:a|an|the|whose|both|all|each)$/.test(rest[1] ?? ''))
  );
}

/** In tokens. */
const longestJoint = 14;
const longestTitle = 8;

const apart = /^(?:who|by|with|alongside|beside)$/;

/**
 * > Ann Lee (Leith) and Tom Bale      > Ann Lee, the mayor, and Tom Bale      > Ann Lee of Leith and Tom Bale of Perth
 *           ^^^^^^^                            ^^^^^^^^^^^                               ^^^^^^^^
 */
function withoutAside(between: readonly string[]): readonly string[] {
  if (between[0] === '(') return between.slice(between.indexOf(')') + 1);
  if (/^(?:of|from|at)$/.test(between[0] ?? '')) {
    const end = between.findIndex((word) => /^(?:,|and)$/.test(word));
    return end === -1 ? between : between.slice(end);
  }
  const comma = between.indexOf(',', 1);
  return between[0] === ',' && between[comma + 1] === 'and' ? between.slice(comma + 1) : between;
}

/** > Ann Lee, founder and managing director, Lee Farms */
const isEmployer = ({ words }: Reading, person: NamedStretch, { first, isPerson }: NamedStretch): boolean =>
  person.isPerson && !isPerson && words[person.end] === ',' && words[first - 1] === ',';

/** > Ann Lee, Tom Bale and other coaches      > Ann Lee, Tom Bale, and her husband */
//                      ^^^^^^^^^                                  ^^^^^^^^^^^
function goesOn({ words }: Reading, from: number, end: number): boolean {
  const and = from + Number(words[from] === ',');
  return (
    and + 1 < end &&
    /^(?:and|&)$/.test(words[and]!) &&
    /^(?:others?|several|some|many|dozens|hundreds|thousands|two|three|four|five|fellow|his|her|its|their|an?|the)$/.test(
      words[and + 1]!,
    )
  );
}

function hasAnd(reading: Reading, from: number, to: number): boolean {
  return reading.words.slice(from, to).some((word) => /^(?:and|&)$/.test(word));
}
