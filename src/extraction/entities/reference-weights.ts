/**
 * What speaks for and against a mention as the one that a pronoun or a description stands for. Each weight is added to
 * the mention's score; the scores become probabilities by softmax. Set by hand, and held against `polnear.resolved.dev`:
 * `onrecord evaluate --entities --corpus polnear.dev.jsonl --resolved polnear.resolved.dev.jsonl` shows the share right.
 */
export const referenceWeights = {
  /** Per sentence between, up to 12; and per paragraph, up to 8. */
  sentence: -0.5,
  paragraph: -0.25,
  /** Opens its clause: no verb and no preposition stands before it in the sentence. */
  subject: 0.5,
  /** Opens its clause in the paragraph of the reference. */
  sameParagraph: 1,
  /** Spoke there: is the source of an earlier quote. */
  speaker: 1.3,
  /** "Roe's lawyer" */
  possessive: -0.6,
  /** "with Roe", "about Roe" */
  object: -0.3,
  /** Stands in somebody else's words. */
  quoted: -2.5,
  /** In the same sentence, and not its subject. */
  sameSentence: -0.3,
  /** Per natural logarithm of how often it was named before. */
  frequency: 0.25,
  /** Per natural logarithm of the probability that its gender fits. */
  gender: 1,
  /** Per mention that stands between: settles ties. */
  between: -0.03,
  /** A place as "it"; a person or a place as "they". */
  unlikelyType: -2,
  /** Its role is headed by the very noun ("the minister"), or by one that means the same. */
  sameRole: 4,
  /** Its role is headed by a noun that news uses for it ("the lawmaker" for a senator). */
  kindredRole: 2.5,
  /** Per word that the description shares with its role or name. */
  sharedWord: 1.5,
  /** What the description says beside its noun is nothing that is known of it. */
  otherWord: -7,
  /** Its roles are known, and none is headed by the noun. */
  otherRole: -4,
  /** "the 54-year-old" of someone who is 54; of someone whose age is another. */
  sameAge: 6,
  otherAge: -6,
  /** The last word of its name is the noun ("the ministry" of the Defence Ministry). */
  sameKind: 3,
  /** Descriptions reach farther back than pronouns: this share of what distance takes off; and for them, `frequency`. */
  describedDistance: 0.3,
  describedFrequency: 1,
  /** A description may stand before the name ("The governor will not run. Gov. Roe said"), if its noun fits. */
  later: -1.5,
  /** For one whom the text describes and does not name ("a resident"): added to what a named subject there would score. */
  unnamed: 0.5,
  /** What it takes for "he", "it" and "they", and for a description, to be nobody that the article names. */
  nobody: -5,
  nobodyPlural: -2.5,
  nobodyDescribed: -1,
} as const;

export type ReferenceWeights = Readonly<Record<keyof typeof referenceWeights, number>>;
