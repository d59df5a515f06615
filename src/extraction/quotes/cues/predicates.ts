import { isQuoted, type Reading, type Stretch, sentenceAround } from '../reading.ts';

/**
 * Is a word that could be a noun the verb of the clause before "that", or before a subject of its own?
 *
 * > The letter states that the road is closed.      not: > She rejected bank claims that he had lied.
 *              ^^^^^^
 */
export function isPredicate(reading: Reading, verb: number): boolean {
  const { words, nameOf, capital } = reading;
  const opensClause = /^(?:it|its|he|she|his|her|they|their|there)$/.test(words[verb + 1] ?? '');
  if (!opensClause && (words[verb + 1] !== 'that' || relativeVerbs.test(words[verb + 2] ?? '.')))
    return false;
  const first = clauseStart(reading, verb);
  const isSubject = determiners.test(words[first]!) || nameOf[first] !== -1;
  if (!isSubject || verb - first < 2) return false;
  if (words[verb - 1] === ',') return true;
  const isSingular = /s$/.test(words[verb]!);
  let hasPlural = /[^s]s$/.test(words[first]!);
  for (let token = first + 1; token < verb; token += 1) {
    const isPlural = capital[token] === 0 && /\p{L}[^s]s$/u.test(words[token]!);
    if (isFiniteVerb(reading, token) || isQuoted(reading, token)) return false;
    if (isPlural && isSingular && token + 1 < verb) return false;
    hasPlural ||= isPlural;
  }
  // "The rules state that", "The terms of the deal state that"
  if (!isSingular) return hasPlural || words[verb - 1] === 'to';
  return nameOf[verb - 1] !== -1 || capital[verb - 1] === 1 || /(?:[^s]|[usi]s)$/.test(words[verb - 1]!);
}

/** A verb before that has its own subject: the noun reading of "claims", where a source is said to make them. */
export const holdsFiniteVerb = (reading: Reading, { first, end }: Stretch): boolean => {
  for (let token = first + 1; token < end; token += 1) if (isFiniteVerb(reading, token)) return true;
  return false;
};

const isFiniteVerb = ({ words, capital }: Reading, token: number): boolean =>
  capital[token] === 0 && finiteWords.test(words[token]!) && !participleMargins.test(words[token + 1] ?? '');

/**
 * Do the words before a verb of finding name what makes known what it finds: a study, a survey, a court?
 *
 * > A survey of 2,000 farmers found that one in three had sold cattle.
 *     ^^^^^^
 */
export function isFinding({ words }: Reading, { first, end }: Stretch): boolean {
  for (let token = first; token < end && !behindHead.test(words[token]!); token += 1)
    if (findings.test(words[token]!)) return true;
  return false;
}

/** What findings do: these verbs say nothing of other subjects. */
export const findingVerbs: ReadonlySet<string> = new Set(
  `find finds found show shows showed conclude concludes concluded indicate indicates indicated suggest suggests suggested
  reveal reveals revealed`.split(/\s+/),
);

/**
 * Likewise a law, a contract, or a part of one?
 *
 * > Article 64 of the constitution provides that anyone held must see a judge within two days.
 *   ^^^^^^^
 */
export const isProvision = ({ words }: Reading, { first, end }: Stretch): boolean =>
  words
    .slice(first, Math.min(end, first + 8))
    .some((word) =>
      /^(?:article|section|clause|law|act|statute|constitution|charter|treaty|convention|agreement|contract|policy|rules?|regulations?|bylaws?|decree|ordinance|directive|code|bill|amendment|settlement|deal)$/.test(
        word,
      ),
    );

/** Where the clause of a verb begins: its sentence's start, or behind a semicolon or a comma with a conjunction. */
function clauseStart(reading: Reading, verb: number): number {
  const { words } = reading;
  const { first } = sentenceAround(reading, verb);
  for (let token = verb - 1; token > Math.max(first, verb - longestClause); token -= 1) {
    if (words[token] === ';') return token + 1;
    if (words[token - 1] === ',' && /^(?:and|but|while|whereas)$/.test(words[token]!)) return token + 1;
  }
  return first + Number(/^(?:and|but|yet|still)$/.test(words[first]!));
}

/** In tokens. */
const longestClause = 40;

const determiners = /^(?:the|a|an|this|one|another|his|her|its|their|our)$/;
const relativeVerbs = /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|[.,;])$/;
const finiteWords =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|did|does|do|who|which|that|amid|despite|after|\p{Ll}{3,}ed)$/u;
/**
 * > A reply tabled in the House states that …      > a report published last week notes that …
 *                   ^^                                                  ^^^^
 */
const participleMargins = /^(?:by|in|at|on|to|from|for|with|under|last|this|earlier|yesterday|today)$/;
const behindHead =
  /^(?:,|of|by|in|into|from|for|on|at|with|to|among|published|led|released|commissioned|carried|conducted|obtained|reviewed|seen|prepared|filed|sent|signed|written|which|that|who)$/;
const findings =
  /^(?:(?:report|study|survey|audit|inquest|investigation|trial|probe|review|poll|inspection|assessment|paper|memo|document|record|figure|statistic|result|test|transcript|census|post-?mortem|autopsy|model|simulation|experiment|court|judge|jury|jurie|tribunal|commission|committee|panel|ombudsman|watchdog|coroner|magistrate|arbitrator|pathologist|researcher|scientist|investigator|inspector|auditor|prosecutor|e-?mail|filing|letter|lawsuit|indictment|complaint|affidavit|message|note|log|website)s?|inquir(?:y|ies)|enquir(?:y|ies)|studies|analys[ei]s|research|data|minutes|findings)$/;
