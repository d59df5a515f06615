import type { EntityType } from '../../../domain/entity.ts';
import type { SegmentedText, Token } from '../../../text/segments.ts';
import type { Name } from '../../names.ts';
import { bodyNoun, isAgent } from '../kinds/body-nouns.ts';
import { foldName, foldWord, isAllCapitals, isCapitalized } from '../words/fold.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import { createMention, type Honorific, isPossessive, type Mention, tokenAt } from '../words/mention.ts';

/**
 * Cuts the tagger's names to what is name alone, and those that hold two names into two:
 *   President Vladimir Putin's   The Kremlin   Putin and Erdogan
 *             ^^^^^^^^^^^^^^         ^^^^^^^   ^^^^^     ^^^^^^^
 */
export function trimNames(
  segmented: SegmentedText,
  names: readonly Name[],
  lexicons: EntityLexicons,
): Mention[] {
  const mentions: Mention[] = [];
  let reached = 0;
  for (const name of [...names].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (name.start < reached || name.start >= name.end) continue;
    reached = name.end;
    const first = tokenAt(segmented.tokens, name.start);
    let end = first;
    while (end < segmented.tokens.length && segmented.tokens[end]!.start < name.end) end++;
    for (const [from, to] of splitParts(segmented, name, first, end)) {
      const own = behindDescription(segmented, name, from, to, lexicons);
      const before = own > from ? readOrigin(segmented, name, from, own, lexicons) : null;
      if (before !== null) mentions.push(before);
      const mention = trimName(segmented, name, own, to, lexicons);
      if (mention !== null) mentions.push(mention);
    }
  }
  return mentions;
}

/**
 * Where the name starts behind what it opens with that only describes it; `from` where there is nothing of the kind.
 *
 * > Sao Paulo-based Norvana Foods      > Indian brewer Kestrel Holdings      > Startup Norvana where a sentence opens
 *                   ^                                  ^                               ^
 */
function behindDescription(
  { tokens, sentenceOfToken }: SegmentedText,
  { type }: Name,
  from: number,
  to: number,
  lexicons: EntityLexicons,
): number {
  if (!/^(?:person|organization)$/.test(type)) return from;
  for (let index = to - 2; index >= from; index--) {
    const { text } = tokens[index]!;
    if (!isCapitalized(tokens[index + 1]!.text)) continue;
    if (based.test(text)) return index + 1;
    const isNoun = /^\p{Ll}+$/u.test(text) && bodyNoun(text, '', lexicons) !== null;
    if (type === 'organization' && isNoun) return index + 1;
  }
  const opens = sentenceOfToken[from - 1] !== sentenceOfToken[from];
  if (!opens || to - from < 2 || !isCapitalized(tokens[from + 1]!.text)) return from;
  // "Airline Pilots Guild"
  if (lexicons.organizationNouns.has(foldWord(tokens[to - 1]!.text))) return from;
  const noun = foldWord(tokens[from]!.text);
  const isDescribed = describing.has(noun) || (type === 'organization' && isAgent(noun, lexicons));
  return isDescribed ? from + 1 : from;
}

/** Nouns that no name opens with. */
const describing = new Set(
  `airline automaker biotech brokerage carmaker charity chipmaker consultancy drugmaker fintech insurer newspaper
  non-profit nonprofit planemaker pollster start-up startup supermarket think-tank watchdog`.split(/\s+/),
);

const based =
  /^(.+)-(?:affiliated|aligned|allied|backed|based|born|controlled|educated|funded|headquartered|led|linked|listed|owned|raised|registered|run|sponsored|supported|trained)$/;

/** The place or people that such a description opens with. */
function readOrigin(
  segmented: SegmentedText,
  { start, confidence }: Name,
  from: number,
  end: number,
  lexicons: EntityLexicons,
): Mention | null {
  const { tokens } = segmented;
  const [, place] = based.exec(tokens[end - 1]!.text) ?? [];
  const opening = Math.max(start, tokens[from]!.start);
  if (place !== undefined) {
    const span = { start: opening, end: tokens[end - 1]!.start + place.length };
    const isBody = lexicons.surelyOrganizations.has(foldWord(place));
    return isCapitalized(place)
      ? createMention(segmented, span, isBody ? 'organization' : 'place', confidence)
      : null;
  }
  if (!lexicons.peoples.has(foldWord(tokens[from]!.text))) return null;
  return createMention(segmented, { start: opening, end: tokens[from]!.end }, 'group', confidence);
}

