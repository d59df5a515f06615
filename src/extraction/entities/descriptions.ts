import type { Span } from '../../domain/span.ts';
import type { SegmentedText } from '../../text/segments.ts';
import { bodyNoun, isAgent } from './kinds/body-nouns.ts';
import { headNoun } from './roles/role.ts';
import { foldWord } from './words/fold.ts';
import type { EntityLexicons, Gender } from './words/lexicons.ts';
import { isPossessive, tokenAt } from './words/mention.ts';

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
  /** "the two governments" */
  readonly isPlural: boolean;
  /** "his lawyer" */
  readonly isOwned: boolean;
  /** "its union", "the company's union", "Britain's central bank" */
  readonly hasOwner: boolean;
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
    forms.split(' ').map(
      (pronoun) =>
        [
          pronoun,
          {
            form,
            kind,
            gender,
            head: null,
            words: [],
            age: null,
            origin: null,
            isPlural: false,
            isOwned: false,
            hasOwner: false,
          },
        ] as const,
    ),
  ),
);

/**
 * Reads words that introduce someone whose name may follow: "a former intelligence officer" as if it were "the former
 * intelligence officer". Null where they describe no single person or body.
 */
export function readIntroduction(
  segmented: SegmentedText,
  span: Span,
  lexicons: EntityLexicons,
): Description | null {
  const { words, originals } = readWords(segmented, span);
  if (words.length < 2 || !/^an?$/.test(words[0]!)) return null;
  return readNominal(['the', ...words.slice(1)], ['the', ...originals.slice(1)], false, lexicons);
}

