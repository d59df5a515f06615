import {
  type Description,
  fitDescription,
  type Gender,
  readDescription,
  readIntroduction,
} from '../../entities/index.ts';
import type { Attribution } from '../attribution.ts';
import type { Stretch } from '../reading.ts';
import type { Answered } from './dialogue.ts';
import { type Interlude, readInterlude } from './interlude.ts';
import { namedHeads } from './named-heads.ts';
import { lastBefore, type Place, placeOf, type Scene, type Turn } from './scene.ts';
import { isSureFit } from './sure-fit.ts';

/**
 * How a quote says who spoke: by a name; by a pronoun of a person, of a thing, of several; by a description of a person,
 * of a body, of several; by other words; or not at all.
 */
export const forms = ['name', 'he', 'it', 'they', 'person', 'body', 'people', 'other', 'orphan'] as const;
export type Form = (typeof forms)[number];

/** Words, or no words, that stand for whoever spoke. */
export interface Reference extends Place {
  readonly form: Form;
  /** What pronouns and descriptions say of the one that they stand for; otherwise null. */
  readonly description: Description | null;
  /** That they have, or that the narrative before words without a source is about. */
  readonly gender: Gender | null;
  /** What is told before words without a source; otherwise null. */
  readonly interlude: Interlude | null;
  /** Near the start of the article, and indefinite: the name may follow. */
  readonly introduces: boolean;
  /** The one whom the next source names, where these words describe that one; otherwise null. */
  readonly presents: number | null;
  /** The source; of an orphan its first words. */
  readonly stretch: Stretch;
  /** The entities that the source names as its heads. */
  readonly heads: readonly number[];
}

/** What is asked about the speaker of one quote. */
export interface Asked {
  readonly reference: Reference;
  /** Those before, the last ones, in the order of the text. */
  readonly turns: readonly Turn[];
  readonly own: Turn;
  /** Whom the source of the next quote names, where it follows closely; empty otherwise. */
  readonly speakingNext: readonly number[];
  /** In a dialogue, whom the next turn names that names somebody. */
  readonly answered: Answered | null;
}

/** How the source of a quote refers to its speaker. `before`: the quote before it. */
export function readReference(
  scene: Scene,
  { source, contents }: Attribution,
  before: Attribution | undefined,
): Reference {
  const stretch = source ?? { first: contents[0]!.first, end: contents[0]!.first + 1 };
  const bare: Reference = {
    form: 'orphan',
    description: null,
    gender: null,
    interlude: null,
    introduces: false,
    presents: null,
    stretch,
    heads: [],
    ...placeOf(scene, stretch.first),
  };
  if (source === null) {
    const interlude = readInterlude(scene, before, stretch.first);
    return { ...bare, interlude, gender: interlude.gender };
  }
  const { tokens } = scene.reading.segmented;
  const span = { start: tokens[stretch.first]!.start, end: tokens[stretch.end - 1]!.end };
  const description = readDescription(scene.found.segmented, span, scene.found.lexicons);
  const heads = description === null || description.form === 'nominal' ? namedHeads(scene, source) : [];
  if (heads.length > 0 && !describesPerson(scene, source, description, heads))
    return { ...bare, form: 'name', heads };
  if (description !== null)
    return { ...bare, form: formOf(description), description, heads, gender: description.gender };
  const introduced =
    bare.narrative <= openingSentences
      ? readIntroduction(scene.found.segmented, span, scene.found.lexicons)
      : null;
  const gender = introduced?.gender ?? null;
  return { ...bare, form: 'other', description: introduced, introduces: introduced !== null, heads, gender };
}

/**
 * Somebody who is only described may be the one whom the next source names for the first time.
 *
 * > A former prosecutor said the case fit a pattern. "They pay," Ana Ruiz said.
 *   ^^^^^^^^^^^^^^^^^^^                                        ^^^^^^^^
 */
export function readWithNext(scene: Scene, reference: Reference, next: Reference | undefined): Reference {
  const { form, introduces, heads, stretch } = reference;
  if (form !== 'other' || introduces || heads.length > 0 || next?.heads.length !== 1) return reference;
  const named = scene.mentions[lastBefore(scene.mentions, next.first) + 1];
  if (named === undefined || named.entity !== next.heads[0] || named.first >= next.stretch.end)
    return reference;
  if (
    !named.isIntroduction ||
    next.paragraph - reference.paragraph > 1 ||
    next.narrative - reference.narrative > 2
  )
    return reference;
  const { tokens } = scene.reading.segmented;
  const span = { start: tokens[stretch.first]!.start, end: tokens[stretch.end - 1]!.end };
  const description = readIntroduction(scene.found.segmented, span, scene.found.lexicons);
  const fit = description && fitDescription(scene.found, named.entity, description);
  // "… said a neighbour, Ana Ruiz" says of her what she is.
  const isBare = scene.found.profiles[named.entity]!.roles.length === 0;
  if (description?.kind !== 'person' || fit === null || !(isBare || isSureFit(fit))) return reference;
  return {
    ...reference,
    description,
    introduces: true,
    presents: named.entity,
    gender: description.gender,
  };
}

/** An article opens with no more sentences of its narrative than this before names are given. */
const openingSentences = 3;

/**
 * A person who goes by a place or a people.
 *
 * > the Tennessee senator      > the Ethiopian      > the senator, a Democrat
 */
function describesPerson(
  { found, reading, entityOf }: Scene,
  source: Stretch,
  description: Description | null,
  heads: readonly number[],
): boolean {
  if (description === null || description.kind !== 'person') return false;
  if (isApposition({ reading, entityOf }, source)) return false;
  // "The Nobel laureate" is no name, whatever has been taken for one.
  const last = source.end - 1;
  if (reading.words[source.first] === 'the' && reading.capital[last] === 0 && entityOf[last]! >= 0)
    return true;
  const { type } = found.entities[heads[0]!]!;
  const { kindredRoles } = found.lexicons;
  if (description.origin === null)
    return (
      type === 'place' ||
      type === 'group' ||
      (type === 'organization' &&
        reading.words[source.first] === 'the' &&
        kindredRoles.standsFor('politician', description.head!))
    );
  return (
    type === 'group' && reading.words[source.first] === 'the' && !reading.words[source.end - 1]!.endsWith('s')
  );
}

/** > The brewers, Thwaite & Lodge */
function isApposition(
  { reading, entityOf }: Pick<Scene, 'reading' | 'entityOf'>,
  { first, end }: Stretch,
): boolean {
  const comma = first + reading.words.slice(first, end).indexOf(',');
  return comma >= first && comma + 1 < end && (entityOf[comma + 1]! >= 0 || entityOf[comma + 2]! >= 0);
}

/** "the lawyers", "both sides": not "a lawyer", "many of them". */
export const isDefinite = ({ reading }: Scene, { stretch }: Pick<Reference, 'stretch'>): boolean =>
  /^(?:the|his|her|its|their|this|that|both)$/.test(reading.words[stretch.first]!);

function formOf({ form, kind, isPlural }: Description): Form {
  if (form === 'personal') return 'he';
  if (form === 'relative') return kind === 'person' ? 'he' : 'it';
  if (form === 'thing') return 'it';
  if (form === 'plural') return 'they';
  if (isPlural) return 'people';
  return kind === 'person' ? 'person' : 'body';
}
