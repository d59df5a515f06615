import { foldName } from '../words/fold.ts';
import { halfCountries } from '../words/half-countries.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import type { Mention } from '../words/mention.ts';
import { type OrganizationName, readOrganizationName, smallWords } from '../words/organization-names.ts';

/** Which mentions name one country, people or other thing by a known or the same name; a number for each. */
export function groupByName(mentions: readonly Mention[], lexicons: EntityLexicons): number[] {
  const ids = new Map<string, number>();
  const keys = mentions.map((mention) => nameKey(mention, lexicons));
  const named = new Set(keys);
  return keys.map((own) => {
    const whole = lexicons.countries.get(halfCountries.get(own) ?? '');
    const key = whole !== undefined && named.has(whole) ? whole : own;
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, ids.size);
    return ids.size - 1;
  });
}

function nameKey({ text, type }: Mention, lexicons: EntityLexicons): string {
  const folded = foldName(text).replace(/^the /, '');
  if (type === 'group') {
    const people = lexicons.peoples.get(folded);
    return people === undefined ? folded.replace(/s$/, '') : `people ${people.key}`;
  }
  if (type === 'place')
    return (
      lexicons.countries.get(folded) ??
      folded.replace(
        /^(?:mount|mt|river) | (?:strip|ocean|river)$|, dc$|(?<!^(?:black|north|red|south)) sea$/g,
        '',
      )
    );
  if (type === 'event') return folded.replace(/^(?:hurricane|typhoon|cyclone|(?:tropical )?storm) /, '');
  return folded;
}

/**
 * Which mentions name one organization: the same name but for its legal form, an acronym and what it stands for, a
 * short form and a longer one that starts or ends with it.
 *   International Monetary Fund … IMF      Amnesty International … Amnesty      UN Security Council … Security Council
 */
export function groupOrganizations(mentions: readonly Mention[], lexicons: EntityLexicons): number[] {
  const keys = new Map<string, number>();
  const names: OrganizationName[] = [];
  const keyOf = mentions.map(({ text }) => {
    const name = readOrganizationName(text, lexicons);
    const known = keys.get(name.key);
    if (known !== undefined) return known;
    keys.set(name.key, names.length);
    return names.push(name) - 1;
  });
  const parents = names.map((_, id) => id);
  const rootOf = (id: number): number => {
    let root = id;
    while (parents[root] !== root) root = parents[root]!;
    while (parents[id] !== root) [parents[id], id] = [root, parents[id]!];
    return root;
  };
  const join = (short: number, long: number) => {
    parents[rootOf(short)] = rootOf(long);
  };

  const acronyms = new Map<string, number>();
  const starts = new Map<string, number[]>();
  const ends = new Map<string, number[]>();
  for (const [id, name] of names.entries()) {
    for (const acronym of name.acronyms) if (!acronyms.has(acronym)) acronyms.set(acronym, id);
    if (name.words.length < 2) continue;
    addTo(starts, name.words[0]!, id);
    addTo(ends, name.words.at(-1)!, id);
  }
  for (const [id, { words, letters, isKnown }] of names.entries()) {
    // "The MPs" are several of them, "the KLTS" is one.
    const spelledOut =
      letters === null ? undefined : (acronyms.get(letters) ?? acronyms.get(letters.replace(/s$/, '')));
    if (spelledOut !== undefined && spelledOut !== id) join(id, spelledOut);
    else if (!isKnown) {
      const longer = findLonger(id, words, names, starts.get(words[0]!), ends.get(words.at(-1)!), lexicons);
      if (longer !== null) join(id, longer);
    }
  }
  return keyOf.map(rootOf);
}

function addTo(index: Map<string, number[]>, word: string, id: number): void {
  const ids = index.get(word);
  if (ids === undefined) index.set(word, [id]);
  else if (ids.length < comparedNames) ids.push(id);
}

/** How many names with one first or last word are compared: enough for any article, and linear. */
const comparedNames = 24;

/** Words too common to stand for one organization when alone. */
const genericWords = new Set(
  `european united german american national international british russian french chinese indian global green social
  christian free federal supreme foreign bank ministry new world state public central north south east west democratic
  royal first general`.split(/\s+/),
);

/** Levelled, as {@link readOrganizationName} gives them. */
const chambers = new Set(
  'house senate congres congress parliament assembly knesset commons court'.split(' '),
);

function findLonger(
  id: number,
  words: readonly string[],
  names: readonly OrganizationName[],
  starts: readonly number[] | undefined,
  ends: readonly number[] | undefined,
  lexicons: EntityLexicons,
): number | null {
  const alone = words.length === 1 ? words[0]! : null;
  if (alone !== null) {
    if (alone.length < 4 || genericWords.has(alone)) return null;
    if (lexicons.peoples.has(alone) || lexicons.countries.has(alone)) return null;
  }
  for (const [ids, from] of [
    [starts, 'start'],
    [ends, 'end'],
  ] as const) {
    for (const other of ids ?? []) {
      const long = names[other]!.words;
      if (other === id || long.length <= words.length) continue;
      const part = from === 'start' ? long.slice(0, words.length) : long.slice(-words.length);
      if (!part.every((word, index) => word === words[index])) continue;
      // The Council of Europe is not Europe, and the Reuters Institute is not Reuters.
      if (from === 'end' && smallWords.has(long.at(-words.length - 1)!)) continue;
      // The Senate Finance Committee is not the Senate; the House of Commons is the House.
      if (from === 'start' && chambers.has(words.at(-1)!) && !smallWords.has(long[words.length]!)) continue;
      return other;
    }
  }
  return null;
}
