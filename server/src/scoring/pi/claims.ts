import type { YearCatalog } from '../../catalog/catalog.ts';
import { piMeasure } from '../../catalog/piMeasure.ts';
import type { PiPolicy } from '../policy.ts';
import type { PiAnswers } from './answers.ts';

/** What the answers come to for a measure: claimed itself, excused by an exclusion, or neither. */
type MeasureClaim = 'reported' | 'excluded' | 'missing';

/** Asks the answers about measures, their exclusions and their alternatives. */
export interface PiClaims {
  claim(measureId: string): MeasureClaim;
  /** Whether the measure was answered at all, be it with no. */
  isAnswered(measureId: string): boolean;
  /** The exclusion ids claimed for a measure. */
  exclusionsOf(measureId: string): readonly string[];
  /** Whether a yes is accompanied by the active engagement level it needs. */
  hasEngagement(measureId: string): boolean;
}

/** What the answers come to under the year's policy. */
export function piClaims(answers: PiAnswers, policy: PiPolicy, catalog: YearCatalog): PiClaims {
  const isYes = (id: string) => answers.byId.get(id)?.isPositive === true;

  function exclusionsOf(measureId: string): readonly string[] {
    return piMeasure(measureId, catalog)?.exclusions.filter(isYes) ?? [];
  }

  function claim(measureId: string): MeasureClaim {
    if (isYes(measureId)) return 'reported';
    return exclusionsOf(measureId).length > 0 ? 'excluded' : 'missing';
  }

  function hasEngagement(measureId: string): boolean {
    const levels = piMeasure(measureId, catalog)?.activeEngagement ?? [];
    // PI_PHCDRR_6 has no levels in 2026's data.
    return !policy.activeEngagementRequired.value || levels.length === 0 || levels.some(isYes);
  }

  return { claim, isAnswered: (id) => answers.byId.has(id), exclusionsOf, hasEngagement };
}
