/**
 * What was made before, kept ready as long as it is right: it is found by its key only with the version of what it shows.
 * Bounded in bytes; what was used least recently goes first.
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
}

/** What an entry takes beside its value: key, version, and its place in the map. */
const bytesOfEntry = 200;

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
      // A map goes through its keys in the order in which they came in.
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set: (key, version, value, bytes) => {
      const former = entries.get(key);
      if (former !== undefined) forget(key, former);
      const entry = { version, value, bytes: bytes + bytesOfEntry };
      if (entry.bytes > maxBytes / 8) return;
      entries.set(key, entry);
      bytesKept += entry.bytes;
      for (const [oldest, each] of entries) {
        if (bytesKept <= maxBytes) break;
        forget(oldest, each);
      }
    },
  };
}
