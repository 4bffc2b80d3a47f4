import { csvFormat } from 'd3-dsv';

/**
 * Marks the text as UTF-8 for spreadsheets, which else take it for a code page and break every
 * letter beyond English. Browsers and CSV parsers drop it.
 */
const BYTE_ORDER_MARK = '\uFEFF';

/** Cells by the names of their columns; nothing known is an empty cell. */
export type Row<Column extends string> = Readonly<Partial<Record<Column, string | undefined>>>;

/** A table of texts with a row of column names (RFC 4180), safe to open in a spreadsheet. */
export function csvText<Column extends string>(
  rows: readonly Row<Column>[],
  columns: readonly Column[],
): string {
  const cells = rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column, harmless(row[column] ?? '')])),
  );
  return `${BYTE_ORDER_MARK}${csvFormat(cells, columns)}\n`;
}

/** What spreadsheets run as a formula: see owasp.org/www-community/attacks/CSV_Injection. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-?\d+$/;

/**
 * Puts an apostrophe before what a spreadsheet would run, which shows it as text. One apostrophe
 * before such a sign is always ours, so that a program can take it off again. Whole numbers stay.
 */
export function harmless(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}
