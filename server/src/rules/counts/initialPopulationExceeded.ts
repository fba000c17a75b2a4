import type { PopulationGuids } from '../../catalog/catalog.ts';
import type { PopulationRole } from '../../catalog/populations.ts';
import { measureOfGuid, strataOf } from '../../qrda3/decode/measureLookup.ts';
import { roleOfCode } from '../../qrda3/populationCodes.ts';
import { isConvertedAsMips } from '../../qrda3/programs.ts';
import { qualityMeasurements } from '../../submission/measurements.ts';
import type { Population, QualityMeasurement } from '../../submission/submission.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';

/** The denominator is part of the initial population, where the converter does not compare them. */
export const initialPopulationExceeded: Rule = {
  id: 'initial-population-exceeded',
  layer: 'upload',
  severity: 'warning',
  source:
    'eCQM specifications: the denominator is a subset of the initial population; compare CMS converter code 13',
  title: 'The denominator is greater than the initial population (not compared by the converter)',
  documentation: `CMS's converter compares denominator and initial population under MIPS only, and only where both GUIDs are written in upper case as in its data (error 13). This rule compares them everywhere else. Nothing refuses such a file, but one of the two counts is wrong.`,
  *check(context) {
    if (context.submission.format !== 'qrda3') return;
    for (const measurement of qualityMeasurements(context.submission))
      yield* checkMeasure(measurement, context);
  },
};

function* checkMeasure({ guid, populations }: QualityMeasurement, context: RuleContext): Iterable<Problem> {
  const measure = guid === null ? undefined : measureOfGuid(context.catalog, guid.value);
  if (measure === undefined) return;
  for (const { populations: own } of strataOf(measure)) {
    const denominator = withGuid(populations, 'denominator', own);
    const initial = withGuid(populations, 'initialPopulation', own);
    if (!denominator?.count || !initial?.count || denominator.count.value <= initial.count.value) continue;
    if (isComparedByConverter(denominator, initial, context)) continue;
    yield {
      span: denominator.count.span,
      message: `The denominator counts ${denominator.count.value}, more than the initial population with ${initial.count.value}.`,
      related: [{ span: initial.count.span, message: 'The initial population.' }],
    };
  }
}

function withGuid(
  populations: readonly Population[],
  role: PopulationRole,
  set: PopulationGuids | null,
): Population | undefined {
  return populations.find(
    ({ code, guid }) =>
      roleOfCode(code.value) === role && guid !== null && guid.value.toUpperCase() === set?.[role],
  );
}

function isComparedByConverter(
  denominator: Population,
  initial: Population,
  { submission }: RuleContext,
): boolean {
  const isUpperCase = [denominator, initial].every(
    ({ guid }) => guid !== null && guid.value === guid.value.toUpperCase(),
  );
  return isConvertedAsMips(submission) && isUpperCase;
}
