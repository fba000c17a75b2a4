import { piSets } from '../../submission/measurements.ts';
import type { Measurement } from '../../submission/submission.ts';
import { repetitionFixes } from '../fixing/measurementEdits.ts';
import type { Rule } from '../rule.ts';
import { reportsById } from './reports.ts';

/** One Promoting Interoperability measure stands twice in a set. */
export const piMeasureRepeated: Rule = {
  id: 'pi-measure-repeated',
  layer: 'upload',
  severity: 'error',
  source:
    'QPP JSON documentation: no two measurements of a set have the same measureId; CMS data submission guide: conflicting Promoting Interoperability data scores zero',
  title: 'A Promoting Interoperability measure is reported twice',
  documentation: `A measurement set has each measure once. With two different values for one measure it cannot be told which is true, and CMS scores conflicting Promoting Interoperability data with zero points for the whole category; even with the same value twice the submission API refuses the set. CMS's converter passes both on without a word.`,
  *check({ submission, document }) {
    for (const set of piSets(submission)) {
      for (const [id, [first, ...repetitions]] of reportsById(set)) {
        for (const repetition of repetitions) {
          if (!first) continue;
          const [one, other] = [valueText(first.measurement), valueText(repetition.measurement)];
          const values = one === other ? `both times with ${one}` : `with ${one} and with ${other}`;
          yield {
            span: repetition.measureId.span,
            message: `"${id}" is reported twice, ${values}. Report it once.`,
            fixes: () => repetitionFixes(document, repetition.measureId.span, first.measureId.span),
            related: [{ span: first.measureId.span, message: `It is reported here first, with ${one}.` }],
          };
        }
      }
    }
  },
};

/** `300/400`, `yes`, `no`: a reported value for a message. */
function valueText(measurement: Measurement): string {
  if (measurement.kind === 'attestation')
    return measurement.value ? (measurement.value.value ? 'yes' : 'no') : 'no answer';
  if (measurement.kind === 'proportion')
    return `${measurement.numerator?.value ?? '?'}/${measurement.denominator?.value ?? '?'}`;
  return 'a value of another shape';
}
