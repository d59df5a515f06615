import type { Connection } from '../connection.ts';
import { takeRoom } from '../lists/room.ts';
import { createTermReader } from './terms.ts';
import { openWordLists } from './word-lists.ts';
import { absent, isWeight, listWeighed, unneeded } from './word-weigher.ts';

/**
 * Finds which of some rows, ascending, hold all of some words, by their places: hundreds of thousands in a tenth of the
 * time that FTS5 takes to name them. They are overwritten by the next list. Null where it is as quick, or where it makes more than one word of one of these.
 */
export type FindHolders = (words: readonly string[], rows: Float64Array) => Uint32Array | null;

/** A row of a list takes some four bytes: with a share of rows less than this, FTS5 is as quick. */
const leastBytes = 1 / 8;

export function createHolderFinder(
  connection: Connection,
  table: 'articles' | 'quotes',
  leastBytesPerRow = leastBytes,
): FindHolders {
  const readTerms = createTermReader(connection);
  let room = new Uint16Array(0);
  return (words, rows) => {
    const terms = readTerms(words);
    if (terms === null || rows.length === 0) return null;
    const wordLists = openWordLists(connection, `${table}_search`, [1]);
    const lists = terms.map((term) => wordLists.find(term)).sort((a, b) => a.bytes - b.bytes);
    if (lists[0]!.bytes < leastBytesPerRow * rows.length) return null;
    if (room.length < rows.length) room = new Uint16Array(rows.length);
    const weights = room.subarray(0, rows.length);
    let holders: Uint32Array | null = null;
    for (const list of lists) {
      weights.fill(holders === null ? absent : unneeded);
      if (holders !== null) for (let i = 0; i < holders.length; i++) weights[holders[i]!] = absent;
      list.weigh({ rows, weights });
      holders =
        holders === null ? listWeighed(weights, takeRoom(weights.length)) : keepWeighed(holders, weights);
    }
    return holders;
  };
}

function keepWeighed(places: Uint32Array, weights: Uint16Array): Uint32Array {
  let length = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    places[length] = place;
    length += isWeight(weights[place]!);
  }
  return places.subarray(0, length);
}
