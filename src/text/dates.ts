/** What a stretch of text that has the shape of a date says; `value` is null where that day or hour does not exist. */
export interface DateReading {
  readonly value: string | null;
}

/**
 * Parses a date of the trade: "2023-10-11", "11 October 2023", "Oct. 11, 2023", "Wed, 11 Oct 2023 10:00:00 +0200",
 * "20231011T101500Z". Gives an RFC 3339 instant in UTC where the zone is known, otherwise `YYYY-MM-DD`; null where the
 * text is no date, or one that does not exist.
 */
export function parseDate(text: string): string | null {
  return readDate(text)?.value ?? null;
}

/** The day of a date as it is printed, whatever the hour and its zone; null where the text is no date. */
export function readPrintedDay(text: string): DateReading | null {
  const time = timePattern.exec(text.trim());
  if (time === null) return readDate(text);
  return readDate(`${text.trim().slice(0, time.index)} ${text.trim().slice(time.index + time[0].length)}`);
}

/** As {@link parseDate}, but tells a date that does not exist from what is no date: that one is null. */
export function readDate(text: string): DateReading | null {
  const trimmed = text.trim();
  if (trimmed.length < 6 || trimmed.length > longestDate) return null;
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?$/i.exec(trimmed);
  if (compact !== null) {
    const [, year, month, day, hour, minute, second, zone] = compact;
    return reading(
      dayOf(year!, month!, day!),
      hour === undefined ? null : timeOf(hour, minute!, second, undefined, zone),
    );
  }
  const time = timePattern.exec(trimmed);
  const date =
    time === null ? trimmed : `${trimmed.slice(0, time.index)} ${trimmed.slice(time.index + time[0].length)}`;
  const day = readDay(date, time !== null && time[4] === undefined);
  if (day === null) return null;
  return reading(day, time === null ? null : timeOf(time[1]!, time[2]!, time[3], time[4], time[5]));
}

/** The longest date in words with weekday, time and zone has some sixty letters. */
const longestDate = 80;

/** Minutes ahead of UTC; null for names that mean one thing in summer and another in winter: of these only the day is taken. */
const zones: Readonly<Record<string, number | null>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  BST: 60,
  CET: 60,
  CEST: 120,
  MSK: 180,
  IST: 330,
  SGT: 480,
  JST: 540,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  ET: null,
  CT: null,
  MT: null,
  PT: null,
  WAT: 60,
  SAST: 120,
  EET: 120,
  EAT: 180,
  EEST: 180,
  PKT: 300,
  WIB: 420,
  HKT: 480,
  KST: 540,
  PHT: 480,
  AEST: 600,
  AEDT: 660,
};

const timePattern = new RegExp(
  String.raw`(?:^|[T\s])(\d{1,2})[:.h](\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(?![\d.])\s?([ap]\.?m\b\.?)?\s?\(?((?:GMT|UTC)[+-]\d{1,2}?(?::?\d\d)?(?!\d)|(?:${Object.keys(zones).join('|')})\b|[+-]\d\d:?\d\d|(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))? Time\b)?\)?`,
  'i',
);

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthPattern =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const dayForms: readonly { readonly pattern: RegExp; readonly order: readonly [number, number, number] }[] = [
  { pattern: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})T?$/i, order: [1, 2, 3] },
  { pattern: /^(\d{4})年(\d{1,2})月(\d{1,2})日$/, order: [1, 2, 3] },
  {
    pattern: new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${monthPattern} (\\d{4})$`, 'i'),
    order: [3, 2, 1],
  },
  { pattern: new RegExp(`^${monthPattern} (\\d{1,2})(?:st|nd|rd|th)? (\\d{4})$`, 'i'), order: [3, 1, 2] },
  { pattern: new RegExp(`^(\\d{1,2})-${monthPattern}-(\\d{4})$`, 'i'), order: [3, 2, 1] },
];

/** A day as `YYYY-MM-DD`; its value null where it does not exist; null where the words are no day. */
function readDay(text: string, hasFullClock: boolean): DateReading | null {
  const words = text
    .replace(/[,|]/g, ' ')
    .replace(/\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?/i, ' ')
    .replace(/\b(?:at|on|local time)\b|(?<=\s)à(?=\s|$)|\s[-–—](?=\s|$)/gi, ' ')
    .replace(/\b([A-Za-z]{3,4})\./, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  for (const { pattern, order } of dayForms) {
    const match = pattern.exec(words);
    if (match !== null) return dayOf(match[order[0]]!, match[order[1]]!, match[order[2]]!);
  }
  return readNumericDay(words, hasFullClock);
}

/**
 * "31/12/2023" and "12/31/2023" can be told apart; of "10/11/2023" nobody knows the month, so it is no date, unless a clock
 * of 24 hours stands beside it ("10/11/2023 - 16:20"): who writes the month first writes "4:20 PM".
 */
function readNumericDay(words: string, hasFullClock: boolean): DateReading | null {
  const match = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4})$/.exec(words);
  if (match === null) return null;
  const [, first, separator, second, year] = match;
  // With points the day comes first, all over Europe.
  if (separator === '.' || Number(first) > 12) return dayOf(year!, second!, first!);
  if (hasFullClock && Number(second) <= 12) return dayOf(year!, second!, first!);
  return Number(second) > 12 || first === second ? dayOf(year!, first!, second!) : null;
}

function dayOf(year: string, month: string, day: string): DateReading {
  const monthNumber = /^\d/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const date = new Date(Date.UTC(Number(year), monthNumber - 1, Number(day)));
  const exists =
    Number(year) >= 1000 && date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === Number(day);
  return { value: exists ? date.toISOString().slice(0, 10) : null };
}

interface Time {
  readonly minutes: number;
  readonly seconds: number;
  /** Minutes ahead of UTC; null where the zone is not known. */
  readonly offset: number | null;
  readonly exists: boolean;
}

function timeOf(hour: string, minute: string, second = '0', half = '', zone = ''): Time {
  let hours = Number(hour);
  const isHalfDay = half !== '';
  const exists =
    Number(minute) < 60 && Number(second) < 61 && (isHalfDay ? hours >= 1 && hours <= 12 : hours < 24);
  if (isHalfDay) hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0);
  return {
    minutes: hours * 60 + Number(minute),
    seconds: Math.min(Number(second), 59),
    offset: offsetOf(zone),
    exists,
  };
}

function offsetOf(zone: string): number | null {
  if (zone === '') return null;
  const named = /^(Eastern|Central|Mountain|Pacific) (?:(Standard|Daylight) )?Time$/i.exec(zone);
  // "Eastern Daylight Time" is EDT.
  if (named !== null) return offsetOf(`${named[1]![0]}${named[2]?.[0] ?? ''}T`);
  const match = /^(?:GMT|UTC)?([+-])(\d{1,2}?):?(\d\d)?$/i.exec(zone);
  if (match === null) return zones[zone.toUpperCase()] ?? null;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}

function reading(day: DateReading, time: Time | null): DateReading {
  if (day.value === null || time === null) return day;
  if (!time.exists) return { value: null };
  if (time.offset === null) return day;
  const instant =
    Date.parse(`${day.value}T00:00:00Z`) + (time.minutes - time.offset) * 60_000 + time.seconds * 1000;
  return { value: new Date(instant).toISOString().replace('.000', '') };
}
