import type { Mvp } from '../../catalog/catalog.ts';
import type { RuleContext } from '../rule.ts';

/** Whether a program name has the form of an MVP id: `G0053`, `M1366`. */
export function isMvpId(programName: string): boolean {
  return /^[A-Z]\d{4}$/.test(programName);
}

/** The newest other year that has the MVP. */
export function mvpOfYear(
  mvpId: string,
  { catalogs }: RuleContext,
): { readonly mvp: Mvp; readonly performanceYear: number } | undefined {
  for (const performanceYear of catalogs.years.toReversed()) {
    const mvp = catalogs.year(performanceYear)?.mvps.get(mvpId);
    if (mvp !== undefined) return { mvp, performanceYear };
  }
  return undefined;
}
