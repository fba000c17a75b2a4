import type { Guide, GuideTables } from '../../qrda3/guide/tables.ts';
import type { RuleContext } from '../rule.ts';

/** What the guide's rules look at. */
export type GuideContext = Pick<
  RuleContext,
  'document' | 'before' | 'performanceYear' | 'guides' | 'cdaSchema'
>;

/**
 * The guide a file is checked by: its year's, or the newest for a year that has none yet. The guides before
 * 2019 are of another make, and no later one is fair to their files.
 */
export function guideFor(performanceYear: number, guides: GuideTables): Guide | undefined {
  const newest = guides.years.at(-1);
  const isLater = newest !== undefined && performanceYear > newest;
  return guides.guide(isLater ? newest : performanceYear);
}
