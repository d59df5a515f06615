import { fitFeatures } from '../../entities/index.ts';
import type { Form } from './references.ts';

/**
 * What can be said of someone as the speaker. Each feature has a weight for each form of reference; numbers are 0 or 1
 * where nothing else is said.
 */
export const features = [
  // Where it was named last, outside of quotation marks, before the reference.
  /** In the same sentence of the narrative; in the one before; two before; and the logarithm of their number. */
  'sameSentence',
  'sentenceBefore',
  'twoBefore',
  'sentences',
  /** The logarithm of the number of paragraphs between, and whether there is none. */
  'paragraphs',
  'sameParagraph',
  /** As a subject, behind a preposition, as an owner. */
  'subject',
  'object',
  'owner',
  /** As a subject in the same sentence, in the one before, in the first of the paragraph. */
  'subjectHere',
  'subjectBefore',
  'opensParagraph',
  /** Introduced by its full name in the sentence before. */
  'introduced',
  /** No other that could be meant is named since; and the logarithm of the number of others. */
  'nearest',
  'othersSince',
  // Where else it is named.
  'onlyQuoted',
  'onlyLater',
  'sentencesLater',
  /** Named for the first time, in full, as a subject of one of the next two sentences; there is no other before it. */
  'namedNext',
  /** Opens the sentence behind the quote, in its paragraph. */
  'subjectBehind',
  /** The logarithm of how often it was named so far; and whether no other of those who may be meant was as often. */
  'frequency',
  'mostNamed',
  /** In the whole article: named more often than all others of its type; the only one of it; named at its start. */
  'main',
  'onlyOfType',
  'inLead',
  'namedInWords',
  /** Named last in words that somebody else said: "Doe says Roe has no plan." */
  'spokenOf',
  /** Spoke last, and the words are about a "she" where "she" said them. */
  'tellsOfOther',
  // How it stands in the source.
  'inSource',
  /** "his wife", and this one spoke last; and this one bears the surname of the one who did. */
  'ownerOfOther',
  'namesake',
  /** As its head; first of its names; its first word; its last. */
  'sourceHead',
  'sourceFirst',
  'sourceOpens',
  'sourceCloses',
  /** "Roe's lawyer"; "the Roe minister"; "the Verdi union"; "a lawyer for Roe". */
  'sourceOwner',
  'sourceModifier',
  'sourceKind',
  'sourceGoverned',
  // What it said.
  'lastSpeaker',
  'lastButOne',
  'spokeHere',
  'spokeBefore',
  'spoke',
  'spokeAgo',
  /** The sentence before tells of no words: it is a subject there; it spoke before, and is none there. */
  'subjectSince',
  'silentSince',
  /** Spoke last, and then the writer asks, or nothing is told at all; is named where the writer asks. */
  'toldAsking',
  'namedAsking',
  'rightBehind',
  /** Spoke last, behind the same pronoun; spoke when the same description was the source last. */
  'samePronoun',
  'sameDescription',
  /** Spoke behind a description that this one may stand for: "the filmmaker" behind "the director". */
  'likeDescription',
  /** Its turn in a dialogue of two: spoke before the one who spoke last, in a paragraph of its own right before. */
  'turn',
  /** Spoke last, in a short paragraph of its own right before another one; and asked there. */
  'ownTurnBefore',
  'askedBefore',
  /** Likewise, and the words before had no source; the own words are very few; or they are spoken to somebody. */
  'ownOrphanBefore',
  'ownBrief',
  'ownToYou',
  /** In the next paragraph: the words are a question as its last ones were, or neither is; or one is and the other not. */
  'sameManner',
  'otherManner',
  /** Its turn in a dialogue where the other one asked; where turns have alternated already. */
  'askedByOther',
  'alternates',
  /** Further on in the dialogue a source names it: an odd number of turns later, or an even one. */
  'turnBeforeOwn',
  'turnWithOwn',
  /** The paragraph before holds no words, and opens with it, or names it; the paragraph behind opens with it. */
  'opensAbove',
  'namedAbove',
  'opensBelow',
  /** Behind the words the text says whose they are: "That was Roe." */
  'presented',
  /** Called by its name in the words before; and in its own. */
  'addressedBefore',
  'addressed',
  /** Spoke last, although the cue is an answer to that; near by, the text says that it was asked, or that it asks. */
  'answersItself',
  'asked',
  'asks',
  'speaksNext',
  // What it is.
  'organization',
  'place',
  'group',
  'otherType',
  /** Someone who is only described: "the witness". */
  'unnamed',
  'joint',
  /** The logarithm of the probability that its gender fits. */
  'gender',
  // How the description fits.
  ...fitFeatures,
  /** The only one whom the description surely fits. */
  'onlyFitting',
  /** The only one of those named before of whom nothing is known that speaks against the description. */
  'onlyPossible',
  // Nobody that the article names.
  'nobody',
  /** "The jury was told" */
  'unnamedAgent',
  /** Someone who is only described is a subject in the same sentence or the one before, or farther back. */
  'unnamedBefore',
  'unnamedFarther',
  /** The words before, in the same paragraph or the one before, were said by someone unnamed who fits. */
  'unnamedSpokeHere',
  'unnamedSpokeBefore',
  /** "a lawyer", "many of them"; "the report" */
  'indefinite',
  /** The description surely fits nobody who is named. */
  'noneFitting',
  /** Likewise where somebody's own is described: "his agent". */
  'noneFittingOwned',
  /** "The official", behind "two officials", "an official". */
  'introducedUnnamed',
  'document',
  /** "the owner, who did not want to be named"; and before words without a source. */
  'anonymous',
  'anonymousBefore',
] as const;

export type Feature = (typeof features)[number];

/** Those that are not given are 0. */
export type Features = Partial<Record<Feature, number>>;

/** Someone who may have spoken: one entity, several together, or nobody that the article names. */
export interface Candidate {
  readonly speakers: readonly number[];
  /** In parts, each about another thing: no feature is in two of them. */
  readonly features: readonly Features[];
}

/** A question to the model: candidates, nobody among them, for words that refer in this form. */
export interface Question {
  readonly form: Form;
  readonly candidates: readonly Candidate[];
}
