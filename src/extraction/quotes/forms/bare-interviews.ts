import { type Attribution, attributionOf } from '../attribution.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';

/** Fewer questions make no interview, and fewer that speak to somebody. */
const least = { questions: 3, toYou: 2 };

/** In tokens. */
const longestQuestion = 60;
const longestPrompt = 24;
const shortestPrompt = 3;

/**
 * An interview without labels and marks, as it is left when bold print is lost: paragraphs that ask, and below them what
 * "I" answer.
 *
 * > Will you stand again?
 * > I will not. My sister says so, too.
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function bareInterview(reading: Reading): readonly Attribution[] {
  const { paragraphTokens } = reading;
  const asking = paragraphTokens.map((paragraph) => isQuestion(reading, paragraph));
  const questions = [...asking.keys()].filter((index) => asking[index] && index > 0);
  if (questions.length < least.questions) return [];
  const toYou = questions.filter((index) => holds(reading, paragraphTokens[index]!, addressing));
  const answers = questions.flatMap((question): readonly (readonly Stretch[])[] => {
    const answer: Stretch[] = [];
    for (let index = question + 1; index < asking.length && !asking[index]; index += 1) {
      // Nothing shows where the last answer ends.
      if (question === questions.at(-1) && answer.length > 0) break;
      answer.push(paragraphTokens[index]!);
    }
    return answer.length > 0 ? [answer] : [];
  });
  const own = answers.filter((answer) => answer.some((paragraph) => holds(reading, paragraph, firstPerson)));
  const isMarked = answers.some((answer) => answer.some((one) => reading.quotationOf[one.first] !== -1));
  if (isMarked || toYou.length < least.toYou || answers.length < least.questions) return [];
  if (3 * own.length < 2 * answers.length) return [];
  return answers
    .flatMap((answer) => partAtPrompts(reading, answer))
    .map((answer) => attributionOf('shape', answer, null, null));
}

/** Between two answers the writer need not ask: "You must have been furious.", "Tell me about the organ." */
function partAtPrompts(reading: Reading, answer: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const parts: Stretch[][] = [[]];
  for (const [index, paragraph] of answer.entries()) {
    const [behind] = answer.slice(index + 1);
    const isFirst = parts.at(-1)!.length === 0;
    if (!isFirst && behind !== undefined && isPrompt(reading, paragraph, behind)) parts.push([]);
    else parts.at(-1)!.push(paragraph);
  }
  return parts;
}

/** One short sentence that bids, or of no "I" and either to "you" or before words of an "I". */
function isPrompt(reading: Reading, paragraph: Stretch, behind: Stretch): boolean {
  const { first, end } = paragraph;
  const length = end - first;
  if (length > longestPrompt || length <= shortestPrompt) return false;
  if (sentenceAround(reading, first).end < end) return false;
  if (bidding.test(reading.words[first]!)) return true;
  if (holds(reading, paragraph, firstSingular)) return false;
  return holds(reading, paragraph, addressing) || holds(reading, behind, firstPerson);
}

function isQuestion({ words, quotationOf }: Reading, { first, end }: Stretch): boolean {
  if (end <= first || end - first > longestQuestion || words[end - 1] !== '?') return false;
  return quotationOf[first] === -1 && quotationOf[end - 1] === -1;
}

const holds = ({ words, quotationOf }: Reading, { first, end }: Stretch, wanted: RegExp): boolean =>
  words.slice(first, end).some((word, index) => quotationOf[first + index] === -1 && wanted.test(word));

const addressing = /^(?:you|your|yours|yourself)(?:'\p{L}+)?$/u;
const bidding = /^(?:tell|describe|talk|explain|take|give|walk)$/;
const firstSingular = /^(?:i|me|my|mine|myself)(?:'\p{L}+)?$/u;
const firstPerson = /^(?:i|me|my|mine|myself|we|our|us)(?:'\p{L}+)?$/u;
