import { anyOf } from '../../../text/patterns.ts';

const occasions = anyOf`
  statement|report|interview|conference|posts?|letter|speech|briefing|e-?mail|message|sidelines|ruling|judge?ment
  memo|filing|notice|address|testimony|release|communiqué|video|tweet|affidavit|update|circular|bulletin|podcast|broadcast
  hearing|rally|forum|debate|meeting|summit|ceremony|op-ed|column|appearance|call|spokes(?:man|woman|person)|lawyers?|attorney
`;

const months = anyOf`
  january|february|march|april|may|june|july|august|september|october|november|december
  jan[.]|feb[.]|aug[.]|sept[.]|oct[.]|nov[.]|dec[.]
`;

const when = anyOf`
  (?:(?:late|early|earlier|later)(?: on)? |on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight)(?: (?:morning|afternoon|evening|night))?
  (?:(?:late|early|earlier|later) )?(?:last|this|that|(?:on )?the (?:next|same|following|previous|other)) (?:week|weekend|month|year|day|night|morning|afternoon|evening|spring|summer|autumn|winter|fall)
  (?:(?:a|an|two|three|four|five|six|ten|some|several|many|a few|\d+) )?(?:minute|hour|day|week|month|year|decade)s? (?:ago|earlier|later|before)
  (?:in|on) (?:(?:early|late) )?${months}(?: \d{1,2})?|on \d{1,2} ${months}|in \d{4}
  once (?:again|more)|more than once|time and (?:time )?again|again and again|over and over(?: again)?
  at (?:the (?:time|weekend|outset|start)|first|last|once)|over the (?:weekend|years|past (?:week|month|year))|in recent (?:days|weeks|months|years)
  in turn|for (?:(?:his|her|its|their) part|one|years|months|weeks)
  (?:via|by) (?:e-?mail|phone|telephone|text message)
  (?:in|on|at|during|via|through) (?:an?|its|his|her|their|the|another) (?:[^ ,]+ ){0,3}?${occasions}(?: (?:to|of|on|released|issued|posted|published|dated|sent|seen)(?: .{1,80})?)?
`;

/** When, or on which occasion, somebody spoke: "late on Tuesday", "in a letter to ministers". */
export const occasion = new RegExp(`^${when}$`);

/** The first word of one that may stand between a subject and its verb. */
export const opensOccasion =
  /^(?:on|in|at|during|via|through|by|over|for|late|early|earlier|later|last|this|that|the|an?|two|three|four|five|six|ten|some|several|many|\d+|(?:minute|hour|day|week|month|year|decade)s|once|more|time|again|yesterday|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** Likewise where it stands between "who" and its verb. */
export const occasionInside = new RegExp(
  `^(?:(?:has|have|had|also|then|later|earlier|since) )*(?:${when}|at an? [^,]{1,40})(?: (?:has|have|had|also))*$`,
);
