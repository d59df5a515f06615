/** Scores that must not fall, and the corpus that they were measured on. `data/gold/floors.json` is this. */
export interface Floors {
  /** SHA-256 of the corpus: scores on other texts cannot be compared. */
  readonly corpus: string;
  /** Shares in [0, 1] (or counts), by name. */
  readonly floors: Readonly<Record<string, number>>;
}

export interface FloorFault {
  readonly name: string;
  readonly floor: number | null;
  readonly measured: number | null;
  readonly detail: string;
}

/**
 * How far a score may lie below its floor: less than what one quote more or less is worth, more than what rounding is.
 */
const floorTolerance = 0.0005;

/** What a measurement does wrong against the floors; a corpus that changed, and a score that is gone, are wrong too. */
export function checkFloors({ corpus, floors }: Floors, measured: Floors): readonly FloorFault[] {
  const faults: FloorFault[] = [];
  if (corpus !== measured.corpus) {
    const detail =
      'the gold has changed since the floors were pinned: look at the scores, then pin them anew';
    faults.push({ name: 'corpus', floor: null, measured: null, detail });
  }
  for (const [name, floor] of Object.entries(floors)) {
    const value = measured.floors[name];
    if (value === undefined) faults.push({ name, floor, measured: null, detail: 'is no longer measured' });
    else if (value < floor - floorTolerance) {
      faults.push({
        name,
        floor,
        measured: value,
        detail: `is ${show(value)}, below its floor of ${show(floor)}`,
      });
    }
  }
  return faults;
}

/**
 * The floors after a measurement: raised where it is better, new where there was none. Where a score is lower, or gone,
 * and `allowRegression` is not given, nothing is pinned, and the faults say what would have been lowered.
 */
export function pinFloors(
  before: Floors | null,
  measured: Floors,
  { allowRegression }: { allowRegression: boolean },
):
  | { readonly floors: Floors; readonly lowered: readonly FloorFault[] }
  | { readonly refused: readonly FloorFault[] } {
  const kept = before ?? { corpus: measured.corpus, floors: {} };
  const lowered = checkFloors({ ...kept, corpus: measured.corpus }, measured);
  if (lowered.length > 0 && !allowRegression) return { refused: lowered };
  const names = Object.keys(measured.floors).toSorted();
  const floors = names.map((name) => {
    const [floor, value] = [kept.floors[name] ?? 0, measured.floors[name]!];
    // What lies within the tolerance is no regression, and must not creep down by being pinned again and again.
    const isNoise = value < floor && value >= floor - floorTolerance;
    return [name, isNoise ? floor : round(value)];
  });
  return { floors: { corpus: measured.corpus, floors: Object.fromEntries(floors) }, lowered };
}

function round(value: number): number {
  return Math.floor(value * 10_000) / 10_000;
}

function show(value: number): string {
  return String(round(value));
}
