import type { Gender } from '../../entities/index.ts';
import { describeDialogue, isAddressed } from './dialogue.ts';
import type { Features } from './features.ts';
import type { Places } from './places.ts';
import type { Asked, Reference } from './references.ts';
import { isSame, type Scene, type SceneMention, type Turn } from './scene.ts';

/** What someone said just before, and whose turn it is. */
export function describeTurns(scene: Scene, asked: Asked, place: Places): Features {
  const { speakers, before } = place;
  const { reference, turns, own, speakingNext } = asked;
  const found: Features = {};
  const isOf = (turn: Turn | undefined) => turn !== undefined && isSame(turn.speakers, speakers);
  const last = turns.at(-1);
  if (isOf(last)) {
    found.lastSpeaker = 1;
    if (reference.description?.head === null && isSameSource(scene, last!, own)) found.samePronoun = 1;
  } else if (isOf(turns.findLast((turn) => !isSame(turn.speakers, last?.speakers ?? []))))
    found.lastButOne = 1;
  const isSilent = last !== undefined && last.narrative < reference.narrative - 1;
  if (isSilent) {
    const isSubject = before.some((one) => one.isSubject && one.narrative === reference.narrative - 1);
    if (isSubject) found.subjectSince = 1;
    else if (isOf(last) && !isCarriedOn(scene, speakers, reference)) found.silentSince = 1;
  }
  const { interlude } = reference;
  if (interlude?.asks) {
    const asked = interlude.asked === -1 ? -1 : (scene.entityOf[interlude.asked] ?? -1);
    if (asked === -1 ? isOf(last) : isSame(speakers, [asked])) found.toldAsking = 1;
    else if (before[0]?.narrative === reference.narrative - 1) found.namedAsking = 1;
  }
  if (interlude?.isMissing && isOf(last)) found.rightBehind = 1;
  if (interlude !== null && place.later && isPresented(scene, own, place.later)) found.presented = 1;
  const spoken = turns.findLast(isOf);
  if (spoken !== undefined) {
    const paragraphs = Math.max(0, reference.paragraph - spoken.paragraph);
    found.spoke = 1;
    found.spokeAgo = Math.log(1 + paragraphs);
    if (paragraphs === 0) found.spokeHere = 1;
    if (paragraphs === 1) found.spokeBefore = 1;
  }
  Object.assign(found, describeDialogue(scene, asked, speakers), describeScene(scene, asked, place));
  if (reference.description?.head != null && isOf(turns.findLast((turn) => isSameSource(scene, turn, own))))
    found.sameDescription = 1;
  else if (
    place.fit.sameRole !== 1 &&
    place.fit.kindredRole !== 1 &&
    isOf(turns.findLast(({ head }) => isLike(scene, own.head, head)))
  )
    found.likeDescription = 1;
  if (isOf(last) && isAnswer(scene, last!, own) && !isAskedBetween(scene, last!, reference))
    found.answersItself = 1;
  if (reference.description?.isOwned) {
    if (isOf(last)) found.ownerOfOther = 1;
    else if (areNamesakes(scene, speakers, last?.speakers ?? [])) found.namesake = 1;
  }
  const mention = before[0];
  if (mention !== undefined && reference.narrative - mention.narrative <= 2) {
    const role = roleInQuestion(scene, mention);
    if (role !== null) found[role] = 1;
  }
  if (mention !== undefined && isSpokenOf(turns, mention, speakers)) found.spokenOf = 1;
  if (isOf(last) && reference.gender !== null && holdsPronoun(scene, own, reference.gender))
    found.tellsOfOther = 1;
  if (speakingNext.length > 0 && isSame(speakingNext, speakers)) found.speaksNext = 1;
  for (const { first, end } of own.attribution.contents)
    for (let token = first; token < end; token += 1)
      if (speakers.includes(scene.entityOf[token]!)) found.namedInWords = 1;
  if (isAddressed(scene, own, speakers)) found.addressed = 1;
  return found;
}

/** > Doe says Roe has no plan.      Roe, of whom Doe spoke */
function isSpokenOf(turns: readonly Turn[], { first }: SceneMention, speakers: readonly number[]): boolean {
  const turn = turns.findLast(({ attribution: { contents } }) =>
    contents.some((content) => content.first <= first && first < content.end),
  );
  return turn !== undefined && !isSame(turn.speakers, speakers);
}

/** Do the words hold a "she", or "he"? */
function holdsPronoun({ reading: { words } }: Scene, { attribution }: Turn, gender: Gender): boolean {
  const pronoun = gender === 'male' ? /^(?:he|him|his)$/ : /^(?:she|her|hers)$/;
  return attribution.contents.some(({ first, end }) =>
    words.slice(first, end).some((word) => pronoun.test(word)),
  );
}

/** > Was he surprised when Naqica shot?      still about the one who spoke last */
function isCarriedOn(
  { carrying, found }: Scene,
  [speaker]: readonly number[],
  { narrative }: Reference,
): boolean {
  const { male } = found.profiles[speaker!]!;
  const counts = carrying[male > 0.5 ? 'male' : 'female'];
  return male !== 0.5 && counts[narrative]! > counts[narrative - 1]!;
}

