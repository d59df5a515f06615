import type { RemovalReason } from '../../domain/article.ts';

/**
 * The reason why a whole paragraph is no part of the story: an advertisement's label, a pointer to other stories, an
 * invitation to subscribe or share, a notice of rights, an end mark. Null where it may be prose.
 */
export function boilerplateReason(paragraph: string): RemovalReason | null {
  if (paragraph.length > longest) return null;
  if (!opening.test(paragraph) && !inside.test(paragraph)) return null;
  for (const [reason, pattern] of patterns) if (pattern.test(paragraph)) return reason;
  return null;
}

/** A pointer in brackets inside a paragraph: "… he said. (Also read: What the treaty says)". */
export const bracketedPointer =
  /\s?[([](?:also read|read also|read more|see also|related|watch)\s?[:|–—-][^()[\]]{1,160}[)\]]/gi;

/** An end mark behind the last word: "… years behind schedule. ■", "… to breathe." Enditem */
export const endMark = / ?(?:[■●◆]|Enditem)$/gm;

/** A pointer in capitals behind the last sentence of a paragraph: "… he said. READ MORE: What the treaty says". */
export const trailingPointer =
  /(?<=[.!?"”’)]) (?:READ (?:MORE|ALSO|NEXT)|ALSO READ|SEE ALSO|RELATED|MORE)\s?[:|»] ?[^.!?:"“”\n]{1,160}$/gm;

/** Longer paragraphs are prose even where they start like boilerplate. */
const longest = 320;

/** How the paragraphs open that one of the patterns matches: most prose is passed over after its first word. */
const opening =
  /^\W{0,3}(?:adv|lire|leer|lesen|leia|why you|house rules|in this|key events|popular|trending|about|a version|appear|write to|stay up|for (?:all|more)|get|what do|want|would you|tags$|audio|duration|\d+ min|expand|close|thanks|list of|go to|comments|>>|→|e&oe|edition|reuse|order|ad\b|sponsored|promoted|paid|story|article|content|scroll|continue|skip|close|read|also|see|must|don['’]t miss|more|related|recommended|editor['’]s pick|you may|most|trending|suggested|the-cnn-wire|watch|listen|explained|in pic|live|video|photos|gallery|find|sign|subscribe|register|get|receive|join|log in|follow|like|enjoy|want|twitter|facebook|instagram|e-?mail|contact|download|install|share|tweet|print|save|comment|copy|leave|click|tap|loading|back|view|show|load|abstract|full text|©|\(c\)|copyright|this|end|-?0-|30|we\b|by (?:continuing|clicking|using)|accept|manage|allow|about sharing|our standards|post(?:ed)? |filed under|tag(?:s|ged)|categor|image source|ap photo|photo by|the associated press receives|support (?:for|us|our|the)|published (?:in|[-–:])|kindly share|please share|notes? (?:to|for) editors|(?:do|have|are) you|heard|got a|[A-Z]{2,8} photos?:|photos?:|meanwhile,|send|to view|to (?:play|watch|read|continue)|while you|is \S+ .{0,40}important|consider|help (?:us|support)|become a (?:member|supporter|patron)|text ad|\[|\(*\S+@|■)|^[\s_*#=~·•■●◆—–-]+\.?$/i;

/** What shows one of the patterns that do not start with a word of their own. */
const inside =
  /\b(?:[Aa]ll [Rr]ights [Rr]eserved|ALL RIGHTS RESERVED|[Dd]onate|DONATE|ADVERTISEMENT)\b|, born |^\S+$|[)\]]$/;

/** Each pattern must match a paragraph from its first letter on; none matches words inside quotation marks. */
const patterns: readonly (readonly [RemovalReason, RegExp])[] = [
  [
    'advertisement',
    /^\W{0,3}(?:advertisements?|advert|sponsored(?: content| links?)?|promoted(?: content)?|paid (?:content|post))(?: ?[-–—:,.·|] ?.{0,60})?\W{0,3}$/i,
  ],
  [
    'advertisement',
    /^\W{0,3}(?:(?:story|article|content) continues (?:below|after)|scroll (?:down )?to continue|continue reading below|(?:skip|close) (?:ad|advertisement)\b).{0,80}$/i,
  ],
  // "Read more", "Also Read | …", "Related: …", "READ | …"
  [
    'read-more',
    /^\W{0,3}(?:read (?:more|also|next|on|the full (?:story|article|report))|also read|also see|see also|must read|don['’]t miss|more on this(?: story| topic)?|related(?: (?:articles?|stor(?:y|ies)|news|content|coverage|topics?|links?))?|recommended(?: for you| stories| reading)?|more (?:stories|news|top stories)|editor['’]s picks?|you may also like|most (?:read|popular)|trending(?: now)?|suggested topics)(?:\s?[:|»>–—-].{0,240}|\W{0,3})$/i,
  ],
  [
    'read-more',
    /^(?:READ|WATCH|LISTEN|EXPLAINED|IN PICTURES|IN PICS|LIVE|VIDEO|PHOTOS|GALLERY)(?: MORE| ALSO| NOW)?\s?[:|»>].{0,240}$/,
  ],
  // "Watch the full video of the debate below:", "Read the rest of the story at Example News."
  ['read-more', /^(?:meanwhile,? )?(?:watch|listen to|see) [^"“”.]{2,100}\b(?:below|here|above)\W{0,2}$/i],
  // "[Newsstand] Ten months of silence at the Ombudsman"
  ['read-more', /^\[(?:[A-Z][\w ’'-]{2,24}|[A-Z]{3,16})\]:? [A-Z][^.!?"“”]{10,140}$/],
  [
    'read-more',
    /^read (?:the (?:rest|full|whole|entire|original)|more)(?: of (?:the|this))?(?: (?:story|article|report|piece|post|interview))? (?:at|on|in) [^"“”]{2,60}$/i,
  ],
  ['read-more', /^(?:watch|listen)(?: (?:live|now|here|the video|below))?\s?[:|»>] ?[^"“”]{0,160}$/i],
  [
    'read-more',
    /^(?:read|see|watch|listen to|find) (?:it all|the rest|the (?:full|whole|entire|original) [\w ]{2,30}|more)(?: [^."“”]{0,60})? here\W{0,2}$/i,
  ],
  [
    'boilerplate',
    /^\W{0,3}(?:sign up|subscribe|register|get|receive|join)\b[^"“”]{0,160}\b(?:newsletters?|inbox|email(?: list)?|e-mail|briefing|alerts?|whatsapp|telegram(?: channel)?|subscription|to read more|unlimited access|our app)\b[^"“”]{0,120}$/i,
  ],
  [
    'boilerplate',
    /^\W{0,3}(?:subscribe|sign up|log in|sign in|register)(?: (?:now|here|today|for free))?\W{0,3}$/i,
  ],
  // "Like this? Sign up for our newsletter.", "Enjoyed this story? Subscribe."
  [
    'boilerplate',
    /^(?:like|liked|enjoy|enjoyed|enjoying|want more of) (?:this|what you(?:'re| are)? ?(?:read|reading|just read)?)(?: (?:article|story|piece))?\? (?:sign up|subscribe|register|join|share|support)\b[^"“”]{0,160}$/i,
  ],
  [
    'boilerplate',
    /^\W{0,3}(?:follow|like|find|join) (?:us|our|the|@?[\p{L}\p{M} .'’@-]{2,60}?)\b[^"“”]{0,60}\b(?:on|at) (?:twitter|x|facebook|instagram|telegram|whatsapp|youtube|linkedin|tiktok|threads|bluesky|mastodon|google news)\b[^"“”]{0,120}$/iu,
  ],
  ['boilerplate', /^(?:twitter|facebook|instagram|e-?mail|contact)\s?: ?\S{1,80}$/i],
  // An address alone on its line: "desk@example.org", "((jane.doe@example.org;))"
  ['boilerplate', /^[(\s]*[\w.+-]{1,40}@[\w-]+(?:\.[\w-]+){1,4}[\s;,)]*$/],
  // "Contact reporter Jane Doe at 555-0119. Like us on Facebook.", "Send your news stories to us via WhatsApp"
  [
    'boilerplate',
    /^(?:contact|reach|e-?mail) (?:the )?(?:reporter|writer|author|newsroom|editor|us)\b[^"“”]{0,160}(?:\d{3}|@|\.(?:com|org|net)\b)[^"“”]{0,100}$/i,
  ],
  [
    'boilerplate',
    /^send (?:us )?(?:your |in your )?(?:news|stories|story|tips?|photos?|pictures?|views?|letters?)\b[^"“”]{0,100}\b(?:to|via|on|at)\b[^"“”]{1,60}$/i,
  ],
  // "To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video"
  ['boilerplate', /^to (?:view|play|watch) this (?:video|content|audio|post)\b[^"“”]{0,200}$/i],
  // Requests for money and members: "Support our journalism. Donate", "Is The Example important to you? Join our community";
  // not "Support for the community centre has grown …"
  [
    'boilerplate',
    /^(?:support(?! for\b)|consider supporting|donate to|help (?:us|support)|become a (?:member|supporter|patron))\b[^"“”]{0,200}\b(?:journalis[mt]|newsroom|donate|reporting|independent media|community)\b[^"“”]{0,120}$/i,
  ],
  ['boilerplate', /^is [^"“”?]{2,60} important to you\? (?:join|support|become)\b[^"“”]{0,160}$/i],
  [
    'boilerplate',
    /^we['’](?:ve|re) been working\b[^"“”]{0,200}\b(?:support|donat|subscrib)\w*\b[^"“”]{0,120}$/i,
  ],
  ['boilerplate', /^while you['’]re here\b[^"“”]{0,280}$/i],
  ['advertisement', /^text ad\s?: ?[^"“”]{2,200}$/i],
  // "Do you have a story for our desk? Call 0207 946 0999", "Heard something good? Send it to desk@example.org"
  [
    'boilerplate',
    /^(?:do you|have you|are you|heard|got) [^.?!"“”]{2,100}\? (?:please )?(?:call|e-?mail|send|contact|tell us|text|get in touch|comment)\b[^"“”]{0,120}$/i,
  ],
  ['boilerplate', /^(?:kindly |please )?share this (?:story|article|post|news)\W{0,2}$/i],
  ['boilerplate', /^notes? (?:to|for) editors\W{0,2}$/i],
  ['boilerplate', /^(?:[A-Z]{2,8} )?PHOTOS?: [A-Z][A-Z .,'’/-]{3,60}$/],
  ['boilerplate', /^published\s?[-–:]\s?[A-Z][^"“”.!?]{5,50}\b(?:19|20)\d\d\b[^"“”.!?]{0,20}$/i],
  ['read-more', /^read more (?:on|about|from) [^.?!"“”]{2,80}$/i],
  // "Published in Dawn, June 11th, 2024"
  ['boilerplate', /^published in (?:the )?[A-Z][^"“”.!?]{2,60}\b(?:19|20)\d\d$/i],
  ['boilerplate', /^\W{0,3}(?:download|get|install) (?:the|our) [^"“”]{0,60}\bapp\b[^"“”]{0,80}$/i],
  [
    'boilerplate',
    /^\W{0,3}(?:share|tweet|print|e-?mail|save|comments?|copy link|leave a comment)(?: (?:this|on|via|article|story|link|facebook|twitter|x|whatsapp|email|now|page)\b){0,4}\W{0,3}$/i,
  ],
  // "Share this: Facebook | X | WhatsApp"
  [
    'boilerplate',
    /^\W{0,3}share(?: (?:this|on|via)(?: (?:article|story|page|post))?)?\s?:?(?:[\s|,/•·]+(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|threads|bluesky|mastodon|e-?mail|print|copy link|link|more)\b){1,12}\W{0,3}$/i,
  ],
  ['boilerplate', /^\W{0,3}(?:click|tap) here\b[^"“”]{0,160}$/i],
  [
    'boilerplate',
    /^\W{0,3}(?:skip to (?:main )?content|loading|back to top|view comments|show more|load more|continue reading(?: the main story)?|reuse this content)\W{0,3}$/i,
  ],
  ['boilerplate', /^\W{0,3}(?:©|\(c\) ?(?:19|20)\d\d|copyright\b)[^"“”]{0,300}$/i],
  ['boilerplate', /^[^"“”]{0,80}\ball rights reserved\b[^"“”]{0,240}$/i],
  [
    'boilerplate',
    /^this (?:material|content|article) (?:may|must|cannot|can) not? ?be (?:published|reproduced|republished|redistributed)\b[^"“”]{0,240}$/i,
  ],
  // "Share page" stands with "About sharing"; the rest are labels of embedded posts and of the permission to show them.
  [
    'boilerplate',
    /^(?:about sharing|view (?:this post )?on (?:twitter|x|instagram|facebook|tiktok|youtube)|view original tweet on (?:twitter|x)|(?:skip|end of) (?:twitter|x|instagram|facebook|youtube|tiktok) (?:post|video|content)(?:,? \d)?(?: by [^.!?"“”]{1,60})?|allow (?:twitter|x|instagram|facebook|youtube|tiktok) content\?[^"]{0,280}|like this:?(?: like)?|(?:like )?loading(?:\.{3}|…)|leave a reply|click to (?:share|print|e-?mail) [^"“”.]{2,60})\W{0,3}$/i,
  ],
  // "We use cookies to improve your experience.", "By continuing to browse this site you agree to our use of cookies."
  [
    'boilerplate',
    /^(?:we(?: and our (?:\d+ )?partners)?|this (?:site|website|page)|our (?:site|website)) (?:may )?uses? cookies\b(?=.*\b(?:experience|consent|accept|preferences|advert|analy[sz]|personali[sz]|privacy|polic(?:y|ies)|(?:this|our) (?:site|website|services?)))[^"“”]{0,280}$/i,
  ],
  [
    'boilerplate',
    /^by (?:continuing|clicking|using)\b[^"“”.]{0,120}\byou (?:agree|accept|consent)\b(?=.*\b(?:cookies|terms|polic(?:y|ies)|newsletters?|e-?mails)\b)[^"“”]{0,200}$/i,
  ],
  [
    'boilerplate',
    /^(?:accept(?: (?:all|cookies|all cookies|and continue))|manage (?:cookies|preferences|my preferences|settings|cookie (?:settings|preferences)))\W{0,3}$/i,
  ],
  // "Posted in News | Tagged bridge, ferry | Leave a comment", "Filed under: News", "Tags: bridge, ferry"
  ['boilerplate', /^(?:posted in|filed under)\s?:? ?[A-Z][^.!?"“”]{1,160}$/i],
  ['boilerplate', /^(?:tags|tagged(?: with)?|categor(?:y|ies))\s?: ?[^.!?"“”]{2,160}$/i],
  // Whose the picture is, alone on its line: "Image source, Getty Images", "(AP Photo/Jane Doe)".
  ['boilerplate', /^(?:image source|photo by),? ?[^.!?"“”:]{2,80}$/i],
  ['boilerplate', /^\(?AP Photo\/[\p{L} .,'’-]{3,40}\)?$/u],
  // What agencies say of themselves below the story.
  ['boilerplate', /^our standards: the thomson reuters trust principles\W{0,3}(?:, opens new tab)?$/i],
  [
    'boilerplate',
    /^(?:the associated press receives|support for)\b[^"“”]{0,240}\b(?:AP is solely responsible|AP['’]s standards)\b[^"“”]{0,120}$/i,
  ],
  [
    'read-more',
    /^\W{0,3}(?:follow|find|see|read) (?:more )?(?:of )?(?:the )?(?:AP|AFP|Reuters)(?:['’]s)? [^"“”]{0,100}(?:https?:\/\/|\w\.(?:com|org|net)\b)\S{0,100}$/i,
  ],
  // What archives print above the summary and above the story.
  ['boilerplate', /^(?:ABSTRACT|FULL TEXT)[.:]?$/],
  // End marks and rules: "___", "* * *", "###", "-30-", "ENDS", "(MORE)".
  [
    'boilerplate',
    /^(?:[_*#=~·•■●◆—–-][\s_*#=~·•■●◆—–-]{0,60}\.?|-? ?30 ?-|-? ?ENDS? ?-?|Enditem|The-CNN-Wire|-0-|\(?more\)?|\(?END\)?)$/,
  ],
  // "Subscriber-only article. ADVERTISEMENT Article continues below"
  ['advertisement', /^[^"“”]{0,40}\bADVERTISEMENT\b[^"“”.!?]{0,40}$/],
  // Labels of lists: "In this section", "Most read in News", "Popular in City", "Why you can trust …", "House rules"
  [
    'read-more',
    /^(?:in this section|most (?:read|popular|viewed) in \p{L}+|popular in \p{L}+|trending stories|you might also like|related (?:internet links|coverage)|why you can trust [^.!?"“”]{2,40}|house rules|tags|about sponsored content|list of \d+ items.{0,30}|end of (?:list|article|story)|key events|show key events only|go to accessibility shortcuts)\W{0,3}$/iu,
  ],
  ['read-more', /^(?:related topics|suggested topics)\s?: ?[^.!?"“”]{2,160}$/i],
  [
    'read-more',
    /^(?:lire aussi|à lire aussi|leer también|lea también|lesen sie auch|leia também)\s?[:|»] ?.{2,200}$/i,
  ],
  // A pointer in brackets of its own: "[ Athlone boil notice: Who is affected Opens in new window ]"
  ['read-more', /^\[ [^[\]"“”]{5,160} \]$/],
  ['boilerplate', /^\[(?:fig|figure|picture|photo|image|graphic|chart|map|video)\b[^[\]]{0,160}\]$/i],
  // Nothing but buttons: "Share Save", "Share on Facebook Share on X", "Comments (214)", "Click to comment"
  [
    'boilerplate',
    /^\W{0,4}(?:(?:share|save|print|tweet|expand|follow|comments?|comment on|click to comment|leave a comment|link copied|copy link|send us feedback|comments policy|on (?:facebook|twitter|x|whatsapp|social media)|us|or|this (?:article|story|list|page))(?: ?\(\d+\))?[\s:,|/•·]*){1,8}$/i,
  ],
  // Calls to the reader with an address, a price or a button behind them: "Follow @desk", "Subscribe now for £1",
  // "Get the best of our interviews every Friday. Sign up here.", "Write to: letters@example.org"
  [
    'boilerplate',
    /^[^\p{L}"“”'‘]{0,4}(?:follow|subscribe|write to|e-?mail|contact|tweet|send|get|receive|sign up|join|visit|download|facebook|twitter|instagram)\b[^"“”]{0,140}(?:@\w|\b(?:sign up|subscribe|click) (?:here|now)\b|\bfor [£$€]\d|\bon (?:whatsapp|telegram|social media)|news channel|push alerts|newsletters?\b)[^"“”]{0,120}$/iu,
  ],
  ['boilerplate', /^→ (?:share|subscribe|sign up|follow|read|more)\b[^"“”]{0,80}$/i],
  ['boilerplate', /^(?:sign up for|stay up to date with) [^.!?"“”]{2,60}$/i],
  [
    'boilerplate',
    /^for (?:all |more )?(?:the )?(?:latest|more|local)\b[^"“”]{0,60}\b(?:follow|sign up|subscribe|visit)\b[^"“”]{0,80}$/i,
  ],
  // Questions to the reader: "* What do YOU think? Write to The Editor", "(Got news? Call the desk before Tuesday.)"
  [
    'boilerplate',
    /^[^\p{L}"“”'‘]{0,3}(?:what do you|would you|want to|do you|have you|got) [^?"“”]{2,100}\? (?:please )?(?:call|e-?mail|send|contact|tell us|text|write to|join the|get in touch)\b[^"“”]{0,120}$/iu,
  ],
  ['boilerplate', /^share your thoughts$/i],
  // Where else the story was printed: "A version of this article appears in print on …", "Appeared in the … print edition as …"
  ['boilerplate', /^(?:a version of this (?:article|story)|appeared in the)\b.{0,60}\bprint\b.{0,280}$/i],
  ['boilerplate', /^read the original (?:article|story) (?:on|in|at) [^"“”]{2,60}$/i],
  // An address of the web, alone: "example.com/news/1234"
  ['boilerplate', /^(?:https?:\/\/|www\.)?[a-z\d-]{1,40}(?:\.[a-z\d-]{2,20})*\.[a-z]{2,10}(?:\/\S*)?$/],
  ['boilerplate', /^\W{0,3}audio: listen to this article\b.{0,20}$/i],
  ['boilerplate', /^(?:duration \d{1,2}:\d\d|\d{1,3} minutes?|(?:video|photos?) \d{1,3}|e&oe\.?)$/i],
  // What a sum is in another currency: "($1 = 4.09 reais)"
  ['boilerplate', /^\((?:[A-Z]{0,3}[$€£¥₹] ?)?\d[\d.,]* ?(?:\p{L}+ ){0,3}= ?[^()]{2,60}\)$/u],
  ['boilerplate', /^\((?:photo|video|graphic|map|file)\)(?: ?\((?:photo|video|graphic|map|file)\)){0,3}$/i],
  // Below an obituary: "Jane Roe, born May 3 1922, died May 4 2016"
  ['boilerplate', /^[^"“”]{5,80}, born [^,.]{5,24}, died [^,.]{5,24}\.?$/],
];
