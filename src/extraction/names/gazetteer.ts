import { hashString, mixHashes } from '../../tagging/features.ts';
import { findTokens } from '../../text/tokens.ts';
import { lexiconEntries, type ResourceFiles } from '../resource-files.ts';
import { readPeoples } from './peoples.ts';

/** The lists of names; the order is that of the bits in a {@link Gazetteer}'s answers. */
export const gazetteerLists = ['countries', 'peoples', 'cities', 'regions', 'airlines'] as const;

/**
 * Lists of names of one or more words, found in tokens without regard to case. A prefix tree in one hash table: the
 * key of a node is the hash of its words, so that looking up a phrase costs one step a word.
 */
export interface Gazetteer {
  readonly root: number;
  /** The node of the phrase of `node` and one more word, given by its {@link hashPhraseWord}. */
  extend(node: number, word: number): number;
  /** The bits of the lists that hold the phrase; {@link leadsOn} where a longer phrase starts with it; 0 for neither. */
  find(node: number): number;
}

/** The bit that says that longer phrases start with this one. */
export const leadsOn = 1 << 30;

export function createGazetteer(files: ResourceFiles): Gazetteer {
  const nodes = new Map<number, number>();
  gazetteerLists.forEach((list, bit) => {
    for (const entry of readList(files, list)) {
      const words = findTokens(entry);
      let node = root;
      words.forEach(({ text }, index) => {
        node = extend(node, hashPhraseWord(text));
        nodes.set(node, (nodes.get(node) ?? 0) | (index === words.length - 1 ? 1 << bit : leadsOn));
      });
    }
  });
  return { root, extend, find: (node) => nodes.get(node) ?? 0 };
}

export const hashPhraseWord = (word: string): number => hashString(word.toLowerCase(), 5);

const root = 17;
const extend = (node: number, word: number): number => mixHashes(node, word, 31);

function readList(files: ResourceFiles, list: (typeof gazetteerLists)[number]): Iterable<string> {
  if (list === 'peoples') return readPeoples(files);
  if (list === 'countries')
    return lexiconEntries(files, 'countries').flatMap((line) =>
      line.split('\t', 2).join(';').split(';').filter(Boolean),
    );
  return lexiconEntries(files, `gazetteer-${list}`);
}
