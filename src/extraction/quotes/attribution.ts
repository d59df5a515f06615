import type { Stretch } from './reading.ts';

/** Content, cue and source that belong together; who the source is comes later. */
export interface Attribution {
  /** In order; at least one. */
  readonly contents: readonly Stretch[];
  readonly cue: Stretch | null;
  readonly source: Stretch | null;
  /** Those that the text says reported the words, or passed them on: never the speaker. */
  readonly reporters: readonly Stretch[];
  /** How sure the tagger is of the source's words, in [0, 1]; 0.5 where none was asked. */
  readonly sureness: number;
  /** What found it; the confidence of a quote builds on that. */
  readonly evidence: Evidence;
}

/** What rules, or sure forms, found. */
export const attributionOf = (
  evidence: 'rule' | 'shape',
  contents: readonly Stretch[],
  cue: Stretch | null,
  source: Stretch | null,
  reporters: readonly Stretch[] = [],
): Attribution => ({ contents, cue, source, reporters, sureness: 0.5, evidence });

/** Words in marks that neither a cue nor a source of their own goes with. */
export const orphanOf = (contents: readonly Stretch[]): Attribution => ({
  contents,
  cue: null,
  source: null,
  reporters: [],
  sureness: 0.5,
  evidence: 'orphan',
});

/**
 * `model`: the learned taggers; `rule`: a cue with its clause; `shape`: a sure form such as a turn of a transcript;
 * `orphan`: marked words without cue or source of their own.
 */
const evidences = ['model', 'rule', 'shape', 'orphan'] as const;
export type Evidence = (typeof evidences)[number];
