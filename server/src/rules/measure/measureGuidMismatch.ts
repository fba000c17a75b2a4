import type { QualityMeasure, YearCatalog } from '../../catalog/catalog.ts';
import { isConvertedAsMips } from '../../qrda3/programs.ts';
import { qualityMeasurements } from '../../submission/measurements.ts';
import type { QualityMeasurement } from '../../submission/submission.ts';
import type { Rule } from '../rule.ts';
import { findPopulation } from './ecqm.ts';

/** A measure's GUID is one of the year, but all its populations are those of another measure. */
export const measureGuidMismatch: Rule = {
  id: 'measure-guid-mismatch',
  layer: 'upload',
  severity: 'error',
  source:
    'CMS converter codes 14 and 59; eCQM specification of the measure version; CMS measures data of the year',
  title: "The populations are another measure's",
  documentation: `The GUID of a measure and the GUIDs of its populations belong together. This rule fires when the measure's GUID is that of one eCQM of the year and every population has a GUID of another: most likely a block was copied, and its measure GUID stayed or was mixed up. It takes the place of one finding for each population.

CMS's converter refuses a MIPS file with the errors 14 and 59. In APP and APP Plus files it compares nothing and files the counts under the wrong measure.

The fix replaces the measure's GUID by the one its populations belong to. If the populations are the wrong part, replace them instead.`,
  *check({ submission, catalog }) {
    for (const measurement of qualityMeasurements(submission)) {
      const { guid } = measurement;
      const measure = guid ? catalog.byGuid.get(guid.value.toLowerCase()) : undefined;
      if (!guid || !measure) continue;
      const meant = measureOfAllPopulations(measurement, measure, catalog);
      if (!meant?.eMeasureGuid) continue;
      yield {
        span: guid.span,
        ...(!isConvertedAsMips(submission) && { severity: 'warning' as const }),
        message: `The measure GUID "${guid.value}" is ${measure.eMeasureId}, but all its populations are those of ${meant.eMeasureId} (${meant.title}), whose GUID is "${meant.eMeasureGuid}".`,
        fixes: [
          {
            title: `Replace the GUID by ${meant.eMeasureId}'s`,
            edits: [{ span: guid.span, newText: meant.eMeasureGuid }],
          },
        ],
      };
    }
  },
};

/** The one other eCQM of the year that every population GUID of a measurement belongs to; a single population does not tell. */
export function measureOfAllPopulations(
  { populations }: QualityMeasurement,
  measure: QualityMeasure,
  catalog: YearCatalog,
): QualityMeasure | undefined {
  const guids = populations.flatMap(({ guid }) => (guid ? [guid.value] : []));
  if (guids.length < 2 || guids.some((guid) => findPopulation(measure, guid))) return undefined;
  const meant = [...catalog.byGuid.values()].filter((other) =>
    guids.every((guid) => findPopulation(other, guid)),
  );
  return meant.length === 1 ? meant[0] : undefined;
}
