import type { SegmentedText } from '../../../text/segments.ts';
import { calendarNames } from '../words/calendar.ts';
import { foldWord, isCapitalized } from '../words/fold.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import { isPossessive, type Mention, tokenAt } from '../words/mention.ts';
import {
  clauseOpeners,
  createRole,
  headNoun,
  isComma,
  longestRole,
  type Role,
  readRole,
  roleNoun,
} from './role.ts';

/** Words that may stand inside a role before a name, beside names and nouns. */
const modifiers = new Set(
  `former ex acting deputy vice senior junior chief prime foreign interim first second third general assistant associate
  executive lead top longtime long-time veteran founding managing presidential vice-presidential congressional
  parliamentary senate house federal state local national international regional municipal city county provincial deputy
  health education defense defence finance interior justice trade energy environment transport labor labour agriculture
  culture sports housing immigration security intelligence military police army navy air force campaign company team
  club union party opposition government cabinet ministry department agency office press communications policy political
  public legal medical scientific research human rights climate economic economics financial investment technology
  marketing sales operations religious spiritual supreme high court district appeals circuit democratic republican labour
  conservative liberal socialist green independent retired late new then current outgoing incoming newly elected
  opposition ruling self-styled star world fire harbour harbor station school parish town tribal church youth student hospital
  prison railway rail port market factory bus taxi train ferry boat lorry truck tourism water road traffic crime homicide
  narcotics border coast forest park wildlife fisheries mining oil gas power bank banking hedge equity bond currency credit
  risk data software computer web digital fashion landscape music film stage theatre theater opera ballet folk pop rock jazz
  street comic art history maths english language literature physics chemistry biology law criminal civil family tax patent
  trial defence prosecution football rugby cricket tennis hockey basketball baseball swimming cycling athletics boxing golf
  wedding garden estate property building flood storm weather space`.split(/\s+/),
);

const joiners = new Set(['and', '&', 'of']);

/** The role right before a name, and the one before that: "His mother, first lady Dolores Lathrop". */
export function findRolesBefore(
  segmented: SegmentedText,
  mention: Mention,
  nameTokens: readonly (Mention | undefined)[],
  lexicons: EntityLexicons,
): readonly Role[] {
  const { tokens } = segmented;
  const role = findRoleBefore(segmented, mention.firstToken, mention, nameTokens, lexicons);
  if (role === null) return [];
  const comma = tokenAt(tokens, role.start) - 1;
  if (tokens[comma]?.text !== ',') return [role];
  const other = findRoleBefore(segmented, comma + 1, mention, nameTokens, lexicons);
  return other === null ? [role] : [other, role];
}

function findRoleBefore(
  segmented: SegmentedText,
  end: number,
  mention: Mention,
  nameTokens: readonly (Mention | undefined)[],
  lexicons: EntityLexicons,
): Role | null {
  const { tokens } = segmented;
  const start = segmented.sentences[segmented.sentenceOfToken[mention.firstToken]!]!.firstToken;
  let last = end - 1;
  if (mention.generation !== null) return null;
  const address = last < 0 ? '' : foldWord(tokens[last]!.text);
  // A point behind a title in capitals may look like the end of a sentence: "SEN. PRUITT".
  if (last < start)
    return last >= 0 && tokens[last]!.end + 1 === tokens[end]!.start && officeAddresses.has(address)
      ? createRole(segmented, last, end, address)
      : null;
  const isAddress =
    (lexicons.honorifics.has(address) && !lexicons.roleNouns.has(address)) ||
    (kinAddresses.has(tokens[last]!.text) && last > start);
  if (isAddress) last--;
  const isApart = last >= start && isComma(tokens[last]!.text);
  if (isApart) last--;
  const beforeLast = last > start ? tokens[last - 1]!.text : '';
  const head = last < start ? null : headNoun(beforeLast, tokens[last]!.text, lexicons);
  if (isApart && opensOtherClause(segmented, start, mention)) return null;
  if (isApart && head === null) return findOwnedRole(segmented, last, start, nameTokens, lexicons);
  const opensOffice = last >= start && !isApart && isOfficeTail(segmented, last, start, lexicons);
  if (head === null && !opensOffice) {
    return isAddress && officeAddresses.has(address) ? createRole(segmented, end - 1, end, address) : null;
  }
  const { first, isBounded } = walkBack(segmented, last, start, nameTokens, lexicons);
  const larger = isApart ? findLargerRole(segmented, first, last, start, nameTokens, lexicons) : null;
  if (larger !== null) return larger;
  // "In the village, the mayor, Ana Ruiz, said": set off by a comma, the role must show where it starts.
  if (isApart && !isBounded) return null;
  return createRole(segmented, first, last + 1, head ?? foldWord(tokens[first]!.text));
}

