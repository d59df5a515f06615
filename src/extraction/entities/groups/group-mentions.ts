import type { EntityType } from '../../../domain/entity.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import type { Mention } from '../words/mention.ts';
import { groupByName, groupOrganizations } from './group-others.ts';
import { groupPeople } from './group-people.ts';

/**
 * The mentions of one person, organization or place, in order; groups in the order of their first mentions. `introduced`
 * are pairs that the text itself says to be two names of one ("Edson Paz, known as Lino").
 */
export function groupMentions(
  mentions: readonly Mention[],
  lexicons: EntityLexicons,
  introduced: readonly (readonly [Mention, Mention])[] = [],
): Mention[][] {
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
  joinIntroduced(groups, introduced);
  return groups.filter((group) => group.length > 0).sort((a, b) => a[0]!.start - b[0]!.start);
}

/** Puts the group of the second name of each pair into that of the first, and leaves it empty. */
function joinIntroduced(groups: Mention[][], introduced: readonly (readonly [Mention, Mention])[]): void {
  if (introduced.length === 0) return;
  const groupOf = new Map(
    groups.flatMap((group, index) => group.map((mention) => [mention.start, index] as const)),
  );
  for (const [name, other] of introduced) {
    const [into, from] = [groupOf.get(name.start)!, groupOf.get(other.start)!];
    if (into === from || groups[into]![0]!.type !== groups[from]![0]!.type) continue;
    for (const { start } of groups[from]!) groupOf.set(start, into);
    groups[into] = [...groups[into]!, ...groups[from]!].sort((a, b) => a.start - b.start);
    groups[from] = [];
  }
}
