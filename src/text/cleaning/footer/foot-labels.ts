import { anyOf } from '../../patterns.ts';

/**
 * Whether a line below the story is the label of what a page offers there: its menu, its lists, its players, its forms.
 *   Contact us   About us   More from Hull   Up next: The ferry   #Hull #Bridge   Home | News | Sport
 */
export function isFootLabel(line: string): boolean {
  return (
    line.length <= 160 &&
    (labels.test(line) || (menu.test(line) && !/^\p{Ll}/u.test(line)) || hashTags.test(line))
  );
}

const labels = new RegExp(
  `^[^\\p{L}\\p{N}$€£]{0,4}${anyOf`
    (?:no |\d+ )?comments?(?: yet)?\.?|join the (?:discussion|conversation|debate)|(?:start|be part of) the conversation|be the first to comment.{0,20}
    up next|next(?: up)?: .{2,120}|(?:more|also|next|latest|popular|trending|breaking) (?:in|on|from|about|by) [^.!?]{2,60}|play|video(?: above| below)?: [^.!?]{2,100}|listen (?:on|to)\b[^.!?]{2,80}
    (?:previous|next|earlier|past|related|full) (?:story|stories|coverage|article|articles|post|posts): ?[^!?]{2,160}
    forward this (?:e-?mail|newsletter)\b.{0,30}|(?:paid for|promoted|sponsored|powered) by .{2,40}|(?:file|stock|handout) (?:photo|picture|image)|more (?:info(?:rmation)?|for you|to explore|(?:local |world |national |top )?(?:news|sports?|stories|headlines|videos?|coverage)(?: from .{2,40})?)|story saved|show full article|end of|live tv|web stories|(?:topics|people|places|companies) mentioned in this (?:article|story)
    (?:now|currently) (?:playing|reading)|(?:live|upcoming) events|video player is loading\.?|this is a modal window\b.{0,60}|\d{1,2} of \d{1,3} seconds.{0,20}|current time \d.{0,40}
    (?:featured|main|cover|header|top|lead|banner|thumbnail|hero) (?:image|photo|picture|photograph|illustration)(?: credits?)?(?: by)?: ?[^!?]{2,160}
    (?:pics?|pictures?|images?|photos?)(?: (?:credits?|courtesy(?: of)?|supplied(?: by)?|provided(?: by)?|by|via))?: ?[^!?]{2,100}|(?:photos?|images?|pictures?|video|footage) (?:courtesy(?: of)?|supplied|provided by) ?[^!?]{0,80}
    (?:text|words|report|reporting|story|writing|photos|video|audio|production|illustration|graphics?|design|research)(?: (?:and|&) \p{L}{4,14})?(?: (?:produced|edited|designed))?(?: by|:) \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}
    (?:reader interactions|primary sidebar|footer|skip to footer|back to (?:top|home)|print friendly.{0,20}|checking your browser.{0,20}|something went wrong\b.{0,60})
    (?:latest|breaking|popular|trending|recent|next in|more in|top|local|world|sports?) (?:news|stories|headlines|articles|videos?|posts?|coverage|comments?|sport)(?: (?:in|from|on) .{2,40})?
  `}\\W{0,3}$`,
  'iu',
);

/** "Contact us", "About us | Careers", "Home | News | Sport | Weather" */
const entries = anyOf`
  (?:about|contact|advertise(?: with)?|work (?:with|for)|join|follow|find)(?: us)?|careers?|jobs|site ?map|accessibility(?: statement)?|archives?|newsletters?|rss(?: feeds?)?|help|faqs?|feedback|masthead|staff|our team|e-?paper|mobile apps?
  terms(?: (?:of (?:use|service|sale)|(?:&|and) conditions))?|(?:(?:view )?our )?(?:privacy|cookies?|editorial|comments?|community)? ?(?:policy|policies|notice|settings|guidelines|standards|preferences)|do not sell(?: or share)? my (?:personal )?info(?:rmation)?|ethics|corrections|code of (?:ethics|conduct)
  home|latest|previous|next|tags|website|news|sports?|weather|business|opinion|politics|entertainment|lifestyle|videos?|obituaries|classifieds|local|world|subscribe|donate|login|author|get in touch|licen[cs]e this article|keywords|related tags
`;

const menu = new RegExp(`^\\W{0,3}${entries}(?:\\s*[|•·/,]\\s*${entries}){0,12}\\W{0,3}$`, 'i');

/** "#Hull #Bridge" */
const hashTags = /^(?:#[\p{L}\p{N}_]{2,40}[\s,]*){1,20}$/u;
