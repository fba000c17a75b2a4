import { member } from '../../json/tree.ts';
import type { Problem, Rule } from '../rule.ts';
import type { ReportedStrata } from './strata.ts';
import { reportedStrata } from './strata.ts';

/** A stratum of the measure is not reported. */
export const stratumMissing: Rule = {
  id: 'stratum-missing',
  layer: 'upload',
  severity: 'error',
  needsYear: true,
  source:
    "CMS QPP submissions API documentation, change log 10/05/2022 (as many strata as CMS's measures data defines)",
  title: 'A stratum of the measure is missing',
  documentation: `A measure with several performance rates is reported with all its strata, each once, also those without patients (with counts of 0). One exception is known: of measure 238 a registry leaves out the total rate, which is for eCQMs.`,
  *check(context) {
    for (const strata of reportedStrata(context)) {
      const found = problem(strata);
      if (found) yield found;
    }
  },
};

function problem({ place, measure, defined, optional, count, names }: ReportedStrata): Problem | null {
  const reported = new Set(names.map(({ meant }) => meant));
  const missing = defined.filter((name) => !reported.has(name) && !optional.includes(name));
  const required = defined.length - optional.length;
  // As many strata as needed under other names: the names are wrong, and that is told at each of them.
  const isNaming = count >= required && names.some(({ meant }) => meant === undefined);
  // A stratum without a name lacks a key, which is told there.
  if (missing.length === 0 || isNaming || names.length < count) return null;
  const value = place.value?.type === 'object' ? member(place.value, 'strata') : undefined;
  // One stratum without a list around it has the wrong type, which is told there.
  if (value?.type === 'object') return null;
  const start = value?.span.start ?? place.object.span.start;
  const quoted = missing.map((name) => `"${name}"`).join(', ');
  return {
    span: { start, end: start + 1 },
    message: `Measure ${measure.measureId} is reported with ${defined.length - optional.length} strata; ${quoted} ${missing.length === 1 ? 'is' : 'are'} missing.`,
  };
}
