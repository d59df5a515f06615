import type { ArticleEntities, EntityMention } from './article-entities.ts';
import { foldWord } from './fold.ts';
import type { Gender } from './lexicons.ts';
import { tokenAt } from './mention.ts';

/** Someone whom the text describes and does not name. */
export interface UnnamedPerson {
  /** Where the description starts. */
  readonly token: number;
  readonly gender: Gender | null;
}

/** How far back unnamed people are looked for, in tokens. */
const reach = 80;

/**
 * The nearest subject before `offset` that is a person without a name; a pronoun behind it may mean that person.
 *   An official of the company disagreed. He begged not to be quoted.      Chile's president was quick. “…,” she wrote.
 *   ^^^^^^^^^^^                                                            ^^^^^^^^^^^^^^^^^
 */
export function findUnnamedPerson(
  { segmented, lexicons, mentions }: ArticleEntities,
  offset: number,
  lastMention: number,
): UnnamedPerson | null {
  const { tokens } = segmented;
  const here = tokenAt(tokens, offset);
  const isNamed = namedTokens(mentions, lastMention, here - reach);
  for (let index = here - 1; index > 0 && index > here - reach; index--) {
    const gender = lexicons.roleNouns.get(foldWord(tokens[index]!.text));
    // A noun before a name is that one's role.
    if (gender === undefined || isNamed.has(index) || isNamed.has(index + 1)) continue;
    if (tokens[index + 1]?.text === ',' && isNamed.has(index + 2)) continue;
    const start = subjectStart(segmented, index, isNamed);
    if (start !== null) return { token: start, gender };
  }
  return null;
}

function namedTokens(mentions: readonly EntityMention[], last: number, from: number): ReadonlySet<number> {
  const named = new Set<number>();
  for (let index = last; index >= 0 && mentions[index]!.endToken >= from; index--) {
    const { firstToken, endToken } = mentions[index]!;
    for (let token = firstToken; token < endToken; token++) named.add(token);
  }
  return named;
}

/** Where the noun phrase starts that ends with the noun, if it opens a sentence or stands beside a verb of saying. */
function subjectStart(
  { tokens, sentences, sentenceOfToken }: ArticleEntities['segmented'],
  noun: number,
  isNamed: ReadonlySet<number>,
): number | null {
  const first = sentences[sentenceOfToken[noun]!]!.firstToken;
  for (let index = noun - 1; index >= first && noun - index < 5; index--) {
    const word = tokens[index]!.text;
    const isOwner = isNamed.has(index) && /^['’]s?$/.test(tokens[index + 1]!.text);
    if (!/^(?:a|an|one|another)$/i.test(word) && !isOwner) {
      if (/^[\p{L}'’-]+$/u.test(word)) continue;
      return null;
    }
    const before = tokens[index - 1]?.text ?? '';
    return index === first || /^(?:said|says|["”’'»])$/.test(before) ? index : null;
  }
  return null;
}
