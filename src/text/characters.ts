/** What a UTF-16 unit is to the tokenizer. Word characters are the three below `wordLimit`. */
export const CharacterClass = {
  lower: 1,
  upper: 2,
  digit: 3,
  wordLimit: 4,
  space: 5,
  apostrophe: 6,
  hyphen: 7,
  point: 8,
  terminal: 9,
  dash: 10,
  surrogate: 11,
  other: 12,
} as const;

/** The class of each unit, filled in as units are met: looking one up costs one read. */
const classes = new Uint8Array(0x10000);

/** The class of the unit at `index`; a place outside the text counts as space. */
export function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (Number.isNaN(unit)) return CharacterClass.space;
  const known = classes[unit]!;
  if (known !== 0) return known;
  const found = classify(unit);
  classes[unit] = found;
  return found;
}

export function isWordCharacter(characterClass: number): boolean {
  return characterClass < CharacterClass.wordLimit;
}

export function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

export function isLowSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  if ((unit & 0xf800) === 0xd800) return CharacterClass.surrogate;
  if (/\s/.test(character)) return CharacterClass.space;
  if (/\p{Lu}/u.test(character)) return CharacterClass.upper;
  // Letters without case, marks and the underscore build words like small letters do.
  if (/[\p{L}\p{M}_]/u.test(character)) return CharacterClass.lower;
  if (/\p{N}/u.test(character)) return CharacterClass.digit;
  if (character === "'" || character === '\u2019') return CharacterClass.apostrophe;
  if (character === '-' || character === '\u2010' || character === '\u2011') return CharacterClass.hyphen;
  if (character === '.') return CharacterClass.point;
  if (character === '!' || character === '?') return CharacterClass.terminal;
  if (/[\u2012-\u2015]/.test(character)) return CharacterClass.dash;
  return CharacterClass.other;
}
