import type { Measurement } from '../../submission/submission.ts';
import type { Sourced } from '../../text/span.ts';
import type { Problem, Rule } from '../rule.ts';
import { countsOf } from './countFields.ts';

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
      for (const measurement of measurements) {
        for (const [name, count] of countsIn(measurement)) yield* checkCount(name, count);
      }
    }
  },
};

/** The counts of a measurement by field; those of a ratio or continuous measure may have decimals. */
function countsIn(measurement: Measurement): readonly (readonly [string, Sourced<number>])[] {
  switch (measurement.kind) {
    case 'quality':
      return measurement.strata.flatMap(countsOf);
    case 'proportion':
      return [
        ...(measurement.numerator ? [['numerator', measurement.numerator] as const] : []),
        ...(measurement.denominator ? [['denominator', measurement.denominator] as const] : []),
      ];
    case 'nonProportion':
      return measurement.observationInstances
        ? [['observationInstances', measurement.observationInstances] as const]
        : [];
    default:
      return [];
  }
}

function* checkCount(name: string, { value, span }: Sourced<number>): Iterable<Problem> {
  if (value < 0) yield { span, message: `${name} is ${value}; a count is zero or greater.` };
  else if (!Number.isInteger(value))
    yield { span, message: `${name} is ${value}; a count is a whole number.` };
}
