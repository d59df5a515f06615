import type { Resolution } from '../../../domain/quote.ts';
import type { Stretch } from '../reading.ts';
import { namedHeads } from './named-heads.ts';
import type { Scene } from './scene.ts';

/**
 * Whom the label of a turn in a transcript names, in full, by surname or by initials; "A" is the one who is interviewed.
 * Empty where it is the one who asks; null where it names nobody that is known.
 *
 * > MS ORAV: When did you open it?      > A: In the autumn.
 *   ^^^^^^^                               ^
 */
export function readLabel(scene: Scene, label: Stretch): Label | null {
  const words = scene.reading.words.slice(label.first, label.end).join(' ');
  if (/^a(?:nswer|\.)?$/.test(words))
    return { speakers: mostNamedBefore(scene, label.first), resolution: 'context' };
  const holders = findByOffice(scene, label);
  if (holders.length === 1) return { speakers: holders, resolution: 'nominal' };
  if (nameless.test(words)) return { speakers: [], resolution: 'context' };
  const initialed = findByInitials(scene, words);
  const bearers = findBearers(scene, words);
  if (bearers.length > 1)
    return { speakers: mostNamedBefore(scene, label.first, bearers), resolution: 'name' };
  const named = initialed.length === 1 ? initialed : namedHeads(scene, label).slice(0, 1);
  const speakers = named.length > 0 ? named : findByName(scene, words);
  return speakers && { speakers, resolution: 'name' };
}

/** Who asks, who is heard in court, and voices in a hall: nobody who is named, unless the text says whose office it is. */
const nameless =
  /^(?:q(?:uestion|\.)?|questioner|interviewer|(?:the )?(?:chair(?:man|woman|person)?|judge|court|clerk|prosecutor|prosecution|defen[cs]e|counsel)|journalist|reporter|analyst|operator|moderator|crowd|all|(?:audience|panel|crowd|committee) member|(?:the )?audience|(?:male |female )?voice|(?:speaker|voice|caller|reporter|participant|questioner) (?:\d{1,2}|[a-z])|un(?:known|identified)(?: (?:speaker|analyst|reporter|participant|male|female|man|woman))?)$/;

export interface Label {
  readonly speakers: readonly number[];
  readonly resolution: Resolution;
}

/** An introduction takes no more mentions than this. */
const introduction = 60;

/** The person whom an interview's introduction names most often, the first of equals; labels do not count. */
function mostNamedBefore(
  { found, mentions, reading }: Scene,
  token: number,
  among: readonly number[] | null = null,
): readonly number[] {
  const counts = new Map<number, number>();
  for (const { entity, first, end } of mentions.slice(0, introduction)) {
    if (first >= token) break;
    if (found.entities[entity]!.type !== 'person' || reading.words[end] === ':') continue;
    if (among === null || among.includes(entity)) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined ? [] : [most[0]];
}

/**
 * The people of whom the text says what the label says.
 *
 * > THE PRESIDENT: I will take two questions.
 *   ^^^^^^^^^^^^^
 */
function findByOffice({ found, entityOf, named }: Scene, { first, end }: Stretch): readonly number[] {
  const head = found.segmented.tokens[end - 1]!.text.toLowerCase();
  if (!found.lexicons.roleNouns.has(head) || entityOf.subarray(first, end).some((one) => one >= 0)) return [];
  return [...found.entities.keys()]
    .slice(0, named)
    .filter((one) => found.profiles[one]!.roles.some((role) => role.head === head));
}

/** The people of one surname. */
function findBearers({ found }: Scene, surname: string): readonly number[] {
  return [...found.entities.entries()].flatMap(([index, { type, name }]) =>
    type === 'person' && name.toLowerCase().endsWith(` ${surname}`) ? [index] : [],
  );
}

/** The people whose full names have these initials: "FM" is Ferris Maddow. */
function findByInitials({ found }: Scene, label: string): readonly number[] {
  const letters = label.replace(/\./g, '');
  if (!/^\p{L}{2,3}$/u.test(letters)) return [];
  return [...found.entities.entries()].flatMap(([index, { type, name }]) => {
    if (type !== 'person') return [];
    const initials = (name.match(/[^\s-]+/g) ?? []).map((word) => word[0]!.toLowerCase());
    return initials.join('') === letters ? [index] : [];
  });
}

/** The one person who bears this name, or this surname, however it is cased; null where none or several do. */
function findByName({ found }: Scene, name: string): readonly number[] | null {
  const matching = [...found.entities.entries()].filter(([, entity]) => {
    if (entity.type !== 'person') return false;
    const full = entity.name.toLowerCase();
    const forms = [full, full.split(' ').at(-1)!, ...entity.aliases.map((alias) => alias.toLowerCase())];
    return forms.some((form) => name === form || name.endsWith(` ${form}`));
  });
  return matching.length === 1 ? [matching[0]![0]] : null;
}
