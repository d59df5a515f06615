import type { Attribution } from '../attribution.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';
import type { Scene } from './scene.ts';

/** Who is interviewed in running text, and which quotes are the answers. */
export interface Interview {
  readonly interviewee: number;
  /** Indices of the attributions. */
  readonly answers: ReadonlySet<number>;
}

/**
 * Words in marks, with nobody beside them, that open the paragraph behind a question of the writer's are answers of the one
 * whom the article is about; null where there are not several of them.
 *
 * > Do you miss it?
 * > "My neck misses it."
 *   ^^^^^^^^^^^^^^^^^^^^
 */
export function findInterview(scene: Scene, attributions: readonly Attribution[]): Interview | null {
  const { reading } = scene;
  const answers = new Set<number>();
  for (const [index, { source, cue, contents, evidence }] of attributions.entries()) {
    const { first } = contents[0]!;
    const paragraph = reading.paragraphOf[first]!;
    const isOpening = source === null && reading.paragraphTokens[paragraph]!.first === first;
    const before = reading.paragraphTokens[paragraph - 1];
    // Words without marks are none but those of a bare interview.
    const isBare = isOpening && cue === null && evidence === 'shape' && reading.quotationOf[first] === -1;
    if (isBare || (isOpening && before !== undefined && isQuestion(reading, before))) answers.add(index);
  }
  if (answers.size < 2) return null;
  const [firstAnswer] = answers;
  const interviewee = mostNamedBefore(scene, attributions[firstAnswer!]!.contents[0]!.first);
  return interviewee === null ? null : { interviewee, answers };
}

/** In tokens. */
const longestQuestion = 40;

/** A paragraph of the writer's that asks, or that ends in telling of a question: "I ask whether she misses it." */
function isQuestion(reading: Reading, { first, end }: Stretch): boolean {
  const { words, quotationOf } = reading;
  if (end <= first) return false;
  const last = sentenceAround(reading, end - 1).first;
  const isTold = words[last] === 'i' && /^ask(?:ed)?$/.test(words[last + 1] ?? '');
  const from = isTold ? last : first;
  if (!isTold && (end - first > longestQuestion || words[end - 1] !== '?')) return false;
  return quotationOf.subarray(from, end).every((quotation) => quotation === -1);
}

/** The person named most often before a token, the first of equals. */
function mostNamedBefore({ found, mentions }: Scene, token: number): number | null {
  const counts = new Map<number, number>();
  for (const { entity, first } of mentions) {
    if (first >= token) break;
    if (found.entities[entity]!.type === 'person') counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  let most: number | null = null;
  for (const [entity, count] of counts) if (most === null || count > counts.get(most)!) most = entity;
  return most;
}