/** Reads a pronoun or a description; null for what can stand for nobody named: "a spokesman", "officials", "I". */
export function readDescription(
  segmented: SegmentedText,
  reference: Span,
  lexicons: EntityLexicons,
): Description | null {
  const { words, originals } = readWords(segmented, reference);
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

/** Longer descriptions are read no further, in words. */
const longestDescription = 25;

/** The words of a span, folded, and as they stand in the text. */
function readWords({ tokens }: SegmentedText, { start, end }: Span) {
  const originals: string[] = [];
  for (let index = tokenAt(tokens, start); index < tokens.length && tokens[index]!.start < end; index++) {
    if (originals.length === longestDescription) break;
    originals.push(tokens[index]!.text);
  }
  // "She'd" is she.
  const words = originals.map((word) => foldWord(word).replace(/^(he|she|it|they)'(?:d|ll|s|re|ve)$/, '$1'));
  return { words, originals };
}

const definite = /^(?:the|this|that|these|those)$/;
const stops =
  /^(?:of|for|in|at|from|with|to|on|by|about|against|near|under|between|behind|who|which|that|and|or|,|;|:|\(|--|—|–|whose|said|told|also|himself|herself|itself)$/;

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
  // "the Austin, Texas-based company"
  const isTown = (comma: number): boolean => words[comma] === ',' && /-based$/.test(words[comma + 1] ?? '');
  while (end < words.length && (!stops.test(words[end]!) || isTown(end))) end++;
  let owner = isOwner;
  for (let index = start; index < end; index++) if (isPossessive(originals[index])) owner = true;
  if (end === start) return null;
  const head = words[end - 1]!;
  const body = bodyNoun(head, words[end - 2] ?? '', lexicons);
  // What follows a comma is said beside: "the governor, a Republican seeking a third term".
  let tail = end;
  while (tail < words.length && !/^(?:,|who|which|that|--|—|–)$/.test(words[tail]!)) tail++;
  const headWords = body === null || body === head ? 1 : 2;
  const others = [...words.slice(start, end - headWords), ...words.slice(end, tail)].filter(
    (word) => /^\p{L}/u.test(word) && word.length > 2 && !stops.test(word),
  );
  const age =
    /^(\d{1,3})-year-olds?$/.exec(head) ??
    /^(\d{1,3})-year-old$/.exec(words.slice(start, end).find((word) => word.endsWith('-year-old')) ?? '');
  const about: Description = {
    form: 'nominal',
    kind: 'person',
    gender: null,
    head,
    words: others,
    age: age === null ? null : Number(age[1]),
    origin: null,
    isPlural: false,
    isOwned: isOwner,
    hasOwner: owner,
  };
  // "Kremlin spokesman", "Putin's wife" and a court's "Witness" need no article; "a spokesman", "officials" mean nobody known.
  const needsNone =
    owner ||
    (words.length === 1 && lexicons.roleNouns.has(head)) ||
    (others.length > 0 && /^\p{Lu}/u.test(originals[0]!) && words[0] !== 'a');
  if (!isDefinite && !needsNone) return null;
  if (/^(?:a|an|one|some|another|several|many|two|three|most|other|unnamed)$/.test(words[0]!)) return null;
  const several = pluralKind(head, lexicons);
  // "Doctors at the hospital" are nobody in particular; "the two ministers" may be.
  if (several !== null) return isDefinite ? { ...about, kind: several, isPlural: true } : null;
  const isOffice = lexicons.roleNouns.has(`${words[end - 2] ?? ''}-${head}`);
  if (isAgent(head, lexicons) && !isOffice) return { ...about, kind: 'any' };
  // "The asset manager" is mostly a firm, and may be one of its people.
  if (body !== null && body !== head && lexicons.roleNouns.has(head))
    return { ...about, head: body, kind: 'any' };
  const noun = officeOf(words, end) ?? headNoun(end - 2 < start ? '' : words[end - 2]!, head, lexicons);
  if (noun !== null) return { ...about, head: noun, gender: lexicons.roleNouns.get(noun)! };
  if (about.age !== null) return about;
  if (body !== null) return { ...about, head: body, kind: 'organization' };
  const origin = isDefinite ? originOf(words.slice(start, end), originals[end - 1]!, lexicons) : null;
  if (origin !== null) return { ...about, ...origin };
  if (placeNouns.has(head)) return { ...about, kind: 'place' };
  return null;
}

/** > the head of state */
//        ^^^^^^^^^^^^^
const officeOf = (words: readonly string[], end: number): string | null =>
  words[end - 1] === 'head' && words[end] === 'of' && /^(?:state|government)$/.test(words[end + 1] ?? '')
    ? `head-of-${words[end + 1]!}`
    : null;

/** > the Dane      > the New Yorker      > the Corkwoman      someone who goes by a people or a place */
function originOf(
  words: readonly string[],
  original: string,
  { peoples }: EntityLexicons,
): { origin: string; gender: Gender | null } | null {
  const head = words.at(-1)!;
  if (head.endsWith('s')) return null;
  const people = peoples.get(words.slice(-2).join(' ')) ?? peoples.get(head);
  const [, sex] = /^\p{Lu}\p{Ll}{2,}?((?:wo)?man)$/u.exec(original) ?? [];
  const gender = sex === undefined ? null : sex === 'man' ? 'male' : 'female';
  if (people !== undefined) return { origin: people.key, gender };
  return gender === null ? null : { origin: head, gender };
}

/** What several are of whom the noun is the plural; null where it is none. */
function pluralKind(
  head: string,
  { roleNouns, organizationNouns }: EntityLexicons,
): Description['kind'] | null {
  if (jointNouns.has(head)) return 'any';
  if (!/s$|men$/.test(head)) return null;
  const singulars = [
    head.slice(0, -1),
    head.slice(0, -2),
    `${head.slice(0, -3)}y`,
    head.replace(/men$/, 'man'),
  ];
  if (roleNouns.has(head) && singulars.some((noun) => noun !== head && roleNouns.has(noun))) return 'person';
  if (singulars.some((noun) => organizationNouns.has(noun)) && !organizationNouns.has(head))
    return 'organization';
  return null;
}

const jointNouns = new Set(
  'two three both pair couple duo trio bodies sides parties countries nations men women brothers sisters siblings'.split(
    ' ',
  ),
);

const placeNouns = new Set(
  'country nation kingdom republic state island city town capital region province village'.split(' '),
);
