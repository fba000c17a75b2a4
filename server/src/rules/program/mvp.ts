import type { Mvp } from '../../catalog/catalog.ts';
import type { RuleContext } from '../rule.ts';

/** Whether a program name has the form of an MVP id: `G0053`, `M1366`. */
export function isMvpId(programName: string): boolean {
  return /^[A-Z]\d{4}$/.test(programName);
}

/** The nearest other year that has the MVP: the last one before, else the first one after. */
export function mvpOfYear(
  mvpId: string,
  { catalogs, performanceYear: own }: RuleContext,
): { readonly mvp: Mvp; readonly performanceYear: number } | undefined {
  const before = catalogs.years.filter((year) => year < own).toReversed();
  const after = catalogs.years.filter((year) => year > own);
  for (const performanceYear of [...before, ...after]) {
    const mvp = catalogs.year(performanceYear)?.mvps.get(mvpId);
    if (mvp !== undefined) return { mvp, performanceYear };
  }
  return undefined;
}
