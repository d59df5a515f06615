/**
 * What was made before, kept ready as long as it is right: it is found by its key only with the version of what it shows.
 * Bounded in bytes: the oldest goes first, unless it was used; then it counts as new once more.
 */
export interface Ready<Value> {
  get(key: string, version: string | number): Value | undefined;
  /** `bytes` is what the value takes in memory, about. */
  set(key: string, version: string | number, value: Value, bytes: number): void;
}

interface Entry<Value> {
  readonly version: string | number;
  readonly value: Value;
  readonly bytes: number;
  /** Since it came in, or was last passed over. */
  wasUsed: boolean;
}

/** What an entry takes beside its key and value: version, and its place in the map. */
const bytesOfEntry = 200;
/** Larger ones are not kept: of the whole, one would take the place of many. */
const largestShare = 1 / 8;

export function createReady<Value>(maxBytes: number): Ready<Value> {
  const entries = new Map<string, Entry<Value>>();
  let bytesKept = 0;

  const forget = (key: string, entry: Entry<Value>): void => {
    entries.delete(key);
    bytesKept -= entry.bytes;
  };

  return {
    get: (key, version) => {
      const entry = entries.get(key);
      if (entry?.version !== version) return undefined;
      entry.wasUsed = true;
      return entry.value;
    },
    set: (key, version, value, bytes) => {
      const former = entries.get(key);
      if (former !== undefined) forget(key, former);
      const entry = { version, value, bytes: key.length + bytes + bytesOfEntry, wasUsed: false };
      if (entry.bytes > maxBytes * largestShare) return;
      entries.set(key, entry);
      bytesKept += entry.bytes;
      // A map goes through its keys in the order in which they came in, those included that come in meanwhile.
      for (const [oldest, each] of entries) {
        if (bytesKept <= maxBytes) break;
        if (each.wasUsed) {
          each.wasUsed = false;
          entries.delete(oldest);
          entries.set(oldest, each);
        } else forget(oldest, each);
      }
    },
  };
}
