import { anyOf } from '../../patterns.ts';

/**
 * Whether a paragraph is a notice that a page prints: rights, cookies, what only subscribers read, why an e-mail came,
 * where else the story was printed, how it is filed. None matches words inside quotation marks.
 */
export function isNotice(paragraph: string): boolean {
  const isSilent = !/["“”]/.test(paragraph);
  return (isSilent && notices.some((notice) => notice.test(paragraph))) || isAddress(paragraph);
}

/** "© 2023 Example News. All rights reserved.", "This material may not be published, broadcast, rewritten or redistributed." */
const legal =
  /^(?:\W{0,3}(?:©|\(c\) ?(?:19|20)\d\d|copyright ?(?:©|\(c\)|:|by\b|the\b|(?:19|20)\d\d))|.{0,80}\ball rights reserved\b|this (?:material|content|article) (?:may|must|cannot|can) not? ?be (?:published|reproduced|republished|redistributed)\b)/i;

/** "Copyright VOICE OF THE COAST." */
const owner = /^Copyright(?: \p{Lu}[\p{L}.&'’-]*){1,6}$/u;

/** "We use cookies to improve your experience." */
const cookies =
  /^(?:we(?: and our (?:\d+ )?partners)?|this (?:site|website|page)|our (?:site|website)) (?:may )?uses? cookies\b(?=.*\b(?:experience|consent|accept|preferences|advert|analy[sz]|personali[sz]|privacy|polic(?:y|ies)|(?:this|our) (?:site|website|services?)))/i;

/** "By continuing to browse this site you agree to our use of cookies." */
const consent =
  /^by (?:continuing|clicking|using|signing|subscribing|providing|submitting|entering)\b.{0,120}\b(?:you|I) (?:agree|accept|consent)\b(?=.*\b(?:cookies|terms|polic(?:y|ies)|newsletters?|e-?mails)\b)/i;

/** "This article is for subscribers only.", "You have 2 free articles remaining.", "Already a subscriber? Log in" */
const access = new RegExp(
  `^\\W{0,3}${anyOf`
    privacy notice:
    this (?:article|story|content|page|video|live page|live blog|feed) is(?: now)? (?:(?:reserved |available |only |exclusively )*(?:for|to) (?:our |paying |registered )?(?:subscribers?|members)|closed|locked)\b
    (?:subscriber|member)s?[- ](?:only|exclusive)\b.{0,60}$
    (?:subscriber|member)s can (?:listen to|share|gift|save) this (?:article|story)\b.{0,40}$
    you(?: have|['’]ve)(?: (?:only|just))? (?:\d+|one|two|three|four|five|reached|read|used) (?:.{0,30} )?(?:articles?|stories|limit)\b.{0,20}\b(?:left|remaining|this (?:week|month)|limit)\b
    (?:already|not(?: yet)?) (?:a |an )?(?:subscriber|member|registered|subscribed)\b.{0,30}\?
    to (?:continue|keep|finish) (?:reading|watching|listening)\b(?=.*\b(?:log in|sign (?:in|up)|subscri\w+|register|account|trial)\b)
    (?:you must be (?:logged|signed) in|(?:please )?(?:subscribe|log in|sign (?:in|up)|register|start (?:your|a) free trial)(?: (?:now|today|for free|or [\w ]{2,20}))?) to (?:read|unlock|access|(?:continue|keep)(?: reading)?)\b.{0,120}$
    to (?:view|play|watch) this (?:video|content|audio|post)\b
    the (?:information|views|opinions) (?:contained|provided|expressed) (?:in|on) this (?:website|site|page|article)\b.{0,160}$
    [\w ]{2,24} (?:news|online|sport) is (?:now )?on (?:whatsapp|telegram|bluesky|threads)\W?$
    (?:getting|loading) your .{2,40} ready
    powered by [\w.]{3,30}(?: [\w.]{2,20})?$
    (?:sorry, there seem to be some issues|something went wrong)[.,] please try again later\W?$
    we use your sign-?up to provide content in ways\b.{0,160}$
    (?:thanks|thank you) for (?:reading|signing up|subscribing|your interest)\b[^.?,]{0,30}$
    add [\w' ]{2,40} as (?:a|your) preferred source on google\W?$
    to order a copy of this (?:photo|picture|page)\b.{0,80}$
    this content (?:was|is) (?:provided|produced|paid for) by .{2,80}$
    for more (?:stories|news|articles)\b.{0,60}\b(?:visit|click|go to|follow)\b.{0,60}$
    source: [^.!?]{2,60} \| duration: [^.!?]{3,20}$
    .{0,4}(?:audio: )?listen to this (?:article|story|report)\b.{0,30}$
  `}`,
  'i',
);

/** "This article is more than 2 years old", "This is an AI-generated summary, which may have errors." */
const caveat =
  /^\W{0,3}(?:this (?:article|story|post) (?:is|was published) more than (?:\d{1,3}|an?|one|two|three|four|five) (?:days?|weeks?|months?|years?) (?:old|ago)\b[^"“”]{0,100}|this (?:is (?:an )?|summary (?:is|was) )AI[- ]generated\b[^"“”]{0,160})$/i;

/** "You are receiving this email because you signed up for our press list." */
const mailing =
  /^\W{0,3}(?:you(?: are|['’]re)? (?:receiv(?:ed|ing)|got|getting) this (?:e-?mail|message|newsletter|letter|because)|this (?:e-?mail|newsletter) was sent|was this (?:e-?mail|newsletter|message) forwarded|our mailing address|no longer want|to (?:unsubscribe|stop receiving))\b/i;

/** "A version of this article appears in print on …", "Published in Dawn, June 11th, 2024" */
const printed = new RegExp(
  `^${anyOf`
    (?:a version of this (?:article|story)|appeared in the)\b.{0,60}\bprint\b.{0,280}
    (?:provided|distributed|published) by [A-Z][\w ,&-]{3,60}(?: with permission from [A-Z][^"“”.]{2,60}|(?:Inc|LLC|Ltd)\b[^"“”]{0,40})\.?
    (?:[\w() ]{2,40} )?first published:? [A-Z][a-z]+ \d{1,2}, (?:19|20)\d\d[^.!?]{0,24}
    published in (?:the )?[A-Z][^.!?]{2,60}\b(?:19|20)\d\d\.?
    published\s?[-–:]\s?[A-Z][^.!?]{5,50}\b(?:19|20)\d\d\b[^.!?]{0,20}
    (?:(?:a version of )?this (?:article|story|post)|(?:the )?article) (?:was )?(?:originally|first) (?:appeared|published) (?:on|in|at|by) [^.]{2,60}\.?
  `}$`,
  'i',
);

/** What a system adds to a feed. */
const inFeed = /^The post .{3,200} (?:first appeared|appeared first) on [\p{Lu}\d].{1,60}$/u;

/** "Posted in News | Tagged bridge, ferry", "Filed under: News", "Tags: bridge, ferry" */
const filed =
  /^(?:(?:posted in|filed under)\s?:? ?[A-Z][^.!?]{1,160}|(?:tags|tagged(?: with)?|categor(?:y|ies)|topics|keywords)\s?: ?[^.!?]{2,160})$/i;

/** Below an obituary: "Jane Roe, born May 3 1922, died May 4 2016"; below a release: "Notes to editors" */
const labels = /^(?:.{5,80}, born [^,.]{5,24}[,;] died [^,.]{5,24}\.?|notes? (?:to|for) editors\W{0,2})$/i;

/** Around the comments and players of a page: "Comments are closed.", "Your browser does not support the video tag." */
const forms =
  /^(?:comments (?:are|have been) (?:now )?(?:closed|disabled|turned off)\.?|your e-?mail address will not be published\b.{0,80}|(?:your|this) browser does not support\b.{0,60}|this video (?:can ?not|cannot|is not able to) be played|about the authors?:?)$/i;

/** What agencies say of themselves below the story. */
const agency =
  /^(?:our standards: .{3,60} principles\b.{0,24}|(?:the associated press receives|support for)\b.{0,240}\b(?:AP is solely responsible|AP['’]s standards)\b.{0,120})$/i;

/** What stands around embedded posts: "View this post on Instagram", "Skip Twitter post by jane_roe", "A post shared by Jane (@jane)" */
const embedded =
  /^(?:view (?:this post |original tweet )?on (?:twitter|x|instagram|facebook|tiktok|youtube)|(?:skip|end of) (?:twitter|x|instagram|facebook|youtube|tiktok) (?:post|video|content)(?:,? \d)?(?: by [^.!?"“”]{1,60})?|allow (?:twitter|x|instagram|facebook|youtube|tiktok) content\?[^"]{0,280}|a (?:post|photo|video|reel|story) (?:shared|posted) by [^"“”]{2,60}\(@[\w.]+\).{0,40}|like this:?(?: like)?)\W{0,3}$/i;

/** What a sum is in another currency: "($1 = 4.09 reais)". */
const currency =
  /^\((?:[A-Z]{0,3}[$€£¥₹] ?)?\d[\d.,]* ?(?:[\p{L}.]+ ){0,3}(?:=|equals?|is equal to) ?[^()]{2,60}\)$/iu;

const notices: readonly RegExp[] = [
  legal,
  owner,
  cookies,
  consent,
  access,
  caveat,
  mailing,
  printed,
  inFeed,
  filed,
  labels,
  forms,
  agency,
  embedded,
  currency,
];

/** An address alone: "desk@example.org", "((jane.doe@example.org; +55 11 5555 0142))", "example.com/news", "Twitter: @jane" */
function isAddress(paragraph: string): boolean {
  return mailAddress.test(paragraph) || webAddress.test(paragraph) || account.test(paragraph);
}

const mailAddress = /^\(*[\w.+-]{1,40}@[\w-]+(?:\.[\w-]+){1,4}(?:;[^"“”()]{0,160}\)\))?[\s;,)]*$/;

const webAddress = /^(?:https?:\/\/|www\.)?[a-z\d-]{1,40}(?:\.[a-z\d-]{2,20})*\.[a-z]{2,10}(?:\/\S*)?$/;

const account = /^(?:twitter|facebook|instagram|e-?mail|contact)\s?: ?\S{1,80}$|^@\w{3,30}$/i;