/** The token ranges of the single names: a name crosses no sentence, and people are not joined by "and". */
function splitParts(segmented: SegmentedText, name: Name, first: number, end: number): [number, number][] {
  const { tokens, sentenceOfToken } = segmented;
  const parts: [number, number][] = [];
  let from = first;
  for (let index = first; index < end; index++) {
    const token = tokens[index]!.text;
    // "Lou Bell – Ana Ruiz's agent – left"
    const isApart =
      /^(?:–|—|--)$/.test(token) && index > first && tokens[index - 1]!.end < tokens[index]!.start;
    const isJoint = name.type === 'person' && (isApart || token === 'and' || token === '&' || token === '/');
    const isList = (token === ',' && /^(?:person|place)$/.test(name.type)) || token === ';';
    // "Paul Okoro, Jr.", "Washington, D.C."
    const isSuffix = isList && /^(?:[js]n?r\.?|i{1,3}|iv|d\.?c\.?)$/i.test(tokens[index + 1]?.text ?? '');
    // "World Bank (WB)", but not "Communist Party (Marxist)"
    const isLetters = token === '(' && isAllCapitals(tokens[index + 1]?.text ?? '') && index + 2 < end;
    if ((isJoint || isList || isLetters) && !isSuffix) {
      parts.push([from, index]);
      from = index + 1;
    } else if (index > from && sentenceOfToken[index] !== sentenceOfToken[index - 1]) {
      parts.push([from, index]);
      from = index;
    }
  }
  parts.push([from, end]);
  return parts;
}

const nameSuffixes = new Set(['jr', 'sr', 'jnr', 'snr', 'ii', 'iii', 'iv']);
export const isNameSuffix = (token: string | undefined): boolean =>
  token !== undefined && nameSuffixes.has(foldWord(token));

