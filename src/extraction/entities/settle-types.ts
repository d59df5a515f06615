import type { EntityType } from '../../domain/entity.ts';
import { foldName } from './fold.ts';
import type { EntityLexicons } from './lexicons.ts';
import type { Mention } from './mention.ts';

/** One type for all mentions of one form: the one that the tagger gave with most confidence in all. */
export function settleTypes(mentions: readonly Mention[], lexicons: EntityLexicons): Mention[] {
  const votes = new Map<string, Map<EntityType, number>>();
  const vote = (key: string, type: EntityType, weight: number) => {
    const types = votes.get(key) ?? new Map<EntityType, number>();
    votes.set(key, types.set(type, (types.get(type) ?? 0) + weight));
  };
  const partVotes = new Map<string, Map<EntityType, number>>();
  const speakFor = (word: string, type: EntityType, weight: number) => {
    if (lexicons.peoples.has(word) || lexicons.countries.has(word)) return;
    // However often it stands there: a city is no organization because its newspaper is named ten times.
    const types = partVotes.get(word) ?? new Map<EntityType, number>();
    partVotes.set(word, types.set(type, Math.max(types.get(type) ?? 0, weight)));
  };
  for (const { text, type, confidence, honorific } of mentions) {
    const folded = foldName(text);
    vote(folded, type, honorific === null ? confidence : 3);
    // A full name speaks for its first and its last word: "Dmitry Peskov" makes a lone "Peskov" a person.
    const words = folded.split(' ');
    if (words.length < 2) continue;
    if (type === 'person')
      for (const word of [words[0]!, words.at(-1)!]) speakFor(word, type, 0.7 * confidence);
    if (type === 'organization') speakFor(words[0]!, type, 0.4 * confidence);
  }
  for (const [word, types] of partVotes) for (const [type, weight] of types) vote(word, type, weight);
  return mentions.map((mention) => {
    const folded = foldName(mention.text);
    const types = votes.get(folded)!;
    let best = mention.type;
    for (const [type, weight] of types) if (weight > types.get(best)! + 1e-9) best = type;
    if (best !== 'person' && lexicons.peoples.has(folded)) best = 'group';
    else if (best !== 'person' && lexicons.surelyOrganizations.has(folded)) best = 'organization';
    return best === mention.type ? mention : { ...mention, type: best };
  });
}
