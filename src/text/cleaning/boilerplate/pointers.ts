import { anyOf } from '../../patterns.ts';
import { isOutlet } from '../words/outlets.ts';

/** Whether a paragraph points to other stories, or to the rest of this one. None matches words inside quotation marks. */
export function isPointer(paragraph: string): boolean {
  return (
    labelled.test(paragraph) ||
    shouted.test(paragraph) ||
    elsewhere.test(paragraph) ||
    bracketed.test(paragraph) ||
    read.test(paragraph) ||
    arrowed.test(paragraph) ||
    shown.test(paragraph) ||
    teaser.test(paragraph) ||
    isOutletList(paragraph)
  );
}

/** A pointer in brackets inside a paragraph: "… he said. (Also read: What the treaty says)". */
export const bracketedPointer =
  /\s?[([](?:also read|read also|read more|see also|related|watch)\s?[:|–—-][^()[\]]{1,160}[)\]]/gi;

/** A pointer in capitals behind the last sentence of a paragraph: "… he said. READ MORE: What the treaty says". */
export const trailingPointer =
  /(?<=[.!?"”’)]) (?:READ (?:MORE|ALSO|NEXT)|ALSO READ|SEE ALSO|RELATED|MORE)\s?[:|»] ?[^.!?:"“”\n]{1,160}$/gm;

/** The address of a post behind its last sentence: "… he wrote. https://example.org/s/1". */
export const trailingAddress = /(?<=[.!?…"”’)]) https?:\/\/[^\s"“”<>]{4,200}$/gm;

const labels = anyOf`
  (?:also,? read|read also|also see|see also|must read|don['’]t miss)
  (?:now )?(?:read|watch|listen|see) (?:more|next|on|this|now|below|the full (?:story|article|report))|now (?:read|watch|listen|see)|read(?=\s?\|)|explained(?=\s?\|)|(?:read )?more (?:about|on)(?=:)|in this (?:article|story)(?=:)
  related(?: (?:articles?|stor(?:y|ies)|news|content|coverage|topics?|(?:internet )?links?))?
  recommended(?: for you| stories| reading| articles| videos)?|(?:suggested|further|recommended) reading|(?:from|around) the web|from our partners|(?:people|readers|others) also (?:read|like|viewed)
  more(?: (?:top|related|recent))? (?:stories|news)|more on this(?: story| topic)?
  (?:top|featured|recent|latest|trending|other) (?:stories|headlines|posts)
  editor['’]s picks?|you (?:may|might)(?: also)? (?:like|be interested in)|what to read next|suggested topics|explore more(?: on these topics)?|see more on|trending(?: now)?
  most (?:read|popular|viewed)|popular|(?:more )?in this section|key events|in case you missed it
  [àa] lire aussi|lire aussi|leer también|lea también|le[sr]en sie auch|lesen sie auch|leia também|leggi anche|lees ook
`;

/** "Read more", "Also Read | …", "Related: …", "Most read in News", "Recent stories from example.com" */
const labelled = new RegExp(
  `^\\W{0,3}${labels}(?: (?:in|from|on) [\\p{L}.]{2,30})?(?:\\s?[:|»>–—-].{0,240}|\\W{0,3})$`,
  'iu',
);

/** "READ | …", "WATCH: …", "LIVE: …", "Listen: …" */
const shouted =
  /^(?:(?:READ|WATCH|LISTEN|EXPLAINED|IN PICTURES|IN PICS|LIVE|VIDEO|PHOTOS|GALLERY)(?: MORE| ALSO| NOW| ABOVE| BELOW)?\s?[:|»>].{0,240}|WATCH \p{Lu}[^.!?:"“”]{10,140}|(?:[Ww]atch|[Ll]isten)(?: (?:live|now|here|the video|below))?\s?[:|»>] ?[^"“”]{0,160})$/u;

/**
 * "Watch the full video of the debate below:", "Read it all here", "Read the rest of the story at Example News.",
 * "Read more on the bridge", "Follow AP’s coverage at https://example.com/ap"
 */
const elsewhere = new RegExp(
  `^\\W{0,3}(?:meanwhile,? )?(?:${anyOf`
    (?:watch|listen to|see) [^."“”]{2,100}\b(?:below|here|above)
    (?:read|find) (?:it all|the rest|the (?:full|whole|entire|original) [\w ]{2,30}|more)(?: [^."“”]{0,60})? here
    read (?:the (?:rest|full|whole|entire|original)|more)(?: of (?:the|this))?(?: (?:story|article|report|piece|post|interview))? (?:at|on|in|from|about) [^.?!"“”]{2,80}
    (?:follow|find|see|read) [^"“”]{2,100}(?:https?:\/\/|\w\.(?:com|org|net|example)\b)\S{0,100}
    (?:lire .{3,40} \/ )?read this (?:article|story|piece) in [A-Z][^.!?"“”]{2,30}
    read more letters(?: to the editor)?
    continue reading(?: the main story| on [^."“”]{2,60})?
    (?:continued (?:from|on)|see [^."“”]{2,40},|turn to) (?:page )?[a-z]?\d{1,3}[a-z]?
  `})\\W{0,3}$`,
  'i',
);

/** "[ The bridge: what happens next Opens in new window ]", "[Newsstand] Ten months of silence", "[…]" */
const bracketed =
  /^\[(?: [^[\]"“”.!?]{5,160} \]|\p{Lu}[\w ’'-]{2,24}\]:? \p{Lu}[^.!?"“”]{10,140}|…\]|\.{3}\])$/u;

/** "(Read: What the ferry will cost)", "MORE: What the ferry will cost" */
const read =
  /^(?:[[(](?:[Rr]ead|[Ww]atch|[Ll]isten)\s?[:|][^"“”()[\]]{4,160}[\])]|MORE\s?[:|»>] ?[^.!?"“”]{4,160})$/;

/** "» What the ferry will cost", ">>> What the ferry will cost", where the mark opens no speech. */
const arrowed = /^(?:[»›►▶]|>{2,3}(?! (?:Follow|Join|Sign|Subscribe)\b)) ?\p{Lu}[^.!?,"“”«‹]{5,140}$/u;

/** "Map: The bridge and the ferry", without a full stop */
const shown =
  /^(?:video|map|graphic|infographic|chart|interactive|podcast|gallery|photos|slideshow)s?: \p{Lu}[^.!?"“”]{3,120}$/iu;

/** Lists for readers of a page: "List of 3 items", "End of list", "Related topics: bridges, ferries" */
const teaser =
  /^\W{0,3}(?:why you can trust [^.!?"“”]{2,40}|list of \d+ items.{0,30}|end of (?:list|article|story)|table of contents|more:|recommended by\b.{0,40}|(?:promoted|sponsored|partner) (?:stories|content|links)|(?:related|suggested) topics\s?: ?[^.!?"“”]{2,160}|show key events only|go to accessibility shortcuts|house rules|about sponsored content|tags|topics)\W{0,3}$/i;

/** "Also on The Courier: Five islands you can still buy" */
function isOutletList(paragraph: string): boolean {
  const match = /^(?:also|more|elsewhere) (?:on|in|from) ([^:|]{3,40})\s?[:|»]/i.exec(paragraph);
  return match !== null && paragraph.length <= 240 && !/["“”]/.test(paragraph) && isOutlet(match[1]!);
}
