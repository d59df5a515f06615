import { isQuoted, isWord, type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { type CueLexicon, type CueVerb, governsNothing, type VerbForm } from './cue-lexicon.ts';
import { cueInCompany } from './cues-in-company.ts';
import { findingVerbs, isFinding, isPredicate, isProvision } from './predicates.ts';
import { subjectBefore } from './sources.ts';
import { trailingCue } from './trailing-cues.ts';
import { verbGroup } from './verb-groups.ts';

/** Words that signal saying. */
export interface Cue extends Stretch {
  /** `verb`: "said", "expressed alarm"; `according`: "according to"; `statement`: "issued a statement". */
  readonly kind: 'verb' | 'according' | 'statement';
  /** Null for "according to". */
  readonly verb: CueVerb | null;
  readonly form: VerbForm;
  /** First token of the verb group, auxiliaries and adverbs included: the subject stands before it. */
  readonly groupFirst: number;
  /** "did not say", "declined to say", "if he says": nobody has said it. */
  readonly unsaid: boolean;
}

/** Finds the cues outside quotations, in order. */
export function findCues(reading: Reading, lexicon: CueLexicon): readonly Cue[] {
  const cues: Cue[] = [];
  const { words } = reading;
  for (let token = 0; token < words.length; token += 1) {
    if (isQuoted(reading, token)) continue;
    const cue =
      accordingCue(reading, token) ??
      nounCue(reading, lexicon, token) ??
      cueInCompany(reading, lexicon, token) ??
      trailingCue(reading, token) ??
      verbCue(reading, lexicon, token) ??
      mannerCue(reading, token);
    if (cue === null) continue;
    cues.push(cue);
    token = cue.end - 1;
  }
  return cues;
}

/** The cues of an article, to be found by place. */
export interface CueMap {
  readonly cues: readonly Cue[];
  /** Per token: index of the first cue that starts at it or behind it. */
  readonly nextCue: Int32Array;
  /** Per token: index of the cue whose verb group starts there; -1 where none does. */
  readonly groupAt: Int32Array;
}

export function mapCues(reading: Reading, cues: readonly Cue[]): CueMap {
  const count = reading.words.length;
  const groupAt = new Int32Array(count + 1).fill(-1);
  for (const [index, cue] of cues.entries()) groupAt[cue.groupFirst] = index;
  const nextCue = new Int32Array(count + 1).fill(cues.length);
  let next = cues.length;
  for (let token = count - 1; token >= 0; token -= 1) {
    if (next > 0 && cues[next - 1]!.first === token) next -= 1;
    nextCue[token] = next;
  }
  return { cues, nextCue, groupAt };
}

/** The cues that lie within tokens `[first, end)`. */
export function cuesWithin(map: CueMap, first: number, end: number): readonly Cue[] {
  let last = map.nextCue[end] ?? map.cues.length;
  while (last > 0 && map.cues[last - 1]!.end > end) last -= 1;
  return map.cues.slice(map.nextCue[first], last);
}

/**
 * > According to the Kremlin, talks go on.      > In the words of one trader, "it is over".
 *   ^^^^^^^^^^^^                                  ^^^^^^^^^^^^^^^
 */
function accordingCue(reading: Reading, token: number): Cue | null {
  const { words } = reading;
  const length =
    /^(?:according|as)$/.test(words[token]!) && /^(?:to|per)$/.test(words[token + 1] ?? '')
      ? 2
      : words[token] === 'in' &&
          words[token + 1] === 'the' &&
          /^(?:words|view|opinion)$/.test(words[token + 2] ?? '') &&
          words[token + 3] === 'of'
        ? 4
        : isPer(reading, token)
          ? 1
          : 0;
  if (length === 0) return null;
  return {
    kind: 'according',
    verb: null,
    form: 'past',
    first: token,
    end: token + length,
    groupFirst: token,
    unsaid: false,
  };
}

/** > Per a team spokesman, Ortiz will miss six weeks.      > Ortiz is out, per the Orsa Herald. */
function isPer({ words, capital }: Reading, token: number): boolean {
  if (words[token] !== 'per' || !/^[,.!?”"]?$/.test(words[token - 1] ?? '')) return false;
  if (words[token + 1] !== 'the') return capital[token + 1] === 1 || informants.test(words[token + 1] ?? '');
  let end = token + 2;
  while (capital[end] === 1) end += 1;
  return end > token + 2 && /^[,.]$/.test(words[end] ?? '');
}

const informants = /^(?:a|an|team|league|multiple|police|court|state)$/;

const lightVerbs = /^(?:express|voic|convey|rais|offer)(?:e|es|s|ed|ing)?$/;
const issuingVerbs = /^(?:issu|releas|publish|mak|made|giv|gave|put out)(?:e|es|s|ed|ing)?$/;

/**
 * > Putin also expressed alarm regarding the rise.     > The Kremlin issued a statement, stressing that …
 *              ^^^^^^^^^^^^^^^                                       ^^^^^^^^^^^^^^^^^^
 */
function nounCue(reading: Reading, lexicon: CueLexicon, token: number): Cue | null {
  const { words } = reading;
  const word = words[token]!;
  const light = lightVerbs.test(word);
  if (!light && !issuingVerbs.test(word)) return null;
  const nouns = light ? lexicon.feelingNouns : lexicon.wordNouns;
  for (let noun = token + 1; noun < token + 5 && noun < words.length; noun += 1) {
    if (!isWord(reading, noun) || isQuoted(reading, noun)) return null;
    if (!nouns.has(words[noun]!)) continue;
    const verb: CueVerb = {
      ...governsNothing,
      lemma: light ? 'express' : 'issue',
      says: true,
      quotes: true,
      object: light,
    };
    const form = word.endsWith('ing') ? 'gerund' : 'past';
    return {
      kind: light ? 'verb' : 'statement',
      verb,
      form,
      first: token,
      end: noun + 1,
      ...verbGroup(reading, token),
    };
  }
  return null;
}

const determiners =
  /^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|any|no|some|each|every|of|'s)$/;
/** Verbs whose base and present are nouns, too. */
export const nounLike =
  /^(?:claim|report|note|state|comment|remark|call|charge|demand|promise|pledge|request|post|email|blog|offer|point|vow|protest|object|voice|challenge|tweet|cry|laugh|smile|sigh|shout|whisper|counter|reason|address|answer|reply|question|wonder|praise|blame|estimate|echo|caution|hint|mock|rule|detail|dispute|radio|term)s?$/;
/** > did not report */
const helping = /^(?:do|does|did|will|would|can|could|should|must|may|might)$/;
const subjectPronouns = /^(?:i|we|you|they|he|she|it|who|that|which)$/;

/** > And Roe, her hands cold, replies, “Yes.”      > She puts down the cup and whispers, “Yes.” */
//                             ^                                         ^^^
function goesOn({ words, nameOf }: Reading, first: number, verb: number): boolean {
  const from = /^(?:and|but|then|so)$/.test(words[first]!) ? first + 1 : first;
  const hasSubject = nameOf[from] !== -1 || subjectPronouns.test(words[from]!) || words[from] === 'the';
  return hasSubject && /^(?:and|then|,|just|only|simply|finally|\p{L}+ly)$/u.test(words[verb - 1]!);
}

function verbCue(reading: Reading, lexicon: CueLexicon, token: number): Cue | null {
  const { words, capital } = reading;
  // "As Chekhov put it", "the mayor put it more soberly"
  if (/^puts?$/.test(words[token]!) && words[token + 1] === 'it') {
    const verb = { ...governsNothing, lemma: 'put', says: true, quotes: true, object: true, things: true };
    return { kind: 'verb', verb, form: 'past', first: token, end: token + 2, ...verbGroup(reading, token) };
  }
  if (asksToKnow(reading, token)) {
    const verb = { ...governsNothing, lemma: 'ask', quotes: true, tells: true };
    return { kind: 'verb', verb, form: 'past', first: token, end: token + 3, ...verbGroup(reading, token) };
  }
  const length = phraseLength(reading, token);
  if (length !== null) {
    const verb = { ...governsNothing, lemma: 'say', says: true, quotes: true };
    return {
      kind: 'verb',
      verb,
      form: 'past',
      first: token,
      end: token + length,
      ...verbGroup(reading, token),
    };
  }
  const entry = lexicon.verbs.get(words[token]!);
  if (entry === undefined) return findingCue(reading, token);
  const sentence = sentenceAround(reading, token);
  // "Asked whether she would sell, Lorenz laughed": who was asked speaks later.
  if (token === sentence.first && entry.form === 'past' && !isNounPhraseStart(reading, token + 1))
    return null;
  if (
    capital[token] === 1 &&
    token > sentence.first &&
    !isQuoted(reading, token - 1) &&
    !inCapitals(reading, token)
  ) {
    return null;
  }
  const before = words[token - 1] ?? '';
  const next = words[token + 1] ?? '';
  if (before === 'in' && words[token] === 'order') return null;
  // "up 4% compared with last year"
  if (words[token] === 'compared' && /^(?:with|to)$/.test(next)) return null;
  if (
    words[token] === 'call' &&
    /^(?:conference|earnings|phone|telephone|video|zoom|roll|wake-up)$/.test(before)
  )
    return null;
  // "the said law", "a claim", "its report"
  if (token > sentence.first && determiners.test(before)) return null;
  if (entry.form === 'base' || entry.form === 'present') {
    const group = verbGroup(reading, token);
    const ahead = words[group.groupFirst - 1] ?? '';
    const behindQuotation = group.groupFirst === token && token > 0 && isQuoted(reading, token - 1);
    const behind = next === 'the' ? token + 2 : token + 1;
    const isInverted = before === ',' && (reading.nameOf[behind] ?? -1) !== -1;
    if (nounLike.test(words[token]!) && !behindQuotation && !isInverted) {
      const opening = /^[:,]$/.test(next) ? token + 2 : token + 1;
      const isSent = next === ':' && /^(?:post|tweet|email)s$/.test(words[token]!);
      const isQuoting = reading.quotations[reading.quotationOf[opening] ?? -1]?.firstToken === opening;
      const governs = next === 'that' || next === 'it' || isSent || isQuoting;
      const isNamed = (reading.nameOf[group.groupFirst - 1] ?? -1) !== -1 || ahead.startsWith('@');
      const isHelped = words.slice(group.groupFirst, token).some((word) => helping.test(word));
      const isVerb =
        isHelped ||
        subjectPronouns.test(ahead) ||
        (governs && isNamed) ||
        (isQuoting && opening === token + 2 && goesOn(reading, sentence.first, group.groupFirst)) ||
        isPredicate(reading, token);
      if (!isVerb) return null;
    }
  }
  if (entry.form === 'past' && isAside(reading, token)) return null;
  // "the announced plan", "those accused of theft": a participle without a subject of its own
  if (next === 'of' && entry.form === 'past' && /^(?:those|people|man|woman|men)$/.test(before)) return null;
  const group = verbGroup(reading, token);
  if (group.passive && entry.form === 'past') return null;
  return {
    kind: 'verb',
    verb: entry.verb,
    form: entry.form,
    first: token,
    end: phraseEnd(reading, lexicon, token, entry.verb),
    ...group,
  };
}

/**
 * > The deal, announced on Monday, values the firm at $2 billion.
 *             ^^^^^^^^^ what was done with it, and no cue
 */
const isAside = ({ words }: Reading, token: number): boolean =>
  words[token - 1] === ',' &&
  /^(?:announced|reported|disclosed|revealed|proposed|recommended|posted|written|submitted|detailed)$/.test(
    words[token]!,
  ) &&
  /^(?:on|in|by|at|last|late|early|earlier|this|yesterday|today|jointly)$/.test(words[token + 1] ?? '');

/** > The study, published in May, found that the lamps had no effect. */
//                                  ^^^^^
function findingCue(reading: Reading, token: number): Cue | null {
  const { words } = reading;
  const isVerb = findingVerbs.has(words[token]!) || provisionVerbs.test(words[token]!);
  if (words[token + 1] !== 'that' || !isVerb) return null;
  const verb = { ...governsNothing, lemma: 'find', says: true };
  const group = verbGroup(reading, token);
  const cue: Cue = { kind: 'verb', verb, form: 'past', first: token, end: token + 1, ...group };
  const subject = subjectBefore(reading, cue);
  if (subject === null || group.passive) return null;
  return (provisionVerbs.test(words[token]!) ? isProvision : isFinding)(reading, subject) ? cue : null;
}

/** > Article 64 of the constitution provides that … */
const provisionVerbs =
  /^(?:provides?|provided|stipulates?|stipulated|requires?|required|mandates?|mandated)$/;

/** > One man wanted to know who had won. */
//            ^^^^^^^^^^^^^^
const asksToKnow = ({ words }: Reading, token: number): boolean =>
  /^(?:wants?|wanted)$/.test(words[token]!) && words[token + 1] === 'to' && words[token + 2] === 'know';

/**
 * How many words say as much as "said"; null where none do.
 *
 * > Ruiz let slip that …      > Ruiz made it clear that …      > Ruiz is adamant that …
 *        ^^^^^^^^                   ^^^^^^^^^^^^^                    ^^^^^^^^^^
 */
function phraseLength({ words, quotationOf }: Reading, token: number): number | null {
  if (!openPhrases.has(words[token]!)) return null;
  const phrase = sayingPhrase.exec(words.slice(token, token + longestPhrase).join(' '))?.[1];
  if (phrase === undefined || quotationOf[token] !== -1) return null;
  return phrase.split(' ').length;
}

const sayingPhrase =
  /^((?:points?|pointed|pointing) out|lets? slip|lets? it be known|(?:makes?|made|making) (?:no secret of the fact|the (?:case|argument|point|claim))|(?:shoots?|shot|shooting|hits?|hitting|fires?|fired|firing) back|(?:gives?|gave|offers?|offered) (?:(?:his|her|their) word|(?:an? )?(?:assurances?|guarantees?|undertakings?))|(?:makes?|made|making) (?:it )?(?:very |quite |perfectly |abundantly )?clear(?: on \p{Ll}+day)?|(?:is|was|are|were|remains?|remained) (?:adamant|insistent)) (?:that|["“‘']|he|she|it|they|there|his|her|its|their|the|\d[\d.,]*) /u;
const openPhrases = new Set(
  'let lets make makes made making give gives gave offer offers offered is was are were remain remains remained shoot shoots shot shooting hit hits hitting fire fires fired firing point points pointed pointing'.split(
    ' ',
  ),
);
/** In tokens. */
const longestPhrase = 8;

/** > Said Ruiz: "It is over." */
//        ^^^^
function isNounPhraseStart(reading: Reading, token: number): boolean {
  return (
    (reading.nameOf[token] ?? -1) >= 0 || /^(?:the|a|an|one|his|her|its)$/.test(reading.words[token] ?? '')
  );
}

/** A text all in capitals, as old wires sent it: the word before, or behind, is in capitals as well. */
function inCapitals(reading: Reading, token: number): boolean {
  const { tokens } = reading.segmented;
  const upper = (place: number): boolean => /^\p{Lu}{3,}$/u.test(tokens[place]?.text ?? '');
  return upper(token) && (upper(token - 1) || upper(token + 1));
}

/**
 * Behind a quotation that ends as speech does, any verb beside a name or pronoun tells how it was said.
 *
 * > "Wouldn't you?" Rehman shot back.      > "It is ours," beamed Ruiz.
 *                          ^^^^                            ^^^^^^
 */
function mannerCue(reading: Reading, token: number): Cue | null {
  const { words, capital, nameOf } = reading;
  if (capital[token] === 1 || nameOf[token]! >= 0 || !verbLike.test(words[token]!)) return null;
  const isSpeaker =
    ((nameOf[token + 1] ?? -1) >= 0 && capital[token + 1] === 1) ||
    formsOfAddress.test(words[token + 1] ?? '') ||
    speakerOpeners.test(words[token + 1] ?? '');
  const inverted = isQuoted(reading, token - 1) && isSpeaker;
  let subject = token - 1;
  const subjectIsName = (nameOf[subject] ?? -1) >= 0;
  if (subjectIsName) while (subject > 0 && nameOf[subject - 1] === nameOf[subject]) subject -= 1;
  while (subjectIsName && formsOfAddress.test(words[subject - 1] ?? '')) subject -= 1;
  const described = subjectIsName ? null : phraseBefore(words, token);
  if (described !== null) subject = described;
  const spoken = subjectIsName || described !== null || /^(?:he|she|they)$/.test(words[subject] ?? '');
  const comma = Number(words[subject - 1] === ',' && !isQuoted(reading, subject - 1));
  const quoted = inverted ? token - 1 : spoken ? subject - 1 - comma : -1;
  const quotation = reading.quotations[reading.quotationOf[quoted] ?? -1];
  if (
    quotation === undefined ||
    quotation.endToken !== quoted + 1 ||
    (comma === 0 && !/^[,?!—–]$/.test(words[quoted - 1] ?? ''))
  )
    return null;
  const verb = { ...governsNothing, lemma: words[token]!, quotes: true };
  return { kind: 'verb', verb, form: 'past', first: token, end: token + 1, groupFirst: token, unsaid: false };
}

/** > "It is ours," the old man beamed. */
//                  ^^^
function phraseBefore(words: readonly string[], verb: number): number | null {
  for (let token = verb - 2; token >= Math.max(0, verb - 4); token -= 1) {
    if (!/^[\p{Ll}-]+$/u.test(words[token + 1]!)) return null;
    if (/^(?:the|a|an|one|his|her|their)$/.test(words[token]!)) return token;
  }
  return null;
}

const formsOfAddress = /^(?:mr|mrs|ms|miss|dr|prof|sir|lady|lord|rev)\.?$/;

/** > "Two hours of adverts," huffs one dad. */
//                                  ^^^
const speakerOpeners = /^(?:a|an|one|another|his|her|their)$/;

const verbLike =
  /^(?:\p{Ll}{2,}(?:ed|s)|shot|began|went|let|put|broke|cut|sang|swore|spat|hit|ran|got|came|threw|thought|knew)$/u;

/**
 * A cue takes in the medium behind it.
 *
 * > the Kremlin said in a statement.      > she pointed out that …      > he went on to say that …
 *               ^^^^^^^^^^^^^^^^^^^             ^^^^^^^^^^^
 */
function phraseEnd(reading: Reading, lexicon: CueLexicon, token: number, verb: CueVerb): number {
  const { words } = reading;
  if (verb.lemma === 'point' && words[token + 1] === 'out') return token + 2;
  if (verb.lemma === 'call' && words[token + 1] === 'for') return token + 2;
  if (words[token + 1] === 'on' && networks.test(words[token + 2] ?? '')) return token + 3;
  if (words[token + 1] === 'in' && /^(?:a|an)$/.test(words[token + 2] ?? '')) {
    for (let noun = token + 3; noun < token + 6; noun += 1) {
      if (lexicon.wordNouns.has(words[noun] ?? '')) return noun + 1;
    }
  }
  return token + 1;
}

const networks = /^(?:x|facebook|twitter|instagram|telegram|tiktok|weibo|linkedin|bluesky|mastodon|threads)$/;
