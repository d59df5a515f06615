/** One measured figure. */
export interface Row {
  readonly question: string;
  readonly figure: string;
}

/** Lines of one table, under a heading for each group. */
export function showTable(groups: ReadonlyMap<string, readonly Row[]>): string {
  const width = Math.max(...[...groups.values()].flat().map(({ question }) => question.length));
  const lines = [...groups].flatMap(([heading, rows]) => [
    '',
    heading,
    ...rows.map(({ question, figure }) => `  ${question.padEnd(width)}  ${figure}`),
  ]);
  return `${lines.join('\n')}\n`;
}

/** The middle of several measurements: what a busy machine disturbs least. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

export function showCount(value: number): string {
  return Math.round(value).toLocaleString('en');
}
