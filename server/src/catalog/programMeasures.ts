import type { Measure, YearCatalog } from './catalog.ts';

/** Whether a program takes the measure; a year whose data names no programs takes all. */
export function isTakenBy({ allowedPrograms }: Measure, program: string): boolean {
  return allowedPrograms.length === 0 || allowedPrograms.includes(program);
}

/** The name people know a measure by: `CMS165v13 · 236 · Controlling High Blood Pressure`. */
export function measureLabel(measure: Measure): string {
  const ecqm = measure.category === 'quality' && measure.eMeasureId !== null ? [measure.eMeasureId] : [];
  return [...ecqm, measure.measureId, measure.title].join(' · ');
}

/** The year's eCQMs that a program takes, by their CMS number; all where the program is not known. */
export function ecqmsOf(catalog: YearCatalog, program: string | null) {
  return [...catalog.byEcqm]
    .map(([number, measure]) => ({ measure, order: Number(number.replace(/\D/g, '')) }))
    .filter(({ measure }) => program === null || isTakenBy(measure, program))
    .sort((a, b) => a.order - b.order)
    .map(({ measure }) => measure);
}
