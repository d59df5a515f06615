import { lexiconEntries, type ResourceFiles } from '../resource-files.ts';

/** What a reporting verb governs; see `data/lexicons/cue-verbs.txt`. */
export interface CueVerb {
  readonly lemma: string;
  /** A clause, with or without "that", or words in marks. */
  readonly says: boolean;
  /** Words in marks. */
  readonly quotes: boolean;
  /** A noun phrase or an infinitive, which is a quote where it holds words in marks. */
  readonly object: boolean;
  /** Someone or something, and what for: "criticized it for being slow". */
  readonly judges: boolean;
  /** A clause behind the one spoken to: "told them that". */
  readonly tells: boolean;
}

export type VerbForm = 'base' | 'present' | 'past' | 'gerund';

export interface CueLexicon {
  /** By form in lower case. */
  readonly verbs: ReadonlyMap<string, { readonly verb: CueVerb; readonly form: VerbForm }>;
  readonly feelingNouns: ReadonlySet<string>;
  readonly wordNouns: ReadonlySet<string>;
}

/** Reads `cue-verbs.txt` and `cue-nouns.txt`. */
export function readCueLexicon(files: ResourceFiles): CueLexicon {
  const verbs = new Map<string, { verb: CueVerb; form: VerbForm }>();
  for (const entry of lexiconEntries(files, 'cue-verbs')) {
    const [lemma = '', frames = '', irregular = ''] = entry.split('\t');
    const has = new Set(frames.split(','));
    const verb: CueVerb = {
      lemma,
      says: has.has('says'),
      quotes: has.has('quotes') || has.has('says') || has.has('tells'),
      object: has.has('object') || has.has('judges'),
      judges: has.has('judges'),
      tells: has.has('tells'),
    };
    for (const [form, kind] of inflect(lemma)) if (!verbs.has(form)) verbs.set(form, { verb, form: kind });
    for (const form of irregular.split(',')) {
      if (form !== '') verbs.set(form, { verb, form: formOf(form, lemma) });
    }
  }
  const nouns = lexiconEntries(files, 'cue-nouns').map((entry) => entry.split('\t'));
  return {
    verbs,
    feelingNouns: new Set(nouns.filter(([, kind]) => kind === 'feeling').map(([noun]) => noun!)),
    wordNouns: new Set(nouns.filter(([, kind]) => kind === 'words').map(([noun]) => noun!)),
  };
}

/** The regular forms of an English verb. */
function inflect(lemma: string): readonly (readonly [string, VerbForm])[] {
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  const consonantY = /[^aeiou]y$/.test(lemma);
  const past = consonantY ? `${lemma.slice(0, -1)}ied` : `${stem}ed`;
  const present = consonantY
    ? `${lemma.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh)$/.test(lemma)
      ? `${lemma}es`
      : `${lemma}s`;
  return [
    [lemma, 'base'],
    [present, 'present'],
    [past, 'past'],
    [`${stem}ing`, 'gerund'],
  ];
}

function formOf(form: string, lemma: string): VerbForm {
  if (form === lemma) return 'past'; // "read", whose past is written like its base
  if (form.endsWith('ing')) return 'gerund';
  return form === `${lemma}s` ? 'present' : 'past';
}
