import type { SegmentedText } from '../../../text/segments.ts';
import { calendarNames } from '../words/calendar.ts';
import { foldName, foldWord, isCapitalized } from '../words/fold.ts';
import { isLanguage } from '../words/languages.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import { createMention, type Mention } from '../words/mention.ts';
import { speaks } from '../words/speaking.ts';
import { extendInnerBody } from './inner-bodies.ts';
import { extendLocalBody, isAuthority } from './local-bodies.ts';
import { isNameSuffix } from './trim-names.ts';

/**
 * Puts names together that the tagger left in pieces, and drops what is none: a person's two words marked apart, a
 * nickname in the middle, a suffix or a first name left out, the title of a work without its article; days and languages.
 *   Petros Kallergis      Wellington "Geladeira" dos Santos      "The Night the Fridge Flew"
 *   ^^^^^^ ^^^^^^^^^      ^^^^^^^^^^  ^^^^^^^^^  ^^^^^^^^^^           ^^^^^^^^^^^^^^^^^^^^^
 */
export function mendNames(
  segmented: SegmentedText,
  mentions: readonly Mention[],
  lexicons: EntityLexicons,
): Mention[] {
  const mended: Mention[] = [];
  const known = collectWords(mentions);
  for (const mention of mentions) {
    if (isNoName(segmented, mention)) continue;
    const previous = mended.at(-1);
    const seat = extendSeat(segmented, extendWork(segmented, mention), previous);
    const local = extendLocalBody(segmented, extendFirm(segmented, seat), previous, lexicons);
    const body = extendInnerBody(segmented, local);
    const whole = extendPerson(segmented, body, previous, known, lexicons);
    if (previous !== undefined && isOnePerson(segmented, previous, whole)) {
      mended[mended.length - 1] = spanning(segmented, previous, whole, 'person');
      continue;
    }
    if (previous !== undefined && isAuthority(segmented, previous, whole)) {
      mended[mended.length - 1] = spanning(segmented, previous, whole, 'organization');
      continue;
    }
    const opening = mended.at(-2);
    // The nickname itself may have been marked, or not.
    if (previous !== undefined && isNicknamed(segmented, previous, whole)) {
      mended[mended.length - 1] = spanning(segmented, previous, whole, 'person');
    } else if (opening !== undefined && isNicknamed(segmented, opening, whole)) {
      mended.splice(-2, 2, spanning(segmented, opening, whole, 'person'));
    } else {
      while (mended.length > 0 && whole.start < mended.at(-1)!.end) mended.pop();
      mended.push(whole);
    }
  }
  return mended;
}

function spanning(segmented: SegmentedText, first: Mention, last: Mention, type: Mention['type']): Mention {
  const confidence = Math.min(first.confidence, last.confidence);
  return createMention(segmented, { start: first.start, end: last.end }, type, confidence, first.honorific);
}

/** Two neighbours of which one is a single word, with nothing but a blank between: first name and surname, or "Jr.". */
function isOnePerson({ text, sentenceOfToken }: SegmentedText, first: Mention, second: Mention): boolean {
  if (first.type !== 'person' || second.type !== 'person' || first.endToken !== second.firstToken)
    return false;
  if (sentenceOfToken[first.firstToken] !== sentenceOfToken[second.firstToken]) return false;
  if (!/^[^\S\n]$/.test(text.slice(first.end, second.start)) || second.honorific !== null) return false;
  return !first.text.includes(' ') || !second.text.includes(' ');
}

/** `Wellington "Geladeira" dos Santos`: a word, one or two words in marks, and a name. */
function isNicknamed({ tokens }: SegmentedText, first: Mention, last: Mention): boolean {
  if (last.type !== 'person' || first.text.includes(' ')) return false;
  const inside = last.firstToken - first.endToken;
  if (inside < 3 || inside > 4) return false;
  return isMark(tokens[first.endToken]!.text) && isMark(tokens[last.firstToken - 1]!.text);
}

