import type { Attribution } from './attribution.ts';
import { contentBehind, finiteWords, holdsQuotation, quotationAt, wordsIn } from './contents.ts';
import { type CueMap, cuesWithin } from './cues.ts';
import { isMedium } from './media.ts';
import { type Reading, type Stretch, sentenceAround } from './reading.ts';
import { subjectBefore } from './sources.ts';

/**
 * Contents cut where the words are no longer what was said: at a second verb of the speaker, or at the occasion. None
 * are left where nothing was.
 */
export function trimContents(reading: Reading, cues: CueMap, attribution: Attribution): Attribution {
  const { cue, evidence } = attribution;
  if (cue === null || evidence === 'shape') return attribution;
  return {
    ...attribution,
    contents: withoutQuestion(reading, withoutOtherClause(reading, attribution, cue), cue)
      .filter((content) => content.end > cue.first || !isMedium(reading, content))
      .filter((content, index, all) =>
        index === 0
          ? all.length === 1 || !isAccused(reading, content)
          : !tellsOfSource(reading, cues, content) && !namesHearer(reading, all[0]!, cue, content),
      )
      .map((content) => withoutHearer(reading, cues, cue, content))
      .map((content) => fromOpeningMark(reading, cue, content))
      .map((content) => withoutSecondVerb(reading, cues, cue, content))
      .map((content) => withoutContrast(reading, cues, cue, content))
      .map((content) => withoutOccasion(reading, content)),
  };
}

/**
 * Where words follow the cue, those before "and" or "but" and the speaker are another clause; nor are the speaker's words
 * the speaker.
 *
 * > City still believe in it, and Lima insisted there was "no crisis".
 *   ^^^^^^^^^^^^^^^^^^^^^^^^ not his
 */
function withoutOtherClause(
  reading: Reading,
  { contents, source }: Attribution,
  cue: Stretch,
): readonly Stretch[] {
  const own = contents.filter(({ first }) => first >= cue.end);
  const isOwnSource = source !== null && contents[0]!.first >= source.first && contents[0]!.end <= source.end;
  if (isOwnSource && own.length > 0) return own;
  const clause = source !== null && source.end <= cue.first && source.end + 2 >= cue.first ? source : cue;
  const isJoined = [clause.first - 1, cue.first - 1].some((token) =>
    /^(?:and|but|while)$/.test(reading.words[token] ?? ''),
  );
  return isJoined && own.length > 0 ? own : contents;
}

/**
 * What somebody was asked, or spoke about, is not what he said.
 *
 * > Asked to describe the device that went off, Ruiz said, "Not now."
 *                     ^^^^^^^^^^^^^^^^^^^^^^^^
 */
function withoutQuestion(reading: Reading, contents: readonly Stretch[], cue: Stretch): readonly Stretch[] {
  const { first } = sentenceAround(reading, cue.first);
  if (
    !/^(?:asked|pressed|questioned|challenged|commenting|reacting|responding|referring|speaking)$/.test(
      reading.words[first]!,
    )
  )
    return contents;
  return contents.filter(
    (content) => content.first < first || content.end > cue.first || holdsQuotation(reading, content),
  );
}

/**
 * > "The bridge will wait," wrote the poet Ana Ruiz, for whom the river is the subject of three books.
 *                                                    ^^^^^^^^
 * > "It grows," said Ana Ruiz, who asked them not to go back "for a photo".      a quote of its own
 *                              ^^^^^^^^^
 */
function tellsOfSource(reading: Reading, cues: CueMap, { first, end }: Stretch): boolean {
  const isRelative = reading.words
    .slice(first, first + 2)
    .some((word) => /^(?:who|whom|whose|which)$/.test(word));
  return (
    isRelative && (!holdsQuotation(reading, { first, end }) || cuesWithin(cues, first, first + 5).length > 0)
  );
}

/**
 * Right behind the cue of words in marks, to whom they were said, or who said them.
 *
 * > "We will not leave you", he assured the families of the victims.
 *                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function namesHearer(reading: Reading, opening: Stretch, cue: Stretch, content: Stretch): boolean {
  const isBehind = opening.end <= cue.first && content.first >= cue.end && content.first <= cue.end + 1;
  if (!isBehind || quotationAt(reading, opening.first) === null || holdsQuotation(reading, content))
    return false;
  const words = reading.words.slice(content.first, content.end);
  return !words.some((word) => finiteWords.test(word) || /^(?:that|to)$/.test(word));
}

/** > the referee, whom he accused of "refereeing with his ears" */
//                  ^^^^
const isAccused = (reading: Reading, { first, end }: Stretch): boolean =>
  end - first === 1 && reading.words[first] === 'whom';

