import { anyOf } from '../../patterns.ts';

/** Whether a paragraph is nothing but what readers click on a page: "Share Save", "Facebook | X | WhatsApp", "Comments (214)". */
export function areButtons(paragraph: string): boolean {
  return paragraph.length <= 200 && row.test(paragraph) && !mayBeSubhead.test(paragraph);
}

const networks =
  'facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|threads|bluesky|mastodon|instagram|tiktok|youtube|flipboard|social media';

const page =
  '(?:this|the)(?: (?:article|story|page|post|list|news|content|link))?|article|story|page|post|link';

const buttons = anyOf`
  (?:please |kindly )?(?:share|tweet|print|save|e-?mail|follow|gift|report|like)(?: (?:${page}|us|full article|your thoughts))?
  (?:click|tap) to (?:share|print|e-?mail|comment|expand|tweet)
  save for later|cancel reply|post comment|(?:name|comment|e-?mail)(?: address)? ?\*|save my name, e-?mail,? and website in this browser for the next time i comment\.?|(?:leave|post|add|view|show|hide) (?:a |all )?(?:comments?|reply)|(?:no|\d{1,5}) comments?|comments?(?: policy| on(?: (?:${page}))?)?|reply
  (?:copy|link|url|short) (?:link|url|copied)|(?:open|view) (?:this )?(?:photo|image|picture) in (?:gallery|full ?screen)|(?:on|via) (?:${networks}|e-?mail)|${networks}|or
  (?:skip past|after|end of) (?:the )?(?:newsletter|podcast|video) (?:promotion|signup)
  (?:show|load|view|see|read) (?:more|less|all|newer|older)(?: (?:updates?|posts?|stories|comments))?
  (?:hide|show|view|toggle) (?:caption|image(?: in fullscreen)?|captions|transcript)|enlarge(?: this image)?|expand|close|next|prev(?:ious)?
  (?:skip|back|go|return) to (?:main )?(?:content|top|homepage|home page|home|navigation)|menu|loading
  (?:subscribe|unsubscribe|sign up|sign in|log in|log ?out|register|join|donate)(?: (?:now|here|today|for free|to read))?
  (?:manage|update|change)(?: my| your)? (?:cookies?|preferences|settings|subscription|cookie (?:settings|preferences))
  accept(?: (?:all|cookies|all cookies|and continue))|reject(?: (?:all|all cookies))|cookie settings|privacy policy|terms of (?:use|service)
  (?:view|open)(?: (?:this email|it))? in (?:your )?browser|forward to a friend|download (?:the )?(?:app|pdf)
  send us feedback|report an? (?:typo|error|correction)|submit a correction|about sharing|reuse this content|full screen|watch now|listen now
  play (?:video|audio)|(?:tap to )?unmute|embed|expand ?\/ ?collapse|text resize|(?:skip to )?end of carousel|(?:previous|next) (?:article|story|post)
  republish this (?:article|story)|source link|see more on this topic|support local journalism|advertise with us|(?:acquire|purchase) licensing rights
  enter your e-?mail(?: address)?(?: to sign up for (?:the|our) newsletter)?|thanks for signing up
  pin|jump to comments|be the first to comment|have your say in the comments|view gallery|open image modal|slideshow|up next|now playing|popular now|top videos|newsletter|sponsor message
  scroll down(?: (?:to read more|for (?:the )?video))?|click to view this content|embed ?<?>? ?more videos|listen to (?:this )?article|notice: transcripts are created by machine
  video player is loading|(?:current time|duration|remaining time)(?: -?\d{1,2}:\d\d)?|loaded: ?\d{0,3}%|(?:stream|media) type(?: live)?|(?:seek to live, )?currently (?:behind|playing) live|playback rate|picture-in-picture|(?:descriptions|captions|subtitles) off|(?:beginning|end) of dialog window|escape will cancel and close the window|this is a modal window
  (?:live|auto-?refresh)(?: (?:feed|updates?|blog))?(?: is)?(?: on| off)?
`;

const row = new RegExp(
  `^\\W{0,4}(?:${buttons}(?: ?\\(\\d+(?: images?)?\\))?(?:[\\s:,|/•·.…»→>]+|$)){1,12}$`,
  'i',
);

/** One of these alone may be a subhead, or the last word of a sentence that was cut. */
const mayBeSubhead = new RegExp(
  `^\\W*(?:${networks}|or|live|close|next|previous|menu|expand|comments?|reply|register|newsletter|duration|pin|${page})\\W*$`,
  'i',
);
