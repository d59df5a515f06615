import type { Entity } from '../../domain/entity.ts';
import type { NonEmpty, Span } from '../../domain/span.ts';
import type { SegmentedText } from '../../text/segments.ts';
import type { Name } from '../names.ts';
import type { ArticleEntities } from './article-entities.ts';
import { groupMentions } from './groups/group-mentions.ts';
import { markSurnames, shareSurnames } from './groups/shared-surnames.ts';
import { markStandings } from './groups/silent-kin.ts';
import { completeMentions } from './names/complete-mentions.ts';
import { markHouses } from './names/houses.ts';
import { findIntroducedNames } from './names/introduced-names.ts';
import { mendNames } from './names/mend-names.ts';
import { trimNames } from './names/trim-names.ts';
import { type EntityProfile, profileEntity } from './profiles.ts';
import { findLedeRole } from './roles/lede-roles.ts';
import { foldName } from './words/fold.ts';
import type { EntityLexicons } from './words/lexicons.ts';
import type { Mention } from './words/mention.ts';
import { inUsualCase } from './words/usual-case.ts';

export type { ArticleEntities, EntityMention } from './article-entities.ts';
export { type Description, readDescription, readIntroduction } from './descriptions.ts';
export type { EntityProfile } from './profiles.ts';
export { type Fit, fitDescription, fitFeatures } from './reference-fit.ts';
export type { Role } from './roles/roles.ts';
export { type EntityLexicons, type Gender, readEntityLexicons } from './words/lexicons.ts';
export { isPossessive, makesOwner } from './words/mention.ts';

/** Finds out which names mean the same person, organization, place or group. Linear in the number of names. */
export function findEntities(
  segmented: SegmentedText,
  names: readonly Name[],
  lexicons: EntityLexicons,
): ArticleEntities {
  const mended = mendNames(segmented, trimNames(segmented, names, lexicons), lexicons);
  const whole = markHouses(segmented, completeMentions(segmented, mended, lexicons));
  const found = shareSurnames(markSurnames(markStandings(segmented, whole)), lexicons);
  const nameTokens: (Mention | undefined)[] = new Array(segmented.tokens.length);
  for (const mention of found)
    for (let token = mention.firstToken; token < mention.endToken; token++) nameTokens[token] = mention;
  const groups = groupMentions(found, lexicons, findIntroducedNames(segmented, found));
  const lede = findLedeRole(segmented, found, lexicons);
  const profiles = groups.map((group) =>
    profileEntity(segmented, group[0]!.type, group, nameTokens, lexicons, lede),
  );
  const entities = groups.map((group, index) => describeEntity(group, profiles[index]!));
  const mentions = groups
    .flatMap((group, entity) => group.map((mention) => ({ entity, ...mention })))
    .sort((a, b) => a.start - b.start);
  return { segmented, lexicons, entities, profiles, mentions };
}

function describeEntity(mentions: readonly Mention[], profile: EntityProfile): Entity {
  const { type } = mentions[0]!;
  const names = new Map<string, string>();
  for (const { text } of mentions) {
    // A nickname in marks is no part of the name: `Wellington "Geladeira" dos Santos`.
    const bare = text.replace(/\s+["“«][^"”»]*["”»]/g, '').replace(/\s+/g, ' ');
    const printed = type === 'person' ? inUsualCase(bare) : bare;
    const folded = foldName(printed);
    if (!names.has(folded)) names.set(folded, printed);
  }
  const forms = [...names.values()];
  const shared = mentions.find(({ sharedSurname }) => sharedSurname !== null);
  const full = shared === undefined ? [] : [inUsualCase(`${shared.text} ${shared.sharedSurname}`)];
  const name = [...forms, ...full].reduce((best, form) => (fullness(form) > fullness(best) ? form : best));
  return {
    id: null,
    name,
    type,
    aliases: forms.filter((form) => form !== name),
    roles: profile.roles.map(({ text }) => text),
    mentions: mentions.map(({ start, end }) => ({ start, end })) as unknown as NonEmpty<Span>,
  };
}

/** How much of a name a form gives: words first, then letters. */
const fullness = (form: string): number => form.split(' ').length * 1000 + form.length;
