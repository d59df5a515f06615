import type { Reading } from '../reading.ts';
import type { Features } from './features.ts';
import type { Asked, Reference } from './references.ts';
import { isSame, type Scene, type Turn } from './scene.ts';

/** Longer turns are no dialogue, in tokens; shorter ones than the other are an answer rather than more of the same. */
const longestTurn = 25;
const brief = 10;

/**
 * In a dialogue two speak in turns, a short paragraph each. `speakers` are none for nobody who is named.
 *
 * > "Are you coming?" Ana asked.  |  "No," Ben said.  |  "Why not?"
 *                                                        ^^^^^^^^^^ Ana's turn
 */
export function describeDialogue(
  scene: Scene,
  { reference, turns, own, answered }: Asked,
  speakers: readonly number[],
): Features {
  const { reading } = scene;
  const found: Features = {};
  if (answered !== null && isSame(answered.speakers, speakers))
    found[answered.distance % 2 === 1 ? 'turnBeforeOwn' : 'turnWithOwn'] = 1;
  const last = turns.at(-1);
  if (last === undefined || (own.paragraph - last.paragraph !== 1 && !reference.interlude?.isMissing))
    return found;
  const spoken = turns.findLast((turn) => isSame(turn.speakers, speakers));
  if (spoken !== undefined && reference.form === 'orphan')
    found[endsAsking(reading, spoken) === endsAsking(reading, own) ? 'sameManner' : 'otherManner'] = 1;
  const isShortBefore = isShort(reading, last) && isShort(reading, own);
  if (isSame(last.speakers, speakers)) {
    if (isShortBefore) {
      found.ownTurnBefore = 1;
      if (last.attribution.source === null) found.ownOrphanBefore = 1;
    }
    if (lengthOf(own) <= brief) found.ownBrief = 1;
    if (saysYou(reading, own)) found.ownToYou = 1;
    if (endsAsking(reading, last)) found.askedBefore = 1;
  } else if (isShortBefore) {
    if (endsAsking(reading, last)) found.askedByOther = 1;
    const before = turns.findLast((turn) => !isSame(turn.speakers, last.speakers));
    if (before !== undefined && last.paragraph - before.paragraph <= 1 && isSame(before.speakers, speakers)) {
      found.turn = 1;
      if (isSame(turns.at(-3)?.speakers ?? [-1], last.speakers) && turns.at(-2) === before)
        found.alternates = 1;
    }
  }
  if (isAddressed(scene, last, speakers)) found.addressedBefore = 1;
  return found;
}

/** Whom the next turn of a dialogue that says so names, and how many turns later that is. */
export interface Answered {
  readonly speakers: readonly number[];
  readonly distance: number;
}

/** No further turns are looked ahead. */
const farthest = 8;

/** Looks ahead in a dialogue: paragraphs of a few words each, one behind the other. */
export function findAnswered(
  reading: Reading,
  turns: readonly Turn[],
  references: readonly Reference[],
  index: number,
): Answered | null {
  if (!isShort(reading, turns[index]!)) return null;
  for (let next = index + 1; next < turns.length && next - index <= farthest; next += 1) {
    if (turns[next]!.paragraph - turns[next - 1]!.paragraph !== 1 || !isShort(reading, turns[next]!))
      return null;
    const { heads } = references[next]!;
    if (heads.length > 0) return { speakers: heads, distance: next - index };
  }
  return null;
}

const lengthOf = ({ attribution }: Turn): number =>
  attribution.contents.reduce((sum, { first, end }) => sum + end - first, 0);

/** Few words, in marks. */
const isShort = ({ quotationOf }: Reading, turn: Turn): boolean =>
  turn.attribution.contents.every(({ first }) => quotationOf[first] !== -1) && lengthOf(turn) <= longestTurn;

function endsAsking({ words }: Reading, { attribution }: Turn): boolean {
  const { end } = attribution.contents.at(-1)!;
  return words.slice(Math.max(0, end - 3), end).includes('?');
}

/** Words to somebody: "you", a question. */
const saysYou = ({ words }: Reading, { attribution }: Turn): boolean =>
  attribution.contents.some(({ first, end }) =>
    words.slice(first, end).some((word) => /^(?:you|your|yours|sir|madam|ma'am|\?)$/.test(word)),
  );

/** > "Why not, Ben?"      > "Ben, come here."      > "I have not read it, Senator." */
export function isAddressed(
  { reading, entityOf, found }: Scene,
  { attribution }: Turn,
  speakers: readonly number[],
): boolean {
  const { words } = reading;
  const titles = speakers.flatMap((speaker) => found.profiles[speaker]!.roles.map(({ head }) => head));
  return attribution.contents.some(({ first, end }) => {
    for (let token = first; token < end; token += 1) {
      if (
        words[token - 1] === ',' &&
        titles.includes(words[token]!) &&
        vocativeEdge.test(words[token + 1] ?? '"')
      )
        return true;
      if (!speakers.includes(entityOf[token]!)) continue;
      let start = token;
      while (/^\p{L}+$/u.test(words[start - 1] ?? '') && start > token - 2) start -= 1;
      let behind = token;
      while (entityOf[behind] === entityOf[token]) behind += 1;
      const opens = [token, start].some((place) => vocativeEdge.test(words[place - 1] ?? '"'));
      if (opens && vocativeEdge.test(words[behind] ?? '"')) return true;
      token = behind;
    }
    return false;
  });
}

const vocativeEdge = /^[,.?!"“”'‘’«»„…]$/;