/**
 * Words in marks behind a colon, or behind "in the words of" and an aside about who speaks, are all that is said.
 *
 * > In the words of Liu, the firm's manager on the island, "a furnace is like a family".
 *                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function fromOpeningMark(reading: Reading, cue: Stretch, content: Stretch): Stretch {
  const quotation = reading.quotations[reading.quotationOf[content.end - 1]!];
  if (quotation === undefined || quotation.firstToken <= content.first) return content;
  const { firstToken: first, endToken: end } = quotation;
  const before = reading.words.slice(content.first, first);
  const isNamed = /^(?:in|according)$/.test(reading.words[cue.first]!);
  const isAside = isNamed && before.at(-1) === ',' && !before.some((word) => finiteWords.test(word));
  const isApart = before.at(-1) === ':' || isAside;
  return isApart && wordsIn(reading, quotation) > 2 ? { first, end } : content;
}

/**
 * > Markezis told Aksoy that the islands "are not props".      > accused Aksoy of "selling islands"
 *                 ^^^^^ hears it                                        ^^^^^ is accused
 */
function withoutHearer(reading: Reading, cues: CueMap, cue: Stretch, content: Stretch): Stretch {
  const verb = cuesWithin(cues, cue.first, cue.end)[0]?.verb;
  const accuses = verb?.lemma === 'accuse';
  if (accuses ? content.first < cue.end : verb?.tells !== true || content.first !== cue.end) return content;
  const { words, quotationOf } = reading;
  const last = Math.min(content.end, content.first + longestHearer);
  for (let token = content.first + 1; token < last; token += 1) {
    if (quotationOf[token] !== -1 || (words[token] === ',' && !accuses)) break;
    const next = words[token + 1] ?? '';
    const opens = accuses
      ? words[token] === 'of' && (quotationOf[token + 1] !== -1 || /ing$/.test(next))
      : words[token] === 'that' ||
        (/^(?:he|she|it|they|there)$/.test(words[token]!) && finiteWords.test(next));
    if (opens) return { first: token, end: content.end };
  }
  return content;
}

/** In tokens: "one of the young officials of the ministry on Tuesday evening". */
const longestHearer = 12;

/**
 * > He confirmed that he had been booked but denied swearing.
 *                                        ^^^^^^^^^^^^^^^^^^^ another quote of his
 */
function withoutSecondVerb(reading: Reading, cues: CueMap, cue: Stretch, content: Stretch): Stretch {
  if (content.first < cue.end) return content;
  const [first] = cuesWithin(cues, cue.first, cue.end);
  if (first === undefined || first.form === 'gerund') return content;
  for (const next of cuesWithin(cues, content.first + 2, content.end)) {
    const isJoined = /^(?:and|but)$/.test(reading.words[next.groupFirst - 1] ?? '');
    const isAlike = next.form === first.form && next.verb?.says === true && !next.unsaid;
    if (!isJoined || !isAlike || reading.quotationOf[next.first] !== -1 || !opensReport(reading, next.end))
      continue;
    return { first: content.first, end: next.groupFirst - 1 };
  }
  return content;
}

/**
 * > Ruiz said that time was short, while her sister insisted that it was not.
 *                                  ^^^^^ others speak
 */
function withoutContrast(reading: Reading, cues: CueMap, cue: Stretch, content: Stretch): Stretch {
  if (content.first < cue.end) return content;
  // Others may have their own words already, so that only they themselves are left.
  for (const next of cuesWithin(cues, content.first + 2, content.end + 1)) {
    if (reading.quotationOf[next.first] !== -1 || next.kind !== 'verb' || next.unsaid) continue;
    const subject = subjectBefore(reading, next);
    const joint = (subject?.first ?? 0) - 1;
    if (joint <= content.first || !/^(?:while|whereas)$/.test(reading.words[joint]!)) continue;
    const { end } = sentenceAround(reading, next.first);
    const isReport =
      contentBehind(reading, cues, next, next.end) !== null ||
      holdsQuotation(reading, { first: next.end, end });
    if (isReport) return { first: content.first, end: reading.words[joint - 1] === ',' ? joint - 1 : joint };
  }
  return content;
}

/** "and claims he had sold", "but denied swearing": words that go on to report. */
function opensReport({ words, quotationOf }: Reading, token: number): boolean {
  const word = words[token] ?? '';
  return (
    quotationOf[token] !== -1 ||
    /^(?:that|he|she|it|they|there|his|her|its|their|the|a|an|no)$/.test(word) ||
    /ing$/.test(word)
  );
}

/**
 * Behind a closing mark, when it was said is no longer what was said.
 *
 * > said his side had been "robbed in broad daylight" after a late penalty made it 2-2
 *                                                     ^^^^^
 */
function withoutOccasion(reading: Reading, content: Stretch): Stretch {
  for (let token = content.end - 1; token > content.first; token -= 1) {
    if (reading.quotationOf[token] !== -1) return content;
    const isOccasion = /^(?:after|when|before|following|amid)$/.test(reading.words[token]!);
    if (isOccasion && reading.quotationOf[token - 1] !== -1 && reading.words[token - 2] !== ',')
      return { first: content.first, end: token };
  }
  return content;
}
