import type { MeasurementSet, Submission } from '../../submission/submission.ts';
import type { Sourced } from '../../text/span.ts';

/** A boundary of a set's performance period. */
export interface Boundary {
  readonly name: 'start' | 'end';
  readonly date: Sourced<string>;
  readonly set: MeasurementSet;
}

/** All boundaries of all sets, each place once. */
export function boundariesOf({ measurementSets }: Submission): Boundary[] {
  const seen = new Set<number>();
  return measurementSets
    .flatMap((set): Boundary[] => [
      ...(set.performanceStart ? [{ name: 'start' as const, date: set.performanceStart, set }] : []),
      ...(set.performanceEnd ? [{ name: 'end' as const, date: set.performanceEnd, set }] : []),
    ])
    .filter(({ date }) => !seen.has(date.span.start) && seen.add(date.span.start));
}

/** Promoting Interoperability, improvement activities or quality, in words. */
export function categoryName({ category }: MeasurementSet): string {
  if (category?.value === 'pi') return 'Promoting Interoperability';
  return category?.value === 'ia' ? 'improvement activities' : 'quality';
}
