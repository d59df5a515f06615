import { anyOf } from '../../patterns.ts';

/**
 * Whether a line below the story says where it comes from, who made it and can be reached, or whose views these are.
 *   This story was produced by the Hull Centre.   The writer is a bridge engineer.   Interview by Ada Roe
 */
export function isOriginLine(line: string): boolean {
  return origins.test(line);
}

const origins = new RegExp(
  `^[^\\p{L}\\p{N}$€£]{0,4}${anyOf`
    (?:more (?:follows|to (?:follow|come))|(?:a )?developing story|this (?:is|remains) a (?:developing|breaking)(?: news)? story\b.{0,120}|(?:we|this (?:story|page)) will (?:be )?updated?\b.{0,80}|check back for\b.{0,60})
    (?:this|the) (?:story|article|report|reporting|series|project|coverage|piece|content|(?:news|press) release) (?:is|was|has been) (?:a )?(?:part of|produced|supported|made possible|funded|co-?published|(?:re)?published|adapted|excerpted|collaboration|issued|distributed|reproduced|(?:first |originally )published)\b.{0,200}
    (?:this|the) (?:story|article|report|piece|post) (?:first|originally) (?:appeared|ran|published)\b.{0,160}
    \(?(?:only the headline|this is an unedited|th(?:is|e) (?:report|story|post|article|copy) (?:is|has been) (?:auto|not been|un))\b.{0,280}
    originally published (?:as|on|by|in|at) .{2,160}|published by:? .{3,60}|posted by .{3,60}
    (?:view|see|read) (?:the )?(?:original|source|full) (?:content|version|release|article|story|text)?\b.{0,160}
    (?:the )?(?:author|writer|columnist)s?(?: is| are| was|['’]s| can) .{2,240}|.{0,40}\b(?:views|opinions)(?: expressed)?\b.{0,80}\b(?:are|is|do|does)\b.{0,60}\b(?:own|personal|not|author['’]?s?|writers?|reflect|represent|necessarily)\b.{0,120}|disclaimer\b.{0,300}
    (?:interview(?:ed)?|as told to|words|story)(?: (?:was )?(?:conducted|edited|condensed|edited and condensed))?(?: by|(?<=to)) \p{Lu}[^.!?]{2,60}
    (?:tribune (?:news service|content agency)|news service of \p{Lu}.{2,40}|newswires?|staff and wire (?:reports|services))\b.{0,40}
    (?:media|press|investor)(?: (?:relations|office|enquiries|inquiries))? contacts?:.{2,200}
    (?:reach|contact|e-?mail|call|write to) .{2,80}(?:\S@\S|\d{3}[ .-]\d{3,4}).{0,80}|\p{Lu}[^.!?:]{2,60}[,:|–-]? [\w.+-]{1,40}@[\w-]+\.[\w.-]{2,40}.{0,60}|\p{Lu}[^.!?:\d]{2,60}[,:|–-]? \+?\d[\d ()-]{7,18}\d
    about \p{Lu}[^.!?:]{1,50}: .{20,360}
    \p{Lu}[^.!?:]{2,80} (?:is|are) (?:out (?:now|on|in)|published by\b.{2,80}[£$€]|(?:in (?:uk |us )?cinemas|streaming|available (?:now|to stream)|on sale) (?:now|from|on|in))\b.{2,200}
    to contact the (?:reporters?|editors?|authors?|writers?)\b.{4,240}
    (?:you can reach|follow|e-?mail) \p{Lu}?[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)? (?:at|on|@)\b.{2,120}|(?:staff|chief|senior) (?:writer|reporter|correspondent)s? \p{Lu}.{4,200}
    [^.!?]{2,120}\b(?:AP|Associated Press|AFP|Reuters|CNN|staff) (?:[\w ]{2,20} )?(?:writers?|reporters?|journalists?)\b[^.!?]{2,160}\bcontributed\.?|(?:AP|Associated Press|AFP|Reuters) (?:writers?|reporters?|journalists?)\b[^!?]{2,160}\bcontributed\.?|the (?:associated press|canadian press) contributed
    \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2}, (?:the )?(?:associated press|canadian press|press association|AP|AFP|PA|AAP|local journalism initiative\b.{0,60})
    (?:for|click for) restrictions\b.{0,120}|c\. ?(?:19|20)\d\d .{3,60}|copyright (?:[\p{L}.]+ ){1,4}(?:19|20)\d\d.{0,40}|\p{Lu}[^.!?]{4,100}\bregistered in (?:england|scotland|ireland|wales)\b.{0,80}
    (?:this (?:web ?site|newspaper|publication)|we)(?: and (?:its|our) associated newspapers?)? (?:is|are|adheres?)\b.{0,120}\b(?:standards|ipso|press council|code of practice)\b.{0,200}
    the \p{Lu}[^.!?]{2,60} (?:is|are) (?:an? |the |recogni[sz]ed |as )*(?:leading |largest )?multi-?media (?:house|organi[sz]ation|company|publisher|group|platform)\b.{0,240}
  `}\\W{0,3}$`,
  'iu',
);
