import type { IncomingHttpHeaders } from 'node:http';

// All times here are milliseconds; instants count from 1970.

/** How long an answer is as good as a new one: what is left of its max-age, or of the time to Expires. */
export function readFreshness(headers: IncomingHttpHeaders): number {
  const control = headers['cache-control'] ?? '';
  if (/\bno-(?:cache|store)\b/i.test(control)) return 0;
  const [, seconds] = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(control) ?? [];
  const age = Number(/^\d{1,10}$/.exec(headers.age ?? '')?.[0] ?? 0) * 1000;
  if (seconds !== undefined) return Math.max(0, Number(seconds) * 1000 - age);
  // Both are of the server's clock.
  const left = Date.parse(headers.expires ?? '') - Date.parse(headers.date ?? '');
  return Number.isNaN(left) ? 0 : Math.max(0, left);
}

/** Retry-After, in seconds or as a date; 0 where there is none. */
export function readRetryAfter(now: number, headers: IncomingHttpHeaders): number {
  const value = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,10}$/.test(value)) return Number(value) * 1000;
  const until = Date.parse(value);
  return Number.isNaN(until) ? 0 : Math.max(0, until - now);
}
