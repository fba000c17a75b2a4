const upToTwoDecimals = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** What stands for a figure that the file or the benchmark does not have. */
export const none = '–';

/** `1,234.5`; at most two decimals. */
export function number(value: number | null): string {
  return value === null ? none : upToTwoDecimals.format(value);
}

/** A percentage that is given as 0-100: `93.1%`. */
export function percent(value: number | null): string {
  return value === null ? none : `${upToTwoDecimals.format(value)}%`;
}
