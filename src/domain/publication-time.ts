const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/** Whether it is written `YYYY-MM-DD` and is a day of the calendar: not 2023-02-29. */
export function isDay(value: string): boolean {
  const [, year, month, day] = dayPattern.exec(value) ?? [];
  if (year === undefined) return false;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}

/**
 * A day as it is, an RFC 3339 instant of a day that exists in UTC to the second or, where it has them, the milliseconds;
 * null for anything else.
 */
export function readPublicationTime(value: string): string | null {
  if (isDay(value)) return value;
  const day = instantPattern.exec(value)?.[1];
  if (day === undefined || !isDay(day)) return null;
  return new Date(value.toUpperCase()).toISOString().replace('.000Z', 'Z');
}
