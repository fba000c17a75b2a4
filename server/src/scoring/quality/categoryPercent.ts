import { roundTo } from '../rounding.ts';

/**
 * The quality category in percent, four decimals: points and bonuses over the denominator, plus the
 * improvement percent, at most 100. CMS's scoring guides round to one decimal before they
 * add improvement (82.1667 + 0.43 = 82.63), so that is done only when there is any.
 */
export function qualityPercent(numerator: number, denominator: number, improvementPercent: number): number {
  if (denominator <= 0) return 0;
  const achieved = (100 * numerator) / denominator;
  const percent = improvementPercent > 0 ? roundTo(achieved, 1) + improvementPercent : achieved;
  return roundTo(Math.min(percent, 100), 4);
}
