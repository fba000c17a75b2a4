import type { QualityMeasure } from '../../catalog/catalog.ts';
import { compareIds } from '../../catalog/ids.ts';
import type { ScoreContext } from '../context.ts';
import type { QualityInput } from '../input/collect.ts';
import { chooseBenchmark } from './benchmarkChoice.ts';
import type { MeasurePoints } from './measureCircumstances.ts';
import { measurePoints } from './measurePoints.ts';
import { type MeasureResult, measureResult } from './measureResult.ts';
import { yearInMips } from './newMeasure.ts';

/** A submitted measure with its rate and points, before it is decided what counts. */
export interface RatedMeasure {
  readonly input: QualityInput;
  readonly measureId: string;
  readonly measure: QualityMeasure;
  readonly result: MeasureResult;
  readonly points: MeasurePoints;
}

/** A submitted measure that the year's catalogue does not know. */
export interface UnknownMeasure {
  readonly input: QualityInput;
  readonly measure: null;
}

/** Rates each measurement, sorted by id; of the same measure and collection type the last one counts. */
export function rateMeasures(
  inputs: readonly QualityInput[],
  context: ScoreContext,
): readonly (RatedMeasure | UnknownMeasure)[] {
  const latest = new Map(
    inputs.map((input) => [`${input.measureId ?? input.guid} ${input.collectionType}`, input]),
  );
  return [...latest.values()].sort(byIdAndType).map((input) => rateMeasure(input, context));
}

function byIdAndType(a: QualityInput, b: QualityInput): number {
  return (
    compareIds(a.measureId ?? a.guid ?? '', b.measureId ?? b.guid ?? '') ||
    compareIds(a.collectionType, b.collectionType)
  );
}

function rateMeasure(input: QualityInput, context: ScoreContext): RatedMeasure | UnknownMeasure {
  const { catalog, catalogs, policy, options } = context;
  const measure = input.measureId === null ? undefined : catalog.measures.get(input.measureId);
  if (measure?.category !== 'quality') return { input, measure: null };
  const result = measureResult(input.measurement, measure, policy.quality.rateDecimals.value);
  const points = measurePoints(measure, result, {
    policy: policy.quality,
    performanceYear: catalog.performanceYear,
    collectionType: input.collectionType,
    smallPractice: options.smallPractice,
    isApp: context.rules.kind === 'app',
    yearInMips: yearInMips(measure, catalog.performanceYear, catalogs),
    benchmark: chooseBenchmark(measure, input.collectionType, catalog),
  });
  return { input, measureId: measure.measureId, measure, result, points };
}
