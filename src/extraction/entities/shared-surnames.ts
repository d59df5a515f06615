import { foldWord } from './fold.ts';
import type { EntityLexicons } from './lexicons.ts';
import type { Mention } from './mention.ts';
import { familyOf, readPersonName } from './person-names.ts';

/**
 * Notes of a first name that it shares the surname of the name behind it:
 *   Derek and Pauline Hoskins
 *   ^^^^^             ^^^^^^^
 */
export function shareSurnames(mentions: readonly Mention[], lexicons: EntityLexicons): readonly Mention[] {
  const names = mentions.map((mention) =>
    mention.type === 'person' ? readPersonName(mention, lexicons) : null,
  );
  const families = new Set(names.flatMap((name) => (name && name.words.length > 1 ? [familyOf(name)] : [])));
  return mentions.map((mention, at) => {
    const [name, next, nextName] = [names[at], mentions[at + 1], names[at + 1]];
    if (name == null || nextName == null || name.words.length > 1 || families.has(name.words[0]!))
      return mention;
    const isShared = mention.isTied && next!.firstToken === mention.endToken + 1 && next!.honorific === null;
    if (!isShared || nextName.words.length !== 2 || nextName.isFamilyFirst) return mention;
    if (!lexicons.firstNames.has(foldWord(mention.text))) return mention;
    return { ...mention, sharedSurname: next!.text.slice(next!.text.lastIndexOf(' ') + 1) };
  });
}
