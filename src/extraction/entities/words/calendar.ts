/** Days and months, in lower case: capitalised, and no names. */
export const calendarNames: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december`.split(/\s+/),
);
