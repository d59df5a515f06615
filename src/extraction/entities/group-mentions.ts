import type { EntityType } from '../../domain/entity.ts';
import { groupByName, groupOrganizations } from './group-others.ts';
import { groupPeople } from './group-people.ts';
import type { EntityLexicons } from './lexicons.ts';
import type { Mention } from './mention.ts';

/** The mentions of one person, organization or place, in order; groups in the order of their first mentions. */
export function groupMentions(mentions: readonly Mention[], lexicons: EntityLexicons): Mention[][] {
  const groups: Mention[][] = [];
  const byType = new Map<EntityType, Mention[]>();
  for (const mention of mentions) {
    const sameType = byType.get(mention.type);
    if (sameType === undefined) byType.set(mention.type, [mention]);
    else sameType.push(mention);
  }
  for (const [type, members] of byType) {
    const group =
      type === 'person' ? groupPeople : type === 'organization' ? groupOrganizations : groupByName;
    const found = new Map<number, Mention[]>();
    for (const [index, id] of group(members, lexicons).entries()) {
      const known = found.get(id);
      if (known === undefined) found.set(id, [members[index]!]);
      else known.push(members[index]!);
    }
    groups.push(...found.values());
  }
  return groups.sort((a, b) => a[0]!.start - b[0]!.start);
}