/**
 * > According to the girl, Jin and his wife were her neighbours.      no apposition: the comma ends an adjunct
 *                          ^^^
 */
function opensOtherClause({ tokens }: SegmentedText, start: number, { endToken }: Mention): boolean {
  const isAdjunct = /^According$/i.test(tokens[start]!.text) && tokens[start + 1]?.text === 'to';
  return isAdjunct && !/^(?:[,.;:!?)—–-]|--)$/.test(tokens[endToken]?.text ?? '.');
}

/** Old people and villagers are called so before their names: "the night watchman, Uncle Kolya". */
const kinAddresses = new Set('Uncle Aunt Auntie Aunty Mama Papa Granny Grandma Grandpa'.split(' '));

/**
 * Where the noun before the comma is only who the role is for:
 *   A spokeswoman for the governor, Jill Matoush,
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function findLargerRole(
  segmented: SegmentedText,
  first: number,
  last: number,
  start: number,
  nameTokens: readonly (Mention | undefined)[],
  lexicons: EntityLexicons,
): Role | null {
  const { tokens } = segmented;
  const isFor = first - 3 > start && /^(?:for|to)$/.test(tokens[first - 2]!.text);
  if (!isFor || !determiners.has(foldWord(tokens[first - 1]!.text))) return null;
  if (roleNoun(tokens[first - 3]!.text, lexicons) === null) return null;
  return findOwnedRole(segmented, first - 3, start, nameTokens, lexicons, last + 1);
}

/**
 * A role whose noun is not its last word, set off by a comma; found from its article, the nearest that opens a role.
 *   The EU's representative in Lviv, Katarina Lindqvist,      the head of a federation of ports, Ingrid Solheim,
 *       ^^^^^^^^^^^^^^^^^^^^^^^^^^^                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function findOwnedRole(
  segmented: SegmentedText,
  last: number,
  start: number,
  nameTokens: readonly (Mention | undefined)[],
  lexicons: EntityLexicons,
  end = last + 1,
): Role | null {
  for (let index = last; index >= start && last - index < longestRole; index--) {
    const { text } = segmented.tokens[index]!;
    if (/^[,.;:!?()"“”]$/.test(text) || clauseOpeners.has(text)) return null;
    const isOwner = nameTokens[index] !== undefined && isPossessive(segmented.tokens[index + 1]?.text);
    const opens = determiners.has(foldWord(text)) ? index + 1 : isOwner || index === start ? index : -1;
    const role = opens < 0 ? null : readRole(segmented, opens, end, nameTokens, lexicons);
    if (role !== null) return role;
  }
  return null;
}

/** Forms of address that name an office. */
const officeAddresses = new Set(
  `prof professor sen rep gov amb pres gen maj col lt capt cpl cmdr adm sgt det supt insp bishop archbishop cardinal
  rabbi imam ayatollah patriarch pastor king queen prince princess emperor empress emir pope`.split(/\s+/),
);

/**
 * Where the role that ends with the token `last` starts. It is bounded where an article or an owner stands before it,
 * or where the sentence starts there.
 *   the tram company's head of safety, Ivana Radman     said Fire chief Ernesto Bravo
 *       ^                                                    ^
 */
