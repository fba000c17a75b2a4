import type { Span } from '../text/span.ts';
import type { Stratum } from './submission.ts';

/** A stratum of which nothing is known but where it belongs. */
export function emptyStratum(span: Span): Stratum {
  return {
    span,
    name: null,
    performanceMet: null,
    performanceNotMet: null,
    eligiblePopulation: null,
    eligiblePopulationExclusion: null,
    eligiblePopulationException: null,
    numeratorExclusion: null,
    performanceRate: null,
  };
}
