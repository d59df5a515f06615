import { type Attribution, attributionOf } from '../attribution.ts';

import { isQuoted, type Reading, type Stretch, sentenceAround } from '../reading.ts';

/**
 * A question put in passing is a quote of the one who asks, where that one is named or told from others.
 *
 * > Asked by defence counsel Rupert Selwyn whether she was forgetful, Mrs Pratt laughed.
 *   ^^^^^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function questionsInPassing(reading: Reading): readonly Attribution[] {
  return reading.segmented.sentences.flatMap(({ firstToken }): readonly Attribution[] => {
    const cue = { first: firstToken, end: firstToken + 2 };
    const { words } = reading;
    if (words[cue.first] !== 'asked' || words[cue.end - 1] !== 'by' || isQuoted(reading, cue.first))
      return [];
    const { end } = sentenceAround(reading, cue.first);
    const question = findWordBehind(reading, cue.end, Math.min(end, cue.end + longestSource), questionWord);
    const comma = question === null ? null : findWordBehind(reading, question, end, /^,$/);
    if (question === null || comma === null) return [];
    const source = { first: cue.end, end: question };
    if (!isTold(reading, source)) return [];
    const contents = [{ first: question, end: comma }];
    return [attributionOf('rule', contents, cue, source)];
  });
}

const questionWord = /^(?:whether|if|why|how|what|when|where|who)$/;

/** In tokens: "the chairman of the committee, Dr. Ebenezer Quansah-Hayford". */
const longestSource = 14;

function findWordBehind(reading: Reading, place: number, end: number, word: RegExp): number | null {
  for (let token = place + 1; token < end; token += 1)
    if (word.test(reading.words[token]!) && !isQuoted(reading, token)) return token;
  return null;
}

/** "a French journalist", "Judge Toan"; not "reporters". */
function isTold({ capital }: Reading, { first, end }: Stretch): boolean {
  return capital.subarray(first, end).includes(1);
}
