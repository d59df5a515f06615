import { anyOf } from '../../patterns.ts';
import { isJob } from '../words/jobs.ts';

/**
 * Whether a line says nothing of the story where it stands below it: words to the reader, who wrote it and whose views
 * these are, where it comes from, what else there is. Farther up it might be a subhead, or prose.
 */
export function isFootLine(line: string): boolean {
  return line.length <= 320 && !/["“”„«»]/.test(line) && (isJob(line) || footLines.test(line));
}

const footLines = new RegExp(
  `^[^\\p{L}\\p{N}$€£]{0,4}${anyOf`
    (?:more (?:follows|to (?:follow|come))|(?:a )?developing story|this (?:is|remains) a (?:developing|breaking)(?: news)? story\b.{0,120}|(?:we|this (?:story|page)) will (?:be )?updated?\b.{0,80}|check back for\b.{0,60})
    (?:this|the) (?:story|article|report|reporting|series|project|coverage|piece) (?:is|was|has been) (?:a )?(?:part of|produced|supported|made possible|funded|co-?published|adapted|excerpted|collaboration)\b.{0,200}
    (?:view|see|read) (?:the )?original\b.{0,80}
    (?:to|for) (?:read |learn |find out |find |see |get |hear )?(?:more|all|further|additional|other|the latest|details|information)\b.{0,140}\b(?:visit|see|go to|call|contact|click|follow|subscribe|log on|e-?mail|read|download)\b.{0,160}
    (?:subscribe to|support|become an?|join) (?:the |our )?[\p{L}\p{N} '’&-]{2,50}
    thank(?:s| you) for (?:reading|subscribing|being|your support)\b.{0,80}
    (?:no |\d+ )?comments?|join the (?:discussion|conversation|debate)|(?:got|have|do you have) an? (?:news )?(?:tip|story|question|correction)\b.{0,120}
    up next|next(?: up)?: .{2,120}|(?:more|also) (?:in|on|from|about|by) [^.!?]{2,60}|play|video: [^.!?]{2,100}|listen (?:on|to)\b[^.!?]{2,80}
    (?:the )?(?:author|writer|columnist)s?(?: is| are| was|['’]s| can) .{2,240}|.{0,40}\b(?:views|opinions)(?: expressed)?\b.{0,80}\b(?:are|is|do|does)\b.{0,60}\b(?:own|personal|author['’]?s?|writers?|reflect|represent|necessarily)\b.{0,120}|disclaimer\b.{0,300}
    (?:interview(?:ed)?|as told to|words|story)(?: (?:was )?(?:conducted|edited|condensed|edited and condensed))?(?: by|(?<=to)) \p{Lu}[^.!?]{2,60}
    (?:tribune (?:news service|content agency)|news service of \p{Lu}.{2,40}|newswires?|staff and wire (?:reports|services))\b.{0,40}
    (?:media|press|investor)(?: (?:relations|office|enquiries|inquiries))? contacts?:.{2,200}
    (?:reach|contact|e-?mail|call|write to) .{2,80}(?:\S@\S|\d{3}[ .-]\d{3,4}).{0,80}|\p{Lu}[^.!?:]{2,60}[,:|–-]? [\w.+-]{1,40}@[\w-]+\.[\w.-]{2,40}.{0,60}|\p{Lu}[^.!?:\d]{2,60}[,:|–-]? \+?\d[\d ()-]{7,18}\d
    (?:[$€£¥]\s?\d[\d.,]*|\d[\d.,]* \p{L}{3,20}) ?= ?(?:[$€£¥]\s?)?\d[\d.,]*(?: \p{L}{3,20}){0,2}
    (?:last )?(?:updated|posted|modified):? (?:on )?\p{Lu}\p{L}{2,8}\.? \d{1,2}(?:, \d{4})?
  `}\\W{0,3}$`,
  'iu',
);
