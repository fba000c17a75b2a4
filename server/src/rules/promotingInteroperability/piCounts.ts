import type { ProportionMeasurement } from '../../submission/submission.ts';
import { isCount } from '../counts/countFields.ts';
import type { Problem, Rule } from '../rule.ts';

/** Numerator and denominator of Promoting Interoperability measures. */
export const piCounts: Rule = {
  id: 'pi-counts',
  layer: 'upload',
  severity: 'error',
  source:
    'QPP submission API: numerator may not be greater than denominator; 42 CFR 414.1375: a required measure has a numerator of at least one',
  title: 'Promoting Interoperability counts that contradict each other or score nothing',
  documentation: `The numerator of a Promoting Interoperability measure is part of its denominator. A denominator of zero means that there was nothing to do; then the measure's exclusion is claimed instead. A numerator of zero is a measure not reported: if the measure is required, the whole category scores zero. CMS's converter checks none of this, so the last two are warnings.`,
  *check({ submission }) {
    for (const { measurements } of submission.measurementSets) {
      for (const measurement of measurements) {
        if (measurement.kind === 'proportion') yield* checkCounts(measurement);
      }
    }
  },
};

function* checkCounts({ measureId, numerator, denominator }: ProportionMeasurement): Iterable<Problem> {
  if (numerator === null || denominator === null) return;
  if (!isCount(numerator.value) || !isCount(denominator.value)) return;
  const id = measureId?.value ?? 'The measure';
  if (denominator.value === 0 && numerator.value > 0) {
    const message = `${id} has a denominator of zero, but a numerator of ${numerator.value}.`;
    yield { span: denominator.span, message, related: [{ span: numerator.span, message: 'The numerator.' }] };
  } else if (numerator.value > denominator.value) {
    const message = `${id} has a numerator of ${numerator.value}, greater than its denominator of ${denominator.value}.`;
    yield {
      span: numerator.span,
      message,
      related: [{ span: denominator.span, message: 'The denominator.' }],
    };
  } else if (denominator.value === 0) {
    const message = `${id} has a denominator of zero, so it scores nothing; claim its exclusion if there was nothing to count.`;
    yield { span: denominator.span, severity: 'warning', message };
  } else if (numerator.value === 0) {
    const message = `${id} has a numerator of zero, which counts as not reported: Promoting Interoperability scores zero if the measure is required.`;
    yield { span: numerator.span, severity: 'warning', message };
  }
}
