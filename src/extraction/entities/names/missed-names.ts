import type { EntityType } from '../../../domain/entity.ts';
import type { SegmentedText, Token } from '../../../text/segments.ts';
import { bodyNoun } from '../kinds/body-nouns.ts';
import { calendarNames } from '../words/calendar.ts';
import { foldWord, isCapitalized } from '../words/fold.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import { createMention, type Mention } from '../words/mention.ts';
import { speaks } from '../words/speaking.ts';
import { findCompound } from './compounds.ts';
import { findKinName } from './kin-names.ts';
import { findListed, listedConfidence } from './listed-names.ts';
import { findMarkedName } from './marked-names.ts';

/** Mentions that the tagger did not mark: of names that it marked elsewhere, and of peoples and countries. */
export function findMissed(
  segmented: SegmentedText,
  known: readonly Mention[],
  lexicons: EntityLexicons,
): Mention[] {
  const { tokens, sentences, sentenceOfToken } = segmented;
  const lowerForms = new Set<string>();
  for (const { text } of tokens) if (!isCapitalized(text)) lowerForms.add(text);
  const names = readKnownNames(known, lowerForms, lexicons);
  const added: Mention[] = [];
  let next = 0;
  for (let index = 0; index < tokens.length; index++) {
    while (next < known.length && known[next]!.endToken <= index) next++;
    const covering = known[next];
    if (covering !== undefined && covering.firstToken <= index) {
      index = covering.endToken - 1;
      continue;
    }
    const token = tokens[index]!;
    if (isNumberedName(segmented, index, lexicons)) {
      added.push(createMention(segmented, token, 'organization', repeatedConfidence));
      continue;
    }
    if (!isCapitalized(token.text) && !names.firstTokens.has(token.text)) {
      added.push(...findCompound(segmented, index, lexicons, names.types));
      continue;
    }
    const limit = covering?.firstToken ?? tokens.length;
    const opensSentence = sentences[sentenceOfToken[index]!]!.firstToken === index;
    const length = longestMatch(segmented, index, limit, names);
    const isName =
      length > 1 || (length === 1 && isNameHere(token.text, opensSentence, lowerForms, lexicons));
    const isSurname =
      length < 2 && names.doubtful.has(token.text) && isSurnameHere(segmented, index, opensSentence);
    if (isSurname) {
      added.push(createMention(segmented, token, 'person', repeatedConfidence));
      continue;
    }
    if (isName) {
      const span = { start: token.start, end: tokens[index + length - 1]!.end };
      const type = names.types.get(keyOf(segmented.text.slice(span.start, span.end))) ?? 'other';
      added.push(createMention(segmented, span, type, repeatedConfidence));
      index += length - 1;
      continue;
    }
    const compound = findCompound(segmented, index, lexicons, names.types);
    if (compound.length > 0) {
      added.push(...compound);
    } else if (isNetwork(tokens, index) || isKnownBody(segmented, index)) {
      added.push(createMention(segmented, token, 'organization', listedConfidence));
    } else {
      const found =
        findMarkedName(segmented, index, lexicons) ??
        findListed(segmented, index, limit, lexicons) ??
        findKinName(segmented, index);
      if (found === null) continue;
      added.push(found);
      index = found.endToken - 1;
    }
  }
  return added;
}

/** Confidence of forms that the tagger marked elsewhere in the article. */
const repeatedConfidence = 0.8;

interface KnownNames {
  /** Per name, its words joined by one space: its type. */
  readonly types: ReadonlyMap<string, EntityType>;
  /** The tokens that names start with. */
  readonly firstTokens: ReadonlySet<string>;
  /** Surnames of people that are words as well: "Bishop", "Short", "May". */
  readonly doubtful: ReadonlySet<string>;
}

const keyOf = (name: string): string => name.replace(/\s+/g, ' ');

