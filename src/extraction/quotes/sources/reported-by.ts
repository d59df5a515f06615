import type { Attribution } from '../attribution.ts';
import { whoIsQuoted } from '../forms/quoted-as-saying.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { isOutlet, type OutletLexicon } from './outlets.ts';

/**
 * Keeps those who report words apart from those who spoke them: an attribution to an outlet around another's words is
 * taken away, and named with the inner one.
 *
 * > Peskov said that talks went on, Reuters reported.      > According to the Kremlin, Putin called for calm.
 *                                   ^^^^^^^                               ^^^^^^^^^^^
 */
export function separateReporters(
  reading: Reading,
  outlets: OutletLexicon,
  attributions: readonly Attribution[],
): readonly Attribution[] {
  const quoted = attributions.map((attribution) => whoIsQuoted(reading, attribution));
  const bySentence = groupBySentence(reading, quoted);
  return quoted.flatMap((attribution) => {
    const neighbours = bySentence.get(sentenceOf(reading, attribution)) ?? [];
    if (neighbours.some((other) => passesOn(reading, outlets, attribution, other))) return [];
    const outer = neighbours.filter((other) => passesOn(reading, outlets, other, attribution));
    const reporters = [
      ...attribution.reporters,
      ...outer.map((other) => other.source!),
      ...reportersInSentence(reading, outlets, attribution),
    ]
      .filter((phrase) => !overlaps(phrase, attribution.source))
      .map((phrase) => nameWithin(reading, phrase) ?? withoutArticle(reading, phrase));
    return [{ ...attribution, reporters: distinct(reporters) }];
  });
}

/** Does the outer attribution only pass on what the inner one says? */
function passesOn(reading: Reading, outlets: OutletLexicon, outer: Attribution, inner: Attribution): boolean {
  if (
    outer === inner ||
    outer.source === null ||
    inner.source === null ||
    outer.cue === null ||
    inner.cue === null
  ) {
    return false;
  }
  if (sameStretch(outer.source, inner.source)) return false;
  const within = outer.contents.some(({ first, end }) => first <= inner.cue!.first && inner.cue!.end <= end);
  if (!within) {
    // "…, although nothing was settled, Reuters reported": the outer words reach back into the inner ones
    const overlap = outer.contents.some(({ first, end }) =>
      inner.contents.some((one) => one.first < end && first < one.end),
    );
    return overlap && outer.cue.first > inner.cue.first && isOutlet(reading, outlets, outer.source);
  }
  const opens = outer.contents.some(
    ({ first }) => inner.source!.first - first <= 2 && inner.source!.first >= first,
  );
  const according = reading.words[outer.cue.first] === 'according';
  return isOutlet(reading, outlets, outer.source) || (according && opens);
}

/**
 * An outlet to which the words were spoken is where they were first published.
 *
 * > … Peskov said, as reported by Reuters.      > remarks covered by Russian news agencies
 *                                 ^^^^^^^                            ^^^^^^^^^^^^^^^^^^^^^
 * > Peskov told TASS that …      > she said in an interview with the BBC
 *               ^^^^                                             ^^^
 */
function reportersInSentence(reading: Reading, outlets: OutletLexicon, attribution: Attribution): Stretch[] {
  const { words } = reading;
  const { cue, contents } = attribution;
  if (cue === null) return [];
  const { first, end } = sentenceAround(reading, cue.first);
  const sentence = { first: Math.max(first, cue.first - reach), end: Math.min(end, cue.end + reach) };
  const inContent = (token: number): boolean =>
    contents.some(({ first, end }) => first <= token && token < end);
  const reporters: Stretch[] = [];
  for (let token = sentence.first; token < sentence.end; token += 1) {
    if (inContent(token)) continue;
    const passive = words[token] === 'by' && passedOn.test(words[token - 1] ?? '');
    const trailing = words[token] === ',' && token >= cue.end;
    if (!passive && !trailing && !isSpokenTo(reading, attribution, token)) continue;
    const phrase = phraseAt(reading, token + 1, sentence.end);
    if (phrase === null || !isOutlet(reading, outlets, phrase)) continue;
    if (trailing && !/^(?:reported|reports|said|quoted|wrote)$/.test(words[phrase.end] ?? '')) continue;
    reporters.push(phrase);
  }
  return reporters;
}

/** Whether to what follows this word the source spoke: "told", "in an interview with", "speaking to". */
function isSpokenTo({ words }: Reading, { cue }: Attribution, token: number): boolean {
  if (token === cue!.end - 1) return /^(?:told|tells|telling|tell|informed)$/.test(words[token]!);
  return (
    /^(?:to|with)$/.test(words[token]!) &&
    /^(?:interview|interviews|spoke|speaking|talking|remarks|comments|statement|e-?mail)$/.test(
      words[token - 1]!,
    )
  );
}

/** How far from the cue, in tokens, an outlet may stand and still be meant. */
const reach = 200;

const passedOn =
  /^(?:reported|covered|carried|quoted|cited|published|broadcast|aired|relayed|released|distributed)$/;

/** The run of words that an outlet's name can be made of. */
function phraseAt(reading: Reading, first: number, limit: number): Stretch | null {
  const { words, capital } = reading;
  let end = first;
  while (end < limit && end - first < 8) {
    const word = words[end]!;
    const fits =
      capital[end] === 1 ||
      /^(?:the|a|an|of|news|agency|agencies|state|local|national|media|newspaper|television|tv|radio|broadcaster|website|magazine|daily|weekly|outlets?|run|state-run|state-owned|official)$/.test(
        word,
      );
    if (!fits) break;
    end += 1;
  }
  return end > first ? { first, end } : null;
}

/**
 * > the judiciary's news outlet Dadgah      > the official New Dawn of Burma daily
 *                               ^^^^^^                     ^^^^^^^^^^^^^^^^^
 */
function nameWithin({ names, nameOf, capital }: Reading, phrase: Stretch): Stretch | null {
  let found: Stretch | null = null;
  for (let token = phrase.first; token < phrase.end; token += 1) {
    const name = nameOf[token]!;
    if (name < 0 && capital[token] === 0) continue;
    if (found !== null || names[name]?.type !== 'organization') return null;
    let end = token + 1;
    while (end < phrase.end && nameOf[end] === name) end += 1;
    found = { first: token, end };
    token = end - 1;
  }
  return found;
}

function withoutArticle(reading: Reading, phrase: Stretch): Stretch {
  return phrase.end - phrase.first > 1 && /^(?:the|a|an)$/.test(reading.words[phrase.first]!)
    ? { first: phrase.first + 1, end: phrase.end }
    : phrase;
}

function distinct(phrases: readonly Stretch[]): Stretch[] {
  return phrases.filter(
    (phrase, index) => phrases.findIndex((other) => sameStretch(other, phrase)) === index,
  );
}

/** Who speaks passes nothing on. */
const overlaps = (phrase: Stretch, source: Stretch | null): boolean =>
  source !== null && phrase.first < source.end && source.first < phrase.end;

const sameStretch = (a: Stretch, b: Stretch): boolean => a.first === b.first && a.end === b.end;

const sentenceOf = (reading: Reading, { cue, contents }: Attribution): number =>
  reading.segmented.sentenceOfToken[cue?.first ?? contents[0]!.first]!;

function groupBySentence(reading: Reading, attributions: readonly Attribution[]): Map<number, Attribution[]> {
  const groups = new Map<number, Attribution[]>();
  for (const attribution of attributions) {
    const key = sentenceOf(reading, attribution);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [attribution]);
    else if (group.length < 12) group.push(attribution);
  }
  return groups;
}