const isMark = (token: string): boolean => /^["“”‘’'«»]$/.test(token);

/** The words that stand for people alone, or open their full names: "Petros", somewhere, makes "Petros Kallergis" one. */
function collectWords(mentions: readonly Mention[]): ReadonlySet<string> {
  const people = mentions.filter(({ type }) => type === 'person');
  const surnames = new Set(
    people.flatMap(({ text }) => (text.includes(' ') ? [text.slice(text.lastIndexOf(' ') + 1)] : [])),
  );
  return new Set(people.map(({ text }) => text.split(' ', 1)[0]!).filter((word) => !surnames.has(word)));
}

/** Takes in the first name or the initials before a person, and "Jr." behind. */
function extendPerson(
  segmented: SegmentedText,
  mention: Mention,
  previous: Mention | undefined,
  knownWords: ReadonlySet<string>,
  lexicons: EntityLexicons,
): Mention {
  if (mention.type !== 'person') return mention;
  const { tokens, sentences, sentenceOfToken, text } = segmented;
  let { start, end } = mention;
  const before = tokens[mention.firstToken - 1];
  const isFree = before !== undefined && before.start >= (previous?.end ?? 0) && before.end + 1 === start;
  if (isFree && initials.test(before.text)) start = before.start;
  else if (
    isFree &&
    mention.honorific === null &&
    isCapitalized(before.text) &&
    (!mention.text.includes(' ') || isApart(tokens[mention.firstToken - 2]?.text))
  ) {
    const sentence = sentences[sentenceOfToken[mention.firstToken]!]!;
    const opens = sentence.firstToken === mention.firstToken - 1;
    const isGiven = lexicons.firstNames.has(foldWord(before.text)) || knownWords.has(before.text);
    const known = isGiven && !lexicons.roleNouns.has(foldWord(before.text));
    // "Will Smith" may be a question; at the head of a sentence the list alone is not enough.
    // No question has "Will Hurden said".
    const isSubject = /^(?:Will|May|Can)$/.test(before.text) && speaks(segmented, mention);
    const isDoubtful = opens && shortWords.has(before.text) && !isSubject;
    if (known && sentence.firstToken <= mention.firstToken - 1 && !isDoubtful) start = before.start;
  }
  const after = tokens[mention.endToken + (tokens[mention.endToken]?.text === ',' ? 1 : 0)];
  if (after !== undefined && isNameSuffix(after.text) && /^,? $/.test(text.slice(end, after.start)))
    end = after.end;
  if (start === mention.start && end === mention.end) return mention;
  return createMention(segmented, { start, end }, 'person', mention.confidence, mention.honorific);
}

/** > its leader, Innocent Bahati Ruzima      a name begins behind a comma */
//           ^
const isApart = (before: string | undefined): boolean => before === ',';

/** "S.R. Nagabhushan" */
const initials = /^(?:\p{Lu}\.){1,3}$/u;

const shortWords = new Set(
  'Will May Mark Had Has Did Does Was Is Can An In On My Said Even Art Bill'.split(' '),
);

/** A title that stands in marks is what stands in the marks, with its article. */
function extendWork(segmented: SegmentedText, mention: Mention): Mention {
  const { tokens } = segmented;
  if (mention.type !== 'work') return mention;
  const article = tokens[mention.firstToken - 1];
  const mark = tokens[mention.firstToken - 2];
  if (
    article === undefined ||
    mark === undefined ||
    !/^(?:The|A|An)$/.test(article.text) ||
    !isMark(mark.text)
  )
    return mention;
  const span = { start: article.start, end: mention.end };
  return createMention(segmented, span, 'work', mention.confidence);
}

/**
 * A diocese and a municipality have the names of their towns.
 *
 * > the Archdiocese of Guadalajara      > the City of Cape Town      not: > the Old City of Jerusalem
 *       ^^^^^^^^^^^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^
 */
function extendSeat(segmented: SegmentedText, mention: Mention, previous: Mention | undefined): Mention {
  const { tokens, text } = segmented;
  const first = mention.firstToken - 2;
  const body = tokens[first];
  if (body === undefined || !seated.test(body.text) || mention.type === 'person') return mention;
  if (
    body.start < (previous?.end ?? 0) ||
    !/^\p{Lu}\p{Ll}+ of $/u.test(text.slice(body.start, mention.start))
  )
    return mention;
  const opens = segmented.sentenceOfToken[first - 1] !== segmented.sentenceOfToken[first];
  if (!opens && !/^(?:the|with|by|and|,)$/i.test(tokens[first - 1]?.text ?? '')) return mention;
  const span = { start: body.start, end: mention.end };
  return createMention(segmented, span, 'organization', mention.confidence);
}

const seated = /^(?:Diocese|Archdiocese|Municipality|City|Town|Township|Borough|Synod|Embassy)$/;

/** A firm's legal form is part of its name, and tells a firm: "Brandt Keller AG". */
function extendFirm(segmented: SegmentedText, mention: Mention): Mention {
  const form = segmented.tokens[mention.endToken];
  if (form === undefined || form.start !== mention.end + 1 || !legalForm.test(form.text)) return mention;
  if (mention.type === 'work' || mention.honorific !== null) return mention;
  return createMention(
    segmented,
    { start: mention.start, end: form.end },
    'organization',
    mention.confidence,
  );
}

/** Those that are no words or initials of anything else. */
const legalForm = /^(?:AG|ASA|Bhd|GmbH|Inc\.?|LLC|LLP|Ltd\.?|N\.V\.|Oyj|PLC|plc|S\.A\.|S\.p\.A\.|SpA|Tbk)$/;

/** Days and months, languages, "I’m", and the letters before a sum of money: "S$3.11", "US$1". */
function isNoName(segmented: SegmentedText, { text: name, end, type, firstToken }: Mention): boolean {
  const { text } = segmented;
  if (type === 'group' && isLanguage(segmented, firstToken)) return true;
  if (/^I['’](?:m|ve|d|ll)$/.test(name)) return true;
  if (/[$€£¥]$/.test(name) || (/[$€£¥]/.test(text.charAt(end)) && name.length < 4)) return true;
  return type !== 'person' && type !== 'work' && calendarNames.has(foldName(name));
}
