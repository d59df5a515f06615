/**
 * The quality that an `Accept` or `Accept-Encoding` header gives to a value, from 0 (not acceptable) to 1; the most
 * specific range decides (RFC 9110, 12.5). A media range with a wildcard (`text/*`) matches as it says.
 */
export function quality(header: string, value: string): number {
  let best = 0;
  let bestPrecision = -1;
  for (const entry of header.split(',')) {
    const [range = '', ...parameters] = entry.split(';');
    const precision = rangePrecision(range.trim().toLowerCase(), value);
    if (precision <= bestPrecision) continue;
    bestPrecision = precision;
    best = weight(parameters);
  }
  return best;
}

/** The one of the values with the highest quality, of equals the first; null where the header takes none of them. */
export function findPreferred<Value extends string>(
  header: string,
  offered: readonly Value[],
  nameOf: (value: Value) => string = (value) => value,
): Value | null {
  let preferred: Value | null = null;
  let highest = 0;
  for (const value of offered) {
    const q = quality(header, nameOf(value));
    if (q <= highest) continue;
    preferred = value;
    highest = q;
  }
  return preferred;
}

/** How closely a range names the value: 2 exactly, 1 its type, 0 anything, -1 not at all. */
function rangePrecision(range: string, value: string): number {
  if (range === value) return 2;
  if (range === '*' || range === '*/*') return 0;
  return range.endsWith('/*') && value.startsWith(range.slice(0, -1)) ? 1 : -1;
}

function weight(parameters: readonly string[]): number {
  const parameter = parameters.find((text) => /^\s*q\s*=/i.test(text));
  if (parameter === undefined) return 1;
  const value = Number(parameter.slice(parameter.indexOf('=') + 1));
  return value >= 0 && value < 1 ? value : value >= 1 ? 1 : 0;
}
