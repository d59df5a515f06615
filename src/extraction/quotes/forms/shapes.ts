import { type Attribution, attributionOf } from '../attribution.ts';
import { quotationAt, tokensOf } from '../contents/contents.ts';
import { type Cue, type CueMap, cuesWithin, mapCues } from '../cues/cues.ts';
import { subjectBefore } from '../cues/sources.ts';
import { isWord, type Reading, sentenceAround } from '../reading.ts';
import { bareInterview } from './bare-interviews.ts';
import { dashDialogue } from './dash-dialogue.ts';
import { embeddedPosts } from './embedded-posts.ts';
import { signedLetters } from './letters.ts';
import { signedWords } from './signed-words.ts';
import { transcriptTurns } from './transcripts.ts';

/** Attributions whose printed form leaves no doubt: turns of a transcript, dash attribution, statements behind a colon. */
export function findShapes(reading: Reading, cues: readonly Cue[]): readonly Attribution[] {
  const map = mapCues(reading, cues);
  const turns = transcriptTurns(reading, map);
  return [
    ...turns,
    // Some papers label the first question and its answer alone.
    ...(turns.length === 0 || turns.length === 2 ? behindTurns(bareInterview(reading), turns) : []),
    ...signedWords(reading, map),
    ...embeddedPosts(reading),
    ...signedLetters(reading),
    ...dashDialogue(reading, map),
    ...displayedStatements(reading, map),
    ...postedStatements(reading, map),
  ].sort((a, b) => a.contents[0]!.first - b.contents[0]!.first);
}

function behindTurns(answers: readonly Attribution[], turns: readonly Attribution[]): readonly Attribution[] {
  const last = turns.at(-1)?.contents.at(-1);
  return answers.filter(({ contents }) => last === undefined || contents[0]!.first >= last.end);
}

/**
 * A paragraph that ends in a colon, and the words displayed under it.
 *
 * > The ministry wrote on X:
 *       ^^^^^^^^ ^^^^^
 * > We regret the delay.           (a block quote, or in quotation marks)
 */
function displayedStatements(reading: Reading, map: CueMap): readonly Attribution[] {
  const attributions: Attribution[] = [];
  const { paragraphs } = reading.segmented;
  for (let index = 1; index < paragraphs.length; index += 1) {
    const before = reading.paragraphTokens[index - 1]!;
    if (reading.words[before.end - 1] !== ':' || /^(?:subhead|list-item)$/.test(paragraphs[index]!.role))
      continue;
    const lastSentence = sentenceAround(reading, before.end - 1);
    const cue = cuesWithin(map, lastSentence.first, before.end).at(-1);
    const isDisplayed = paragraphs[index]!.role === 'blockquote';
    if (cue === undefined || (!isDisplayed && !cue.verb?.says)) continue;
    const contents = [reading.paragraphTokens[index]!];
    for (let next = index + 1; paragraphs[next]?.role === 'blockquote' && isDisplayed; next += 1) {
      contents.push(reading.paragraphTokens[next]!);
    }
    const opening = quotationAt(reading, contents[0]!.first);
    if (opening !== null && !isDisplayed) contents[0] = tokensOf(opening);
    const source = subjectBefore(reading, cue);
    attributions.push(attributionOf('shape', contents, cue, source));
  }
  return attributions;
}

/**
 * What somebody posted or sent, printed without marks up to the end of its paragraph: whoever else writes in there is
 * part of it.
 *
 * > Fidelma in Buncrana emails: Our hens are in the bath. The husband isn't pleased.
 *                       ^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function postedStatements(reading: Reading, map: CueMap): readonly Attribution[] {
  const { words, capital, quotationOf, paragraphOf, paragraphTokens } = reading;
  const attributions: Attribution[] = [];
  let lastEnd = 0;
  for (const cue of map.cues) {
    const first = cue.end + 1;
    const { end } = paragraphTokens[paragraphOf[cue.first]!]!;
    const isPosted = words[cue.end] === ':' && first < end && postingVerbs.test(words[cue.first]!);
    if (cue.first < lastEnd || !isPosted || capital[first] !== 1 || quotationOf[first] !== -1) continue;
    const source = subjectBefore(reading, cue);
    attributions.push(attributionOf('shape', [{ first, end }], cue, source));
    lastEnd = end;
  }
  return attributions;
}

const postingVerbs = /^(?:post|tweet|email|text|message|write|comment)(?:s|ed)?$|^wrote$|^e-mail(?:s|ed)?$/;

/** Is the paragraph nothing but these tokens, beside a few marks? */
export function fillsParagraph(reading: Reading, first: number, end: number): boolean {
  const paragraph = reading.paragraphTokens[reading.paragraphOf[first]!]!;
  if (first - paragraph.first > stray || paragraph.end - end > stray) return false;
  for (let token = paragraph.first; token < paragraph.end; token += 1) {
    if (token === first) token = end;
    if (token < paragraph.end && isWord(reading, token)) return false;
  }
  return true;
}

/** How many tokens without letters (dashes, points, marks) may stand around. */
const stray = 6;
