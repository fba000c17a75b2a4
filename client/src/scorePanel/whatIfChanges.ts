import type { QualityMeasureScore, StratumCounts } from '../../../server/src/scoring/breakdown.ts';
import type { WhatIf, WhatIfValue } from '../../../server/src/scoring/whatIf.ts';

/** What a change replaces: a measure's answer, or one of its rates. */
export type WhatIfTarget = Omit<WhatIf, 'value'>;

/** The changes with one more, in place of an earlier one of the same target. */
export function withChange(changes: readonly WhatIf[], change: WhatIf): readonly WhatIf[] {
  return changes.some((other) => isSameTarget(other, change))
    ? changes.map((other) => (isSameTarget(other, change) ? change : other))
    : [...changes, change];
}

/** The changes without those of some targets. */
export function withoutTargets(
  changes: readonly WhatIf[],
  targets: readonly WhatIfTarget[],
): readonly WhatIf[] {
  return changes.filter((change) => !targets.some((target) => isSameTarget(change, target)));
}

/** Whether any of the targets is changed. */
export function isAnyChanged(changes: readonly WhatIf[], targets: readonly WhatIfTarget[]): boolean {
  return withoutTargets(changes, targets).length < changes.length;
}

/** The target of one rate of a quality measure: named where the measure has several. */
export function rateTarget(
  { measureId, collectionType }: QualityMeasureScore,
  { name }: StratumCounts,
): WhatIfTarget {
  return { measureId, collectionType, ...(name !== null && { stratum: name }) };
}

/**
 * Reads what stands in the two fields of a rate. A sentence says what is wrong with it; `null` while a field is empty,
 * as when the user is about to type another figure.
 */
export function readCounts(numerator: string, denominator: string): WhatIfValue | string | null {
  if (numerator.trim() === '' || denominator.trim() === '') return null;
  const met = Number(numerator);
  const of = Number(denominator);
  if (![met, of].every((count) => Number.isSafeInteger(count) && count >= 0)) {
    return 'Counts are whole numbers from 0.';
  }
  return met <= of ? { kind: 'counts', met, of } : `The numerator ${met} is more than the denominator ${of}.`;
}

function isSameTarget(a: WhatIfTarget, b: WhatIfTarget): boolean {
  return a.measureId === b.measureId && a.collectionType === b.collectionType && a.stratum === b.stratum;
}
