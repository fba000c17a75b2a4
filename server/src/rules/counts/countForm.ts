import type { Measurement } from '../../submission/submission.ts';
import type { Sourced } from '../../text/span.ts';
import type { Problem, Rule } from '../rule.ts';
import { COUNT_FIELDS } from './countFields.ts';

/** Counts in QPP JSON are whole numbers, not below zero. */
export const countForm: Rule = {
  id: 'count-form',
  layer: 'upload',
  severity: 'error',
  source: 'QPP submission API: counts are integers of at least 0',
  title: 'A count that is negative or not whole',
  documentation: `Counts of patients and episodes are whole numbers of at least zero. (In QRDA III the same faults are errors 9, 41, 42 and 53 of CMS's converter.)`,
  *check({ submission }) {
    if (submission.format !== 'qpp-json') return;
    for (const { measurements } of submission.measurementSets) {
      // A large file has tens of thousands of counts and hardly ever a wrong one: nothing is made for the right ones.
      for (const measurement of measurements)
        if (hasWrongCount(measurement)) yield* checkMeasurement(measurement);
    }
  },
};

function hasWrongCount(measurement: Measurement): boolean {
  switch (measurement.kind) {
    case 'quality':
      return measurement.strata.some((stratum) => COUNT_FIELDS.some((field) => isWrong(stratum[field])));
    case 'proportion':
      return isWrong(measurement.numerator) || isWrong(measurement.denominator);
    case 'nonProportion':
      return isWrong(measurement.observationInstances);
    default:
      return false;
  }
}

function* checkMeasurement(measurement: Measurement): Iterable<Problem> {
  switch (measurement.kind) {
    case 'quality':
      for (const stratum of measurement.strata) {
        for (const field of COUNT_FIELDS) yield* checkCount(field, stratum[field]);
      }
      return;
    case 'proportion':
      yield* checkCount('numerator', measurement.numerator);
      yield* checkCount('denominator', measurement.denominator);
      return;
    // Numerator and denominator of a ratio or continuous measure may have decimals.
    case 'nonProportion':
      yield* checkCount('observationInstances', measurement.observationInstances);
  }
}

/** A number too large for any JSON reader is told by json-type-wrong. */
function isWrong(count: Sourced<number> | null): boolean {
  return (
    count !== null && Number.isFinite(count.value) && (count.value < 0 || !Number.isInteger(count.value))
  );
}

function* checkCount(name: string, count: Sourced<number> | null): Iterable<Problem> {
  if (count === null || !isWrong(count)) return;
  const right = count.value < 0 ? 'a count is zero or greater' : 'a count is a whole number';
  yield { span: count.span, message: `${name} is ${count.value}; ${right}.` };
}
