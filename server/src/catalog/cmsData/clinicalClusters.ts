import type { ClinicalCluster, CollectionMethod } from '../catalog.ts';
import { compareIds } from '../ids.ts';
import type { RawClinicalClusters, RawCluster } from './rawRows.ts';

/**
 * A year's `clinical-clusters.json`: CMS repeats a set in the row of each measure that triggers it;
 * here each set stands once, with its triggers.
 */
export function clinicalClustersFrom(rows: readonly RawClinicalClusters[]): ClinicalCluster[] {
  const sets = new Map<string, ClinicalCluster & { readonly triggers: string[] }>();

  function collect(row: RawClinicalClusters, kind: ClinicalCluster['kind'], cluster: RawCluster): void {
    const key = [row.submissionMethod, kind, cluster.name].join(' ');
    const known = sets.get(key);
    if (known) {
      known.triggers.push(row.measureId);
      return;
    }
    sets.set(key, {
      submissionMethod: row.submissionMethod as CollectionMethod,
      kind,
      name: cluster.name,
      measureIds: [...cluster.measureIds].sort(compareIds),
      triggers: [row.measureId],
    });
  }

  for (const row of rows) {
    for (const set of row.specialtySets ?? []) collect(row, 'specialtySet', set);
    for (const cluster of row.clinicalClusters ?? []) collect(row, 'cluster', cluster);
  }
  for (const set of sets.values()) set.triggers.sort(compareIds);
  return [...sets.keys()].sort(compareIds).flatMap((key) => sets.get(key) ?? []);
}
