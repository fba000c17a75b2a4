import type { MeasurementSet } from '../../submission/submission.ts';
import type { Rule } from '../rule.ts';

/** A program's file lacks the measure that the program asks of everybody. */
export const programMeasureMissing: Rule = {
  id: 'program-measure-missing',
  layer: 'upload',
  severity: 'warning',
  needsYear: true,
  source: 'CMS measures data 2021 (requiredForPrograms); QPP submissions API documentation, change log 2021',
  title: 'A measure that the program requires is missing',
  documentation: `In 2021 practices of Primary Care First (\`pcf\`) had to report measure 047, Advance Care Plan, which is a MIPS CQM, beside their eCQMs. It stands in a set of its own, since the submission method differs, and may be sent in another file: hence a warning. No other year or program has such a measure.`,
  *check({ submission, catalog }) {
    for (const { program, measureId } of catalog.jsonFormat?.requiredMeasures ?? []) {
      const sets = submission.measurementSets.filter((set) => isOf(program, set));
      const span = sets[0]?.programName?.span;
      const isReported = sets.some((set) =>
        set.measurements.some((each) => each.measureId?.value === measureId),
      );
      if (!span || isReported) continue;
      const title = catalog.measures.get(measureId)?.title;
      yield {
        span,
        message: `The program "${program}" requires measure ${measureId} (${title}), which is not in this file.`,
      };
    }
  },
};

/** The program name of PCF may be upper or lower case. */
function isOf(program: string, { category, programName }: MeasurementSet): boolean {
  return category?.value === 'quality' && programName?.value.toLowerCase() === program;
}