/** Words that are a paragraph of their own belong to whom the one before it is about, or the one behind. */
function describeScene(
  { reading, narrativeOf }: Scene,
  { own, turns, reference }: Asked,
  place: Places,
): Features {
  const found: Features = {};
  const { first, paragraph } = own;
  if (reference.form !== 'orphan' || reading.paragraphTokens[paragraph]!.first !== first) return found;
  const opens = (one: SceneMention) =>
    one.isSubject &&
    narrativeOf[reading.segmented.sentenceOfToken[reading.paragraphTokens[one.paragraph]!.first]!] ===
      one.narrative;
  const isTold = (turns.at(-1)?.paragraph ?? -1) < paragraph - 1;
  const above = place.before.filter((one) => one.paragraph === paragraph - 1);
  if (isTold && above.some(opens)) found.opensAbove = 1;
  else if (isTold && above.length > 0) found.namedAbove = 1;
  if (place.later?.paragraph === paragraph + 1 && opens(place.later)) found.opensBelow = 1;
  return found;
}

/**
 * > "Stand back, baby, it spits." That's Tamika Boone, who fries fish.      > "Who is there?" The voice belonged to Roe.
 *                                 ^^^^^^^^^^^^^^^^^^^                                         ^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function isPresented(
  { reading: { words } }: Scene,
  { attribution, paragraph }: Turn,
  { first, end: behind, paragraph: presented }: SceneMention,
): boolean {
  if (presented !== paragraph || words[behind] === 'who') return false;
  const { end } = attribution.contents.at(-1)!;
  return first - end <= longestPresentation && presentation.test(words.slice(end, first).join(' '));
}

/** In tokens. */
const longestPresentation = 14;

const presentation =
  /^(?:[.,—–-] )?(?:that|this|it|so|thus|such|(?:the|this|that) (?:voice|words?|speaker|writer|author|question|answer|complaint|verdict|cry|shout|view|plea|post|message|man|woman|caller|lament)) (?:is|was|were|are|'s|came from|comes from|belongs? to|belonged to|speaks|spoke)(?: (?!(?:before|after|when|until|since|because|for|with|in|on|at|by|to|not|n't)\b)[\p{L}'’-]+| ,){0,7}$/u;

/** Two people of one surname. */
function areNamesakes(
  { found: { entities } }: Scene,
  [one]: readonly number[],
  [other]: readonly number[],
): boolean {
  if (one === undefined || other === undefined || one === other) return false;
  const [a, b] = [entities[one]!, entities[other]!];
  const surname = a.name.slice(a.name.lastIndexOf(' ') + 1);
  return a.type === 'person' && b.type === 'person' && surname !== '' && b.name.endsWith(` ${surname}`);
}

/** > "Cut," the director said. … "Never," said the filmmaker. */
//             ^^^^^^^^                         ^^^^^^^^^
const isLike = ({ found }: Scene, head: string | null, other: string | null): boolean =>
  head !== null && other !== null && head !== other && found.lexicons.kindredRoles.standsFor(head, other);

/** Do two turns say in the same words who spoke? */
export function isSameSource(
  { reading: { words } }: Scene,
  { attribution: { source } }: Turn,
  { attribution: { source: other } }: Turn,
): boolean {
  if (source === null || other === null || source.end - source.first !== other.end - other.first)
    return false;
  for (let token = source.first; token < source.end; token += 1)
    if (words[token] !== words[other.first + token - source.first]) return false;
  return true;
}

function isAnswer({ reading }: Scene, last: Turn, { attribution: { cue } }: Turn): boolean {
  if (cue === null) return false;
  const words = reading.words.slice(cue.first, cue.end);
  const { end } = last.attribution.contents.at(-1)!;
  const isAsked = reading.words.slice(end - 2, end).includes('?');
  return words.some((word) => answers.test(word) || (isAsked && assents.test(word)));
}

/** > "Apart from the pavement?" asked Ms Birch. "Apart from the pavement," she agreed. */
const assents = /^(?:agree[sd]?|concede[sd]?|confirm(?:ed|s)|admit(?:ted|s)|nod(?:ded|s)|accept(?:ed|s))$/;

/**
 * Has the text told of a question since the words before? Whoever was asked may be the one who spoke.
 *
 * > Asked for her own prediction, the officer replied: …
 *   ^^^^^
 */
function isAskedBetween({ reading }: Scene, last: Turn, { first }: Reference): boolean {
  let token = last.attribution.contents.at(-1)!.end;
  for (; token < first; token += 1)
    if (reading.quotationOf[token] === -1 && questions.test(reading.words[token]!)) return true;
  return false;
}

const answers =
  /^(?:repl(?:y|ies|ied|ying)|answer(?:s|ed|ing)?|respond(?:s|ed|ing)?|retort(?:s|ed)?|countered|shot)$/;
const questions = /^(?:ask|asks|asked|asking|questioned|pressed|challenged|interviewed|wondered)$/;

/**
 * > Asked by Roe whether …      > Roe asked the witness, Ann Lee, whether …
 *            ^^^                  ^^^                    ^^^^^^^
 */
function roleInQuestion(scene: Scene, { first, end, isSubject }: SceneMention): 'asks' | 'asked' | null {
  const { words, segmented } = scene.reading;
  const sentence = segmented.sentences[segmented.sentenceOfToken[first]!]!;
  for (let token = first - 1; token >= Math.max(sentence.firstToken, first - 5); token -= 1)
    if (questions.test(words[token]!)) return words[token + 1] === 'by' ? 'asks' : 'asked';
  if (!isSubject) return null;
  for (let token = end; token < Math.min(sentence.endToken, end + 8); token += 1)
    if (questions.test(words[token]!) && words[token - 1] !== 'was') return 'asks';
  return null;
}
