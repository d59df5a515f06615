import { anyOf } from '../../patterns.ts';
import { isPointer } from './pointers.ts';

/**
 * Whether a paragraph asks the reader to subscribe, follow, share, pay or write: its first or last sentence does, and the
 * other of the two speaks to the reader. Words inside quotation marks are never an appeal.
 *   Like this? Sign up for our newsletter.   Heard something good? Send it to desk@example.org
 */
export function isAppeal(paragraph: string): boolean {
  if (/["“”]/.test(paragraph) || !hasVerb.test(paragraph)) return false;
  const sentences = paragraph.split(sentenceEnd);
  const first = sentences[0]!;
  const last = sentences.at(-1)!;
  if (isRequest(first))
    return sentences.length === 1 || isRequest(last) || speaksToReader(last) || isPointer(last);
  // A button's words run into those above it: "Join 10,000 founders in May. REGISTER NOW"
  if (opening.test(first) && bare.test(last) && !/\p{Ll}/u.test(last)) return true;
  return speaksToReader(first) && (isRequest(last) || (/\?$/.test(first) && asksToWrite.test(last)));
}

/** Where the appeal starts that ends a paragraph of prose: "… he had heard. Sign up to our newsletter here."; null where none does. */
export function findTrailingAppeal(paragraph: string): number | null {
  if (/["“”]/.test(paragraph)) return null;
  const sentences = paragraph.slice(-longestTail).split(sentenceEnd);
  const last = sentences.at(-1)!;
  if (sentences.length === 1 || !isRequest(last)) return null;
  return paragraph.slice(0, -last.length).trimEnd().length;
}

const longestTail = 320;

const sentenceEnd = /(?<=[\p{L}\d]{2}[.!?…]\)?) +/u;

/** A request opens with what the reader should do, and names what only a paper offers, or is nothing else. */
function isRequest(sentence: string): boolean {
  return bare.test(sentence) || (opening.test(sentence) && object.test(sentence));
}

function speaksToReader(sentence: string): boolean {
  return sentence.length <= 200 && (/\?$/.test(sentence) || reader.test(sentence));
}

const reader = /\b(?:you|yours?|us|ours?|we|this (?:story|article|page|e-?mail|newsletter))\b/i;

const verbs = anyOf`
  sign up|subscribe|register|join|log in|sign in|get|receive|stay (?:up to date|informed|in touch|connected|tuned)
  follow|find|like|share|save|tweet|e-?mail|contact|reach|write|send|submit|comment|visit|download|install
  support(?! for)|consider supporting|donate|help us|become an?|check out|give|upgrade|try|click this link
  for (?:all |more )?(?:the )?(?:latest|more|local)|facebook|twitter|instagram
`;

const hasVerb = new RegExp(`\\b(?:${verbs}|call|text|tell|let us know|have your say|click|tap)\\b`, 'i');

/** "(Please follow", "→ Subscribe", "* Get"; a quotation mark in front makes it speech. */
const opening = new RegExp(`^[^\\p{L}"“”'‘]{0,4}(?:please |kindly |you can now )?${verbs}\\b`, 'iu');

const object = new RegExp(
  anyOf`
    \b(?:newsletters?|inbox|(?:mailing|e-?mail) list|briefing|(?:news|push|e-?mail) alerts?|an e-?mail|news channel|google news)\b
    \b(?:unlimited (?:digital )?access|free trial|subscription|to read more|(?:our|the) (?:[\w ]{1,40} )?app)\b
    \bour (?:journalis[mt]s?|newsroom)\b|\b(?:independent|quality|investigative|whose) (?:journalism|media)\b|\bjournalism of\b
    ^\W*(?:follow|like|find|join|share|send) .{2,100}\b(?:on|via) (?:bbc sounds, )?(?:twitter|x|facebook|instagram|telegram|whatsapp|youtube|linkedin|tiktok|threads|bluesky|mastodon|social media)\b
    \b(?:articles|stories) (?:to read|for) later\b|\byour letters? to the editor\b|\bby clicking here\b|\b(?:our|the) (?:latest |new )?podcast\b
    \byour (?:videos?|pictures?|photos?|photographs?|stories|experiences?|memories|views)\b(?:(?:,| and) \w{3,20}){0,4} (?:at|by|with us|in the comments|below|here)\b
    telegram channel|(?:on )whatsapp\b|whatsapp (?:channel|group)|\b(?:sign up|subscribe|click|donate) (?:here|now|today)\b
    \bfor (?:(?:just|only) )?(?:[£$€₹₦]|R|Rs\.? ?|RM|Sh|KSh|N)\d|\b(?:all )?the latest news\b|(?:^|\s|:)@\w|\w@\w|\b(?:reporter|writer|author|newsroom|editor|us)\b.{0,80}(?:\d{3}|\.(?:com|org|net)\b)
  `,
  'i',
);

/** "Subscribe now", "Click here to see more", "Join our community", "Sign up for The Courier" */
const bare = new RegExp(
  `^[^\\p{L}"“”'‘]{0,4}${anyOf`
    (?:subscribe|sign up|log in|sign in|register|donate|support (?:us|our work)|join (?:us|our community|the conversation))(?: (?:now|here|today|below|for free))?
    (?:click|tap) here\b[^"“”]{0,160}
    consider supporting .{2,80}|have your say|(?:leave a )?comment below
    (?:sign up (?:for|to)|stay up to date with) [^.!?]{2,60}
    follow (?:[\w]{2,12} )?(?:us|news|sport)(?: on [\w ]{1,20})?
    write to:? (?:the editor|us|\S+@\S+)[^.!?]{0,60}
  `}\\W{0,3}$`,
  'iu',
);

/** Behind a question to the reader: "Call Verna before 5 on Tuesday.)", "Tell us at the desk"; not "Call it luck." */
const asksToWrite =
  /^(?:[Pp]lease )?(?:(?:[Cc]all|[Tt]ext|[Cc]ontact|[Ee]-?mail|[Ww]rite to) (?:us|the|our|\+?\d+|\p{Lu}\p{L}+|\S+@\S+)|[Ss]end (?:it|them|us)|[Gg]et in touch|[Tt]ell us|[Ll]et us know|[Cc]omment|[Jj]oin the)\b.{0,120}$/u;
