/** The files of `data/` that extraction reads, by name without extension. Loaded by `src/resources.ts`. */
export interface ResourceFiles {
  /** `data/lexicons/*.txt`. */
  readonly lexicons: ReadonlyMap<string, string>;
  /** `data/models/*.bin`. */
  readonly models: ReadonlyMap<string, Uint8Array>;
  /** `data/models/*.json`: models that are small enough to be read. */
  readonly weights: ReadonlyMap<string, string>;
}

/** The entries of a lexicon: one a line, `#` starts a comment. Tab-separated columns stay together in one entry. */
export function lexiconEntries(files: ResourceFiles, name: string): readonly string[] {
  const file = files.lexicons.get(name);
  if (file === undefined) throw new Error(`data/lexicons/${name}.txt is missing`);
  return file
    .split('\n')
    .map((line) => line.replace(/(?:^|\s)#.*/, '').trim())
    .filter((line) => line !== '');
}
