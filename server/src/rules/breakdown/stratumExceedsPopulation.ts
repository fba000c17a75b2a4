import { qualityMeasurements } from '../../submission/measurements.ts';
import type { Population } from '../../submission/submission.ts';
import type { Problem, Rule } from '../rule.ts';

/** A reporting stratum counts more than its population. */
export const stratumExceedsPopulation: Rule = {
  id: 'stratum-exceeds-population',
  layer: 'upload',
  severity: 'warning',
  source: 'QRDA III guide, Reporting Stratum: a stratum is a part of its population',
  title: 'A reporting stratum counts more than its population',
  documentation: `Reporting strata break a population down, by age for instance. Each is a part of the population and cannot count more. CMS's converter does not read them, so nothing refuses the file, but one of the counts is wrong.`,
  *check({ submission }) {
    for (const { populations } of qualityMeasurements(submission)) {
      for (const population of populations) yield* checkStrata(population);
    }
  },
};

function* checkStrata({ code, count, reportingStrata }: Population): Iterable<Problem> {
  if (count === null) return;
  for (const stratum of reportingStrata) {
    if (stratum.count === null || stratum.count.value <= count.value) continue;
    yield {
      span: stratum.count.span,
      message: `The reporting stratum counts ${stratum.count.value}, more than its population ${code.value} with ${count.value}.`,
      related: [{ span: count.span, message: "The population's count." }],
    };
  }
}
