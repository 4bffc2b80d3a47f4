/** A line of a table, by the names of its columns. */
export type Row = Record<string, string | number>;

/** Says what is measured now. */
export function report(step: string): void {
  console.error(`… ${step}`);
}

/** A Markdown table whose columns are as wide as their longest cell, to be read in a terminal too. */
export function table(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = [names, ...rows.map((row) => names.map((name) => String(row[name])))];
  const widths = names.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const print = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [head = '', ...body] = lines.map((line) =>
    print(line.map((cell, column) => cell.padStart(widths[column] ?? 0))),
  );
  const rule = print(widths.map((width) => `${'-'.repeat(width - 1)}:`));
  return [head, rule, ...body].join('\n');
}
