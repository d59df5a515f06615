import { OnrecordError } from '../../domain/errors.ts';
import type { Fetch } from './fetch.ts';

/** What a host asks of programs that fetch its pages (robots.txt, RFC 9309). */
export interface RobotRules {
  isAllowed(url: URL): boolean;
  /** Milliseconds between two requests. */
  readonly pause: number;
}

/** Finds the rules for the host of an address, and keeps them for a day. */
export type FindRobotRules = (address: string) => Promise<RobotRules>;

/** Milliseconds for which the rules of a host hold. */
const kept = 24 * 3_600_000;
/** … and for which it is taken for one that allows nothing, where it cannot say. */
const keptOnFailure = 600_000;
/** Hosts whose rules are kept. */
const mostHosts = 1000;
/** Characters that are read, as RFC 9309 asks at least. */
const mostText = 512 * 1024;
/** Milliseconds of the longest pause that is kept: a page a minute. */
const longestPause = 60_000;

export function createRobots(fetch: Fetch, product: string): FindRobotRules {
  const known = new Map<string, { readonly until: number; readonly rules: Promise<RobotRules> }>();
  return (address) => {
    const { origin } = new URL(address);
    const entry = known.get(origin);
    if (entry !== undefined && performance.now() < entry.until) return entry.rules;
    if (known.size >= mostHosts) known.clear();
    const rules = ask(fetch, origin).then(
      (text) => readRobots(text, product),
      (error: unknown) => {
        if (!(error instanceof OnrecordError)) throw error;
        known.set(origin, { until: performance.now() + keptOnFailure, rules });
        return nothingAllowed;
      },
    );
    known.set(origin, { until: performance.now() + kept, rules });
    return rules;
  };
}

/** The text of the rules; none where the host says that it has none. Rejects where it cannot say. */
async function ask(fetch: Fetch, origin: string): Promise<string> {
  const { status, bytes } = await fetch(`${origin}/robots.txt`, { accept: 'text/plain, */*;q=0.1' });
  if (status === 200) return new TextDecoder().decode(bytes.subarray(0, mostText));
  if (status >= 400 && status < 500 && status !== 429) return '';
  throw new OnrecordError('unavailable', `The host answers ${status} when it is asked for robots.txt.`);
}

const nothingAllowed: RobotRules = { isAllowed: () => false, pause: 0 };

interface Rule {
  readonly isAllowing: boolean;
  readonly pattern: string;
}

/** The rules for a program of this name, otherwise those for all. */
export function readRobots(text: string, product: string): RobotRules {
  const own = readGroups(text, product.toLowerCase());
  const { rules, delay } = own ?? readGroups(text, '*') ?? { rules: [], delay: 0 };
  return {
    pause: Math.min(delay * 1000, longestPause),
    isAllowed: (url) => {
      const path = inOneForm(url.pathname + url.search);
      const matching = rules.filter(({ pattern }) => matches(path, pattern));
      const longest = Math.max(0, ...matching.map(({ pattern }) => pattern.length));
      const deciding = matching.filter(({ pattern }) => pattern.length === longest);
      return path === '/robots.txt' || deciding.length === 0 || deciding.some(({ isAllowing }) => isAllowing);
    },
  };
}

/** All groups of one program together; null where it has none. */
function readGroups(text: string, agent: string): { readonly rules: readonly Rule[]; delay: number } | null {
  const rules: Rule[] = [];
  let delay = 0;
  let isFound = false;
  let isOurs = false;
  let isInAgents = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const [, field = '', value = ''] = /^\s*([\w-]+)\s*:\s*([^#]*?)\s*(?:#.*)?$/.exec(line) ?? [];
    const name = field.toLowerCase();
    if (name === 'user-agent') {
      isOurs = (isInAgents && isOurs) || nameOf(value) === agent;
      isInAgents = true;
      isFound ||= isOurs;
      continue;
    }
    if (!/^(?:allow|disallow|crawl-delay)$/.test(name)) continue;
    isInAgents = false;
    if (!isOurs) continue;
    if (name === 'crawl-delay') delay = Math.max(delay, Number.parseFloat(value) || 0);
    else if (value !== '') rules.push({ isAllowing: name === 'allow', pattern: inOneForm(value) });
  }
  return isFound ? { rules, delay } : null;
}

/** "Onrecord/1.0 (…)" is onrecord. */
function nameOf(agent: string): string {
  return (/^(?:\*|[a-z_-]+)/i.exec(agent)?.[0] ?? '').toLowerCase();
}

/** Whether a path begins as a pattern says, in which * is any characters and $ the end. */
function matches(path: string, pattern: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [first = '', ...others] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = isWhole ? others.pop() : undefined;
  for (const piece of others) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (!isWhole) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}

/** With what need not be escaped as it is, and all else escaped in capitals. */
function inOneForm(path: string): string {
  return path.replace(/[^\x21-\x7e]+/g, encodeURIComponent).replace(/%[\da-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escaped.toUpperCase();
  });
}
