import type { QualityMeasure } from '../../catalog/catalog.ts';
import { ecqmNumber } from '../../catalog/yearCatalog.ts';
import { qualityMeasurements } from '../../submission/measurements.ts';
import type { Sourced } from '../../text/span.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';

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
      for (const { guid } of measurement.populations.flatMap(({ reportingStrata }) => reportingStrata)) {
        if (guid && !defined.includes(guid.value.toUpperCase()))
          yield problem(guid, measure, defined, context);
      }
    }
  },
};

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
