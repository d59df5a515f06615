/** One thing that was measured, with a figure for each column of its table. */
export interface Row {
  readonly question: string;
  readonly figures: readonly string[];
  /** What is to be reached, in words; null: nothing is promised. */
  readonly target?: string;
  /** Null: what was measured cannot tell. */
  readonly isMet?: boolean | null;
}

export interface Table {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** Lines for a terminal. */
export function showTable({ heading, columns, rows }: Table): string {
  const cells = rows.map((row) => [row.question, ...row.figures, verdict(row)]);
  const head = [heading, ...columns, ''];
  const widths = head.map((_, column) =>
    Math.max(...[head, ...cells].map((line) => (line[column] ?? '').length)),
  );
  const lines = [head, ...cells].map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  '),
  );
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** The same for `README.md`. */
export function showMarkdown({ heading, columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const body = rows.map((row) => line([row.question.replace(/^ +/, '… '), ...row.figures, verdict(row)]));
  return `${[line([heading, ...columns, 'to reach']), line(Array(columns.length + 2).fill('---')), ...body].join('\n')}\n`;
}

function verdict({ target, isMet }: Row): string {
  if (target === undefined) return '';
  return isMet == null ? target : `${target}: ${isMet ? 'met' : 'missed'}`;
}

/** The middle of several measurements: what a busy machine disturbs least. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function showCount(value: number): string {
  return Math.round(value).toLocaleString('en');
}

export function showMs(ms: number): string {
  return `${ms < 10 ? ms.toFixed(2) : ms.toFixed(1)} ms`;
}

/** Rounded up: nothing is told better than it is. */
export function showRatio(ratio: number): string {
  return `${(Math.ceil(ratio * 100) / 100).toFixed(2)} ×`;
}
