import type { Reading, Stretch } from './reading.ts';

/**
 * A source in front of its cue without the words that say when and on which occasion it spoke, and with whole brackets.
 *
 * > The National Police (NP) on Monday evening said …      > The Road Fund in its annual report says …
 *   ^^^^^^^^^^^^^^^^^^^^^^^^                                 ^^^^^^^^^^^^^
 */
export function withoutOccasion({ words, capital }: Reading, source: Stretch, cue: Stretch): Stretch {
  if (source.end > cue.first) return source;
  let { end } = source;
  for (let token = source.first + 1; token < end; token += 1) {
    // "a poll published on Thursday": the day of the poll, and not of the words
    if (capital[token] === 0 && telling.test(words[token]!)) break;
    if (opening.test(words[token]!) && occasion.test(words.slice(token, end).join(' '))) end = token;
  }
  const bracket = words.slice(source.first, end).lastIndexOf('(') + source.first;
  if (bracket > source.first && !words.slice(bracket, end).includes(')'))
    end = words[end] === ')' ? end + 1 : bracket;
  return { first: source.first, end };
}

const telling = /^(?:who|whose|which|that|where|when|by|is|are|was|were|has|had|\p{Ll}+ed|\p{Ll}+ing)$/u;

const opening = /^(?:on|in|at|during|via|late|early|earlier|last|this|yesterday|today|tonight)$/;

const occasion =
  /^(?:(?:(?:late|early|earlier)(?: on)? |on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight)(?: (?:morning|afternoon|evening|night))?|(?:(?:late|early|earlier) )?(?:last|this) (?:week|month|year|night|morning|spring|summer|autumn|winter|fall)|(?:in|on|at|during|via) (?:an?|its|his|her|their|the|another) (?:[^ ,]+ ){0,3}?(?:statement|report|interview|conference|post|posts|letter|speech|briefing|e-?mail|message|sidelines|ruling|judgment|judgement|memo|filing|notice|address|testimony|release|communiqué|video|tweet|affidavit|update)(?: (?:to|of|on|released|issued|posted|published|dated|sent|seen) .{1,80})?)$/;
