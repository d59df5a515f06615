import type { Reading } from '../reading.ts';
import type { Features } from './features.ts';
import type { Places } from './places.ts';
import type { Asked } from './references.ts';
import type { Scene, SceneMention, Turn } from './scene.ts';

/** What someone said just before, and whose turn it is. */
export function describeTurns(scene: Scene, asked: Asked, { speakers, before }: Places): Features {
  const { reference, turns, own, speakingNext } = asked;
  const { words } = scene.reading;
  const found: Features = {};
  const isOf = (turn: Turn | undefined) => turn !== undefined && isSame(turn.speakers, speakers);
  const last = turns.at(-1);
  if (isOf(last)) {
    found.lastSpeaker = 1;
    const source = last!.attribution.source;
    if (source !== null && own.attribution.source !== null && words[source.first] === words[reference.first])
      found.samePronoun = 1;
  } else if (isOf(turns.findLast((turn) => !isSame(turn.speakers, last?.speakers ?? []))))
    found.lastButOne = 1;
  const spoken = turns.findLast(isOf);
  if (spoken !== undefined) {
    const paragraphs = Math.max(0, reference.paragraph - spoken.paragraph);
    found.spoke = 1;
    found.spokeAgo = Math.log(1 + paragraphs);
    if (paragraphs === 0) found.spokeHere = 1;
    if (paragraphs === 1) found.spokeBefore = 1;
  }
  Object.assign(found, describeDialogue(scene, asked, speakers));
  if (isAnswer(scene, own) && isOf(last)) found.answersItself = 1;
  if (isOf(last) && reference.description?.isOwned) found.ownerOfOther = 1;
  const mention = before[0];
  if (mention !== undefined && reference.narrative - mention.narrative <= 2) {
    const role = roleInQuestion(scene, mention);
    if (role !== null) found[role] = 1;
  }
  if (speakingNext.length > 0 && isSame(speakingNext, speakers)) found.speaksNext = 1;
  for (const { first, end } of own.attribution.contents)
    for (let token = first; token < end; token += 1)
      if (speakers.includes(scene.entityOf[token]!)) found.namedInWords = 1;
  if (found.namedInWords === 1 && isAddressed(scene, own, speakers)) found.addressed = 1;
  return found;
}

export const isSame = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));

/** Longer turns are no dialogue, in tokens. */
const longestTurn = 40;

/**
 * In a dialogue two speak in turns, a short paragraph each.
 *
 * > "Are you coming?" Ana asked.  |  "No," Ben said.  |  "Why not?"
 *                                                        ^^^^^^^^^^ Ana's turn
 */
function describeDialogue(
  { reading, entityOf }: Scene,
  { turns, own }: Asked,
  speakers: readonly number[],
): Features {
  const found: Features = {};
  const last = turns.at(-1);
  if (last === undefined || own.paragraph - last.paragraph !== 1) return found;
  const isShortBefore = isShort(last) && isShort(own);
  if (isSame(last.speakers, speakers)) {
    if (isShortBefore) found.ownTurnBefore = 1;
    if (endsAsking(reading, last)) found.askedBefore = 1;
  } else if (isShortBefore) {
    const before = turns.findLast((turn) => !isSame(turn.speakers, last.speakers));
    if (before !== undefined && last.paragraph - before.paragraph <= 1 && isSame(before.speakers, speakers))
      found.turn = 1;
  }
  if (isAddressed({ reading, entityOf }, last, speakers)) found.addressedBefore = 1;
  return found;
}

const isShort = ({ attribution }: Turn): boolean =>
  attribution.contents.reduce((sum, { first, end }) => sum + end - first, 0) <= longestTurn;

function endsAsking({ words }: Reading, { attribution }: Turn): boolean {
  const { end } = attribution.contents.at(-1)!;
  return words.slice(Math.max(0, end - 3), end).includes('?');
}

/** > "Why not, Ben?"      > "Ben, come here." */
function isAddressed(
  { reading, entityOf }: Pick<Scene, 'reading' | 'entityOf'>,
  { attribution }: Turn,
  speakers: readonly number[],
): boolean {
  const { words } = reading;
  return attribution.contents.some(({ first, end }) => {
    for (let token = first; token < end; token += 1) {
      if (!speakers.includes(entityOf[token]!)) continue;
      let start = token;
      while (/^\p{L}+$/u.test(words[start - 1] ?? '') && start > token - 2) start -= 1;
      let behind = token;
      while (entityOf[behind] === entityOf[token]) behind += 1;
      const opens = [token, start].some((place) => vocativeEdge.test(words[place - 1] ?? '"'));
      if (opens && vocativeEdge.test(words[behind] ?? '"')) return true;
      token = behind;
    }
    return false;
  });
}

const vocativeEdge = /^[,.?!"“”'‘’«»„…]$/;

function isAnswer({ reading }: Scene, { attribution }: Turn): boolean {
  const { cue } = attribution;
  return cue !== null && reading.words.slice(cue.first, cue.end).some((word) => answers.test(word));
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
