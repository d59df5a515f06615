import { EventEmitter, once } from 'node:events';

/** Items that are read before they are asked for. */
export interface ReadAhead<Item> {
  /** The first that was not taken yet, once it is there; null at the end. Throws what broke the source in its place. */
  first(): Promise<Item | null>;
  /** The first if it is there already. */
  peek(): Item | undefined;
  /** Takes the first out. It counts among what is held until it is released. */
  take(): void;
  release(items: readonly Item[]): void;
  /** Reads no more. */
  close(): void;
}

/** Reads ahead while what was read and is not released has less than this size. */
export function readAhead<Item>(
  items: AsyncIterable<Item>,
  sizeOf: (item: Item) => number,
  mostHeld: number,
): ReadAhead<Item> {
  const source = items[Symbol.asyncIterator]();
  const waiting: Item[] = [];
  const changes = new EventEmitter();
  let held = 0;
  let isOver = false;
  let failure: { readonly reason: unknown } | null = null;

  async function read(): Promise<void> {
    try {
      while (!isOver) {
        const { done, value } = await source.next();
        if (done) break;
        waiting.push(value);
        held += sizeOf(value);
        changes.emit('change');
        while (held >= mostHeld && !isOver) await once(changes, 'change');
      }
    } catch (reason) {
      failure = { reason };
    }
    isOver = true;
    changes.emit('change');
  }
  void read();

  return {
    first: async () => {
      while (waiting.length === 0 && !isOver) await once(changes, 'change');
      if (waiting.length === 0 && failure !== null) throw failure.reason;
      return waiting[0] ?? null;
    },
    peek: () => waiting[0],
    take: () => {
      waiting.shift();
    },
    release: (released) => {
      for (const item of released) held -= sizeOf(item);
      changes.emit('change');
    },
    close: () => {
      isOver = true;
      changes.emit('change');
      source.return?.()?.catch(() => {});
    },
  };
}
