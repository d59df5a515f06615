/**
 * The words of a text in order, as hashes of 32 bits: without case, diacritics, marks, and signs inside a number, so that
 * other quotation marks, dashes and spellings of one name make no other word. Where a script sets no spaces between words,
 * each character stands for one. Time grows linearly with the text.
 */
export function readWords(text: string): Uint32Array {
  const folded = (/[^\n -~]/.test(text) ? text.normalize('NFKD') : text).toLowerCase();
  let words = new Uint32Array(Math.ceil(folded.length / 5) + 8);
  let count = 0;
  let hash = emptyHash;
  const end = () => {
    if (hash === emptyHash) return;
    if (count === words.length) words = grow(words);
    words[count++] = mix(hash);
    hash = emptyHash;
  };
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    const kind = kindOf(code);
    if (kind === letter || kind === digit) {
      hash = Math.imul(hash ^ code, 0x01000193);
    } else if (kind === character) {
      end();
      hash = Math.imul(hash ^ code, 0x01000193);
      // The rest of a character of two units belongs to it.
      if (code >= 0xd800 && code < 0xdc00) hash = Math.imul(hash ^ folded.charCodeAt(++i), 0x01000193);
      end();
    } else if (kind === separator && !isInsideNumber(folded, i, code)) {
      end();
    }
  }
  end();
  return words.slice(0, count);
}

/** The finalizer of MurmurHash3 (Appleby): every bit of the input changes half of the output's. */
export function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** FNV-1a starts with it. */
const emptyHash = 0x811c9dc5;

const [unknown, separator, letter, digit, character, ignored] = [0, 1, 2, 3, 4, 5];

/** What each code unit is, as far as it was asked. */
const kinds = new Uint8Array(0x1_0000);

function kindOf(code: number): number {
  const known = kinds[code]!;
  if (known !== unknown) return known;
  const kind = classify(String.fromCharCode(code));
  kinds[code] = kind;
  return kind;
}

function classify(unit: string): number {
  // The first half of a pair: nearly all such letters are ideographs.
  if (/[\ud840-\ud8ff]/u.test(unit)) return character;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(unit)) return character;
  if (/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(unit)) {
    return /\p{L}/u.test(unit) ? character : ignored;
  }
  if (/\p{L}/u.test(unit)) return letter;
  if (/\p{N}/u.test(unit)) return digit;
  return /[\p{M}\p{Cf}'’ʼ‘`]/u.test(unit) ? ignored : separator;
}

/** Whether this is the sign in "4,318.55". */
function isInsideNumber(text: string, at: number, code: number): boolean {
  const isSign = code === 0x2c || code === 0x2e;
  return isSign && isAsciiDigit(text.charCodeAt(at - 1)) && isAsciiDigit(text.charCodeAt(at + 1));
}

function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code < 0x3a;
}

function grow(words: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * words.length);
  larger.set(words);
  return larger;
}

/** Of all words in their order, as a number of 53 bits: other words have another. */
export function fingerprint(words: Uint32Array, seed = 0): number {
  let [one, other] = [mix(seed ^ 0x9e3779b9), mix(seed ^ 0x7f4a7c15)];
  for (const word of words) {
    one = mix(Math.imul(one, 31) ^ word);
    other = mix(Math.imul(other, 37) ^ word);
  }
  return one * 2 ** 21 + (other >>> 11);
}
