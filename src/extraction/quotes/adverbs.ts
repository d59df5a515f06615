/** Adverbs in -ly, and not "family", "ally" or "supply": nouns before a verb of saying. */
export const isAdverbInLy = (word: string): boolean => /^\p{Ll}{2,}ly$/u.test(word) && !nouns.has(word);

const nouns: ReadonlySet<string> = new Set(
  'ally anomaly assembly belly bully butterfly doily family fly holy jelly lily melancholy monopoly rally reply supply tally'.split(
    ' ',
  ),
);
