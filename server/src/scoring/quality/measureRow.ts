import type { QualityMeasureScore } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import { belongsTo } from './candidates.ts';
import type { Counting } from './counting.ts';
import { rateUnit } from './measureResult.ts';
import type { RatedMeasure, UnknownMeasure } from './rateMeasures.ts';

/** CMS's documentation says that the numerator is the value derived from the observations; no sample of CMS's shows it scored. */
const VALUE_ASSUMPTION = "The numerator is taken as the measure's value.";

/** A measure's line in the breakdown. */
export function measureRow(
  rated: RatedMeasure,
  counting: Counting,
  context: ScoreContext,
): QualityMeasureScore {
  const { measure, result, points, input } = rated;
  const counted = counting.counted.has(rated);
  const { lackingStratum: _, ...figures } = result;
  const isValue = rateUnit(measure) === 'value';
  const sentences = [
    points.reason,
    truncation(rated),
    isValue ? VALUE_ASSUMPTION : '',
    counted ? '' : counting.whyNot(rated),
  ];
  return {
    measureId: measure.measureId,
    collectionType: input.collectionType,
    title: measure.title,
    ...figures,
    rateUnit: rateUnit(measure),
    ...points,
    ...(isValue && points.confidence === 'high' && { confidence: 'medium' as const }),
    counted,
    displayed: displayed(rated, counted, context),
    reasonCode: belongsTo(rated, context) ? points.reasonCode : 'not-in-program',
    reason: sentences.filter((sentence) => sentence !== '').join(' '),
    origin: input.origin,
  };
}

/** The line of a measure that the year does not have. */
export function unknownRow({ input }: UnknownMeasure, { catalog }: ScoreContext): QualityMeasureScore {
  const name = input.measureId ?? input.guid ?? '';
  return {
    measureId: name,
    collectionType: input.collectionType,
    title: '',
    performanceRate: null,
    rateUnit: 'percent',
    dataCompleteness: null,
    caseCount: null,
    strata: [],
    benchmark: null,
    decile: null,
    points: null,
    maxPoints: 0,
    counted: false,
    displayed: 'N/A',
    reason: `${catalog.performanceYear} has no quality measure ${name}, so it cannot be scored.`,
    reasonCode: 'unknown-measure',
    source: 'CMS’s measure data',
    confidence: 'high',
    origin: input.origin,
  };
}

/** `icdImpacted` of CMS's measure data: changed ICD-10 codes leave nine months to score. */
function truncation({ measure, input }: RatedMeasure): string {
  return measure.icdImpacted.includes(input.collectionType)
    ? 'CMS scores this collection type on nine months because ICD-10 codes changed.'
    : '';
}

/** CMS's site shows `N/A` for what does not count and for a measure that awaits its benchmark. */
function displayed({ points }: RatedMeasure, counted: boolean, { policy }: ScoreContext): string {
  const awaitsBenchmark = points.reasonCode === 'no-benchmark' && points.points === 0;
  if (points.points === null || awaitsBenchmark) return 'N/A';
  return counted ? points.points.toFixed(2) : policy.quality.displayOfNonCounting.value;
}
