import type { Paragraph, ParagraphRole } from '../domain/article.ts';
import { classAt, isWordCharacter } from './characters.ts';
import { groupLines, isListItemStart } from './lines.ts';
import { anyOf } from './patterns.ts';
import { wireServiceNamed } from './wire-services.ts';

/** The role that its format states for the stretch `[start, end)`; null where it states none. */
export type StatedRoles = (start: number, end: number) => ParagraphRole | null;

/**
 * Finds the paragraphs of a text and what each is. Blank lines separate them; so does every line break, unless the
 * text is hard-wrapped. Ordered and disjoint; outside them there is white space only.
 * Roles are as stated, otherwise as the words show beyond doubt; all else is `body`, and the first body is the `lede`.
 */
export function findParagraphs(text: string, statedRole: StatedRoles = () => null): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let hasLede = false;
  for (const group of groupLines(text)) {
    const start = group[0]!.start;
    const end = group.at(-1)!.end;
    let role: ParagraphRole = statedRole(start, end) ?? findRole(text, start, end, hasLede);
    if (role === 'body' && !hasLede) role = 'lede';
    hasLede ||= role === 'lede';
    paragraphs.push({ role, start, end });
  }
  return paragraphs;
}

function findRole(text: string, start: number, end: number, hasLede: boolean): ParagraphRole {
  // The shortest of the others is a list item: "• a".
  if (end - start < 3) return 'body';
  if (isListItemStart(text, start)) return 'list-item';
  if (isCaption(text, start, end)) return 'caption';
  if (isEndnote(text, start, end)) return 'endnote';
  if (hasLede && isSubhead(text, start, end)) return 'subhead';
  return 'body';
}

