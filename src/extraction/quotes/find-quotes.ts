import type { Problem } from '../../domain/problem.ts';
import type { Quote, QuoteKind } from '../../domain/quote.ts';
import type { NonEmpty, Span } from '../../domain/span.ts';
import type { ArticleEntities } from '../entities/index.ts';
import type { ResourceFiles } from '../resource-files.ts';
import type { Attribution } from './attribution.ts';
import { boundQuotations } from './bounds.ts';
import {
  joinAroundCue,
  joinLooseQuotations,
  joinOpenParagraphs,
  settleOverlaps,
  withoutOccasions,
} from './chains.ts';
import { finiteWords } from './contents/contents.ts';
import { keepNearWords, leaveToSpeakerBefore } from './contents/near-words.ts';
import { partParagraphs, partStatements } from './contents/part-statements.ts';
import { trimContents } from './contents/trim-contents.ts';
import { type CueLexicon, readCueLexicon } from './cues/cue-lexicon.ts';
import { type Cue, cuesWithin, findCues, mapCues } from './cues/cues.ts';
import { asToldByAgents } from './forms/as-told-by.ts';
import { brokenClauses } from './forms/broken-clauses.ts';
import { enclosingClauses } from './forms/enclosing-clauses.ts';
import { findFarWords } from './forms/far-words.ts';
import { findFindings } from './forms/findings.ts';
import { frontedClauses } from './forms/fronted-clauses.ts';
import { findNamedWords } from './forms/named-words.ts';
import { findMessages, findOwnWords, findPutWords } from './forms/own-words.ts';
import { isNobodysJudgement, judgedByAgents, saidByAgents } from './forms/passive-cues.ts';
import {
  clausesQuotedAsSaying,
  quotedByOutlets,
  quotedBySomeone,
  quotedBySomeoneBetween,
} from './forms/quoted-as-saying.ts';
import { attributeByRules } from './forms/rules.ts';
import { findShapes } from './forms/shapes.ts';
import { attributeByModel, type QuoteModel, readQuoteModel } from './learned/attribute-by-model.ts';
import { isNoSpeech } from './learned/no-speech.ts';
import { keepReported, keepRuled } from './learned/plausible.ts';
import { snapToQuotations } from './learned/snap.ts';
import { type Reading, readText, type Stretch, sentenceAround } from './reading.ts';
import { findSaidOn } from './said-on.ts';
import { mendSources } from './sources/mend-sources.ts';
import { type OutletLexicon, readOutletLexicon } from './sources/outlets.ts';
import { separateReporters } from './sources/reported-by.ts';
import { estimateConfidence } from './speakers/confidence.ts';
import { resolveSpeakers, type Speakers } from './speakers/resolve-speakers.ts';
import { type Scene, setScene } from './speakers/scene.ts';
import { readSpeakerModel, type SpeakerModel } from './speakers/speaker-model.ts';
import { withoutTitles } from './titles-in-marks.ts';
import { verbatimOf, wordsOf } from './wording.ts';

/** What is known of cues and outlets. */
export interface QuoteLexicons {
  readonly cues: CueLexicon;
  readonly outlets: OutletLexicon;
}

export interface QuoteResources extends QuoteLexicons {
  readonly model: QuoteModel;
  readonly speakers: SpeakerModel;
}

export function readQuoteLexicons(files: ResourceFiles): QuoteLexicons {
  return { cues: readCueLexicon(files), outlets: readOutletLexicon(files) };
}

export function readQuoteResources(files: ResourceFiles): QuoteResources {
  const lexicons = readQuoteLexicons(files);
  return { ...lexicons, model: readQuoteModel(files, lexicons.cues), speakers: readSpeakerModel(files) };
}

/** What was said in an article, by which words of it. */
export interface Attributions {
  readonly reading: Reading;
  /** Content, cue and source of every quote, and who reported it; in the order of the text. */
  readonly attributions: readonly Attribution[];
  /** For each of them: do the rules alone, too, take words of its source for one? */
  readonly isAgreed: readonly boolean[];
  /** Quotation marks without a partner. */
  readonly problems: readonly Problem[];
}

/** Who said what in an article: quotation marks, then cues, then the words and the source of each cue. */
export function attributeQuotes(found: ArticleEntities, resources: QuoteResources): Attributions {
  const unbounded = readText(found.segmented, found.mentions);
  const reading = boundQuotations(withoutTitles(unbounded, resources.cues), resources.cues);
  const cues = findCues(reading, resources.cues);
  return { reading, problems: findUnbalanced(unbounded), ...attribute(reading, cues, resources) };
}