function trimName(
  segmented: SegmentedText,
  name: Name,
  first: number,
  end: number,
  lexicons: EntityLexicons,
): Mention | null {
  const { tokens } = segmented;
  let from = first;
  let to = end;
  while (to > from && isTrailing(tokens[to - 1]!, to - from) && !closesBracket(tokens, from, to)) to--;
  while (from < to && isLeading(tokens, from, to, name.type)) from++;
  if (from >= to) return null;
  const isLettered = to - from > 2 && honours.test(tokens[to - 1]!.text);
  const type = isLettered || isAddressed(tokens, from, to, lexicons) ? 'person' : name.type;
  let honorific: Honorific | null = null;
  // "the Conservative MSP": the party alone has a name.
  if (type !== 'person' && to - from > 1 && memberLetters.test(tokens[to - 1]!.text)) to--;
  if (type === 'person') {
    while (to - from > 1 && letters.test(tokens[to - 1]!.text)) to--;
    from = skipOffice(tokens, from, to, lexicons);
    for (let length = honorificLength(tokens, from, to, lexicons); length > 0; ) {
      const word = foldName(
        tokens
          .slice(from, from + length)
          .map(({ text }) => text)
          .join(' '),
      );
      honorific = { word, gender: lexicons.honorifics.get(word)! };
      from += length;
      // "Dato' Seri Grace Okoro"
      if (to - from > 1 && /^['’]$/.test(tokens[from]!.text)) from++;
      length = honorificLength(tokens, from, to, lexicons);
    }
    if (to - from === 1 && isOfficeAlone(tokens[from]!, lexicons)) return null;
  }
  if (from >= to || (to - from === 1 && officeLetters.test(tokens[from]!.text))) return null;
  // "Former Rep. Ann Lee": what stands before her name alone
  if (
    type !== 'person' &&
    personalAddress.test(tokens[to - 1]!.text) &&
    isCapitalized(tokens[to]?.text ?? '')
  )
    return null;
  // The tagger may cut inside a token ("Iran" of "Iran-made"): then its own borders hold.
  const start = Math.max(tokens[from]!.start, name.start);
  const stop = Math.min(tokens[to - 1]!.end, name.end);
  if (start >= stop) return null;
  honorific ??= type === 'person' ? honorificBefore(tokens, from, lexicons) : null;
  return createMention(segmented, { start, end: stop }, type, name.confidence, honorific);
}

/** "the PM", "DCM", "the CEO", and the "CS" of Kenya, who is a Cabinet Secretary. */
const officeLetters =
  /^(?:[PCF]M|DCM|MPs?|MLAs?|CJI|TDs?|MSPs?|MEPs?|C[EFOTIM]Os?|VP|CS|A?DG|CJ|[DA]CPs?|[SD]SPs?|A?DGP|IGP|SHO|SDM|PPRO|DPP|GPs?|QBs?)$/;

const memberLetters = /^(?:MPs?|MLAs?|TDs?|MSPs?|MEPs?|MLCs?|MNAs?|MPAs?|MPPs?|MKs?|MCAs?)$/;

/** How many tokens of a name are a form of address; something of the name stays. */
function honorificLength(
  tokens: readonly Token[],
  from: number,
  to: number,
  { honorifics }: EntityLexicons,
): number {
  const first = foldWord(tokens[from]!.text);
  if (to - from > 2 && honorifics.has(`${first} ${foldWord(tokens[from + 1]!.text)}`)) return 2;
  return to - from > 1 && honorifics.has(first) ? 1 : 0;
}

/** The form of address right before a token: "Mrs. Clinton". */
function honorificBefore(
  tokens: readonly Token[],
  index: number,
  lexicons: EntityLexicons,
): Honorific | null {
  const before = tokens[index - 1];
  if (before === undefined || !isCapitalized(before.text)) return null;
  const word = foldWord(before.text);
  const gender = lexicons.honorifics.get(word);
  return gender === undefined ? null : { word, gender };
}

function isTrailing(token: Token, length: number): boolean {
  if (isPossessive(token.text)) return true;
  return length > 0 && /^[.,;:!?"“”„«»)\]–—-]+$/.test(token.text);
}

/** > Communist Party (Marxist) */
const closesBracket = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens[to - 1]!.text === ')' && tokens.slice(from + 1, to - 1).some(({ text }) => text === '(');

function isLeading(tokens: readonly Token[], from: number, to: number, type: EntityType): boolean {
  const { text } = tokens[from]!;
  if (/^["“”„«»'‘’`(\]–—-]+$/.test(text)) return true;
  // "Had Roe asked?"
  if (to - from > 1 && type === 'person' && questionWord.test(text)) return true;
  // "The Night the Fridge Flew" is called so.
  if (type === 'work' || to - from < 2 || !/^(?:the|a|an)$/i.test(text)) return false;
  return tokens[from + 1]!.text !== 'Hague';
}

const questionWord = /^(?:Had|Has|Did|Does|Was|Is|Could|Would|Should)$/;

/** Degrees and honours behind a name. */
const letters =
  /^(?:QC|KC|SC|MP|MEP|MSP|TD|OBE|MBE|CBE|KBE|FRS|FRICS|PhD|Ph\.D\.|MD|M\.D\.|Esq|Esq\.|RN|CPA)$/;

/** Those of them that only people have. */
const honours = /^(?:QC|KC|SC|OBE|MBE|CBE|KBE|FRICS|PhD)$/;

/** Whether a form of address that only people have stands before the name or opens it, whatever its type. */
function isAddressed(tokens: readonly Token[], from: number, to: number, lexicons: EntityLexicons): boolean {
  const opens = to - from > 1 && personalAddress.test(tokens[from]!.text);
  const before = tokens[from - 1];
  const name = foldWord(tokens[to - 1]!.text);
  return (
    (opens || (before !== undefined && personalAddress.test(before.text))) &&
    !lexicons.organizationNouns.has(name)
  );
}

const personalAddress = /^(?:mr|mrs|ms|dr|sen|rep|gov|senator|herr|frau|prof|professor)\.?$/i;

/** Words that stand before or inside an office: "former Deputy Prime Minister". */
const officeModifiers = new Set(
  `former ex acting deputy vice senior chief prime foreign interim first general assistant associate executive lead
  co`.split(/\s+/),
);

/**
 * Behind the office that opens a person's name; the place itself where there is none.
 *   Russian President Vladimir Putin   |   not: James Baker III
 *                     ^
 */
function skipOffice(tokens: readonly Token[], from: number, to: number, lexicons: EntityLexicons): number {
  let start = from;
  for (let index = from; index < to - 1; index++) {
    const word = foldWord(tokens[index]!.text);
    // Oisín “Boxer” Kilbane: a nickname, and no boxer.
    if (/^["“„«‘']$/.test(tokens[index]!.text)) break;
    if (lexicons.roleNouns.has(word) || isFormerOffice(word, lexicons)) {
      if (mayBeInitials.test(tokens[index]!.text) && !isBorneBefore(tokens, index, lexicons)) break;
      if (lexicons.firstNames.has(word) && !officeModifiers.has(word) && index === start) break;
      if (isNameSuffix(tokens[index + 1]!.text)) break;
      start = index + 1;
    } else if (index === start && lexicons.firstNames.has(word) && !officeModifiers.has(word)) {
      break;
    } else if (index - start >= 3) {
      break;
    }
  }
  return start;
}

/** > Ex-Gov. Ann Lee      > then-President Ann Lee */
function isFormerOffice(word: string, { roleNouns, honorifics }: EntityLexicons): boolean {
  const office = word.replace(/^(?:ex|then|now|one-time|soon-to-be)-/, '');
  return office !== word && (roleNouns.has(office) || honorifics.has(office));
}

/** Letters of offices that are those of first names, too. */
const mayBeInitials = /^(?:CJ|CS|DG)$/;

/**
 * > Peter Lelei … CS Lelei      |   not: CJ Joiner
 */
function isBorneBefore(tokens: readonly Token[], letters: number, lexicons: EntityLexicons): boolean {
  const surname = tokens[letters + 1]!.text;
  for (let index = letters - 1; index > Math.max(0, letters - farthestBearer); index--) {
    if (tokens[index]!.text !== surname) continue;
    const before = tokens[index - 1]!.text;
    if (/^\p{Lu}\p{Ll}/u.test(before) && !lexicons.roleNouns.has(foldWord(before))) return true;
  }
  return false;
}

/** In tokens: most of an article. */
const farthestBearer = 500;

function isOfficeAlone(token: Token, lexicons: EntityLexicons): boolean {
  const word = foldWord(token.text);
  if (lexicons.firstNames.has(word)) return false;
  return (
    lexicons.honorifics.has(word) ||
    /^(?:president|minister|chancellor|premier|secretary|senator|governor|mayor|ambassador|\p{Ll}+-general)$/u.test(
      word,
    )
  );
}
