import type { createColors } from 'picocolors';

export interface TableRow {
  readonly cells: readonly string[];
  /** Explanation under the row; empty for none. */
  readonly below: string;
}

/** Lines of a table with columns padded to their widest cell, two spaces in. */
export function textTable(
  head: readonly string[],
  rows: readonly TableRow[],
  colors: ReturnType<typeof createColors>,
): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row.cells[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  return [
    colors.dim(line(head)),
    ...rows.flatMap((row) => [
      line(row.cells),
      ...(row.below === '' ? [] : [colors.dim(`      ${row.below}`)]),
    ]),
  ];
}
