import { lexiconEntries, type ResourceFiles } from '../../resource-files.ts';

/** How often a word is part of cues (0 to 7) and of sources (0 to 3): in steps, 0 for never or too seldom to tell. */
export interface CueRate {
  readonly cue: number;
  readonly source: number;
}

/** By form in lower case. */
export type CueRates = ReadonlyMap<string, CueRate>;

/** From this rate on a word counts as a cue that others are told from: it is in one in seven times. */
export const cueWordRate = 3;

/** Reads `cue-rates.txt`, which `npm run train -- quotes` counts. */
export function readCueRates(files: ResourceFiles): CueRates {
  const entries = lexiconEntries(files, 'cue-rates').map((entry) => entry.split('\t'));
  return new Map(
    entries.map(([word = '', cue, source]) => [word, { cue: Number(cue), source: Number(source) }]),
  );
}
