// Numbers as FTS5 keeps them: seven bits a byte, the greatest first, a bit that says whether there are more.

/** All numbers that start within these bytes. */
export function readNumbers(bytes: Buffer, from: number, to: number): readonly number[] {
  const numbers: number[] = [];
  for (let at = from; at < to; ) {
    let number = 0;
    let byte = 0x80;
    while (byte >= 0x80 && at < bytes.length) {
      byte = bytes[at++]!;
      number = number * 128 + (byte & 127);
    }
    numbers.push(number);
  }
  return numbers;
}

/** The sum of all. */
export function sumNumbers(bytes: Buffer): number {
  return readNumbers(bytes, 0, bytes.length).reduce((sum, number) => sum + number, 0);
}
