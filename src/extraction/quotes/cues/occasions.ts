import { anyOf } from '../../../text/patterns.ts';

const occasions = anyOf`
  statement|report|interview|conference|posts?|letter|speech|briefing|e-?mail|message|sidelines|ruling|judge?ment
  memo|filing|notice|address|testimony|release|communiqué|video|tweet|affidavit|update|circular|bulletin|podcast|broadcast
  hearing|rally|forum|debate|meeting|summit|ceremony|op-ed|column|appearance|call|spokes(?:man|woman|person)|lawyers?|attorney
`;

const when = anyOf`
  (?:(?:late|early|earlier)(?: on)? |on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight)(?: (?:morning|afternoon|evening|night))?
  (?:(?:late|early|earlier) )?(?:last|this) (?:week|month|year|night|morning|spring|summer|autumn|winter|fall)
  (?:via|by) (?:e-?mail|phone|telephone|text message)
  (?:in|on|at|during|via|through) (?:an?|its|his|her|their|the|another) (?:[^ ,]+ ){0,3}?${occasions}(?: (?:to|of|on|released|issued|posted|published|dated|sent|seen)(?: .{1,80})?)?
`;

/** When, or on which occasion, somebody spoke: "late on Tuesday", "in a letter to ministers". */
export const occasion = new RegExp(`^${when}$`);

/** Likewise where it stands between "who" and its verb. */
export const occasionInside = new RegExp(
  `^(?:(?:has|have|had|also|then|later|earlier|since) )*(?:${when}|in (?:january|february|march|april|may|june|july|august|september|october|november|december|\\d{4})|(?:a|two|three|four|five|six|\\d+) (?:day|week|month|year)s? (?:ago|earlier|later)|at an? [^,]{1,40})(?: (?:has|have|had|also))*$`,
);
