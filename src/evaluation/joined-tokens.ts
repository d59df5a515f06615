/**
 * Sets the tokens of a corpus as running text: no space before "," or after "(", straight marks in turn opening and
 * closing. Corpora write a hyphen inside a word like a dash between words; `isHyphen` tells them apart.
 */
export function joinTokens(
  tokens: readonly string[],
  isHyphen: (index: number) => boolean = () => false,
): { readonly text: string; readonly starts: readonly number[] } {
  let text = '';
  const starts: number[] = [];
  let isOpen = false;
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    let isSpaced = previous !== undefined && !clingsLeft.test(token) && !clingsRight.test(previous);
    if (token === '"') {
      if (isOpen) isSpaced = false;
      isOpen = !isOpen;
    } else if (previous === '"' && isOpen) isSpaced = false;
    if (isHyphen(index) || isHyphen(index - 1)) isSpaced = false;
    if (isSpaced) text += ' ';
    starts.push(text.length);
    text += token;
  }
  return { text, starts };
}

const clingsLeft = /^(?:[,.;:?!)\]}%]|['’]s|n['’]t|['’](?:re|ve|ll|d|m)|''|”|’)$/i;
const clingsRight = /^(?:[([{$#]|``|“|‘)$/;
