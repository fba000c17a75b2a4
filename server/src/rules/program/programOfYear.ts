import { closest } from '../../text/closest.ts';
import { writeInstead } from '../fixing/proposals.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';
import { isMvpId, mvpOfYear } from './mvp.ts';

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
  const { catalog, performanceYear } = context;
  if (catalog.jsonFormat === null || catalog.mvps.has(value)) return;
  if (catalog.jsonFormat.programs.some((name) => isNamed(name, value))) return;
  // 2026's data lists "ssp" with PI measures, but whether it can be uploaded is not known.
  if (value === 'ssp' && performanceYear >= 2026) return;
  const programs = programsOfAllYears(context);
  const known = programs.find(({ name }) => isNamed(name, value));
  if (known) {
    yield { span, message: outOfYears(known, performanceYear) };
    return;
  }
  const intended = meantProgram(value, context);
  const fixes = intended && [writeInstead(span, intended)];
  yield { span, message: unknownName(value, context), ...(fixes && { fixes }) };
}

/** An MVP id is told from another by one character, so that only its case and blanks around it can be mended. */
function meantProgram(value: string, { catalog }: RuleContext): string | undefined {
  const mvp = value.trim().toUpperCase();
  return catalog.mvps.has(mvp) ? mvp : closest(value, catalog.jsonFormat?.programs ?? []);
}

/** Case matters, but for `pcf`. */
function isNamed(name: string, value: string): boolean {
  return name === value || (name === 'pcf' && value.toLowerCase() === 'pcf');
}

interface ProgramYears {
  readonly name: string;
  readonly from: number;
  /** `null` as long as the newest year has it. */
  readonly to: number | null;
}

/** Programs other than MVPs, with the years in which QPP JSON takes them. */
function programsOfAllYears({ catalogs }: RuleContext): ProgramYears[] {
  const formats = catalogs.years.flatMap((year) => catalogs.year(year)?.jsonFormat ?? []);
  const names = new Set(formats.flatMap(({ programs }) => programs));
  return [...names].map((name) => {
    const years = formats.filter(({ programs }) => programs.includes(name));
    const last = years.at(-1);
    return {
      name,
      from: years[0]?.performanceYear ?? 0,
      to: last && last !== formats.at(-1) ? last.performanceYear : null,
    };
  });
}

function outOfYears({ name, from, to }: ProgramYears, performanceYear: number): string {
  const years = to === null ? `from ${from} on` : `from ${from} to ${to}`;
  return `The program "${name}" can be reported ${years}, not in ${performanceYear}.`;
}

function unknownName(value: string, context: RuleContext): string {
  const { performanceYear } = context;
  if (!isMvpId(value))
    return `"${value}" is no program of ${performanceYear}. ${whatIsRight(value, context)}`;
  const other = mvpOfYear(value, context);
  if (other === undefined) return `"${value}" is no MIPS Value Pathway of any year.`;
  const when =
    other.performanceYear > performanceYear
      ? `from ${other.performanceYear} on`
      : `of ${other.performanceYear}`;
  return `The MIPS Value Pathway "${value}" (${other.mvp.title}) is one ${when}, not of ${performanceYear}.`;
}

function whatIsRight(value: string, context: RuleContext): string {
  const meant = meantProgram(value, context);
  if (meant !== undefined) return `"${meant}" is meant.`;
  const { catalog } = context;
  const names = (catalog.jsonFormat?.programs ?? []).map((name) => `"${name}"`);
  const [example] = catalog.mvps.keys();
  const others = example === undefined ? [] : [`the id of a MIPS Value Pathway, such as "${example}"`];
  const all = [...names, ...others];
  return `It is ${all.slice(0, -1).join(', ')} or ${all.at(-1)}.`;
}
