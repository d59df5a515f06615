import type { SegmentedText } from '../../../text/segments.ts';
import type { Mention } from './mention.ts';

/**
 * Does a verb that only people do stand beside a name, so that it must be somebody's?
 *
 * > Paul Zulu arrived. Zulu said …      > "No," said Zulu.      > Short told reporters …
 *                      ^^^^                          ^^^^         ^^^^^
 */
export function speaks(
  { tokens }: SegmentedText,
  { firstToken, endToken }: Pick<Mention, 'firstToken' | 'endToken'>,
): boolean {
  const textAt = (index: number): string => tokens[index]?.text ?? '';
  const behind = textAt(/^(?:also|later|then|now|has|had)$/.test(textAt(endToken)) ? endToken + 1 : endToken);
  return speaking.test(behind)
    ? !/^(?:an?|the|this|that|his|her|its|their|every|each|no|new|former)$/i.test(textAt(firstToken - 1))
    : speaking.test(textAt(firstToken - 1)) && /^[.,;]?$/.test(textAt(endToken));
}

/** Is it a verb that only people do? */
export const isSpeaking = (word: string): boolean => speaking.test(word);

const speaking =
  /^(?:said|says|saying|told|tells|added|adds|asked|replied|wrote|writes|argued|argues|insisted|insists|explained|explains|recalled|recalls|admitted|admits|warned|warns|noted|conceded|continued|declined|laughed|smiled|nodded|agreed|denied|believes)$/;
