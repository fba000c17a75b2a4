import type { Measure, YearCatalog } from '../../catalog/catalog.ts';
import { ecqmsOf, isTakenBy } from '../../catalog/programMeasures.ts';
import type { SectionCategory } from './section.ts';

/** The eCQM that most practices report. */
const COMMON_ECQM = 'CMS165';

/**
 * The measures that a new section begins with: one eCQM or activity, since a section may not be empty; of Promoting
 * Interoperability, the required ones. None where the year's eCQM GUIDs are not published.
 */
export function exampleMeasures(category: SectionCategory, catalog: YearCatalog, program: string): Measure[] {
  if (category === 'quality') {
    const published = ecqmsOf(catalog, program).filter(({ eMeasureGuid }) => eMeasureGuid !== null);
    const common = catalog.byEcqm.get(COMMON_ECQM);
    return common && published.includes(common) ? [common] : published.slice(0, 1);
  }
  const taken = [...catalog.measures.values()].filter((measure) => isTakenBy(measure, program));
  if (category === 'ia') return taken.filter((measure) => measure.category === 'ia').slice(0, 1);
  return requiredOf(taken);
}

/** Of measures that stand for each other, the first. */
function requiredOf(measures: readonly Measure[]): Measure[] {
  const chosen: Measure[] = [];
  const excluded = new Set<string>();
  for (const measure of measures) {
    if (measure.category !== 'pi' || !measure.isRequired || measure.reportingCategory !== 'required')
      continue;
    if (excluded.has(measure.measureId)) continue;
    chosen.push(measure);
    for (const id of measure.substitutes)
      if (!chosen.some(({ measureId }) => measureId === id)) excluded.add(id);
  }
  return chosen;
}
