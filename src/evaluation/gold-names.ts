import type { GoldEntity } from './gold.ts';

/**
 * Whether a name that was found is the right one for a gold entity: its own, without regard to case, diacritics,
 * punctuation and a leading "the"; of anything but a person also any other name that the article gives it.
 */
export function sameName(entity: GoldEntity, found: string): boolean {
  const names = entity.type === 'person' ? [entity.name] : [entity.name, ...entity.aliases];
  return names.some((name) => foldName(name) === foldName(found));
}

export function sameNames(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [new Set(a.map(foldName)), new Set(b.map(foldName))];
  return left.size === right.size && [...left].every((name) => right.has(name));
}

export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
