import type { Measure } from '../../catalog/catalog.ts';
import type { PopulationRole } from '../../catalog/populations.ts';
import { POPULATION_ROLES } from '../../catalog/populations.ts';
import { measureOfGuid, strataOf } from '../../qrda3/decode/measureLookup.ts';
import { codeOfRole, roleOfCode } from '../../qrda3/populationCodes.ts';
import { isConvertedAsMips } from '../../qrda3/programs.ts';
import { qualityMeasurements } from '../../submission/measurements.ts';
import type { QualityMeasurement } from '../../submission/submission.ts';
import { measureOfAllPopulations } from '../measure/measureGuidMismatch.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';

/** A population the converter does not count: the initial population, and all under APP and APP Plus. */
export const populationMissing: Rule = {
  id: 'population-missing',
  layer: 'upload',
  severity: 'warning',
  source:
    'eCQM specification of the measure version; CMS measures data of the year; compare CMS converter code 14',
  title: 'A population is missing or too many (not counted by the converter)',
  documentation: `A measure reports each population of each of its population sets once. CMS's converter counts them under MIPS only, and never the initial population (error 14). Where it does not count, it writes QPP JSON without the missing population, or with the last of several.`,
  *check(context) {
    if (context.submission.format !== 'qrda3') return;
    for (const measurement of qualityMeasurements(context.submission))
      yield* checkMeasure(measurement, context);
  },
};

function* checkMeasure(measurement: QualityMeasurement, context: RuleContext): Iterable<Problem> {
  const { guid, populations } = measurement;
  const measure = guid === null ? undefined : measureOfGuid(context.catalog, guid.value);
  const sets = measure === undefined ? [] : strataOf(measure).flatMap((stratum) => stratum.populations ?? []);
  if (measure === undefined || sets.length === 0 || populations.length === 0) return;
  if (isOfAnotherMeasure(measurement, context)) return;
  for (const role of POPULATION_ROLES) {
    if (isCountedByConverter(role, context)) continue;
    const expected = sets.filter((set) => set[role] !== null).length;
    const found = populations.filter(({ code }) => roleOfCode(code.value) === role);
    if (found.length === expected) continue;
    const span = found[expected]?.code.span ?? measurement.span;
    yield { span, message: describe(measure, codeOfRole(role), found.length, expected) };
  }
}

/** Its populations are another measure's (`measure-guid-mismatch`): how many of them are missing is no second fault. */
function isOfAnotherMeasure(measurement: QualityMeasurement, { catalog }: RuleContext): boolean {
  const measure = catalog.byGuid.get(measurement.guid?.value.toLowerCase() ?? '');
  return measure !== undefined && measureOfAllPopulations(measurement, measure, catalog) !== undefined;
}

function isCountedByConverter(role: PopulationRole, { submission }: RuleContext): boolean {
  return role !== 'initialPopulation' && isConvertedAsMips(submission);
}

function describe(measure: Measure, label: string, found: number, expected: number): string {
  return `Measure ${measure.measureId} has ${found} ${label} populations here; its specification has ${expected}.`;
}
