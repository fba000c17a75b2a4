import type { PopulationMatch } from '../../catalog/catalog.ts';

const ROLE_NAMES: Readonly<Record<PopulationMatch['role'], string>> = {
  initialPopulation: 'Initial population (IPOP)',
  denominator: 'Denominator (DENOM)',
  denominatorExclusion: 'Denominator exclusion (DENEX)',
  denominatorException: 'Denominator exception (DENEXCEP)',
  numerator: 'Numerator (NUMER)',
  numeratorExclusion: 'Numerator exclusion (NUMEX)',
  reportingStratum: 'Reporting stratum',
};

/** What a population's GUID stands for, as Markdown. */
export function populationCard({ role, measure, stratum, performanceYear }: PopulationMatch): string {
  const ofStratum = stratum.name ? `, stratum ${stratum.name}` : '';
  return `**${ROLE_NAMES[role]}** of ${measure.eMeasureId} · ${measure.measureId}${ofStratum}  \n${measure.title}  \nPerformance year ${performanceYear}`;
}
