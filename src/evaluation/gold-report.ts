import type { Fault, Hits } from './gold-faults.ts';
import type { GoldScore } from './gold-score.ts';
import { type Rate, share } from './score-rate.ts';

/** A score as lines to read: the figures, then the table of phenomena, then what was wrongly taken for a quote. */
export function describeGoldScore({ articles, quotes, entities, cleaning }: GoldScore): string {
  const populations = ['marked', 'indirect', 'all'] as const;
  const lines = [
    `${articles} articles`,
    '',
    'quotes                     match: P     R    F1   with speaker: P     R    F1',
    ...populations.map(
      (name) => `  ${name.padEnd(26)}${rate(quotes.match[name])}         ${rate(quotes.endToEnd[name])}`,
    ),
    '',
    'of the matched ones, right',
    ...(['speaker', 'kind', 'resolution', 'source', 'cue', 'reportedBy', 'saidOn'] as const).map((name) =>
      hits(name, quotes[name]),
    ),
    '',
    'phenomenon                       gold  found  with speaker',
    ...[...quotes.phenomena]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([name, row]) =>
          `  ${name.padEnd(30)}${count(row.gold)}${percent(row.matched, row.gold)}${percent(row.endToEnd, row.gold)}`,
      ),
    '',
    'not quotes                       gold  taken for one',
    ...[...quotes.nonQuotes].map(
      ([name, row]) => `  ${name.padEnd(30)}${count(row.gold)}${count(row.taken)}`,
    ),
    '',
    `entities (${entities.articles} articles)                P     R    F1`,
    `  ${'mentions, typed'.padEnd(30)}${rate(entities.mentions)}`,
    `  ${'mentions, untyped'.padEnd(30)}${rate(entities.untypedMentions)}`,
    ...[...entities.byType].map(([type, one]) => `    ${type.padEnd(28)}${rate(one)}`),
    `  ${'merging, pairs'.padEnd(30)}${rate(entities.clusters)}`,
    `  ${'merging, pairs of people'.padEnd(30)}${rate(entities.peopleClusters)}`,
    `  ${'roles of people'.padEnd(30)}${rate(entities.roles)}`,
    hits('names', entities.names),
    '',
    'cleaning, articles right',
    ...Object.entries(cleaning).map(([name, one]) => hits(name, one)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Faults as lines for a pager, an article after the other. */
export function describeFaults(faults: readonly Fault[]): string {
  let article = '';
  return faults
    .map((fault) => {
      const heading = fault.article === article ? '' : `\n== ${fault.article}\n`;
      article = fault.article;
      const change = `${fault.expected ?? '–'} → ${fault.found ?? '–'}`;
      return `${heading}${fault.fault.padEnd(9)} ${change}\n          ${fault.context}\n`;
    })
    .join('');
}

function rate({ precision, recall, f1 }: Rate): string {
  return [precision, recall, f1].map((value) => (100 * value).toFixed(1).padStart(6)).join('');
}

function hits(name: string, { right, of }: Hits): string {
  return `  ${name.padEnd(30)}${percent(right, of)}  (${right} of ${of})`;
}

function count(value: number): string {
  return String(value).padStart(7);
}

function percent(part: number, whole: number): string {
  return `${(100 * share(part, whole)).toFixed(0).padStart(6)} %`;
}
