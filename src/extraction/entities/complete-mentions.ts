import type { EntityType } from '../../domain/entity.ts';
import type { SegmentedText } from '../../text/segments.ts';
import { calendarNames } from './calendar.ts';
import { foldName, foldWord, isAllCapitals, isCapitalized } from './fold.ts';
import type { EntityLexicons } from './lexicons.ts';
import { findMarkedName } from './marked-names.ts';
import { createMention, isPossessive, type Mention } from './mention.ts';

/**
 * What the whole article tells of single places: a name found once is found wherever it stands, one form has one type,
 * and the names of peoples and countries are known words. Adds to the tagger's mentions what it missed.
 */
export function completeMentions(
  segmented: SegmentedText,
  mentions: readonly Mention[],
  lexicons: EntityLexicons,
): Mention[] {
  const known = settleTypes(
    dropOverlaps(mentions.flatMap((mention) => readParts(segmented, mention, lexicons))),
    lexicons,
  );
  const added = findMissed(segmented, known, lexicons);
  const all = settleTypes(dropOverlaps([...known, ...added].sort((a, b) => a.start - b.start)), lexicons);
  return all.map((mention) => (isFamily(segmented, mention) ? { ...mention, type: 'group' } : mention));
}

/** The first of those that overlap: two names that cut one word into pieces may both have been read as the whole of it. */
function dropOverlaps(mentions: readonly Mention[]): Mention[] {
  let reached = 0;
  return mentions.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

/**
 * A family is nobody of its members:
 *   the Kallergis family      the Kinoshita and Mori families      the Clintons
 *       ^^^^^^^^^                 ^^^^^^^^^     ^^^^                   ^^^^^^^^
 */
function isFamily({ tokens }: SegmentedText, mention: Mention): boolean {
  if (mention.type !== 'person' || mention.endToken - mention.firstToken > 1 || mention.honorific !== null)
    return false;
  const [next, third] = [tokens[mention.endToken]?.text ?? '', tokens[mention.endToken + 2]?.text ?? ''];
  if (/^(?:family|families|brothers|sisters|siblings|dynasty|clan)$/.test(next)) return true;
  return next === 'and' && /^(?:families|clans|dynasties)$/.test(third);
}

/**
 * The known names of a compound that the tagger marked whole:
 *   Iran-made drones   the Israeli-Palestinian conflict   US-China talks
 *   ^^^^                   ^^^^^^^^^^^^^^^^^^^            ^^ ^^^^^
 */
function readParts(segmented: SegmentedText, mention: Mention, lexicons: EntityLexicons): Mention[] {
  if (mention.type === 'person' || mention.endToken - mention.firstToken !== 1) return [mention];
  const compound = findCompound(segmented, mention.firstToken, lexicons, noNames);
  return compound.length > 0 ? compound : [mention];
}

const noNames: ReadonlyMap<string, EntityType> = new Map();

/** One token's compound of known names; empty where it is none. */
function findCompound(
  segmented: SegmentedText,
  token: number,
  lexicons: EntityLexicons,
  names: ReadonlyMap<string, EntityType>,
): Mention[] {
  const { start, text } = segmented.tokens[token]!;
  if (!/[-–]/.test(text) || text.length > 60) return [];
  const parts: { start: number; end: number; type: EntityType | null; lower: boolean }[] = [];
  let from = 0;
  for (const piece of text.split(/[-–]/)) {
    const lower = !isCapitalized(piece);
    const type = lower ? null : (names.get(piece) ?? listedType(piece, lexicons));
    parts.push({ start: start + from, end: start + from + piece.length, type, lower });
    from += piece.length + 1;
  }
  const capitalized = parts.filter(({ lower }) => !lower);
  if (capitalized.length === 0 || capitalized.some(({ type }) => type === null)) return [];
  if (capitalized.length > 1 && capitalized.every(({ type }) => type === 'group')) {
    const span = { start: capitalized[0]!.start, end: capitalized.at(-1)!.end };
    return [createMention(segmented, span, 'group', listedConfidence)];
  }
  return capitalized.map((part) => createMention(segmented, part, part.type!, listedConfidence));
}

/** What the lists say of a form; null where they do not hold it. */
function listedType(form: string, lexicons: EntityLexicons): EntityType | null {
  const folded = foldName(form);
  if (lexicons.peoples.has(folded)) return 'group';
  if (!lexicons.countries.has(folded)) return null;
  return folded.length > 3 || isAllCapitals(form) ? 'place' : null;
}

/** Confidence of mentions that lists alone show, and of forms that were found elsewhere in the article. */
const listedConfidence = 0.9;
const repeatedConfidence = 0.8;

/** One type for all mentions of one form: the one that the tagger gave with most confidence in all. */
function settleTypes(mentions: readonly Mention[], lexicons: EntityLexicons): Mention[] {
  const votes = new Map<string, Map<EntityType, number>>();
  const vote = (key: string, type: EntityType, weight: number) => {
    const types = votes.get(key) ?? new Map<EntityType, number>();
    votes.set(key, types.set(type, (types.get(type) ?? 0) + weight));
  };
  const partVotes = new Map<string, Map<EntityType, number>>();
  const speakFor = (word: string, type: EntityType, weight: number) => {
    if (lexicons.peoples.has(word) || lexicons.countries.has(word)) return;
    // However often it stands there: a city is no organization because its newspaper is named ten times.
    const types = partVotes.get(word) ?? new Map<EntityType, number>();
    partVotes.set(word, types.set(type, Math.max(types.get(type) ?? 0, weight)));
  };
  for (const { text, type, confidence, honorific } of mentions) {
    const folded = foldName(text);
    vote(folded, type, honorific === null ? confidence : 3);
    // A full name speaks for its first and its last word: "Dmitry Peskov" makes a lone "Peskov" a person.
    const words = folded.split(' ');
    if (words.length < 2) continue;
    if (type === 'person')
      for (const word of [words[0]!, words.at(-1)!]) speakFor(word, type, 0.7 * confidence);
    if (type === 'organization') speakFor(words[0]!, type, 0.4 * confidence);
  }
  for (const [word, types] of partVotes) for (const [type, weight] of types) vote(word, type, weight);
  return mentions.map((mention) => {
    const folded = foldName(mention.text);
    const types = votes.get(folded)!;
    let best = mention.type;
    for (const [type, weight] of types) if (weight > types.get(best)! + 1e-9) best = type;
    if (best !== 'person' && lexicons.peoples.has(folded)) best = 'group';
    else if (best !== 'person' && lexicons.surelyOrganizations.has(folded)) best = 'organization';
    return best === mention.type ? mention : { ...mention, type: best };
  });
}

/** Mentions that the tagger did not mark: of names that it marked elsewhere, and of peoples and countries. */
function findMissed(
  segmented: SegmentedText,
  known: readonly Mention[],
  lexicons: EntityLexicons,
): Mention[] {
  const { tokens, sentences, sentenceOfToken } = segmented;
  const names = new Map<string, EntityType>();
  /** Per first word, how many words the names have that start with it. */
  const lengths = new Map<string, Set<number>>();
  const lowerForms = new Set<string>();
  for (const { text } of tokens) if (!isCapitalized(text)) lowerForms.add(text);
  const addName = (words: readonly string[], type: EntityType) => {
    if (words.length > longestName) return;
    const key = words.join(' ');
    if (names.has(key)) return;
    names.set(key, type);
    const first = words[0]!;
    const known = lengths.get(first);
    if (known === undefined) lengths.set(first, new Set([words.length]));
    else known.add(words.length);
  };
  for (const { text, type } of known) {
    const words = text.split(/\s+/);
    if (!isCapitalized(words[0]!) && !isCapitalized(words.at(-1)!)) continue;
    addName(words, type);
  }
  for (const { text, type } of known) {
    const surname = type === 'person' ? text.slice(text.lastIndexOf(' ') + 1) : '';
    if (
      surname.length > 2 &&
      surname !== text &&
      isCapitalized(surname) &&
      isNameLike(surname, lowerForms, lexicons)
    )
      addName([surname], 'person');
  }

  const added: Mention[] = [];
  let next = 0;
  for (let index = 0; index < tokens.length; index++) {
    while (next < known.length && known[next]!.endToken <= index) next++;
    const covering = known[next];
    if (covering !== undefined && covering.firstToken <= index) {
      index = covering.endToken - 1;
      continue;
    }
    const limit = covering?.firstToken ?? tokens.length;
    const token = tokens[index]!;
    const opensSentence = sentences[sentenceOfToken[index]!]!.firstToken === index;
    const length = longestMatch(segmented, index, limit, names, lengths.get(token.text));
    if (length > 1 || (length === 1 && isNameHere(token.text, opensSentence, lowerForms, lexicons))) {
      const span = { start: token.start, end: tokens[index + length - 1]!.end };
      const type = names.get(segmented.text.slice(span.start, span.end).replace(/\s+/g, ' ')) ?? 'other';
      added.push(createMention(segmented, span, type, repeatedConfidence));
      index += length - 1;
      continue;
    }
    const compound = findCompound(segmented, index, lexicons, names);
    if (compound.length > 0) {
      added.push(...compound);
      continue;
    }
    if (token.text === 'X' && isOnX(tokens[index - 1]?.text, tokens[index + 1]?.text)) {
      added.push(createMention(segmented, token, 'organization', listedConfidence));
      continue;
    }
    const marked = findMarkedName(segmented, index, lexicons);
    if (marked !== null) {
      added.push(marked);
      index = marked.endToken;
      continue;
    }
    const listed = findListed(segmented, index, limit, lexicons);
    if (listed !== null) {
      added.push(listed);
      index = listed.endToken - 1;
    }
  }
  return added;
}

const longestName = 8;

/** "she wrote on X:", "On X, formerly Twitter, …" */
const isOnX = (before: string | undefined, after: string | undefined): boolean =>
  /^(?:on|to|via)$/i.test(before ?? '') &&
  !isCapitalized(after ?? '') &&
  !/^[-–]?\p{L}?$/u.test(after ?? '.');

function longestMatch(
  segmented: SegmentedText,
  index: number,
  limit: number,
  names: ReadonlyMap<string, EntityType>,
  lengths: ReadonlySet<number> | undefined,
): number {
  if (lengths === undefined) return 0;
  let key = '';
  let best = 0;
  for (let length = 1; length <= longestName && index + length <= limit; length++) {
    const token = segmented.tokens[index + length - 1]!;
    const previous = segmented.tokens[index + length - 2];
    key += length > 1 && previous!.end < token.start ? ` ${token.text}` : token.text;
    if (names.has(key)) best = length;
  }
  return best;
}

/** Words that open sentences and questions, and are surnames, too. */
const doubtfulSurnames = new Set('will mark bill art hope young long short wood day best'.split(' '));

function isNameLike(word: string, lowerForms: ReadonlySet<string>, lexicons: EntityLexicons): boolean {
  const folded = foldWord(word);
  return (
    !calendarNames.has(folded) &&
    !doubtfulSurnames.has(folded) &&
    !lowerForms.has(word.toLowerCase()) &&
    !lexicons.roleNouns.has(folded)
  );
}

/** Whether a lone word that is a name elsewhere is one here, too: at the head of a sentence it may be any word. */
function isNameHere(
  word: string,
  opensSentence: boolean,
  lowerForms: ReadonlySet<string>,
  lexicons: EntityLexicons,
): boolean {
  if (!isCapitalized(word)) return false;
  return !opensSentence || isNameLike(word, lowerForms, lexicons);
}

/** A country's or a people's name that stands at the token and is no part of a longer, unknown name. */
function findListed(
  segmented: SegmentedText,
  index: number,
  limit: number,
  lexicons: EntityLexicons,
): Mention | null {
  const { tokens, text } = segmented;
  const token = tokens[index]!;
  if (!isCapitalized(token.text)) return null;
  for (let length = Math.min(3, limit - index); length > 0; length--) {
    const last = tokens[index + length - 1]!;
    if (!isCapitalized(last.text)) continue;
    const span = { start: token.start, end: last.end };
    const form = text.slice(span.start, span.end);
    const type = listedType(form, lexicons);
    if (type === null) continue;
    const before = index > 0 ? tokens[index - 1]! : null;
    const after = tokens[index + length];
    const isPartOfName =
      (after !== undefined && index + length < limit && isUnknownName(after.text, lexicons)) ||
      (before !== null && isUnknownName(before.text, lexicons) && !isSentenceStart(segmented, index - 1));
    // A word that is also a first name or an ordinary word needs more than the list.
    const isDoubtful = ambiguousForms.has(foldName(form));
    if (/[$€£¥]/.test(text.charAt(last.end))) return null;
    if (isDoubtful || (isPartOfName && type === 'place')) return null;
    if (type === 'place' && lexicons.firstNames.has(foldName(form)) && !isPossessive(after?.text))
      return null;
    return createMention(segmented, span, type, listedConfidence);
  }
  return null;
}

const ambiguousForms = new Set(
  `pole poles dane danes finn scot brit turk kiwi kiwis swede mongol pol maori sami jain democratic communist socialist
  republican baptist methodist islamist zionist peronist maoist marxist philippine crimean balkan caribbean nazi
  car islamic republic congo`.split(/\s+/),
);

const isUnknownName = (word: string, lexicons: EntityLexicons): boolean => {
  if (!isCapitalized(word)) return false;
  const folded = foldWord(word);
  return !lexicons.roleNouns.has(folded) && !lexicons.honorifics.has(folded);
};

function isSentenceStart(segmented: SegmentedText, index: number): boolean {
  return segmented.sentences[segmented.sentenceOfToken[index]!]!.firstToken === index;
}
