/**
 * The labels of a chain, and which may follow which. A label is `O` (outside) or a position and a type, `B-name`.
 * In `bio` a stretch is B I I; in `bilou` it is B I L, or U when it is one item long (Ratinov & Roth 2009).
 */
export interface LabelSet {
  readonly scheme: LabelScheme;
  readonly types: readonly string[];
  readonly names: readonly string[];
  readonly size: number;
  /** Per label: the labels that may stand before it, ascending. */
  readonly before: readonly Int32Array[];
  /** Per label: the labels that may stand after it, ascending. */
  readonly after: readonly Int32Array[];
  /** 1 where a sequence may start, or end, with the label. */
  readonly canStart: Uint8Array;
  readonly canEnd: Uint8Array;
}

export type LabelScheme = 'bio' | 'bilou';

/** A labelled stretch `[start, end)` of items, with its type's index in the label set. */
export interface LabelledStretch {
  readonly start: number;
  readonly end: number;
  readonly type: number;
}

/** The outside label of every set. */
export const outside = 0;

export function createLabels(scheme: LabelScheme, types: readonly string[]): LabelSet {
  const positions = positionsOf(scheme);
  const names = ['O', ...types.flatMap((type) => [...positions].map((position) => `${position}-${type}`))];
  const follows = (a: number, b: number): boolean => mayFollow(scheme, names[a] ?? 'O', names[b] ?? 'O');
  const all = names.map((_, label) => label);
  const starts = all.map((label) => Number(mayFollow(scheme, 'O', names[label] ?? 'O')));
  const ends = all.map((label) => Number(mayFollow(scheme, names[label] ?? 'O', 'O')));
  return {
    scheme,
    types,
    names,
    size: names.length,
    before: all.map((b) => Int32Array.from(all.filter((a) => follows(a, b)))),
    after: all.map((a) => Int32Array.from(all.filter((b) => follows(a, b)))),
    canStart: Uint8Array.from(starts),
    canEnd: Uint8Array.from(ends),
  };
}

/** The labels that spell these disjoint stretches over `length` items. */
export function labelStretches(
  stretches: readonly LabelledStretch[],
  length: number,
  labels: LabelSet,
): Uint8Array {
  const sequence = new Uint8Array(length);
  const width = positionsOf(labels.scheme).length;
  for (const { start, end, type } of stretches) {
    const base = 1 + type * width;
    sequence.fill(base + 1, start, end);
    if (labels.scheme === 'bilou') {
      sequence[end - 1] = base + 2;
      sequence[start] = end - start === 1 ? base + 3 : base;
    } else sequence[start] = base;
  }
  return sequence;
}

/** The stretches that a legal sequence of labels spells. */
export function readStretches(sequence: Uint8Array, labels: LabelSet): LabelledStretch[] {
  const width = positionsOf(labels.scheme).length;
  const stretches: LabelledStretch[] = [];
  for (let start = 0; start < sequence.length; ) {
    const label = sequence[start] ?? outside;
    let end = start + 1;
    if (label !== outside) {
      const type = typeOfLabel(label, labels);
      // Inside a stretch every further label but a B or U is of the same type: the transitions see to that.
      while (end < sequence.length && continues(sequence[end] ?? outside, width)) end++;
      stretches.push({ start, end, type });
    }
    start = end;
  }
  return stretches;
}

/** The index of a label's type; -1 for outside. */
function typeOfLabel(label: number, labels: LabelSet): number {
  return label === outside ? -1 : Math.floor((label - 1) / positionsOf(labels.scheme).length);
}

const positionsOf = (scheme: LabelScheme): string => (scheme === 'bilou' ? 'BILU' : 'BI');

function continues(label: number, width: number): boolean {
  const position = (label - 1) % width;
  return label !== outside && (position === 1 || (position === 2 && width === 4));
}

function mayFollow(scheme: LabelScheme, a: string, b: string): boolean {
  const inside = scheme === 'bilou' ? a[0] === 'B' || a[0] === 'I' : a !== 'O';
  const carriesOn = b[0] === 'I' || b[0] === 'L';
  if (carriesOn) return inside && a.slice(2) === b.slice(2);
  return scheme === 'bio' || !inside;
}
