/**
 * What one desk tells another above the headline or below it: a note, or the slug that names the story and its version.
 *   (ATTN: RECASTS headline, lead; ADDS more info throughout)   Eds: UPDATES with quotes.   BC-EU--Norway-Ship, 2nd Ld-Writethru
 */
export function isDeskNote(line: string): boolean {
  return line.length <= 220 && (deskNote.test(line) || slug.test(line));
}

const deskNote =
  /^(?:\((?:ATTN|EDS|Eds|(?:UPDATE|ADD|RECAST|CORRECT|REPEAT|REFILE|RETRANSMIT)\w*|(?:Adds|Updates|Recasts|Corrects|Repeats|Refiles)|WRITETHRU)\b[^()]{0,200}\)|(?:ATTN|EDS|Eds)[.:]? .{2,200}|ATTENTION - .{2,80} \/{3})$/;

const slug =
  /^(?:(?:BC|AM|PM|AP)-\S[^.!?"“”]{0,80}|[A-Z]{2}(?:-[A-Z]{2})?--\S[^.!?"“”]{0,80}|[^.!?"“”]{3,60}, (?:\d{1,2}(?:st|nd|rd|th) )?(?:Ld|Add|Sub|Writethru)\b[^.!?"“”]{0,30})$/;
