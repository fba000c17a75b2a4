import type { YearCatalog } from '../../catalog/catalog.ts';
import { piMeasure } from '../../catalog/piMeasure.ts';
import { piSets } from '../../submission/measurements.ts';
import { removalChoices } from '../fixing/measurementEdits.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';
import type { PiReport } from './reports.ts';
import { reportsById } from './reports.ts';

/** Measures that CMS's converter refuses beside PI_HIE_5 (error 102); it looks at measures with numerator and denominator only. */
const REFUSED_BESIDE_HIE_5: ReadonlySet<string> = new Set([
  'PI_HIE_1',
  'PI_LVOTC_1',
  'PI_HIE_4',
  'PI_LVITC_2',
]);

/** Several measures of which only one may be reported. */
export const piSubstituteConflict: Rule = {
  id: 'pi-substitute-conflict',
  layer: 'upload',
  severity: 'error',
  source:
    'CMS measures data of the year (substitutes of each Promoting Interoperability measure); CMS converter code 102',
  title: 'Measures that replace each other are reported together',
  documentation: `Some Promoting Interoperability measures are ways to do the same thing, and only one way may be reported:

- Health Information Exchange: \`PI_HIE_1\` with \`PI_HIE_4\` (or their exclusions), **or** \`PI_HIE_5\` (bi-directional exchange, from 2021), **or** \`PI_HIE_6\` (TEFCA, from 2023). CMS's converter refuses \`PI_HIE_5\` beside the first two with error 102.
- Public health: of one measure's exclusions (\`PI_PHCDRR_1_EX_1\` to \`_EX_3\`) only one may be claimed, and the level of active engagement is either pre-production (\`_PRE\`) or production (\`_PROD\`).

Keep the one that is true and remove the others.`,
  *check(context) {
    for (const set of piSets(context.submission)) {
      const reports = reportsById(set);
      const told = new Set<string>();
      for (const [id, [report]] of reports) {
        if (!report || told.has(id)) continue;
        const rivals = rivalsOf(id, context.catalog).flatMap((rival) => reports.get(rival)?.[0] ?? []);
        if (rivals.length === 0 || !isTellingSide(id, rivals)) continue;
        for (const rival of rivals) told.add(rival.measureId.value);
        yield problem(report, rivals, context);
      }
    }
  },
};

/** The ids that may not stand beside this one, in either direction: 2021's data names some pairs from one side only. */
function rivalsOf(id: string, catalog: YearCatalog): string[] {
  const rivals = new Set<string>(piMeasure(id, catalog)?.substitutes);
  for (const other of catalog.measures.values()) {
    if (other.category === 'pi' && other.substitutes.includes(id)) rivals.add(other.measureId);
  }
  if (id === 'PI_HIE_5')
    for (const refused of REFUSED_BESIDE_HIE_5) if (catalog.measures.has(refused)) rivals.add(refused);
  rivals.delete(id);
  return [...rivals];
}

/** PI_HIE_5 and PI_HIE_6 replace several measures: the conflict is told once, at them, not at each of the others. */
function isTellingSide(id: string, rivals: readonly PiReport[]): boolean {
  if (/^PI_HIE_[56]$/.test(id)) return true;
  return !rivals.some(({ measureId }) => /^PI_HIE_[56]$/.test(measureId.value));
}

function problem(report: PiReport, rivals: readonly PiReport[], context: RuleContext): Problem {
  const id = report.measureId.value;
  const names = rivals.map(({ measureId }) => `"${measureId.value}"`).join(', ');
  const isCode102 =
    context.submission.format === 'qrda3' &&
    [report, ...rivals].every(({ measurement }) => measurement.kind === 'proportion') &&
    id === 'PI_HIE_5';
  return {
    span: report.measureId.span,
    message: `"${id}" (${piMeasure(id, context.catalog)?.title ?? 'unknown'}) may not be reported together with ${names}: they replace each other.`,
    ...(isCode102 && { converterCode: 102 }),
    fixes: () =>
      removalChoices(context.document, [report.measureId, ...rivals.map(({ measureId }) => measureId)]),
    related: rivals.map((rival) => ({
      span: rival.measureId.span,
      message: `"${rival.measureId.value}" is reported here.`,
    })),
  };
}
