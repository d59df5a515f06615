import type { SegmentedText, Token } from '../../../text/segments.ts';
import { isCapitalized } from '../words/fold.ts';
import { createMention, isPossessive, type Mention } from '../words/mention.ts';

/** Houses that go by the names of their founders. */
export const markHouses = (segmented: SegmentedText, mentions: readonly Mention[]): readonly Mention[] =>
  joinFounders(segmented, keepOwners(segmented, mentions));

/**
 * Nobody's own has a verb right behind it: the house is named so wherever it stands.
 *
 * > Macy's said it would close. Shares of Macy's fell.
 *   ^^^^^^                                ^^^^^^
 */
function keepOwners(segmented: SegmentedText, mentions: readonly Mention[]): readonly Mention[] {
  const { tokens } = segmented;
  const houses = new Set<string>();
  const people = new Set<string>();
  for (const { text, type, endToken } of mentions) {
    if (isHouse(tokens, endToken)) houses.add(text);
    const space = text.lastIndexOf(' ');
    if (type === 'person' && space !== -1) people.add(text.slice(space + 1));
  }
  if (houses.size === 0) return mentions;
  return mentions.map((mention) => {
    const { start, text, endToken, confidence } = mention;
    const isOne = people.has(text) ? isHouse(tokens, endToken) : houses.has(text);
    return isOne && isPossessive(tokens[endToken]?.text)
      ? createMention(segmented, { start, end: tokens[endToken]!.end }, 'organization', confidence)
      : mention;
  });
}

const isHouse = (tokens: readonly Token[], owner: number): boolean =>
  /^['’]s$/i.test(tokens[owner]?.text ?? '') && verbs.test(tokens[owner + 1]?.text ?? '');

const verbs = /^(?:said|says|told|tells|will|would|did|does|declined|apologi[sz]ed)$/;

/** > Marks & Spencer      not: Ana Marks & Tom Spencer */
function joinFounders(segmented: SegmentedText, mentions: readonly Mention[]): readonly Mention[] {
  const { tokens } = segmented;
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const { firstToken, endToken, end, confidence } = mention;
    const first = tokens[firstToken - 2];
    const before = joined.at(-1);
    const isFree =
      before === undefined || before.endToken <= firstToken - 2 || before.firstToken === firstToken - 2;
    if (
      first === undefined ||
      tokens[firstToken - 1]!.text !== '&' ||
      endToken > firstToken + 1 ||
      !isCapitalized(first.text) ||
      isCapitalized(tokens[firstToken - 3]?.text ?? '') ||
      !isFree
    ) {
      joined.push(mention);
      continue;
    }
    if (before?.firstToken === firstToken - 2) joined.pop();
    joined.push(createMention(segmented, { start: first.start, end }, 'organization', confidence));
  }
  return joined;
}
