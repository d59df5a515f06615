import type { ArticleEntities, EntityProfile, Gender } from '../../entities/index.ts';
import type { Reading, Stretch } from '../reading.ts';
import { findDescribedPeople } from './described-people.ts';

/** Who plays a part in an article: everyone and everything named, and behind them people without a name. */
export interface Cast {
  /** The entities of the article, then one for each figure; their mentions are those of the article. */
  readonly found: ArticleEntities;
  /** How many are named: figures have this index and higher ones. */
  readonly named: number;
  /** Where people are described, in the order of the text. */
  readonly described: readonly DescribedMention[];
}

/** Words that describe someone, whom the article names elsewhere or a figure. */
export interface DescribedMention extends Stretch {
  readonly entity: number;
  readonly isIntroduction: boolean;
}

/**
 * Tells the people apart whom the narrative describes and no name surely fits, and learns what those are called whom one fits. "The envoy" is the ambassador before;
 * "a witness" is somebody new, and "the witness" behind it is the same.
 */
export function castFigures(reading: Reading, found: ArticleEntities): Cast {
  const named = found.entities.length;
  const figures: Figure[] = [];
  const learned = new Map<number, Set<string>>();
  const described = findDescribedPeople(reading, found).map(
    ({ entity, first, end, head, gender, isDefinite }): DescribedMention => {
      if (entity !== null) {
        const heads = learned.get(entity) ?? new Set(found.profiles[entity]!.deeds);
        learned.set(entity, heads.add(head));
        return { first, end, entity, isIntroduction: false };
      }
      const known = isDefinite ? findKnown(found, figures, head, gender) : -1;
      const figure = known === -1 ? figures.push({ first, end, head, gender }) - 1 : known;
      return { first, end, entity: named + figure, isIntroduction: known === -1 };
    },
  );
  const profiles = found.profiles.map((profile, index): EntityProfile => {
    const deeds = learned.get(index);
    return deeds === undefined ? profile : { ...profile, deeds };
  });
  const cast = {
    ...found,
    entities: [...found.entities, ...figures.map(() => nameless)],
    profiles: [...profiles, ...figures.map((figure) => profileFigure(reading, figure))],
  };
  return { found: cast, named, described };
}

/** Someone who goes by a description, at its first place in the text. */
interface Figure extends Stretch {
  readonly head: string;
  readonly gender: Gender | null;
}

/** More figures back nobody is meant. */
const mostFigures = 40;

function findKnown(
  { lexicons }: ArticleEntities,
  figures: readonly Figure[],
  head: string,
  gender: Gender | null,
): number {
  for (let index = figures.length - 1; index >= Math.max(0, figures.length - mostFigures); index -= 1) {
    const known = figures[index]!;
    if (gender !== null && known.gender !== null && gender !== known.gender) continue;
    if (lexicons.kindredRoles.areAlike(known.head, head)) return index;
  }
  return -1;
}

/** So that a figure is asked like an entity what it is; it is never served, and nothing reads where it is named. */
const nameless: ArticleEntities['entities'][number] = {
  id: null,
  name: '',
  type: 'person',
  aliases: [],
  roles: [],
  mentions: [{ start: 0, end: 0 }],
};

function profileFigure({ segmented }: Reading, { first, end, head, gender }: Figure): EntityProfile {
  const { text, tokens } = segmented;
  const span = { start: tokens[first]!.start, end: tokens[end - 1]!.end };
  const role = { text: text.slice(span.start, span.end), head, ...span };
  const male = gender === null ? 0.5 : gender === 'male' ? 0.95 : 0.05;
  return {
    roles: [role],
    age: null,
    kinds: new Set(),
    traits: new Set(),
    origins: new Set(),
    deeds: new Set(),
    told: new Set(),
    isAccused: false,
    male,
  };
}
