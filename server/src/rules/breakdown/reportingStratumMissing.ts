import { measureOfGuid, strataOf } from '../../qrda3/decode/measureLookup.ts';
import { qualityMeasurements } from '../../submission/measurements.ts';
import type { Population, QualityMeasurement } from '../../submission/submission.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';

/** A population lacks a reporting stratum of the measure, or has one twice. */
export const reportingStratumMissing: Rule = {
  id: 'reporting-stratum-missing',
  layer: 'upload',
  severity: 'information',
  source:
    'eCQM specification of the measure version (reporting strata); CMS measures data of the year; CMS sample files, in which every population has every stratum',
  title: 'A reporting stratum is missing or stands twice',
  documentation: `Some eCQMs are also reported by strata, such as two age groups. Each population then holds one Reporting Stratum for each of them. CMS's converter does not read strata, so nothing refuses a file without; the breakdown is lost.`,
  *check(context) {
    if (context.submission.format !== 'qrda3') return;
    for (const measurement of qualityMeasurements(context.submission))
      yield* checkMeasure(measurement, context);
  },
};

function* checkMeasure(measurement: QualityMeasurement, { catalog }: RuleContext): Iterable<Problem> {
  const { guid, populations } = measurement;
  const measure = guid === null ? undefined : measureOfGuid(catalog, guid.value);
  const sets = measure === undefined ? [] : strataOf(measure).flatMap((stratum) => stratum.populations ?? []);
  const [only, ...others] = sets;
  // With several population sets it would have to be known which strata belong to which.
  if (measure === undefined || only === undefined || others.length > 0 || only.strata.length === 0) return;
  if (populations.every(({ reportingStrata }) => reportingStrata.length === 0)) {
    const message = `Measure ${measure.measureId} has ${only.strata.length} reporting strata, and no population reports them.`;
    if (populations.length > 0) yield { span: measurement.span, message };
    return;
  }
  for (const population of populations) yield* checkPopulation(population, only.strata);
}

function* checkPopulation(
  { span, code, reportingStrata }: Population,
  expected: readonly string[],
): Iterable<Problem> {
  const found = reportingStrata.flatMap(({ guid }) => guid?.value.toUpperCase() ?? []);
  for (const stratum of reportingStrata) {
    const key = stratum.guid?.value.toUpperCase();
    if (stratum.guid === null || key === undefined || found.indexOf(key) === reportingStrata.indexOf(stratum))
      continue;
    yield {
      span: stratum.guid.span,
      message: `The stratum "${stratum.guid.value}" stands twice in this population.`,
    };
  }
  // A stratum with another GUID is told by stratum-guid-unknown.
  if (reportingStrata.length >= expected.length) return;
  const missing = expected.filter((guid) => !found.includes(guid));
  yield { span, message: `The population ${code.value} lacks the reporting stratum ${missing.join(', ')}.` };
}
