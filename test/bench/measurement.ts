/** A measured figure beside what it may be at most. */
export interface Measurement {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB';
  readonly budget: number;
}

/** The middle of the values: one slow run says nothing of the usual one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The figures as a Markdown table. */
export function table(measurements: readonly Measurement[], heading = 'median'): string {
  const rows = measurements.map(
    ({ what, value, unit, budget }) =>
      `| ${what} | ${value.toFixed(1)} ${unit} | ${budget} ${unit} | ${value <= budget ? 'met' : 'missed'} |`,
  );
  return [`| what | ${heading} | budget | |`, '|---|---|---|---|', ...rows].join('\n');
}
