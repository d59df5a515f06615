import { type Reading, type Stretch, sentenceAround } from '../reading.ts';

/**
 * What was said within a clause ends where the clause around it goes on.
 *
 * > When a bishop asked for shorter pieces, he played none.      > Ana Ruiz, who claimed to be ill, went home.
 *                                         ^                                                       ^
 */
export function withoutMainClause(reading: Reading, cue: Stretch, content: Stretch): Stretch {
  const { words, quotationOf, nameOf } = reading;
  if (content.first < cue.end) return content;
  const { first } = sentenceAround(reading, cue.first);
  const opens = subordinators.test(words[first]!) && !words.slice(first, cue.first).includes(',');
  const isBid = words[content.first] === 'for';
  const isRelative = /^(?:who|which)$/.test(words[cue.first - 1] ?? '');
  const goesOn = opens ? subjects : isBid || isRelative ? pastVerbs : null;
  if (goesOn === null) return content;
  for (let token = content.first + 1; token < content.end - 1; token += 1) {
    if (words[token] !== ',' || quotationOf[token] !== -1) continue;
    const next = words[isBid && words[token + 1] === 'and' ? token + 2 : token + 1]!;
    if (goesOn.test(next) || (opens && nameOf[token + 1] !== -1)) return { first: content.first, end: token };
  }
  return content;
}

const subordinators = /^(?:when|after|before|while|once|although|though|because|as)$/;
const subjects = /^(?:he|she|it|they|we|i|the|a|an|his|her|its|their|there)$/;
const pastVerbs =
  /^(?:\p{Ll}{2,}ed|went|took|came|made|got|gave|saw|left|won|lost|held|began|knew|ran|stood|led|kept|felt|found|was|were|is|has|had)$/u;
