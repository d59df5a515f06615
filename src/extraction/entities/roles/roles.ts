import type { SegmentedText } from '../../../text/segments.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import type { Mention } from '../words/mention.ts';
import { findRolesBefore } from './role-before.ts';
import { type Apposition, findRolesBehind } from './role-behind.ts';

export type { Role } from './role.ts';

/**
 * The roles that stand before and behind a person's name.
 *   Putin's spokesperson, Dmitry Peskov     Jane Doe, 54, a teacher from Ohio,     Roe, who is a baker,
 *   ^^^^^^^^^^^^^^^^^^^^                                     ^^^^^^^^^^^^^^^^^                 ^^^^^
 */
export function findRoles(
  segmented: SegmentedText,
  mention: Mention,
  nameTokens: readonly (Mention | undefined)[],
  lexicons: EntityLexicons,
): Apposition {
  const before = findRolesBefore(segmented, mention, nameTokens, lexicons);
  const behind = findRolesBehind(segmented, mention, nameTokens, lexicons);
  return { roles: [...before, ...behind.roles], age: behind.age };
}
