import { anyOf } from '../../patterns.ts';

/**
 * Whether a line below the story speaks to its reader of what papers and pages offer or ask for. Above, such a sentence may
 * be one of a story about a paper; below it none is.
 *   Get the day's headlines in your inbox.   Stay with Channel 9 for updates.   If you need help, call Lifeline on 13 11 14.
 */
export function isReaderLine(line: string): boolean {
  // A live blog opens so, with its last paragraph: "Good afternoon and welcome to our coverage …"
  if (/^good (?:morning|afternoon|evening)\b|\bwelcome to\b/i.test(line)) return false;
  if (asks.test(line)) return true;
  return offer.test(line) && (request.test(line) || toReader.test(line) || /\?$/.test(line));
}

/** Words that only somebody says who publishes. */
const offer = new RegExp(
  `\\b(?:${anyOf`
    newsletters?|inbox|(?:the|our|free|mobile|news|[A-Z]\w+) app|subscri(?:be|bers?|bed|ption)|unsubscribe|sign(?:ing)? up|alerts?|notifications|cookies?|bookmarks|opt out
    comments? (?:section|below|box)|in the comments|commenting|guidelines|privacy (?:policy|notice)|terms (?:and|&) conditions|terms of (?:use|service)
    web ?site|(?:this|our|the) (?:site|page|channel|platform|newsroom|newsdesk|poll|survey|podcast)|click|click here|swipe|tap|whatsapp|telegram|instagram|facebook|twitter|tiktok|youtube|google news|on social media
    (?:this|our|the|your|full) (?:story|article|post|report|journalism|reporting|coverage|video|stor(?:y|ies))|stories|articles|headlines|latest|breaking news|(?:news|story) (?:tips?|ideas?)|(?:latest|more|all the|local|live|city|business|top) news|updates
    video (?:above|below|player)|(?:live ?blog|e-?paper|print edition|evening edition|morning edition|journalism|media|user icon|gift link|paywall|free trial|account|live on air)
  `})\\b`,
  'i',
);

/** The reader is told to do something. */
const request =
  /^(?:[^\p{L}\p{N}]{0,4}|(?:please|mobile users|or|and|also|also,)[,:]? )(?:catch|track|get|read|find|check(?: out)?|discover|browse|explore|unlock|stay|stick|watch|listen|view|see|click|tap|download|don['’]t miss|never miss|keep|share|tell us|let us know|vote|take|forward|enjoy|enjoyed|stream|submit|report|suggest|licen[cs]e|join|subscribe|follow|sign|log ?in|support|send|start|make|visit|add|turn on|choose|try|leave|write|contact|reach|register|create|abide|want|looking for|like|love|tune in|for (?:more|all|the latest|continued|free|feedback)|or by|to (?:get|see|read|view|watch|find|learn|comment|report|unsubscribe|subscribe|sign))\b/iu;

const toReader =
  /\b(?:you|your|yours|us|our(?! (?:own )?(?:correspondents?|reporters?)))\b|\bwe\b(?= (?:will|ask|use|are|also|may|do not))/i;

/** What is asked of readers or told them in so many words. */
const asks = new RegExp(
  `^[^\\p{L}\\p{N}]{0,4}${anyOf`
    (?:to|for) (?:read |learn |find out |find |see |get |hear )?(?:more|all|further|additional|other|the latest|details|information|(?:any )?feedback|complaints|inquiries|enquiries|corrections)\b.{0,140}\b(?:visit|see|go to|call|contact|click|follow|subscribe|log on|e-?mail|read|download)\b.{0,160}
    (?:subscribe to|support|become an?|join) (?:the |our )?[\p{L}\p{N} '’&-]{2,50}
    thank(?:s| you) for (?:reading|subscribing|being|your support|signing up|visiting|watching|joining)\b.{0,120}|(?:watch|look out) for us in your inbox|that['’]s (?:all|it) (?:for|from) (?:today|now|us|this week)\b.{0,80}|see you (?:tomorrow|next week|on \p{Lu}\p{L}+day)
    (?:got|have|do you have|see|spot(?:ted)?|found|notice|noticed) an? (?:news )?(?:tip|story|question|correction|typo|error|mistake)\b.{0,120}|if you (?:see|spot|find|notice|have) an? (?:typo|error|mistake|correction|story|news tip|tip)\b.{0,160}|(?:suggest|submit|report|request) an? (?:correction|typo|error|news tip|tip|story|correction or typo)\b.{0,40}
    (?:comments? (?:are|is|has|have)|comments? (?:for|on) (?:this|the) (?:story|article|thread|post) (?:are|is|has|have)|commenting (?:on this (?:story|article)|is|has)) .{3,80}|(?:log ?in|sign in|register) to (?:comment|reply|post|save)\b.{0,40}
    if (?:you(?: or (?:anyone|someone|somebody) you (?:know|love))?|you(?:['’]ve| have)|someone you know|any(?:one|body)) [^!?]{4,160}\b(?:help|support|call|text|contact|visit|lifeline|helpline|hotline|samaritans|action line)\b.{0,240}
    (?:for|details of|information (?:and|about|on)|help and|sources of|confidential)[\p{L} ,&]{0,40}\b(?:help|support|advice|counselling)\b.{0,80}\b(?:call|visit|contact|available|found|on \d|at \d|lifeline|samaritans)\b.{0,160}
    more stories like this\b.{0,80}
    (?:how does|did|was|is|were|does) (?:this|you)\b.{0,60}\?|(?:please )?(?:include|provide) (?:a |your )(?:contact|name|phone|telephone|e-?mail)\b.{0,120}
    [\w .]{2,40} will (?:continue to (?:follow|update|monitor|cover)|have more on|bring (?:you|viewers|readers)|keep you|update (?:this|the) (?:story|article|report))\b.{0,160}|[\w .]{2,40} has reached out to\b.{2,120}\bwill update\b.{0,80}|the video (?:above|below|in this story)\b.{2,80}|editor['’]s note: the video\b.{2,80}
    (?:good|quality|independent|great) journalism (?:costs|is|needs|matters|takes)\b.{2,240}|do(?:es)? (?:this|the) (?:story|article)\b.{2,60}
    (?:do|did|are|were|have) you\b.{2,120}\? .{0,60}\b(?:contact|e-?mail|call|tell|write|get in touch|let us know|share|message)\b.{0,160}
    stay (?:ahead|informed|connected|tuned|updated|up to date)\b.{0,100}|we(?:['’]d| would)? (?:want|love|like) to hear (?:from you|your)\b.{0,80}|discover more from .{2,60}|want to (?:know|read|see|hear|learn) more\b.{0,60}|create an account\b.{0,60}|(?:people|others|readers) (?:are )?also (?:read|like|reading)\b.{0,40}
  `}\\W{0,3}$`,
  'iu',
);
