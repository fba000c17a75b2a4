import type { PopulationMatch } from '../../catalog/catalog.ts';
import { codeOfRole } from '../../qrda3/populationCodes.ts';
import { POPULATION_NAMES } from '../measureNames.ts';

/** What a population's GUID stands for, as Markdown. */
export function populationCard({ role, measure, stratum, performanceYear }: PopulationMatch): string {
  const name =
    role === 'reportingStratum' ? 'Reporting stratum' : `${POPULATION_NAMES[role]} (${codeOfRole(role)})`;
  const ofStratum = stratum.name ? `, stratum ${stratum.name}` : '';
  return `**${name}** of ${measure.eMeasureId} · ${measure.measureId}${ofStratum}  \n${measure.title}  \nPerformance year ${performanceYear}`;
}