/** Finds out who the sources are, and what else the text tells of each quote. */
export function presentQuotes(
  { reading, attributions, isAgreed }: Attributions,
  found: ArticleEntities,
  model: SpeakerModel,
  publishedAt: string | null,
): readonly Quote[] {
  const scene = setScene(reading, found);
  const speakers = resolveSpeakers(scene, attributions, model.ranking);
  return attributions.map((attribution, index) => {
    const confidence = estimateConfidence(model.confidence, attribution, speakers[index]!, isAgreed[index]!);
    return presentQuote(scene, attribution, speakers[index]!, confidence, publishedAt);
  });
}

/** Marks without partner, for a person to look at; a quotation of several paragraphs has none. */
function findUnbalanced(reading: Reading): readonly Problem[] {
  return reading.quotations
    .filter(({ opened, closed, continued }) => !opened || (!closed && !continued))
    .map(({ start, opened, innerEnd, end }) => ({
      code: 'unbalanced-quotation-mark',
      span: opened ? { start, end: start + 1 } : { start: innerEnd, end },
      message: opened
        ? 'The quotation mark is never closed; the quotation was ended at its cue or paragraph.'
        : 'The quotation mark was never opened; the quotation was started at its clause.',
    }));
}

function attribute(
  reading: Reading,
  cues: readonly Cue[],
  resources: QuoteResources,
): Pick<Attributions, 'attributions' | 'isAgreed'> {
  const map = mapCues(reading, cues);
  const ruled = attributeByRules(reading, cues);
  const learned = attributeByModel(reading, settleOverlaps(reading, ruled), resources.model);
  const enclosing = enclosingClauses(reading, map);
  const sure = [
    ...brokenClauses(reading, map),
    ...frontedClauses(reading, map),
    ...clausesQuotedAsSaying(reading),
    ...quotedByOutlets(reading, map),
    ...quotedBySomeone(reading, map),
    ...quotedBySomeoneBetween(reading, map),
    ...saidByAgents(reading, map),
    ...judgedByAgents(reading),
    ...asToldByAgents(reading, map),
    ...findFindings(reading, map),
    ...findOwnWords(reading, map),
    ...findPutWords(reading, map),
    ...findMessages(reading),
    ...findNamedWords(reading),
    ...enclosing,
  ];
  const sureCues = new Set(
    sure.flatMap(({ cue, source, contents: [content] }) => {
      const isColon = reading.words[cue!.first] === ':';
      const from = isColon ? source!.first : cue!.first;
      return [
        ...Array.from({ length: cue!.end - from }, (_, index) => from + index),
        ...cuesWithin(map, from, Math.max(cue!.end, content!.first)).map(({ first }) => first),
        content!.first - 1, // a colon is a cue
      ];
    }),
  );
  for (const { contents } of enclosing)
    for (const { first } of cuesWithin(map, contents[0]!.first, contents[0]!.end)) sureCues.add(first);
  const reported = keepReported(reading, resources.cues, map, ruled, snapToQuotations(reading, learned));
  const others = [...reported, ...keepRuled(reading, map, ruled, reported)].filter(
    ({ cue }) => cue === null || !sureCues.has(cue.first),
  );
  const found = [...findShapes(reading, cues), ...sure, ...others]
    .flatMap((attribution) => leaveToSpeakerBefore(reading, map, attribution))
    .flatMap((attribution) => keepNearWords(reading, ruled, attribution))
    .map((attribution) => trimContents(reading, map, attribution))
    .filter((attribution) => attribution.contents.length > 0 && !isNoSpeech(reading, attribution))
    .filter(({ cue, source }) => cue === null || !isNobodysJudgement(reading, cue, source));
  const mended = separateReporters(reading, resources.outlets, mendSources(reading, map, found));
  const settled = settleOverlaps(reading, mended);
  const whole = settleOverlaps(reading, [...settled, ...findFarWords(reading, map, settled)]);
  const joined = joinLooseQuotations(reading, joinAroundCue(reading, withoutOccasions(reading, whole)));
  const parted = joined.flatMap((attribution) => partStatements(reading, attribution));
  const attributions = joinOpenParagraphs(reading, parted).flatMap((attribution) =>
    partParagraphs(reading, attribution),
  );
  return { attributions, isAgreed: findAgreed(reading, attributions, ruled) };
}

