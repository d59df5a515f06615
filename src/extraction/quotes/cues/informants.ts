import type { Reading, Stretch } from '../reading.ts';

/** Whether words name no one, but those whom news asks; outlets only pass on what others say. */
export const isInformant = ({ words }: Reading, { first, end }: Stretch): boolean =>
  words.slice(first, end).some((word) => informants.test(word));

const informants =
  /^(?:polls?|polling|surveys?|police|deputies|authorities|family|(?:official|officer|source|prosecutor|investigator|detective|witness|lawyer|attorney|diplomat|aide|minister|doctor|researcher|scientist|expert|analyst|economist|relative|resident|neighbou?r|leader|organi[sz]er|critic|activist)(?:es|s)?|spokes(?:man|woman|person|people))$/;
