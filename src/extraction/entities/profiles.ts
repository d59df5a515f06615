import type { EntityType } from '../../domain/entity.ts';
import type { SegmentedText } from '../../text/segments.ts';
import { genderOfFirstName, readPersonName } from './groups/person-names.ts';
import { findKinds } from './kinds/kinds.ts';
import { findDeeds } from './roles/deeds.ts';
import type { LedeRole } from './roles/lede-roles.ts';
import { findRoles, type Role } from './roles/roles.ts';
import { foldName, foldWord } from './words/fold.ts';
import type { EntityLexicons, Gender } from './words/lexicons.ts';
import type { Mention } from './words/mention.ts';

/** What the text shows of an entity, for telling whom a pronoun or a description means. Never served. */
export interface EntityProfile {
  /** In the order of the text; none twice. */
  readonly roles: readonly Role[];
  readonly age: number | null;
  /** Of an organization: the nouns that say what it is, folded ("company", "union"). */
  readonly kinds: ReadonlySet<string>;
  /** Likewise: what else is said of it beside its name ("ruling", "Baltic"), levelled. */
  readonly traits: ReadonlySet<string>;
  /** Keys of the peoples and names of the countries that the text ties it to ("Abebe of Ethiopia", "the Russian poet"). */
  readonly origins: ReadonlySet<string>;
  /** Of a person: what those are called who do what it does ("coach" of one who coaches). */
  readonly deeds: ReadonlySet<string>;
  /** Of a person: words that stand behind its name, folded. */
  readonly told: ReadonlySet<string>;
  /** Of a person: whether a court hears of what it did. */
  readonly isAccused: boolean;
  /** Probability in (0, 1) that it is a man; one minus it, a woman. One half is: nothing is known. */
  readonly male: number;
}

/** `nameTokens`: per token, the mention that holds it. */
export function profileEntity(
  segmented: SegmentedText,
  type: EntityType,
  mentions: readonly Mention[],
  nameTokens: readonly (Mention | undefined)[],
  lexicons: EntityLexicons,
  lede: LedeRole | null,
): EntityProfile {
  const { kinds, traits } = findKinds(segmented, type, mentions, lexicons);
  const none: ReadonlySet<string> = new Set();
  if (type !== 'person')
    return {
      roles: [],
      age: null,
      kinds,
      traits,
      origins: none,
      deeds: none,
      told: none,
      isAccused: false,
      male: 0.5,
    };
  const roles = new Map<string, Role>();
  let age: number | null = null;
  for (const mention of mentions) {
    const found = findRoles(segmented, mention, nameTokens, lexicons);
    age ??= found.age;
    for (const role of found.roles) {
      const key = foldWord(role.text);
      if (!roles.has(key)) roles.set(key, role);
    }
  }
  for (const { text } of roles.values())
    age ??= Number(/\b(\d{1,3})-year-old/.exec(text)?.[1] ?? Number.NaN) || null;
  const evidence = weighGender(segmented, mentions, [...roles.values()], nameTokens, lexicons);
  const origins = findOrigins(segmented, mentions, [...roles.values()], nameTokens, lexicons);
  const isAccused = mentions.some((mention) => standsAccused(segmented, mention));
  const { deeds, told } = findDeeds(segmented, mentions, [...roles.values()], nameTokens, lexicons);
  if (lede !== null && mentions.includes(lede.mention) && mayBe([...roles.values()], lede.noun, lexicons))
    deeds.add(lede.noun);
  return {
    roles: [...roles.values()],
    age,
    kinds,
    traits,
    origins,
    deeds,
    told,
    isAccused,
    male: 1 / (1 + Math.exp(-evidence)),
  };
}

/** Does nothing that is said of someone speak against the noun? */
const mayBe = (roles: readonly Role[], noun: string, { kindredRoles }: EntityLexicons): boolean =>
  kindredRoles.isOfLife(noun) ||
  roles.every(({ head }) => kindredRoles.isOfLife(head) || kindredRoles.areAlike(head, noun));

/**
 * > Joel Hartnoll, 24, of Mill Lane, denies threatening behaviour.      > Hartnoll is accused of assault.
 *                                    ^^^^^^                                          ^^^^^^^^^^^^^^^^^
 */
function standsAccused({ tokens, sentenceOfToken }: SegmentedText, { endToken }: Mention): boolean {
  const last = Math.min(tokens.length - 1, endToken + longestAside);
  for (let index = endToken; index < last; index++) {
    if (sentenceOfToken[index] !== sentenceOfToken[endToken - 1]) return false;
    if (accused.test(`${tokens[index]!.text} ${tokens[index + 1]!.text}`)) return true;
    if (tokens[endToken]!.text !== ',') return false;
  }
  return false;
}

