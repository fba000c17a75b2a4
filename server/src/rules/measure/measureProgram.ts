import type { Measure } from '../../catalog/catalog.ts';
import type { Sourced } from '../../text/span.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';

/** A measure is reported to a program that does not take it. */
export const measureProgram: Rule = {
  id: 'measure-program',
  layer: 'upload',
  severity: 'error',
  needsYear: true,
  source:
    'QPP submission API ("is not allowed to be submitted to the ... program"); CMS measures data: allowedPrograms',
  title: 'A measure that the program does not take',
  documentation: `From 2021 CMS's measures data say for each quality measure to which programs it may be reported (from 2023 for the other categories too): \`mips\`, \`app1\`, \`appPlus\`, \`pcf\` or certain MIPS Value Pathways. The submission API refuses it elsewhere. Measures 112, 113 and 128, for example, are no longer taken by \`mips\`.`,
  *check(context) {
    for (const { programName, measurements } of context.submission.measurementSets) {
      for (const { measureId } of measurements) {
        const measure = measureId === null ? undefined : context.catalog.measures.get(measureId.value);
        if (measureId !== null && measure !== undefined) {
          yield* checkProgram(measureId, measure, programName?.value ?? 'mips', context);
        }
      }
    }
  },
};

/** Programs whose measures CMS's data lists completely; of pcf, cpcPlus and ssp it does not. */
const TOLD_PROGRAMS: ReadonlySet<string> = new Set(['mips', 'app1', 'appPlus']);

function* checkProgram(
  measureId: Sourced<string>,
  measure: Measure,
  program: string,
  { catalog, performanceYear }: RuleContext,
): Iterable<Problem> {
  const allowed = measure.allowedPrograms;
  // A program nobody knows is told by program-not-in-year.
  const ofYear = catalog.jsonFormat?.programs ?? ['mips', 'app1', 'appPlus'];
  const isKnown = (ofYear.includes(program) && TOLD_PROGRAMS.has(program)) || catalog.mvps.has(program);
  if (!isKnown || allowed.length === 0 || allowed.includes(program)) return;
  const others =
    allowed.slice(0, 6).join(', ') + (allowed.length > 6 ? ` and ${allowed.length - 6} more` : '');
  yield {
    span: measureId.span,
    message: `Measure ${measure.measureId} (${measure.title}) may not be reported to "${program}" in ${performanceYear}; it may to ${others}.`,
  };
}
