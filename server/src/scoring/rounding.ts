/** Rounds half up, away from the noise of binary fractions: 1.005 to two decimals is 1.01. */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  const scaled = value * factor;
  return Math.floor(scaled + 0.5 + Math.abs(scaled) * Number.EPSILON * 4) / factor;
}

/** Cuts without rounding, as CMS shows payment adjustments: 1.864 is shown as 1.86. */
export function truncateTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.trunc(roundTo(value * factor, 6)) / factor;
}
