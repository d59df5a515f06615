import { type Attribution, attributionOf } from '../attribution.ts';
import { hasWords } from '../contents/contents.ts';
import { type Cue, type CueMap, cuesWithin } from '../cues/cues.ts';
import { subjectAfter, subjectBefore } from '../cues/sources.ts';
import type { Reading, Stretch } from '../reading.ts';

/** Lists open their items with dashes, too; a dialogue has this many lines, and says of some of them whose they are. */
const leastLines = 2;

/**
 * Turns that a dash opens, as much of Europe prints them; what the narrator says stands behind a comma or a dash.
 *
 * > — You are sitting on my hat, says Nuri. — It is my chair.      > – No – she laughs.
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^                 ^^^^^^^^^^^^^^           ^^
 */
export function dashDialogue(reading: Reading, cues: CueMap): readonly Attribution[] {
  const lines = reading.paragraphTokens.filter(
    ({ first, end }) =>
      dash.test(reading.words[first] ?? '') &&
      first + 1 < end &&
      reading.capital[first + 1] === 1 &&
      !isSignature(reading, { first: first + 1, end }),
  );
  const turns = lines.map((line) => readLine(reading, cues, line));
  if (lines.length < leastLines || turns.every(({ cue }) => cue === null)) return [];
  return turns.filter(({ contents }) => contents.length > 0);
}

const dash = /^[—–―]$/;

/** > —Ana Ruiz and Tom Lee */
function isSignature({ words, nameOf }: Reading, { first, end }: Stretch): boolean {
  for (let token = first; token < end; token += 1)
    if (nameOf[token] === -1 && !/^(?:and|[,.&])$/.test(words[token]!)) return false;
  return true;
}

interface Narrator {
  readonly cue: Cue;
  readonly start: number;
}

function readLine(reading: Reading, cues: CueMap, line: Stretch): Attribution {
  const contents: Stretch[] = [];
  let told: Cue | null = null;
  for (const [index, part] of partsOf(reading, line).entries()) {
    const narrator = findNarrator(reading, cues, part, index > 0);
    const end =
      narrator === null ? part.end : narrator.start - Number(reading.words[narrator.start - 1] === ',');
    if (end > part.first && hasWords(reading, part.first, end)) contents.push({ first: part.first, end });
    told ??= narrator?.cue ?? null;
  }
  const source = told && (subjectAfter(reading, told.end) ?? subjectBefore(reading, told));
  return attributionOf('shape', contents, told, source);
}

/** What stands between the dashes of a line. */
function partsOf({ words }: Reading, line: Stretch): readonly Stretch[] {
  const parts: Stretch[] = [];
  let first = line.first + 1;
  for (let token = first; token <= line.end; token += 1) {
    if (token < line.end && !dash.test(words[token]!)) continue;
    if (token > first) parts.push({ first, end: token });
    first = token + 1;
  }
  return parts;
}

/** Where the narrator takes over in a part, and with which cue: behind a mark that ends the words, or at its start. */
function findNarrator(reading: Reading, cues: CueMap, part: Stretch, mayOpen: boolean): Narrator | null {
  for (const cue of cuesWithin(cues, part.first, part.end)) {
    if (cue.kind !== 'verb') continue;
    const starts = [cue.groupFirst, subjectBefore(reading, cue)?.first ?? cue.groupFirst];
    const start = starts.find(
      (token) => (mayOpen && token === part.first) || /^[,?!…]$/.test(reading.words[token - 1] ?? ''),
    );
    if (start !== undefined) return { cue, start };
  }
  return null;
}
