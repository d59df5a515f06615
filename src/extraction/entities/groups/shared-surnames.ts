import { foldName, foldWord } from '../words/fold.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import type { Mention } from '../words/mention.ts';
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

/**
 * Notes of a name that is the end of a longer one of the article that it is no first name with a surname:
 *   Itamar Ben Gvir left. Ben Gvir said …      not: Tipper Gore met Al Gore.
 *                         ^^^^^^^^
 */
export function markSurnames(mentions: readonly Mention[]): readonly Mention[] {
  const endings = new Set<string>();
  for (const { type, text } of mentions) {
    if (type !== 'person') continue;
    const pieces = foldName(text).replace(hyphened, '$1 ').split(' ');
    for (let from = 1; from < pieces.length - 1; from++) endings.add(pieces.slice(from).join(' '));
  }
  return mentions.map((mention) =>
    mention.type === 'person' && endings.has(foldName(mention.text).replace(hyphened, '$1 '))
      ? { ...mention, isSurname: true }
      : mention,
  );
}

/** "Samira al-Qasimi", "Al Qasimi" */
const hyphened = /\b(al|ben)-/g;
