import type { Span } from '../../domain/span.ts';
import type { SegmentedText } from '../../text/segments.ts';
import { foldWord } from './fold.ts';
import type { EntityLexicons, Gender } from './lexicons.ts';
import { isPossessive, tokenAt } from './mention.ts';

/** What a pronoun or a description says of the one that it stands for. */
export interface Description {
  readonly form: 'personal' | 'thing' | 'plural' | 'relative' | 'nominal';
  /** What the one must be: a person, something that is no person, or either. */
  readonly kind: 'person' | 'organization' | 'place' | 'any';
  readonly gender: Gender | null;
  /** Folded noun that heads it ("minister"); null for pronouns. */
  readonly head: string | null;
  /** Its other words, folded, without articles: "prime" and "kremlin". */
  readonly words: readonly string[];
  readonly age: number | null;
  /** The people that its noun names ("the Ethiopian"); null for others. */
  readonly origin: string | null;
}

const pronouns: Readonly<Record<string, Description>> = Object.fromEntries(
  (
    [
      ['he him his himself', 'personal', 'person', 'male'],
      ['she her hers herself', 'personal', 'person', 'female'],
      ['it its itself', 'thing', 'organization', null],
      ['they them their theirs themselves both', 'plural', 'any', null],
      ['who whom whose', 'relative', 'person', null],
      ['which that', 'relative', 'any', null],
    ] as const
  ).flatMap(([forms, form, kind, gender]) =>
    forms
      .split(' ')
      .map(
        (pronoun) =>
          [pronoun, { form, kind, gender, head: null, words: [], age: null, origin: null }] as const,
      ),
  ),
);

/** Reads a pronoun or a description; null for what can stand for nobody named: "a spokesman", "officials", "I". */
export function readDescription(
  segmented: SegmentedText,
  reference: Span,
  lexicons: EntityLexicons,
): Description | null {
  const { tokens } = segmented;
  const words: string[] = [];
  const originals: string[] = [];
  for (
    let index = tokenAt(tokens, reference.start);
    index < tokens.length && tokens[index]!.start < reference.end;
    index++
  ) {
    if (words.length > 24) break;
    words.push(foldWord(tokens[index]!.text));
    originals.push(tokens[index]!.text);
  }
  if (words.length === 0) return null;
  const pronoun = Object.hasOwn(pronouns, words[0]!) ? pronouns[words[0]!]! : null;
  const isOwner = /^(?:his|her|its|their|whose)$/.test(words[0]!) && words.length > 1;
  if (
    pronoun !== null &&
    !isOwner &&
    !(words[0] === 'that' && words.length > 1) &&
    !(words[0] === 'both' && words.length > 1)
  )
    return pronoun;
  return readNominal(words, originals, isOwner, lexicons);
}

const definite = /^(?:the|this|that|these|those)$/;
const stops =
  /^(?:of|for|in|at|from|with|to|on|who|which|that|and|or|,|;|:|\(|--|—|–|whose|said|told|also|himself|herself|itself)$/;

function readNominal(
  words: readonly string[],
  originals: readonly string[],
  isOwner: boolean,
  lexicons: EntityLexicons,
): Description | null {
  let start = 0;
  const isDefinite = definite.test(words[0]!);
  if (isDefinite || isOwner) start = 1;
  let end = start;
  while (end < words.length && !stops.test(words[end]!)) end++;
  let owner = isOwner;
  for (let index = start; index < end; index++) if (isPossessive(originals[index])) owner = true;
  if (end === start) return null;
  const head = words[end - 1]!;
  // What follows a comma is said beside: "the governor, a Republican seeking a third term".
  let tail = end;
  while (tail < words.length && !/^(?:,|who|which|that|--|—|–)$/.test(words[tail]!)) tail++;
  const others = [...words.slice(start, end - 1), ...words.slice(end, tail)].filter(
    (word) => /^\p{L}/u.test(word) && word.length > 2 && !stops.test(word),
  );
  const age =
    /^(\d{1,3})-year-olds?$/.exec(head) ??
    /^(\d{1,3})-year-old$/.exec(words.slice(start, end).find((word) => word.endsWith('-year-old')) ?? '');
  const about = {
    head,
    words: others,
    age: age === null ? null : Number(age[1]),
    form: 'nominal',
    origin: null,
  } as const;
  // "Kremlin spokesman" and "Putin's wife" need no article; "a spokesman", "officials" and "spokesman" mean nobody known.
  if (!isDefinite && !owner && !(others.length > 0 && /^\p{Lu}/u.test(originals[0]!) && words[0] !== 'a'))
    return null;
  if (/^(?:a|an|one|some|another|several|many|two|three|most|other|unnamed)$/.test(words[0]!)) return null;
  // "Doctors at the hospital" and "the ministers" are not one.
  if (lexicons.roleNouns.has(head) && isPluralOf(head, lexicons)) return null;
  if (lexicons.roleNouns.has(head))
    return { ...about, kind: 'person', gender: lexicons.roleNouns.get(head)! };
  if (about.age !== null) return { ...about, kind: 'person', gender: null };
  if (lexicons.organizationNouns.has(head)) return { ...about, kind: 'organization', gender: null };
  const people = lexicons.peoples.get(head);
  if (people !== undefined && isDefinite && !head.endsWith('s'))
    return { ...about, kind: 'person', gender: null, origin: people.key };
  if (placeNouns.has(head)) return { ...about, kind: 'place', gender: null };
  return null;
}

function isPluralOf(head: string, { roleNouns }: EntityLexicons): boolean {
  const singulars = [head.slice(0, -1), head.slice(0, -2), `${head.slice(0, -3)}y`];
  if (head.endsWith('men')) return roleNouns.has(`${head.slice(0, -3)}man`);
  return head.endsWith('s') && singulars.some((noun) => roleNouns.has(noun));
}

const placeNouns = new Set(
  'country nation kingdom republic state island city town capital region province village'.split(' '),
);