function findAgreed(
  reading: Reading,
  attributions: readonly Attribution[],
  ruled: readonly Attribution[],
): readonly boolean[] {
  const tokens = new Uint8Array(reading.words.length);
  for (const { source } of ruled) if (source !== null) tokens.fill(1, source.first, source.end);
  return attributions.map(
    ({ source }) => source !== null && tokens.subarray(source.first, source.end).includes(1),
  );
}

function presentQuote(
  scene: Scene,
  attribution: Attribution,
  speakers: Speakers,
  confidence: number,
  publishedAt: string | null,
): Quote {
  const { reading } = scene;
  const { text } = reading.segmented;
  const segments = attribution.contents.map((content) => spanOf(reading, content));
  const kind = kindOf(reading, attribution);
  return {
    id: null,
    kind,
    text: wordsOf(text, segments, reading.quotations),
    segments: segments as unknown as NonEmpty<Span>,
    // Marks around no words quote nothing.
    verbatim: kind === 'indirect' ? [] : verbatimOf(text, segments, reading.quotations),
    cue: attribution.cue === null ? null : spanOf(reading, attribution.cue),
    source: attribution.source === null ? null : spanOf(reading, attribution.source),
    speaker: speakers.speaker,
    speakerRole:
      speakers.speaker === null ? null : roleNear(scene, speakers.speaker, attribution.contents[0]!.first),
    jointSpeakers: speakers.joint,
    resolution: speakers.resolution,
    confidence,
    reportedBy: attribution.reporters.map((phrase) => surfaceOf(reading, phrase)),
    saidOn: findSaidOn(reading, attribution, publishedAt),
    about: entitiesWithin(scene, attribution.contents),
    paragraphIndexes: [...new Set(attribution.contents.map(({ first }) => reading.paragraphOf[first]!))],
  };
}

/** `direct`: nothing but words in marks, or a displayed statement; `mixed`: some of them; `indirect`: none. */
function kindOf(reading: Reading, { contents, evidence }: Attribution): QuoteKind {
  if (evidence === 'shape') return 'direct';
  let inside = 0;
  let outside = 0;
  for (const { first, end } of contents) {
    for (let token = first; token < end; token += 1) {
      if (!/[\p{L}\p{N}]/u.test(reading.words[token]!)) continue;
      if (reading.quotationOf[token] === -1) outside += 1;
      else inside += 1;
    }
  }
  if (inside === 0) return 'indirect';
  if (outside > 0 || startsInsideSentence(reading, contents[0]!)) return 'mixed';
  return isClause(reading, contents) ? 'direct' : 'mixed';
}

/** A whole clause: it starts with a capital, is broken by its cue, or holds a verb or a subject that only clauses have. */
function isClause(reading: Reading, contents: readonly Stretch[]): boolean {
  const { first, end } = contents[0]!;
  const opens = reading.words[first + 1] ?? '';
  if (contents.length > 1 || /^[\d…]/.test(opens)) return true;
  const words = reading.words
    .slice(first, Math.min(end, first + 40))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (reading.capital[first + 1] === 1 && (words.length > 2 || /^[.?!,]$/.test(reading.words[end - 2] ?? '')))
    return true;
  return words.some((word) => finiteWords.test(word));
}

/** A quotation whose opening mark is missing, and whose words start behind others of the same sentence. */
function startsInsideSentence(reading: Reading, { first }: Stretch): boolean {
  const quotation = reading.quotations[reading.quotationOf[first]!];
  return quotation?.opened === false && sentenceAround(reading, first).first < first;
}

function spanOf(reading: Reading, { first, end }: Stretch): Span {
  const { tokens } = reading.segmented;
  return { start: tokens[first]!.start, end: tokens[end - 1]!.end };
}

function surfaceOf(reading: Reading, stretch: Stretch): string {
  const { start, end } = spanOf(reading, stretch);
  return reading.segmented.text.slice(start, end);
}

/** The entities named in the words, in the order of the article's entities. */
function entitiesWithin({ entityOf }: Scene, contents: readonly Stretch[]): readonly number[] {
  const about = new Set<number>();
  for (const { first, end } of contents) {
    for (let token = first; token < end; token += 1) if (entityOf[token]! >= 0) about.add(entityOf[token]!);
  }
  return [...about].sort((a, b) => a - b);
}

/** What the article says that an entity is, as stated nearest to a token; null where it says nothing. */
function roleNear({ found, reading }: Scene, entity: number, token: number): string | null {
  const offset = reading.segmented.tokens[token]!.start;
  const { roles } = found.profiles[entity]!;
  const nearest = roles.toSorted((a, b) => Math.abs(a.start - offset) - Math.abs(b.start - offset))[0];
  return nearest?.text ?? null;
}
