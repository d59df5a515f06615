import { type Attribution, attributionOf } from '../attribution.ts';
import { holdsQuotation } from '../contents/contents.ts';
import { type CueMap, cuesWithin } from '../cues/cues.ts';
import { subjectAfter } from '../cues/sources.ts';
import { isClause } from '../cues/trailing-cues.ts';
import { type Reading, sentenceAround } from '../reading.ts';
import { readAtWords } from './rules-by-word.ts';

/**
 * A sentence that ends with who made it known.
 *
 * > Talks will go on in June, as confirmed by the envoy Ana Ruiz.
 *   ^^^^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^ ^^^^^^^^^^^^^^^^^^
 */
export function asToldByAgents(reading: Reading, cues: CueMap): readonly Attribution[] {
  const { words } = reading;
  return readAtWords(reading, participles, (verb) => {
    const as = /ly$|^first$/.test(words[verb - 1] ?? '') ? verb - 2 : verb - 1;
    if (words[as] !== 'as' || words[as - 1] !== ',' || words[verb + 1] !== 'by') return null;
    const source = subjectAfter(reading, verb + 2);
    const sentence = sentenceAround(reading, verb);
    if (source === null || !/^[.,;]$/.test(words[source.end] ?? '.')) return null;
    const content = { first: sentence.first, end: as - 1 };
    // "Ruiz said it would rain, as reported by Reuters."
    const isOthers = cuesWithin(cues, content.first, content.end).length > 0;
    if (isOthers || !isClause(reading, content) || holdsQuotation(reading, content)) return null;
    return attributionOf('rule', [content], { first: verb, end: verb + 2 }, source);
  });
}

const participles =
  'confirmed reported announced stated noted claimed alleged revealed disclosed declared explained said told'.split(
    ' ',
  );
