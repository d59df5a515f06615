/** The nouns that news uses of one person ("senator" and "lawmaker"), and the fields that nouns belong to. */
export class KindredRoles {
  /** Per noun, levelled: the lines that it may stand for all others of, and those on which others stand for it. */
  readonly #general = new Map<string, Set<number>>();
  readonly #special = new Map<string, Set<number>>();
  readonly #fields = new Map<string, Set<string>>();

  /** `rows`: field, nouns of which each stands for all others, nouns for which those stand. */
  constructor(rows: readonly (readonly string[])[]) {
    for (const [line, [field, general = '', special = '']] of rows.entries()) {
      for (const [nouns, lines] of [[general, this.#general] as const, [special, this.#special] as const])
        for (const noun of nouns.split(' ').filter((word) => word !== '')) {
          addTo(lines, levelHead(noun), line);
          addTo(this.#fields, levelHead(noun), field!);
        }
    }
  }

  /** May news call one person by both nouns: "spokesman" and "spokesperson", "senator" and "lawmaker"? */
  areAlike(a: string, b: string): boolean {
    const [one, other] = [levelHead(a), levelHead(b)];
    if (one === other) return true;
    return this.#standsFor(one, other) || this.#standsFor(other, one);
  }

  /** May the first stand for the other in a second mention, as "lawmaker" may for "senator", and not the reverse? */
  standsFor(noun: string, other: string): boolean {
    return levelHead(noun) === levelHead(other) || this.#standsFor(levelHead(noun), levelHead(other));
  }

  #standsFor(general: string, other: string): boolean {
    for (const line of this.#general.get(general) ?? [])
      if (this.#general.get(other)?.has(line) || this.#special.get(other)?.has(line)) return true;
    return false;
  }

  /** Are both of one field, as "striker" and "referee" are? */
  areOfOneField(a: string, b: string): boolean {
    const fields = this.#fields.get(levelHead(b));
    for (const field of this.#fields.get(levelHead(a)) ?? []) if (fields?.has(field)) return true;
    return false;
  }

  /** Does the noun say what may be true of anybody, whatever they do: "widow", "resident"? */
  isOfLife(noun: string): boolean {
    const fields = this.#fields.get(levelHead(noun));
    return fields?.size === 1 && fields.has('life');
  }
}

function addTo<T>(sets: Map<string, Set<T>>, key: string, value: T): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}

/** "spokesman" and "spokeswoman" are one; so are "chairman" and "chair", "co-leader" and "leader", "Sen." and "senator". */
export const levelHead = (head: string): string => {
  const full = shortOffices.get(head) ?? head;
  return full.replace(/^(?:co|ex)-|(?:wo)?m[ae]n$|person$|people$/g, '');
};

const shortOffices: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sen: 'senator',
    gov: 'governor',
    rep: 'representative',
    prof: 'professor',
    pres: 'president',
    amb: 'ambassador',
    gen: 'general',
    maj: 'major',
    col: 'colonel',
    lt: 'lieutenant',
    capt: 'captain',
    sgt: 'sergeant',
    adm: 'admiral',
    det: 'detective',
    pc: 'constable',
    pcso: 'constable',
    dci: 'inspector',
    mom: 'mother',
    mum: 'mother',
    dad: 'father',
    pm: 'minister',
    cm: 'minister',
    cs: 'secretary',
    dg: 'director-general',
    cj: 'justice',
    ceo: 'executive',
  }),
);