/** The names of the article, and the surnames and first names of its people. */
function readKnownNames(
  known: readonly Mention[],
  lowerForms: ReadonlySet<string>,
  lexicons: EntityLexicons,
): KnownNames {
  const types = new Map<string, EntityType>();
  const firstTokens = new Set<string>();
  const doubtful = new Set<string>();
  const add = (name: string, type: EntityType) => {
    if (types.has(name)) return;
    types.set(name, type);
    firstTokens.add(name.split(' ', 1)[0]!);
  };
  for (const { text, type, firstToken, endToken } of known) {
    const name = keyOf(text);
    const last = name.slice(name.lastIndexOf(' ') + 1);
    if (endToken - firstToken <= longestName && (isCapitalized(name) || isCapitalized(last))) add(name, type);
  }
  for (const { text, type } of known) {
    if (type !== 'person') continue;
    const surname = text.slice(text.lastIndexOf(' ') + 1);
    if (surname === text || surname.length < 3 || !opensAsName(surname)) continue;
    if (!isNameLike(surname, lowerForms, lexicons)) {
      doubtful.add(surname);
      continue;
    }
    add(surname, 'person');
    // "MS ORAV:" in a transcript.
    add(surname.toUpperCase(), 'person');
    const given = text.slice(0, text.indexOf(' '));
    if (given.length > 3 && isCapitalized(given) && isNameLike(given, lowerForms, lexicons))
      add(given, 'person');
  }
  return { types, firstTokens, doubtful };
}

/** How many tokens the names have that are looked for. */
const longestName = 8;

/** Whether a word that is many things is a party, a union or a charity: where it speaks, "Shelter said". */
function isKnownBody(segmented: SegmentedText, index: number): boolean {
  const { tokens } = segmented;
  if (!spokenFor.has(tokens[index]!.text)) return false;
  const isNamed = tokens[index - 1]?.text === 'to' && /^according$/i.test(tokens[index - 2]?.text ?? '');
  return isNamed || speaks(segmented, { firstToken: index, endToken: index + 1 });
}

const spokenFor = new Set(
  'Amnesty Coalition Crisis Labor Labour Mencap Mind Momentum Refuge Relate Scope Shelter Stonewall Unison Unite'.split(
    ' ',
  ),
);

/** "she wrote on X:", "On X, formerly Twitter, …", but not "from A to X-ray" and "on X Street". */
function isNetwork(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]!.text !== 'X' || !/^(?:on|to|via)$/i.test(tokens[index - 1]?.text ?? '')) return false;
  const after = tokens[index + 1]?.text ?? '.';
  return !isCapitalized(after) && !/^[-–]/.test(after);
}

/**
 * Whether a word that begins with a figure is a firm's name: one that speaks.
 *
 * > 23andMe said …      > according to the data firm 1010data      not: > The 5th said …
 *   ^^^^^^^                                         ^^^^^^^^
 */
function isNumberedName(segmented: SegmentedText, index: number, lexicons: EntityLexicons): boolean {
  const { text } = segmented.tokens[index]!;
  if (!/^\d/.test(text) || !numbered.test(text)) return false;
  const before = segmented.tokens[index - 1]?.text ?? '';
  return (
    speaks(segmented, { firstToken: index, endToken: index + 1 }) ||
    (before === 'to' && /^according$/i.test(segmented.tokens[index - 2]?.text ?? '')) ||
    (/^\p{Ll}/u.test(before) && bodyNoun(before, '', lexicons) !== null)
  );
}

/** Without "5th", "90s", "10am", "2bn" and "20-year-old". */
const numbered = /^\d+(?:-\p{Lu}\p{Ll}+|(?:\p{Ll}{4,}|\p{Ll}*\p{Lu}\p{L}*|i))$/u;

function longestMatch(
  { tokens }: SegmentedText,
  index: number,
  limit: number,
  { types, firstTokens }: KnownNames,
): number {
  if (!firstTokens.has(tokens[index]!.text)) return 0;
  let key = '';
  let best = 0;
  for (let length = 1; length <= longestName && index + length <= limit; length++) {
    const token = tokens[index + length - 1]!;
    const isApart = length > 1 && tokens[index + length - 2]!.end < token.start;
    key += isApart ? ` ${token.text}` : token.text;
    if (types.has(key)) best = length;
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
  return !opensSentence || isNameLike(word, lowerForms, lexicons);
}

/** With a capital, or with an article before it: "al-Masri", "d'Arcy". */
const opensAsName = (word: string): boolean =>
  isCapitalized(word) || /^(?:al|el|ul|ash|as|ad|an|ar|at|az|d)[-'’]\p{Lu}/u.test(word);

/**
 * Whether a surname that is a word, too, is somebody's here: a verb of speech stands beside it, and no other word of a title.
 *
 * > Bishop said …      not: > Bishop Ann Lee said …      > the Bishop said …
 *   ^^^^^^
 */
function isSurnameHere(segmented: SegmentedText, index: number, opensSentence: boolean): boolean {
  const before = segmented.tokens[index - 1]?.text ?? '';
  if (!opensSentence && isCapitalized(before)) return false;
  return speaks(segmented, { firstToken: index, endToken: index + 1 });
}
