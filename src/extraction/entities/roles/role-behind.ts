import type { SegmentedText } from '../../../text/segments.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import type { Mention } from '../words/mention.ts';
import { clauseOpeners, createRole, isComma, longestRole, type Role, readRole } from './role.ts';

/** What stands behind a name: "Jane Doe, 54, a teacher from Ohio,". */
export interface Apposition {
  readonly roles: readonly Role[];
  readonly age: number | null;
}

/**
 * The roles in the appositions behind a name, and behind "is":
 *   Jane Doe, 54, a teacher from Ohio,      Jane Doe, who is a teacher,      Jane Doe is a teacher
 *                   ^^^^^^^^^^^^^^^^^                        ^^^^^^^                      ^^^^^^^
 */
export function findRolesBehind(
  segmented: SegmentedText,
  mention: Mention,
  nameTokens: readonly (Mention | undefined)[],
  lexicons: EntityLexicons,
): Apposition {
  const { tokens } = segmented;
  const end = segmented.sentences[segmented.sentenceOfToken[mention.firstToken]!]!.endToken;
  const textAt = (index: number): string => (index < end ? tokens[index]!.text : '');
  const roles: Role[] = [];
  let age: number | null = null;
  const readPredicate = (first: number): Role | null => {
    const start = skipArticle(segmented, first, end);
    return readRole(segmented, start, phraseEnd(segmented, start, end), nameTokens, lexicons);
  };
  let index = mention.endToken;
  if (copulas.test(textAt(index))) {
    const role = /^(?:the|a|an)$/i.test(textAt(index + 1)) ? readPredicate(index + 1) : null;
    return { roles: role === null ? [] : [role], age };
  }
  if (textAt(index) === '(' && isAge(textAt(index + 1)) && textAt(index + 2) === ')') {
    age = Number(textAt(index + 1));
    index += 3;
  }
  while (isComma(textAt(index)) && index + 1 < end) {
    const aged = /^(?:aged|now|then)$/.test(textAt(index + 1)) ? index + 2 : index + 1;
    if (isAge(textAt(aged)) && /^[,.]?$/.test(textAt(aged + 1))) {
      age = Number(textAt(aged));
      index = aged + 1;
      continue;
    }
    // "Sen. Hannah Weissberg, D-Berkeley, the bill's author,"
    if (/^[DRI]-\p{Lu}/u.test(textAt(index + 1)) && isComma(textAt(index + 2))) {
      index += 2;
      continue;
    }
    if (textAt(index + 1) === 'who') {
      // What somebody is, and not what they do or did: "who runs a bakery".
      const isTold = /^(?:is|was|turns|turned)$/.test(textAt(index + 2));
      if (isTold && isAge(textAt(index + 3)) && /^(?:,|\.|and)?$/.test(textAt(index + 4)))
        age = Number(textAt(index + 3));
      const role = copulas.test(textAt(index + 2)) ? readPredicate(index + 3) : null;
      if (role !== null) roles.push(role);
      break;
    }
    const stop = phraseEnd(segmented, index + 1, end);
    const role = readApposition(segmented, index + 1, stop, nameTokens, lexicons);
    if (role === null) break;
    roles.push(role);
    index = stop;
  }
  return { roles, age };
}

/**
 * The role between two commas. One person is no plural, and a participle opens what somebody does, no role:
 *   Abou Zeidane, one of its commanders,      not: Chaudhry, her rival, accused ministers of delay
 *                 ^^^^^^^^^^^^^^^^^^^^^                                  ^^^^^^^^^^^^^^^^^^^^
 */
function readApposition(
  segmented: SegmentedText,
  first: number,
  stop: number,
  nameTokens: readonly (Mention | undefined)[],
  lexicons: EntityLexicons,
): Role | null {
  const { tokens } = segmented;
  const isOneOf = tokens[first]!.text === 'one' && tokens[first + 1]?.text === 'of';
  const isSometime =
    /^(?:once|formerly|now|currently|previously|himself|herself|then|also|by|originally)$/.test(
      tokens[first]!.text,
    );
  const start = isOneOf ? first + 2 : skipArticle(segmented, first + Number(isSometime), stop);
  const role = readRole(segmented, start, stop, nameTokens, lexicons);
  if (role === null || isOneOf) return role === null ? null : createRole(segmented, first, stop, role.head);
  const isPlural = role.head.endsWith('s') && lexicons.roleNouns.has(role.head.slice(0, -1));
  const isParticiple =
    start === first && /^\p{Ll}+ed$/u.test(tokens[first]!.text) && !adjectives.has(tokens[first]!.text);
  return isPlural || isParticiple ? null : role;
}

/** Participles that open a role without an article: "Roe, retired judge, said". */
const adjectives = new Set(
  'retired convicted disgraced appointed elected exiled jailed acclaimed renowned seasoned'.split(' '),
);

const copulas = /^(?:is|was)$/;
const isAge = (word: string): boolean => /^\d{1,3}$/.test(word);

function skipArticle(segmented: SegmentedText, index: number, end: number): number {
  return index < end && /^(?:the|a|an)$/i.test(segmented.tokens[index]!.text) ? index + 1 : index;
}

/** What reporters say of how they met somebody: "a mother of five reached by phone". */
const encounters = new Set('reached contacted interviewed speaking'.split(' '));

/** Where an apposition ends: at a comma, a dash, a bracket or a stop, at a clause, or where a second role is joined. */
function phraseEnd(segmented: SegmentedText, from: number, end: number): number {
  let index = from;
  while (index < end && index - from <= longestRole + 1) {
    const { text } = segmented.tokens[index]!;
    if (/^(?:[,.;:!?()"“”«»]|--|—|–|\.\.\.)$/.test(text)) break;
    if (index > from && (clauseOpeners.has(text) || encounters.has(text))) break;
    if (text === 'and' && /^(?:a|an|the|his|her|one)$/.test(segmented.tokens[index + 1]?.text ?? '')) break;
    index++;
  }
  return index;
}
