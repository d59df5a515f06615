import type { Span } from '../domain/span.ts';
import { type Fault, type GoldPair, type Hits, inContext } from './gold-faults.ts';
import { sameName } from './gold-names.ts';
import { type Rate, Tally } from './score-rate.ts';

export interface EntityScore {
  /** Articles whose every name is annotated: only these are counted. */
  readonly articles: number;
  /** Mentions with the right words and the right type; per type likewise. */
  readonly mentions: Rate;
  readonly byType: ReadonlyMap<string, Rate>;
  /** Mentions with the right words, of whatever type. */
  readonly untypedMentions: Rate;
  /** Which mentions are of one entity: pairs of mentions that both gold and extraction have, in clusters of either. */
  readonly clusters: Rate;
  readonly peopleClusters: Rate;
  /** Of the gold entities found at all, those with the right name. */
  readonly names: Hits;
  /** Roles: two are the same where at least half of their words are. */
  readonly roles: Rate;
}

/** Counts entities over articles. Mentions match by exact offsets; one inside quotation marks or out makes no difference. */
export class EntityTally {
  #articles = 0;
  #mentions = new Tally();
  #untyped = new Tally();
  #byType = new Map<string, Tally>();
  #clusters = new Tally();
  #peopleClusters = new Tally();
  #roles = new Tally();
  #names = { right: 0, of: 0 };

  add({ name, gold, article }: GoldPair, place: (span: Span) => Span): Fault[] {
    this.#articles++;
    const wanted = mentionsOf(gold.entities, (span) => span);
    const found = mentionsOf(article.entities, place);
    const faults: Fault[] = [];
    const report = (fault: Fault['fault'], span: Span, expected: string | null, was: string | null) =>
      faults.push({ article: name, fault, expected, found: was, context: inContext(gold.text, span, 30) });

    const isSame = (a: Mention, b: Mention | undefined) => b !== undefined && a.type === b.type;
    const both = [...wanted.keys()].filter((key) => found.has(key));
    const right = both.filter((key) => isSame(wanted.get(key)!, found.get(key)));
    this.#untyped.add(both.length, found.size, both.length, wanted.size);
    this.#mentions.add(right.length, found.size, right.length, wanted.size);
    for (const type of new Set([...wanted.values(), ...found.values()].map((mention) => mention.type))) {
      const of = (mentions: ReadonlyMap<string, Mention>) =>
        [...mentions.values()].filter((m) => m.type === type).length;
      const rightHere = right.filter((key) => wanted.get(key)!.type === type).length;
      const tally = this.#byType.get(type) ?? new Tally();
      tally.add(rightHere, of(found), rightHere, of(wanted));
      this.#byType.set(type, tally);
    }
    for (const [key, mention] of wanted)
      if (!isSame(mention, found.get(key)))
        report('mention', mention, mention.type, found.get(key)?.type ?? null);
    for (const [key, mention] of found) if (!wanted.has(key)) report('mention', mention, null, mention.type);

    this.#addClusters(both.map((key) => [wanted.get(key)!, found.get(key)!] as const));
    for (const [i, entity] of gold.entities.entries()) {
      const owners = entity.mentions.flatMap((mention) => found.get(keyOf(mention))?.entity ?? []);
      const owner = commonest(owners);
      const other = owner === null ? null : article.entities[owner]!;
      if (other === null) continue;
      const isRight = sameName(entity, other.name);
      this.#names.of++;
      if (isRight) this.#names.right++;
      else report('name', entity.mentions[0], entity.name, other.name);
      if (new Set(owners).size > 1)
        report(
          'merging',
          entity.mentions[0],
          entity.name,
          [...new Set(owners)].map((o) => article.entities[o]!.name).join(' / '),
        );
      const strangers = gold.entities.filter(
        (one, k) => k !== i && one.mentions.some((m) => found.get(keyOf(m))?.entity === owner),
      );
      if (i === gold.entities.findIndex((one) => one === entity || strangers.includes(one)))
        for (const stranger of strangers)
          report('merging', stranger.mentions[0], stranger.name, `one with ${entity.name}`);
      const kept = entity.roles.filter((role) => other.roles.some((one) => sameRole(role, one))).length;
      const good = other.roles.filter((role) => entity.roles.some((one) => sameRole(role, one))).length;
      if (entity.type === 'person') this.#roles.add(good, other.roles.length, kept, entity.roles.length);
    }
    return faults;
  }

  score(): EntityScore {
    return {
      articles: this.#articles,
      mentions: this.#mentions.rate(),
      byType: new Map([...this.#byType].map(([type, tally]) => [type, tally.rate()])),
      untypedMentions: this.#untyped.rate(),
      clusters: this.#clusters.rate(),
      peopleClusters: this.#peopleClusters.rate(),
      names: this.#names,
      roles: this.#roles.rate(),
    };
  }

  #addClusters(pairs: readonly (readonly [Mention, Mention])[]): void {
    for (const [tally, chosen] of [
      [this.#clusters, pairs],
      [this.#peopleClusters, pairs.filter(([want]) => want.type === 'person')],
    ] as const) {
      let [together, inFound, inGold] = [0, 0, 0];
      for (const [i, [wantA, foundA]] of chosen.entries())
        for (const [wantB, foundB] of chosen.slice(i + 1)) {
          const [isWanted, isFound] = [wantA.entity === wantB.entity, foundA.entity === foundB.entity];
          if (isWanted) inGold++;
          if (isFound) inFound++;
          if (isWanted && isFound) together++;
        }
      tally.add(together, inFound, together, inGold);
    }
  }
}

interface Mention extends Span {
  readonly type: string;
  readonly entity: number;
}

function mentionsOf(
  entities: readonly { type: string; mentions: readonly Span[] }[],
  place: (span: Span) => Span,
): Map<string, Mention> {
  return new Map(
    entities.flatMap(({ type, mentions }, entity) =>
      mentions.map(place).map((span) => [keyOf(span), { ...span, type, entity }] as const),
    ),
  );
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

function commonest(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function sameRole(a: string, b: string): boolean {
  const words = (role: string) =>
    new Set(
      role
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.filter((word) => !/^(the|a|an|of|his|her|its|their|s)$/.test(word)),
    );
  const [left, right] = [words(a), words(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared > 0 && shared / (left.size + right.size - shared) >= 0.5;
}
