import type { EntityType } from '../domain/entity.ts';
import type { Span } from '../domain/span.ts';
import type { SegmentedText } from '../text/segments.ts';
import { agreeOnTypes } from './names/agree.ts';
import { addMissedNames } from './names/missed-names.ts';
import { createNameTagger, type NameTagger } from './names/tagger.ts';
import { trimName } from './names/trim.ts';
import { createTypeRules, type TypeRules } from './names/types.ts';
import type { ResourceFiles } from './resource-files.ts';

/** A name in the text, without title, article and possessive. */
export interface Name extends Span {
  readonly type: EntityType;
  /** Probability in [0, 1] that exactly these words are a name of this type. */
  readonly confidence: number;
}

/** What names are found with; made once, used for any number of articles. */
export interface NameRecognizer {
  readonly tagger: NameTagger;
  readonly rules: TypeRules;
}

/** Reads the models and lists that {@link findNames} needs. Throws where one is missing or damaged. */
export function createNameRecognizer(files: ResourceFiles): NameRecognizer {
  return { tagger: createNameTagger(files), rules: createTypeRules(files) };
}

/** The names of a text, in order and disjoint. Deterministic, and linear in the text's length. */
export function findNames(segmented: SegmentedText, { tagger, rules }: NameRecognizer): readonly Name[] {
  const names: Name[] = [];
  const tagged = addMissedNames(segmented, tagger.tag(segmented));
  for (const found of agreeOnTypes(segmented, tagged, rules)) {
    const trimmed = trimName(segmented, found, rules);
    if (trimmed === null) continue;
    const first = segmented.tokens[trimmed.firstToken]!;
    const last = segmented.tokens[trimmed.endToken - 1]!;
    names.push({
      start: trimmed.start ?? first.start,
      end: trimmed.end ?? last.end,
      type: rules.refine(segmented, trimmed),
      confidence: found.confidence,
    });
  }
  return names;
}
