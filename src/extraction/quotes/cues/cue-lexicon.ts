import { lexiconEntries, type ResourceFiles } from '../../resource-files.ts';

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
  /** A noun phrase that is what was said, also without marks: "denied any wrongdoing". */
  readonly things: boolean;
  /** An infinitive that is what was said: "asked them to wait", "promised to come". */
  readonly bids: boolean;
  /** Where no clause follows, an act: "claimed benefits", "observed a star". */
  readonly acts: boolean;
}

/** A verb that governs nothing, to be named. */
export const governsNothing: CueVerb = {
  lemma: '',
  says: false,
  quotes: false,
  object: false,
  judges: false,
  tells: false,
  things: false,
  bids: false,
  acts: false,
};

export type VerbForm = 'base' | 'present' | 'past' | 'gerund';

export interface CueForm {
  readonly verb: CueVerb;
  readonly form: VerbForm;
}

export interface CueLexicon {
  /** By form in lower case: the verbs that rules take for cues. */
  readonly verbs: ReadonlyMap<string, CueForm>;
  /** Those, and the verbs that are cues only where the taggers see one: "the study found", "he threatened to". */
  readonly allVerbs: ReadonlyMap<string, CueForm>;
  readonly feelingNouns: ReadonlySet<string>;
  readonly wordNouns: ReadonlySet<string>;
}

/** Reads `cue-verbs.txt` and `cue-nouns.txt`. */
export function readCueLexicon(files: ResourceFiles): CueLexicon {
  const allVerbs = new Map<string, CueForm>();
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
      things: has.has('things'),
      bids: has.has('bids'),
      acts: has.has('acts'),
    };
    for (const [form, kind] of inflect(lemma))
      if (!allVerbs.has(form)) allVerbs.set(form, { verb, form: kind });
    for (const form of irregular.split(',')) {
      if (form !== '') allVerbs.set(form, { verb, form: formOf(form, lemma) });
    }
  }
  const nouns = lexiconEntries(files, 'cue-nouns').map((entry) => entry.split('\t'));
  return {
    verbs: new Map([...allVerbs].filter(([, { verb }]) => verb.quotes || verb.object)),
    allVerbs,
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