function walkBack(
  segmented: SegmentedText,
  last: number,
  start: number,
  nameTokens: readonly (Mention | undefined)[],
  lexicons: EntityLexicons,
): { first: number; isBounded: boolean } {
  const { tokens } = segmented;
  let first = last;
  let index = last;
  while (index > start && last - index < longestRole) {
    const before = index - 1;
    const { text } = tokens[before]!;
    const folded = foldWord(text);
    const name = nameTokens[before];
    if (isPossessive(text)) {
      const owner = nameTokens[before - 1];
      if (owner !== undefined) return { first: Math.max(owner.firstToken, start), isBounded: true };
      const article = articleBefore(segmented, before, start);
      return article === null ? { first: index, isBounded: true } : { first: article + 1, isBounded: true };
    }
    if (determiners.has(folded)) return { first: index, isBounded: true };
    if (name !== undefined) {
      if (name.type === 'person') break;
      index = Math.max(name.firstToken, start);
    } else if (roleNoun(text, lexicons) !== null || isModifier(folded)) index = before;
    else if (joiners.has(folded)) {
      const isJoint =
        /^(?:and|&)$/.test(folded) && before > start && roleNoun(tokens[before - 1]!.text, lexicons) !== null;
      const holder = before > start ? roleNoun(tokens[before - 1]!.text, lexicons) : null;
      // "The son of the former prop Roe" is not Roe.
      const isOffice = folded === 'of' && holder !== null && !lexicons.kindredRoles.isOfLife(holder);
      if (!isJoint && !isOffice) break;
      index = before - 1;
    } else if (
      isCapitalized(text) &&
      /^\p{L}/u.test(text) &&
      !calendarNames.has(folded) &&
      (before > start || !sentenceOpeners.has(folded))
    )
      index = before;
    else {
      const article = articleBefore(segmented, index, start);
      if (article !== null) return { first: article + 1, isBounded: true };
      const owner = ownerBefore(segmented, index, start, nameTokens);
      if (owner !== null) return { first: owner, isBounded: true };
      if (!opensSentence(segmented, index, start)) break;
      return { first: start, isBounded: true };
    }
    first = index;
  }
  return { first, isBounded: index <= start };
}

const determiners = new Set('the a an its his her their our my this that'.split(' '));

/** The article before up to four plain words that end before `end`; null where none stands there. */
function articleBefore(segmented: SegmentedText, end: number, start: number): number | null {
  for (let index = end - 1; index >= start && end - index < 6; index--) {
    const { text } = segmented.tokens[index]!;
    if (determiners.has(foldWord(text))) return index;
    if (!/^[\p{L}-]+$/u.test(text) || nounStops.has(text)) return null;
  }
  return null;
}

/**
 * Where the owner starts that stands before up to four plain words; null where none does.
 *   Louisa County's deputy emergency manager
 *   ^
 */
function ownerBefore(
  { tokens }: SegmentedText,
  end: number,
  start: number,
  nameTokens: readonly (Mention | undefined)[],
): number | null {
  for (let index = end - 1; index > start && end - index < 6; index--) {
    const { text } = tokens[index]!;
    if (isPossessive(text)) {
      const owner = nameTokens[index - 1];
      return owner === undefined || owner.type === 'person' ? null : Math.max(owner.firstToken, start);
    }
    if (!/^\p{Ll}[\p{L}-]*$/u.test(text) || nounStops.has(text)) return null;
  }
  return null;
}

/**
 * Whether no more than two plain words stand between the start of the sentence and a role:
 *   Senior class president Noah Pham
 *   ^^^^^^^^^^^^
 */
function opensSentence({ tokens }: SegmentedText, end: number, start: number): boolean {
  if (end - start > 2) return false;
  for (let index = start; index < end; index++) {
    const { text } = tokens[index]!;
    const folded = foldWord(text);
    if (!/^[\p{L}-]+$/u.test(text) || sentenceOpeners.has(folded) || nounStops.has(folded)) return false;
    if (/(?:ly|ing|ed)$/.test(folded)) return false;
  }
  return true;
}

/** Words that no noun phrase holds between its article and its noun. */
const nounStops = new Set(
  'and or but of for in at on by with to from as when while said told says who which that was is were are had has'.split(
    ' ',
  ),
);

/** Words that open sentences with a capital and belong to no role. */
const sentenceOpeners = new Set(
  `in at on with after before as but and or when while then yesterday today meanwhile however although though if for by
  from to of said says both later earlier also now once since until because so yet still even not according asked
  instead like unlike among during under over about against despite one two three some many most all no`.split(
    /\s+/,
  ),
);

const isModifier = (folded: string): boolean =>
  modifiers.has(folded) || /^(?:co-|ex-|vice-|then-|anti-|pro-)/.test(folded);

/** "Secretary of State John Kerry", "Director of National Intelligence James Clapper": the head stands further left. */
function isOfficeTail(
  segmented: SegmentedText,
  last: number,
  sentenceStart: number,
  lexicons: EntityLexicons,
): boolean {
  const { tokens } = segmented;
  for (let index = last; index >= sentenceStart && last - index < 4; index--) {
    const { text } = tokens[index]!;
    if (text === 'of' || text === 'for') {
      const head = tokens[index - 1];
      return (
        index < last &&
        index > sentenceStart &&
        isCapitalized(head!.text) &&
        roleNoun(head!.text, lexicons) !== null
      );
    }
    if (!isCapitalized(text)) return false;
  }
  return false;
}
