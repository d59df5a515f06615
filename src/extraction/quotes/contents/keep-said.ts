import type { Attribution } from '../attribution.ts';
import { type CueMap, cuesWithin } from '../cues/cues.ts';
import { isMedium } from '../cues/media.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { endsLikeSpeech, finiteWords, holdsQuotation, opensLikeSentence, quotationAt } from './contents.ts';

/** Those of the contents of a cue that were said: not the question, the hearer, the place, nor what the story goes on with. */
export function keepSaid(
  reading: Reading,
  cues: CueMap,
  attribution: Attribution,
  cue: Stretch,
): readonly Stretch[] {
  return withoutQuestion(reading, withoutOtherClause(reading, attribution, cue), cue)
    .map((content, index, all) => (index === 0 ? content : behindLead(reading, all[0]!, content)))
    .map((content) => withoutNextSentence(reading, content))
    .filter((content) => !isWithinQuestion(reading, cue, content))
    .filter(
      (content) =>
        content.end > cue.first || !(isMedium(reading, content) || isAntecedent(reading, cue, content)),
    )
    .filter((content, index, all) =>
      index === 0
        ? all.length === 1 ||
          !(isAccused(reading, content) || isTitle(reading, content) || isManner(reading, cue, content))
        : !tellsOfSource(reading, cues, content) &&
          !isOfSource(attribution, content) &&
          !goesOn(reading, all[0]!, cue, content),
    )
    .filter((content) => !isPlace(reading, cues, content));
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
 * > The Met Office, which said it would rain, told drivers to wait.
 *   ^^^^^^^^^^^^^^
 */
const isAntecedent = ({ words }: Reading, cue: Stretch, { end }: Stretch): boolean =>
  /^(?:who|which)$/.test(words[cue.first - 1] ?? '') && end >= cue.first - 2;

/** What is done with documents. */
const makings =
  /^(?:filed|signed|published|released|conducted|commissioned|issued|obtained|reviewed|posted|written|prepared|dated|sent)$/;

/**
 * > The bridge is shut, according to the report, published on Monday.
 *                                                ^^^^^^^^^
 * > "The bridge will wait," wrote the poet Ana Ruiz, for whom the river is the subject of three books.
 *                                                    ^^^^^^^^
 * > "It grows," said Ana Ruiz, who asked them not to go back "for a photo".      a quote of its own
 *                              ^^^^^^^^^
 */
function tellsOfSource(reading: Reading, cues: CueMap, { first, end }: Stretch): boolean {
  if (
    reading.words[first - 1] === ',' &&
    makings.test(reading.words[first]!) &&
    !holdsQuotation(reading, { first, end })
  )
    return true;
  const isRelative = reading.words
    .slice(first, first + 2)
    .some((word) => /^(?:who|whom|whose|which)$/.test(word));
  return (
    isRelative && (!holdsQuotation(reading, { first, end }) || cuesWithin(cues, first, first + 5).length > 0)
  );
}

/** > Bridges last for decades, say the engineers who built them. */
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
const isOfSource = ({ source }: Attribution, { first, end }: Stretch): boolean =>
  source !== null && source.first <= first && end <= source.end;

/**
 * Behind words in marks and their cue the story goes on: to whom they were said, of what and where, what was done.
 *
 * > "Sense has prevailed," he said, though he would not say whether fares would rise.
 *                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * > "It is finished," she said of the vote, in which nobody had believed.
 *                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function goesOn(reading: Reading, opening: Stretch, cue: Stretch, content: Stretch): boolean {
  const quotation = quotationAt(reading, opening.first);
  return (
    quotation !== null &&
    !isTitle(reading, opening) &&
    quotation.endToken <= cue.first &&
    content.first >= cue.end &&
    !holdsQuotation(reading, content) &&
    !/^(?:that|whether)$/.test(
      reading.words[
        /^(?:and|but|,)$/.test(reading.words[content.first]!) ? content.first + 1 : content.first
      ]!,
    )
  );
}

/**
 * Behind words in marks and their cue, what leads to the next words in marks is none of them.
 *
 * > "Go," he begged, and then, in a whisper, "Oh."
 *                                            ^^^^^
 */
function behindLead(reading: Reading, opening: Stretch, content: Stretch): Stretch {
  if (quotationAt(reading, opening.first) === null) return content;
  const { first, end } = content;
  const last = reading.quotations[reading.quotationOf[end - 1]!];
  const leadsTo =
    last !== undefined &&
    last.firstToken > first &&
    (/^(?:and|then)$/.test(reading.words[first]!) || reading.words[last.firstToken - 1] === '.');
  return leadsTo && opensLikeSentence(reading, last) ? { first: last.firstToken, end } : content;
}

/** > "Bend down," she says, "and wait." I wait. */
//                                      ^^^^^^
function withoutNextSentence(reading: Reading, { first, end }: Stretch): Stretch {
  const own = quotationAt(reading, first);
  const isPast = own !== null && own.endToken < end && endsLikeSpeech(reading, own);
  const goesOn = isPast && sentenceAround(reading, own.endToken).first < own.endToken;
  return isPast && !goesOn ? { first, end: own.endToken } : { first, end };
}

/**
 * > What had he told the boy? "I told him where the line was."
 *   ^^^^^^^^ asked, not said
 */
function isWithinQuestion(reading: Reading, cue: Stretch, content: Stretch): boolean {
  const { words, quotationOf } = reading;
  const { first, end } = sentenceAround(reading, cue.first);
  const isAsked =
    words[end - 1] === '?' &&
    quotationOf[end - 1] === -1 &&
    /^(?:what|who|why|how|when|where|had|did|has|does)$/.test(words[first]!);
  return isAsked && content.first >= first && content.end <= end && !holdsQuotation(reading, content);
}

/** > Mitigating, Lucy Frome told the court that he was ill. */
//    ^^^^^^^^^^
function isManner({ words, quotationOf }: Reading, cue: Stretch, { first, end }: Stretch): boolean {
  return end <= cue.first && /ing$/.test(words[first]!) && end - first === 1 && quotationOf[first] === -1;
}

/** > "It was hard," he said on a call with analysts, according to a transcript. */
//                            ^^^^^^^^^^^^^^^^^^^^^^^
function isPlace(reading: Reading, cues: CueMap, { first, end }: Stretch): boolean {
  const words = reading.words.slice(first, end);
  // "called on residents to pray"
  if (words[0] === 'on' && words.includes('to') && /^call/.test(reading.words[first - 1] ?? '')) return false;
  return (
    /^(?:on|in|at|during)$/.test(words[0]!) &&
    cuesWithin(cues, first - 1, first).length > 0 &&
    !holdsQuotation(reading, { first, end }) &&
    !words.some((word) => finiteWords.test(word))
  );
}

/** > the referee, whom he accused of "refereeing with his ears" */
//                  ^^^^
const isAccused = (reading: Reading, { first, end }: Stretch): boolean =>
  end - first === 1 && reading.words[first] === 'whom';

/** > in a statement titled: 'Darkness as policy', said workers would resist */
//                            ^^^^^^^^^^^^^^^^^^^^
function isTitle({ words }: Reading, { first }: Stretch): boolean {
  const before = words[first - 1] === ':' ? words[first - 2] : words[first - 1];
  return /^(?:titled|entitled|headlined|captioned|themed|tagged)$/.test(before ?? '');
}
