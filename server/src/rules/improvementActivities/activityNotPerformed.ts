import type { Rule } from '../rule.ts';

/** An improvement activity that was not performed earns nothing. */
export const activityNotPerformed: Rule = {
  id: 'activity-not-performed',
  layer: 'score',
  severity: 'information',
  source: '42 CFR 414.1355 and 414.1380(b)(3): points are given for activities performed',
  title: 'An improvement activity answered with no',
  documentation: `An improvement activity earns points only if it was performed. An answer of no is allowed, but says no more than leaving the activity out.`,
  *check({ submission }) {
    for (const { category, measurements } of submission.measurementSets) {
      if (category?.value !== 'ia') continue;
      for (const measurement of measurements) {
        if (measurement.kind !== 'attestation' || measurement.value?.value !== false) continue;
        const id = measurement.measureId?.value ?? 'This activity';
        yield { span: measurement.value.span, message: `${id} is answered with no and earns nothing.` };
      }
    }
  },
};
