import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import type { Entity, EntityType } from '../../src/domain/entity.ts';
import { openSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { buildArticle, rawOf } from '../support/articles.ts';
import { sharedPath } from '../support/shared.ts';

const corpus = sharedPath('corpora/entities/dwie.mentions.train.jsonl');

/**
 * 702 articles with people, organisations and places that link to an encyclopedia. The last 30 %, in an order drawn once,
 * lose all names of people but the last word of the longest: to whom are these surnames tied?
 */
it.skipIf(corpus === null)('ties lone surnames rarely wrongly, and often', { timeout: 60_000 }, async () => {
  const articles = shuffle(readFileSync(corpus!, 'utf8').trim().split('\n')).map(readLinked);
  const store = await openSqliteStore(':memory:');
  const linkOf = new Map<string, string>();
  const counts = { right: 0, wrong: 0, untied: 0 };
  for (const [index, linked] of articles.entries()) {
    const isCut = index >= articles.length * 0.7;
    const { article } = await store.save(...toSave(`urn:${index}`, isCut ? linked.map(cutName) : linked));
    const { entities } = article!;
    // Two of one surname cannot be told apart by their numbers once they are cut.
    if (entities.length !== linked.length) continue;
    linked.forEach(({ link, entity }, number) => {
      const { id, name } = entities[number]!;
      if (link === null) return;
      if (!isCut) linkOf.set(id!, linkOf.get(id!) ?? link);
      else if (entity.type === 'person' && entity.name.includes(' ')) {
        if (!name.includes(' ')) counts.untied += [...linkOf.values()].includes(link) ? 1 : 0;
        else if (linkOf.get(id!) === link) counts.right += 1;
        else counts.wrong += linkOf.has(id!) ? 1 : 0;
      }
    });
  }
  await store.close();
  console.info('Lone surnames:', counts);
  expect(counts.right / (counts.right + counts.wrong)).toBeGreaterThan(0.95);
  expect(counts.right / (counts.right + counts.untied)).toBeGreaterThan(0.5);
});

interface Linked {
  readonly entity: Entity;
  readonly link: string | null;
}

function readLinked(line: string): readonly Linked[] {
  const clusters = new Map<number, { names: string[]; type: EntityType; link: string | null }>();
  for (const { t, c, ty, link } of JSON.parse(line).mentions) {
    const type = typeOf(ty);
    if (type === null || !/^\p{Lu}/u.test(t)) continue;
    const cluster = clusters.get(c) ?? { names: [], type, link: null };
    clusters.set(c, { ...cluster, names: [...cluster.names, t], link: cluster.link ?? link?.trim() ?? null });
  }
  return [...clusters.values()].map(({ names, type, link }) => {
    const name = names.reduce((longest, other) => (other.length > longest.length ? other : longest));
    const aliases = [...new Set(names)].filter((alias) => alias !== name);
    return { entity: { id: null, name, type, aliases, roles: [], mentions: [{ start: 0, end: 1 }] }, link };
  });
}

function typeOf(types: readonly string[]): EntityType | null {
  if (types.includes('person')) return 'person';
  if (types.includes('organization')) return 'organization';
  return types.includes('location') ? 'place' : null;
}

function cutName({ entity, link }: Linked): Linked {
  if (entity.type !== 'person') return { entity, link };
  return { entity: { ...entity, name: entity.name.split(' ').at(-1)!, aliases: [] }, link };
}

function toSave(guid: string, linked: readonly Linked[]) {
  const article: Article = { ...buildArticle({ guid }), entities: linked.map(({ entity }) => entity) };
  return [article, rawOf(article)] as const;
}

/** The same order each time, by the generator of Park and Miller. */
function shuffle<T>(items: readonly T[]): readonly T[] {
  let state = 1;
  const draw = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  return items
    .map((item) => [draw(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
