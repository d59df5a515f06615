import type { Entity } from '../../domain/entity.ts';
import type { ArticleEntities } from '../entities/index.ts';
import { resolveReference } from '../entities/index.ts';
import type { Reading, Stretch } from './reading.ts';
import { tokensInside } from './reading.ts';
import type { Referents } from './speakers.ts';

/** Asks the entities of the article. A description that fits somebody by less than one half names nobody. */
export function createReferents(reading: Reading, found: ArticleEntities): Referents {
  const { tokens, text } = reading.segmented;
  const places = tokensInside(reading.segmented, found.mentions);
  const quotations = reading.quotations.map(({ start, end }) => ({ start, end }));
  const spanOf = ({ first, end }: Stretch) => ({ start: tokens[first]!.start, end: tokens[end - 1]!.end });
  const people = found.entities.flatMap(({ type, name, aliases }, entity) => {
    if (type !== 'person') return [];
    const full = name.toLowerCase();
    return [
      { entity, forms: [full, full.split(' ').at(-1)!, ...aliases.map((alias) => alias.toLowerCase())] },
    ];
  });
  const firstTokens = found.entities.map(() => tokens.length);
  for (const { entity, firstToken } of found.mentions)
    firstTokens[entity] = Math.min(firstTokens[entity]!, firstToken);
  return {
    entities: found.entities,
    entityOf: places.map((place) => (place < 0 ? -1 : found.mentions[place]!.entity)),
    resolve: (reference, form, spoken) => {
      const speakers = spoken
        .slice(-recentSpeakers)
        .map(({ entity, token }) => ({ entity, offset: tokens[token]!.start }));
      const fitting = resolveReference(found, spanOf(reference), { speakers, quotations });
      const best = fitting.find(({ entity }) =>
        canSpeak(found.entities[entity]!, reading.words[reference.first]!),
      );
      if (best === undefined || (form === 'nominal' && best.probability < 0.5)) return null;
      return best;
    },
    firstTokenOf: (entity) => firstTokens[entity]!,
    chanceOfMan: (entity) => found.profiles[entity]!.male,
    describesPerson: ({ first, end }) => {
      for (let token = first + 1; token < Math.min(end, first + 6); token += 1) {
        if (/^(?:,|of|for|from|in|at|with|who|whose|on|to|by)$/.test(reading.words[token]!)) return false;
        if (found.lexicons.roleNouns.has(reading.words[token]!)) return true;
      }
      return false;
    },
    findByName: (name) => {
      const matching = people.filter(({ forms }) =>
        forms.some((form) => name === form || name.endsWith(` ${form}`)),
      );
      return matching.length === 1 ? matching[0]!.entity : null;
    },
    roleOf: (entity, token) => {
      const offset = tokens[token]?.start ?? text.length;
      const roles = found.profiles[entity]!.roles;
      const nearest = roles.toSorted((a, b) => Math.abs(a.start - offset) - Math.abs(b.start - offset))[0];
      return nearest?.text ?? null;
    },
  };
}

/** Places and peoples say nothing: "The text was signed in Zambia. It says …", "his Turkish counterpart. They said …" */
function canSpeak({ type, name }: Entity, pronoun: string): boolean {
  if (pronoun === 'it') return type !== 'place' && type !== 'group';
  return pronoun !== 'they' || type !== 'group' || name.endsWith('s');
}

/** More speakers back nobody is meant by "he". */
const recentSpeakers = 24;
