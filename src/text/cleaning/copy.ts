import { type Removal, type RemovalReason, removalReasons } from '../../domain/article.ts';

/** A text on its way from raw to clean, with the place in the raw copy of every unit of it. */
export interface Copy {
  readonly text: string;
  /** Per unit of `text`: the raw stretch `[rawStarts[i], rawEnds[i])` that it stands for; empty for inserted units. */
  readonly rawStarts: Int32Array;
  readonly rawEnds: Int32Array;
  /** What was changed so far, in raw offsets, in the order of the changes. */
  readonly changes: readonly Change[];
}

/** Replaces `[start, end)` of the text. Reason null is plain white space, which is not worth listing. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly reason: RemovalReason | null;
}

interface Change {
  readonly rawStart: number;
  readonly rawEnd: number;
  readonly reason: RemovalReason | null;
}

export function startCopy(raw: string): Copy {
  const rawStarts = new Int32Array(raw.length);
  const rawEnds = new Int32Array(raw.length);
  for (let index = 0; index < raw.length; index++) {
    rawStarts[index] = index;
    rawEnds[index] = index + 1;
  }
  return { text: raw, rawStarts, rawEnds, changes: [] };
}

/** Applies edits, which must be ordered and disjoint. */
export function applyEdits(copy: Copy, edits: readonly Edit[]): Copy {
  if (edits.length === 0) return copy;
  let length = copy.text.length;
  for (const edit of edits) length += edit.text.length - (edit.end - edit.start);
  const rawStarts = new Int32Array(length);
  const rawEnds = new Int32Array(length);
  const pieces: string[] = [];
  const changes: Change[] = [];
  let from = 0;
  let to = 0;
  const keep = (end: number) => {
    pieces.push(copy.text.slice(from, end));
    if (end - from > 64) {
      rawStarts.set(copy.rawStarts.subarray(from, end), to);
      rawEnds.set(copy.rawEnds.subarray(from, end), to);
      to += end - from;
      return;
    }
    // Views of a few units cost more than the units.
    for (let index = from; index < end; index++, to++) {
      rawStarts[to] = copy.rawStarts[index]!;
      rawEnds[to] = copy.rawEnds[index]!;
    }
  };
  for (const edit of edits) {
    keep(edit.start);
    const { rawStart, rawEnd } = rawRange(copy, edit.start, edit.end);
    if (rawStart < rawEnd) changes.push({ rawStart, rawEnd, reason: edit.reason });
    pieces.push(edit.text);
    rawStarts.fill(rawStart, to, to + edit.text.length);
    rawEnds.fill(rawEnd, to, to + edit.text.length);
    to += edit.text.length;
    from = edit.end;
  }
  keep(copy.text.length);
  return { text: pieces.join(''), rawStarts, rawEnds, changes: copy.changes.concat(changes) };
}

/** The raw stretch that `[start, end)` of the text stands for. */
export function rawRange(copy: Copy, start: number, end: number): { rawStart: number; rawEnd: number } {
  if (start < end) return { rawStart: copy.rawStarts[start]!, rawEnd: copy.rawEnds[end - 1]! };
  const place = start > 0 ? copy.rawEnds[start - 1]! : 0;
  return { rawStart: place, rawEnd: place };
}

/**
 * Lists what was taken out or turned: ordered, disjoint, neighbours of one reason as one. Where a later change covers
 * an earlier one (a credit line with an entity in it), the later one stands for both.
 */
export function listRemovals(copy: Copy, raw: string): Removal[] {
  if (copy.changes.length === 0) return [];
  const painted = new Uint8Array(raw.length);
  for (const change of copy.changes) {
    // What only tidies white space must not hide that the space stands for something taken out before.
    if (change.reason !== null) {
      painted.fill(removalReasons.indexOf(change.reason) + 1, change.rawStart, change.rawEnd);
    }
  }
  const removals: Removal[] = [];
  let index = 0;
  while (index < raw.length) {
    const code = painted[index]!;
    let end = index + 1;
    while (end < raw.length && painted[end] === code) end++;
    if (code > 0) {
      removals.push({
        reason: removalReasons[code - 1]!,
        text: raw.slice(index, end),
        rawStart: index,
        rawEnd: end,
      });
    }
    index = end;
  }
  return removals;
}
