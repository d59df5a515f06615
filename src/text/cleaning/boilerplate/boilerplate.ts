import type { RemovalReason } from '../../../domain/article.ts';
import { isAdvertisement } from './advertisements.ts';
import { isAppeal } from './appeals.ts';
import { areButtons } from './buttons.ts';
import { isEndMark } from './end-marks.ts';
import { isNotice } from './notices.ts';
import { isPictureCredit } from './picture-credits.ts';
import { isPointer } from './pointers.ts';

/**
 * The reason why a whole paragraph is no part of the story, wherever it stands: an advertisement's label, a pointer to
 * other stories, buttons, an appeal to the reader, a notice, a picture's credit, an end mark. Null where it may be prose.
 */
export function boilerplateReason(paragraph: string): RemovalReason | null {
  if (paragraph.length > longest) return null;
  if (isAdvertisement(paragraph)) return 'advertisement';
  if (isPointer(paragraph)) return 'read-more';
  const isBoilerplate =
    areButtons(paragraph) ||
    isEndMark(paragraph) ||
    isPictureCredit(paragraph) ||
    isNotice(paragraph) ||
    isAppeal(paragraph);
  return isBoilerplate ? 'boilerplate' : null;
}

/** Longer paragraphs are prose even where they start like boilerplate. */
const longest = 320;
