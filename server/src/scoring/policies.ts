import type { ReadYearFile } from '../catalog/yearFiles.ts';
import type { ScoringPolicy } from './policy.ts';

/** The scoring policies by performance year; `undefined` for a year that is not scored. */
export type Policies = (performanceYear: number) => ScoringPolicy | undefined;

/** Reads `schemas/<year>/scoring.json` when a year is first asked for. */
export function createPolicies(read: ReadYearFile): Policies {
  const loaded = new Map<number, ScoringPolicy | undefined>();
  return (performanceYear) => {
    if (!loaded.has(performanceYear)) {
      loaded.set(performanceYear, read(performanceYear, 'scoring') as ScoringPolicy | undefined);
    }
    return loaded.get(performanceYear);
  };
}