/** Notes below the story: "* This article was amended on 3 May …", "Editor's note: …", "(This story has been updated …)". */
export function isEndnote(text: string, start: number, end: number): boolean {
  return (
    end - start > 12 &&
    /^[*•([_ ]{0,3}(?:this (?:story|article|report|piece|version)\b(?! will\b).{0,40}\b(?:updated|corrected|amended|corrects|clarif|refiled|(?:originally|first) published)|(?:editor['’]s?|editors['’]?) note\b|(?:correction|clarification|update)s?: |(?:removes|adds|corrects|refiles) )/i.test(
      text.slice(start, start + 120),
    )
  );
}

/**
 * A short line of words without a final mark, a colon or a quotation mark: "What happens next". Questions and lines with
 * a colon may be turns of an interview: only the format can say that they are subheads.
 */
function isSubhead(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length < 3 || length > 70 || !isWordCharacter(classAt(text, start))) return false;
  const line = text.slice(start, end);
  // A line break inside means verse or an address, marks mean speech, a final mark a sentence.
  if (/[\n:"“”„«»「『]/.test(line) || /[.?!…,;'’)\]。？！，；।؟۔]$/.test(line)) return false;
  if (/^\p{Ll}/u.test(line)) return false;
  return line.split(' ').length <= 10;
}

/**
 * The words under a picture, which end in its credit or open with a label, or its credit alone: "JANE ROE FOR THE COURIER".
 *   FILE PHOTO: A view of …   … in Paris. REUTERS/Jane Roe   … at the gate. (Jane Roe/CBC)   … in 2018 (Image: SWNS)
 */
export function isCaption(text: string, start: number, end: number): boolean {
  if (end - start > 600) return false;
  if (captionLabel.test(text.slice(start, start + 60))) return true;
  const tail = text.slice(Math.max(start, end - 90), end);
  return (
    /[/([:|…]|\.{3}| FOR | for | by |hoto|PHOTO|icture|ourtesy|Getty|caption/.test(tail) &&
    (pictureCredit.test(tail) || endsInAgencyPhotographer(tail))
  );
}

/** "… in Paris. (AFP/Jane Doe)" */
function endsInAgencyPhotographer(tail: string): boolean {
  const agency = /\(([^()/]{2,30})\/\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}\)\.?$/u.exec(tail)?.[1];
  return agency !== undefined && wireServiceNamed(agency) !== null;
}

/** The label of a caption that stands in the line below: "Image caption," */
export const isCaptionLabel = (line: string): boolean => /^(?:Image|Media) caption,?$/.test(line);

const captionLabel =
  /^\(?(?:(?:[A-Z]{2,8} |FILE |File )?(?:PHOTO|Photo|Photograph|Image|IMAGE|Picture|Visual)s?(?: by| [Cc]redits?)?(?: ?:| [–—-]) ?\S|FILE ?[:–—-]|(?:Image|Media) caption(?:[,:]|\s?(?=\p{Lu}))|(?:Header|Cover|Main|Lead|Featured?) [Ii]mage ?:|(?:From left(?: to right)?|Clockwise from [\p{Ll} ]{3,20})[;:,] \p{Lu}|Image source,|Getty Images \p{Lu}|Family handout|Photographs by \p{Lu}|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2} ?\/ ?(?:AFP ?\/ ?)?(?:Getty Images|WireImage|Icon SMI|US Presswire|USA TODAY Sports)(?= ?\p{Lu})|(?:Pictured|Above|Below|Left|Right)(?: \p{Ll}+)?: \p{Lu})/u;

/** Whose the picture is, as the last words of its caption. */
const pictureCredit = new RegExp(
  `${anyOf`
    \bREUTERS\/[\p{L} .]{3,40}(?:\/File Photo)?(?:,? (?:Acquire|Purchase) Licensing Rights)?
    \(AP Photo\/[\p{L} .,]{3,40}\)
    (?:\/ ?|(?:\/ ?\p{Lu}[\p{L} ]{1,20}|^\p{Lu}[\p{L}.'’ -]{3,40}) (?:via|-) )Getty Images\)?(?: hide caption)?
    \S hide caption
    \((?:Photo|Image|Picture|Pic|Credit|Courtesy|Supplied|Graphic)s?(?: ?:| by) ?[^()]{2,60}\)
    (?:[.!?] |\()(?:\p{Lu}\p{Ll}+ )?[Cc]ourtesy(?: of)?:? \p{Lu}[^().!?]{2,60}\)?
    [([]\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3} ?\/ ?\p{Lu}[\p{L}. ]{1,30}[)\]]
    \((?:\p{Lu}\p{L}+ )?(?:[Ff]ile(?: photo)?|[Hh]andout|[Pp]hoto)\)
    [ ]\| \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}\/\p{Lu}[\p{L} ]{1,30}
    [.”"] ?[—–-]{1,2} ?(?:CONTRIBUTED PHOTOS?|(?:[A-Z]{2,8}|\p{Lu}\p{L}+)\/(?:[Ff]ile|FILE)|(?:PHOTOS? (?:BY|FROM|COURTESY OF) )?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3} ?\/ ?\p{Lu}[\p{L}. ]{1,30}|PHOTOS? (?:BY|FROM|COURTESY OF) [\p{Lu} .’'-]{3,50})
    [.] \[\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}.'’-]+){1,3}, (?:The )?(?:Standard|File|Courtesy|AFP|AP|Reuters|Xinhua)\]
    [.] (?:File|Stock|Library|Archive) (?:photo|picture|image|pic)
    (?:^|[ .!?])Credit(?:: ?|\.{3} ?|… ?)\p{Lu}(?:[^.!?()]{2,50}(?: \([^()]{2,30}\))?)
    [.:] (?:[—–-] )?(?:[Ff]ile )?(?:[Pp]hoto|Image|[Pp]icture|Photograph|Pic|CREDIT)s?(?: ?[:/] ?| by )\p{Lu}[^.!?:]{2,50}
    (?:^|[.!?] )\p{Lu}\p{Ll}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]+){1,2} for (?:[Tt]he )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3}
    (?:^|\. )\p{Lu}{3,}(?: \p{Lu}{2,}){0,2} ?(?:\/|FOR) ?(?:THE )?\p{Lu}[\p{Lu} ]{2,30}
  `}\\.?$`,
  'u',
);
