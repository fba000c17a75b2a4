import type { QualityMeasure } from '../../catalog/catalog.ts';
import { ecqmNumber } from '../../catalog/yearCatalog.ts';
import { qualityMeasurements } from '../../submission/measurements.ts';
import type { ReportingStratum } from '../../submission/submission.ts';
import type { Sourced } from '../../text/span.ts';
import { writeInstead } from '../fixing/proposals.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';
import { counterpart } from './ecqm.ts';

/** A reporting stratum's GUID is none that the measure's version defines. */
export const stratumGuidUnknown: Rule = {
  id: 'stratum-guid-unknown',
  layer: 'score',
  severity: 'warning',
  source:
    'eCQM specification of the measure version; CMS measures data of the year (strata of each population set)',
  title: "The reporting stratum's GUID is not the measure's",
  documentation: `Some eCQMs break their populations down into reporting strata (age groups, for example), each with a GUID of its own that changes with the measure's version. CMS's converter does not read reporting strata, so a wrong GUID is not refused; but the stratum's count cannot be attributed to anything by those who do read it.

A GUID that the same eCQM had in another year is shown as information: CMS's own published samples carry such GUIDs from year to year.`,
  *check(context) {
    for (const measurement of qualityMeasurements(context.submission)) {
      const measure = measurement.guid && context.catalog.byGuid.get(measurement.guid.value.toLowerCase());
      const defined = measure ? measure.strata.flatMap(({ populations }) => populations?.strata ?? []) : [];
      // Where the catalogue lists no reporting strata for the measure nothing can be said about one.
      if (!measure || defined.length === 0) continue;
      for (const { reportingStrata } of measurement.populations) {
        for (const { guid } of reportingStrata) {
          if (!guid || defined.includes(guid.value.toUpperCase())) continue;
          const expected = expectedGuid(guid, reportingStrata, measure, context);
          yield {
            ...problem(guid, measure, defined, context),
            ...(expected && {
              fixes: [writeInstead(guid.span, expected, `Replace by ${measure.eMeasureId}'s stratum GUID`)],
            }),
          };
        }
      }
    }
  },
};

/** The GUID of the same stratum in this version, else the only one that the population lacks. */
function expectedGuid(
  { value }: Sourced<string>,
  reported: readonly ReportingStratum[],
  measure: QualityMeasure,
  { catalogs }: RuleContext,
): string | undefined {
  const number = ecqmNumber(measure.eMeasureId ?? '');
  for (const { measure: other } of catalogs.findPopulationGuid(value)) {
    const same =
      ecqmNumber(other.eMeasureId ?? '') === number ? counterpart(value, other, measure) : undefined;
    if (same) return same;
  }
  const taken = new Set(reported.map(({ guid }) => guid?.value.toUpperCase()));
  const [only, ...others] = measure.strata.map(({ populations }) => populations?.strata ?? []);
  const free = others.length > 0 ? [] : (only ?? []).filter((guid) => !taken.has(guid));
  return free.length === 1 ? free[0] : undefined;
}

function problem(
  guid: Sourced<string>,
  measure: QualityMeasure,
  defined: readonly string[],
  { catalogs }: RuleContext,
): Problem {
  const number = ecqmNumber(measure.eMeasureId ?? '');
  const earlier = catalogs
    .findPopulationGuid(guid.value)
    .find(
      (match) => match.role === 'reportingStratum' && ecqmNumber(match.measure.eMeasureId ?? '') === number,
    );
  const origin = earlier
    ? `a stratum of ${earlier.measure.eMeasureId} (${earlier.performanceYear})`
    : 'no stratum that CMS has published';
  return {
    span: guid.span,
    ...(earlier && { severity: 'information' as const }),
    message: `The reporting stratum refers to "${guid.value}", ${origin}. ${measure.eMeasureId} has ${defined.map((id) => `"${id}"`).join(', ')}.`,
  };
}
