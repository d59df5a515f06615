import { isParticle, isPersonName } from './person-names.ts';

/** Words that say what somebody is at a paper, and name nobody: "Staff Reporter", "our correspondents", "Web Desk". */
export function isJob(words: string): boolean {
  return job.test(words);
}

const job =
  /^(?:our |the |a |[\w. ]{1,30} )?(?:staff(?: (?:reporter|writer|correspondent)s?)?|(?:special )?correspondents?|reporters?|writers?|(?:news )?agenc(?:y|ies)|wire services|(?:web |news |online |city |foreign )?(?:desk|bureau|team|newsroom|service)|editorial board|special correspondent|editors?|contributors?|columnist)$/i;

/**
 * Parts a name from the job that follows it without a comma. The job starts with a word of desks, or a word without a
 * capital, or else is one place before the noun.
 *   Jane Doe North of England correspondent   Jane Doe Berlin correspondent
 *            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^^^^
 */
export function splitJob(piece: string): string[] {
  if (piece.length > 100 || !jobEnd.test(piece)) return [piece];
  const words = piece.split(' ');
  // "Local Democracy Reporter" is a job alone.
  if (deskWord.test(words[0]!)) return [piece];
  const found = words.findIndex(
    (word, index) => index >= 2 && (deskWord.test(word) || (/^\p{Ll}/u.test(word) && !isParticle(word))),
  );
  const isNoun = found === words.length - 1;
  const at = isNoun && words.length > 3 && /^\p{Lu}/u.test(words[found - 1]!) ? found - 1 : found;
  // Before the job may stand the paper: "Jane Doe Observer senior reporter".
  for (const end of [at, at - 1]) {
    const name = words.slice(0, Math.max(end, 0)).join(' ');
    if (isPersonName(name)) return [name, words.slice(end).join(' ')];
  }
  return [piece];
}

/** "Health reporter Jane Doe", "our special correspondents Jane Doe and John Roe" */
export const jobBefore =
  /^(?:our |the )?(?:[A-Za-z]+ ){0,2}(?:correspondent|editor|reporter|writer|columnist|critic)s? (?=\p{Lu})/u;

const jobEnd = / (?:correspondent|editor|reporter|writer|columnist|critic)$/i;

const deskWord =
  /^(?:north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|central|middle|latin|senior|chief|deputy|assistant|associate|special|staff|political|politics|diplomatic|foreign|home|health|medical|science|environment|climate|energy|economics?|business|financial|consumer|money|education|legal|court|crime|media|sports?|football|cricket|defen[cs]e|security|social|community|technology|transport|culture|arts|music|film|theatre|global|international|national|regional|local|royal|religi\w+|rural|data|investigat\w+|public|government|agricultur\w+|farming|courts|housing|schools|digital|multimedia|news|lead|group|city|county|africa|asia|europe|uk|us|correspondent|editor|reporter|writer|columnist|critic)$/i;
