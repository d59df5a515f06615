import { OnrecordError } from '../domain/errors.ts';

const mebibyte = 1024 * 1024;

/** An input that has to be in memory as a whole: a page, a feed, one line of NDJSON, one file of an archive. */
export const largestInput = 64 * mebibyte;

/** Containers within each other: a zip with a tar.gz of crawls (warc.gz) has five of them. */
export const deepestNesting = 5;

/**
 * What a file may unpack to, all its containers together: `unpackedFreely`, and so many times its own size. Text is
 * packed to a third or a tenth, logs that repeat themselves to a hundredth; deflate ends at 1032 times, within itself
 * at any number.
 */
const unpackedFreely = 256 * mebibyte;
const mostTimesItsSize = 200;

export function tooLarge(): OnrecordError {
  return new OnrecordError('body-too-large', `It is larger than ${largestInput / mebibyte} MiB; split it.`);
}

/** Keeps account of what one file unpacks to. */
export interface Budget {
  /** So many bytes of the file itself are there. */
  allow(bytes: number): void;
  /** So many bytes were unpacked. Throws where that is too much, always the same error. */
  spend(bytes: number): void;
}

export function createBudget(): Budget {
  let allowed = unpackedFreely;
  let spent = 0;
  const overspent = new OnrecordError(
    'body-too-large',
    `The file unpacks to more than ${unpackedFreely / mebibyte} MiB and ${mostTimesItsSize} times its size; it is read no further.`,
  );
  return {
    allow: (bytes) => {
      allowed += mostTimesItsSize * bytes;
    },
    spend: (bytes) => {
      spent += bytes;
      if (spent > allowed) throw overspent;
    },
  };
}
