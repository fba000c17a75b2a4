import type { Problem, Rule, RuleContext } from '../rule.ts';
import { isMvpId, mvpOfYear } from './mvp.ts';

/** Programs other than MVPs, with the years in which QPP JSON takes them. */
const PROGRAM_YEARS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  mips: [2017, Number.POSITIVE_INFINITY],
  cpcPlus: [2017, 2021],
  pcf: [2021, 2024],
  app1: [2021, Number.POSITIVE_INFINITY],
  appPlus: [2025, Number.POSITIVE_INFINITY],
};

/** A set's program is none of the year's. */
export const programOfYear: Rule = {
  id: 'program-not-in-year',
  layer: 'upload',
  severity: 'error',
  needsYear: true,
  source: 'QPP submission API documentation (programName by year); CMS measures data (MVPs of the year)',
  title: 'A program or MVP that the year does not have',
  documentation: `\`programName\` is \`mips\`, \`app1\` (APP, from 2021), \`appPlus\` (from 2025), \`cpcPlus\` (to 2021), \`pcf\` (2021 to 2024), or the id of one of the year's MIPS Value Pathways. Upper and lower case matter, but for \`pcf\`. In QRDA III an MVP is named in participant/associatedEntity/id with root 2.16.840.1.113883.3.249.5.6; what stands there becomes the program of every set, verbatim.`,
  *check(context) {
    const told = new Set<number>();
    for (const { programName } of context.submission.measurementSets) {
      if (programName === null || told.has(programName.span.start)) continue;
      told.add(programName.span.start);
      // The program names of QRDA III are the guide's and the converter's matter; an MVP id is nobody's.
      const isOfMvp = programName.span.start !== context.submission.documentProgram?.span.start;
      if (context.submission.format === 'qpp-json' || isOfMvp) yield* checkName(programName, context);
    }
  },
};

function* checkName(
  { value, span }: { value: string; span: Problem['span'] },
  context: RuleContext,
): Iterable<Problem> {
  const { performanceYear } = context;
  const known = Object.keys(PROGRAM_YEARS).find(
    (name) => name === value || (name === 'pcf' && value.toLowerCase() === 'pcf'),
  );
  const [from, to] = PROGRAM_YEARS[known ?? ''] ?? [Number.POSITIVE_INFINITY, 0];
  if ((performanceYear >= from && performanceYear <= to) || context.catalog.mvps.has(value)) return;
  // 2026's data lists "ssp" with PI measures, but whether it can be uploaded is not known.
  if (value === 'ssp' && performanceYear >= 2026) return;
  const message =
    known !== undefined ? outOfYears(known, from, to, performanceYear) : unknownName(value, context);
  const intended = Object.keys(PROGRAM_YEARS).find((name) => name.toLowerCase() === value.toLowerCase());
  const fixes =
    intended === undefined ? [] : [{ title: `Write ${intended}`, edits: [{ span, newText: intended }] }];
  yield { span, message, ...(known === undefined && fixes.length > 0 && { fixes }) };
}

function outOfYears(name: string, from: number, to: number, performanceYear: number): string {
  const years = to === Number.POSITIVE_INFINITY ? `from ${from} on` : `from ${from} to ${to}`;
  return `The program "${name}" can be reported ${years}, not in ${performanceYear}.`;
}

function unknownName(value: string, context: RuleContext): string {
  const { performanceYear } = context;
  if (!isMvpId(value)) return `"${value}" is no program of ${performanceYear}.`;
  const other = mvpOfYear(value, context);
  return other === undefined
    ? `"${value}" is no MIPS Value Pathway of any year.`
    : `The MIPS Value Pathway "${value}" (${other.mvp.title}) is one of ${other.performanceYear}, not of ${performanceYear}.`;
}
