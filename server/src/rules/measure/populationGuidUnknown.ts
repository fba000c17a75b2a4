import type { QualityMeasure } from '../../catalog/catalog.ts';
import type { PopulationRole } from '../../catalog/populations.ts';
import { codeOfRole, roleOfCode } from '../../qrda3/populationCodes.ts';
import { isConvertedAsMips } from '../../qrda3/programs.ts';
import { qualityMeasurements } from '../../submission/measurements.ts';
import type { Population, QualityMeasurement } from '../../submission/submission.ts';
import type { Sourced } from '../../text/span.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';
import { findPopulation } from './ecqm.ts';
import { measureOfAllPopulations } from './measureGuidMismatch.ts';

/** CMS's converter looks at the GUIDs of these populations only; it never looks at the initial population's. */
const CHECKED_BY_CONVERTER: ReadonlySet<string> = new Set(['DENOM', 'DENEX', 'DENEXCEP', 'NUMER']);

/** A population's GUID is not the one the measure's version defines for it. */
export const populationGuidUnknown: Rule = {
  id: 'population-guid-unknown',
  layer: 'upload',
  severity: 'error',
  source: 'CMS converter code 59; eCQM specification of the measure version; CMS measures data of the year',
  title: "The population GUID is not the measure's",
  documentation: `Each population of an eCQM version (initial population, denominator, exclusions, exceptions, numerator) has its own GUID. This rule fires when a population or a performance rate of a measure refers to a GUID that the measure's version does not define, or defines for another population (two populations swapped).

CMS's converter refuses a MIPS file with error 59 for the denominator, its exclusion and exception, the numerator and the performance rate. It looks at no other population, and at none in APP and APP Plus files; a wrong GUID there is a warning, since other checkers compare it.

A measure whose own GUID is wrong is reported by \`measure-guid-unknown\` or \`measure-guid-mismatch\` alone.`,
  *check(context) {
    for (const measurement of qualityMeasurements(context.submission)) {
      const measure = measurement.guid && context.catalog.byGuid.get(measurement.guid.value.toLowerCase());
      if (!measure || measureOfAllPopulations(measurement, measure, context.catalog)) continue;
      yield* checkMeasurement(measurement, measure, context);
    }
  },
};

function* checkMeasurement(
  measurement: QualityMeasurement,
  measure: QualityMeasure,
  context: RuleContext,
): Iterable<Problem> {
  for (const population of measurement.populations) {
    yield* checkPopulation(population, measurement, measure, context);
  }
  for (const { numeratorGuid } of measurement.reportedRates) {
    if (!numeratorGuid || findPopulation(measure, numeratorGuid.value)?.role === 'numerator') continue;
    yield wrongGuid(
      numeratorGuid,
      'NUMER',
      "The performance rate's numerator",
      measurement,
      measure,
      context,
    );
  }
}

function* checkPopulation(
  population: Population,
  measurement: QualityMeasurement,
  measure: QualityMeasure,
  context: RuleContext,
): Iterable<Problem> {
  const { guid, code } = population;
  const role = roleOfCode(code.value);
  if (!guid || !role || findPopulation(measure, guid.value)?.role === role) return;
  yield wrongGuid(guid, code.value, `The population ${code.value}`, measurement, measure, context);
}

function wrongGuid(
  guid: Sourced<string>,
  code: string,
  subject: string,
  measurement: QualityMeasurement,
  measure: QualityMeasure,
  context: RuleContext,
): Problem {
  const isRefused = CHECKED_BY_CONVERTER.has(code) && isConvertedAsMips(context.submission);
  const role = roleOfCode(code);
  const expected = role && expectedGuid(guid, role, measurement, measure);
  const remedy = expected ? ` ${measure.eMeasureId} has ${code} = "${expected}".` : '';
  return {
    span: guid.span,
    ...(!isRefused && { severity: 'warning' as const }),
    ...(isRefused && { converterCode: 59 }),
    message: `${subject} refers to "${guid.value}", ${origin(guid.value, measure, context)}.${remedy}`,
    ...(expected && {
      fixes: [
        {
          title: `Replace by ${measure.eMeasureId}'s ${code} GUID`,
          edits: [{ span: guid.span, newText: expected }],
        },
      ],
    }),
  };
}

/** What the GUID is instead: another population of this measure, one of another year or measure, or nothing known. */
function origin(guid: string, measure: QualityMeasure, { catalogs, performanceYear }: RuleContext): string {
  const here = findPopulation(measure, guid);
  if (here)
    return `which is the GUID of ${codeOfRole(here.role)}${here.stratum.name ? ` (${here.stratum.name})` : ''}`;
  const [match] = catalogs.findPopulationGuid(guid);
  if (!match) return `which is no population of ${measure.eMeasureId}`;
  const role = match.role === 'reportingStratum' ? 'a reporting stratum' : codeOfRole(match.role);
  const year = match.performanceYear === performanceYear ? '' : ` in ${match.performanceYear}`;
  return `which is ${role} of ${match.measure.eMeasureId}${year}, not of ${measure.eMeasureId}`;
}

/**
 * The right GUID where only one can be meant: the measure has one, or all others of that population are taken by
 * the measurement's other entries.
 */
function expectedGuid(
  guid: Sourced<string>,
  role: PopulationRole,
  measurement: QualityMeasurement,
  measure: QualityMeasure,
): string | undefined {
  const candidates = measure.strata.flatMap(({ populations }) => populations?.[role] ?? []);
  if (candidates.length <= 1) return candidates[0];
  const taken = new Set(
    measurement.populations
      .filter(
        (population) => roleOfCode(population.code.value) === role && population.guid?.span !== guid.span,
      )
      .map((population) => population.guid?.value.toUpperCase()),
  );
  const free = candidates.filter((candidate) => !taken.has(candidate));
  return free.length === 1 ? free[0] : undefined;
}
