import { createHash } from 'node:crypto';

/**
 * Ids are hashes of what makes a thing itself, so that the same thing gets the same id in every store and at every
 * ingestion. Where two things would share one, `attempt` (0, 1, 2 …) tells them apart in the order of their arrival.
 */
export function articleId(identityKey: string, attempt: number): string {
  return `art_${digest([identityKey, attempt])}`;
}

/** `occurrence` counts the earlier quotes of the article that have the same words. */
export function quoteId(articleId: string, normalizedWords: string, occurrence: number): string {
  return `quo_${digest([articleId, normalizedWords, occurrence])}`;
}

/** Free of the type: an entity keeps its id when its type is corrected. */
export function entityId(nameKey: string, attempt: number): string {
  return `ent_${digest([nameKey, attempt])}`;
}

/** No name is mistaken for an id: none has this form. */
export function isEntityId(text: string): boolean {
  return text.startsWith('ent_');
}

/** A hash that stands for words of any length. */
export function hashWords(words: string): string {
  return createHash('sha256').update(words).digest('base64url');
}

// Lower-case letters and digits that are not mistaken for one another (Crockford's base 32).
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
/** 16 letters of 5 bits: among a hundred million ids, two would be the same with a probability of 4 in a billion. */
const idLength = 16;

function digest(parts: readonly (string | number)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest();
  let id = '';
  for (let index = 0; index < idLength; index++) id += alphabet[hash[index]! & 31];
  return id;
}