/** What stands between a name and its verb, in tokens. */
const longestAside = 16;

const accused =
  /^(?:denies \p{Ll}+|pleaded (?:not|guilty)|admitted (?:one|two|three|four|fraud|theft|assault|murder|manslaughter|\p{Ll}+ing)|(?:is|was|stands) (?:accused|charged|jailed|sentenced|convicted)|(?:is|stands) (?:on )?trial)\b/u;

function findOrigins(
  { tokens }: SegmentedText,
  mentions: readonly Mention[],
  roles: readonly Role[],
  nameTokens: readonly (Mention | undefined)[],
  lexicons: EntityLexicons,
): ReadonlySet<string> {
  const origins = new Set<string>();
  const add = (words: string) => {
    const folded = foldName(words);
    const origin = lexicons.countries.get(folded) ?? lexicons.peoples.get(folded)?.key;
    if (origin !== undefined) origins.add(origin);
  };
  for (const { text } of roles) for (const word of text.split(/[\s,]+|['’]s?\b/)) add(word);
  for (const { endToken } of mentions) {
    const place = nameTokens[endToken + 1];
    if (place !== undefined && /^(?:of|from)$/.test(tokens[endToken]!.text)) add(place.text);
  }
  return origins;
}

/** What each sign adds to the log-odds of a man (or takes off). */
const genderWeights = { honorific: 4, roleNoun: 3, firstName: 2.5, loneName: 1.2, pronoun: 0.35 };
const mostPronouns = 5;

function weighGender(
  segmented: SegmentedText,
  mentions: readonly Mention[],
  roles: readonly Role[],
  nameTokens: readonly (Mention | undefined)[],
  lexicons: EntityLexicons,
): number {
  const sign = (gender: Gender | null | undefined) => (gender === 'male' ? 1 : gender === 'female' ? -1 : 0);
  let honorific = 0;
  let firstName = 0;
  let pronouns = 0;
  for (const mention of mentions) {
    honorific ||= sign(mention.honorific?.gender);
    firstName ||= sign(firstNameGender(mention, lexicons));
    if (Math.abs(pronouns) < mostPronouns) pronouns += countPronouns(segmented, mention, nameTokens);
  }
  const isLone = honorific === 0 && mentions.every(({ text }) => !/\s/.test(text));
  const loneName = isLone ? sign(genderOfFirstName(foldWord(mentions[0]!.text), lexicons)) : 0;
  let roleNoun = 0;
  for (const { head } of roles) roleNoun ||= sign(lexicons.roleNouns.get(head));
  return (
    genderWeights.honorific * honorific +
    genderWeights.roleNoun * roleNoun +
    genderWeights.firstName * firstName +
    genderWeights.loneName * loneName +
    genderWeights.pronoun * Math.max(-mostPronouns, Math.min(mostPronouns, pronouns))
  );
}

function firstNameGender(mention: Mention, lexicons: EntityLexicons): Gender | null {
  const { words, isFamilyFirst } = readPersonName(mention, lexicons);
  if (words.length < 2) return null;
  const given = foldWord(mention.text.split(/\s+/)[isFamilyFirst ? 1 : 0] ?? mention.text);
  return genderOfFirstName(given, lexicons);
}

const pronounSigns: ReadonlyMap<string, number> = new Map([
  ...['he', 'him', 'his', 'himself'].map((pronoun) => [pronoun, 1] as const),
  ...['she', 'her', 'hers', 'herself'].map((pronoun) => [pronoun, -1] as const),
]);

/** How far behind a name its pronouns are looked for, in tokens. */
const pronounReach = 40;

/** "he" and its forms minus "she" and its forms, behind a name, up to the next person or the end of the next sentence. */
function countPronouns(
  segmented: SegmentedText,
  mention: Mention,
  nameTokens: readonly (Mention | undefined)[],
): number {
  const { tokens, sentenceOfToken } = segmented;
  const lastSentence = sentenceOfToken[mention.firstToken]! + 1;
  let count = 0;
  let isQuoted = false;
  for (
    let index = mention.endToken;
    index < tokens.length && index < mention.endToken + pronounReach;
    index++
  ) {
    if (sentenceOfToken[index]! > lastSentence) break;
    if (nameTokens[index]?.type === 'person') break;
    const { text } = tokens[index]!;
    if (text === '"') isQuoted = !isQuoted;
    else if (text === '“' || text === '”') isQuoted = text === '“';
    else if (!isQuoted) count += pronounSigns.get(text.toLowerCase()) ?? 0;
  }
  return count;
}
