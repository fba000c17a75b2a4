import type { ClinicalCluster } from '../../catalog/catalog.ts';

/** What CMS's Eligible Measure Applicability process would find for a short submission. */
export type Applicability =
  | { readonly kind: 'notApplied' }
  /** No related measure was left out: the denominator shrinks to what was submitted. */
  | { readonly kind: 'reduced'; readonly clusters: readonly string[] }
  /** Related measures that were not submitted keep the denominator whole. */
  | { readonly kind: 'incomplete'; readonly cluster: string; readonly unreported: readonly string[] };

/**
 * Applies the clinical relation step of EMA: fewer than the required measures, all by claims or all
 * as MIPS CQMs. A specialty set (of fewer than six) reported whole is enough; else every cluster that a
 * submitted measure belongs to must be whole. CMS's second step looks at claims, which no file holds.
 */
export function measureApplicability(
  submitted: readonly { readonly measureId: string; readonly collectionType: string }[],
  requiredMeasures: number,
  clusters: readonly ClinicalCluster[],
): Applicability {
  const methods = new Set(submitted.map((measure) => measure.collectionType));
  const [method] = methods;
  const isEligible = methods.size === 1 && (method === 'claims' || method === 'registry');
  if (!isEligible || submitted.length >= requiredMeasures) return { kind: 'notApplied' };

  const ids = new Set(submitted.map((measure) => measure.measureId));
  const unreportedOf = (cluster: ClinicalCluster) => cluster.measureIds.filter((id) => !ids.has(id));
  const triggered = clusters.filter(
    (cluster) => cluster.submissionMethod === method && cluster.triggers.some((id) => ids.has(id)),
  );
  const wholeSet = triggered.find(
    (cluster) => cluster.kind === 'specialtySet' && unreportedOf(cluster).length === 0,
  );
  if (wholeSet) return { kind: 'reduced', clusters: [wholeSet.name] };

  const related = triggered.filter((cluster) => cluster.kind === 'cluster');
  const lacking = related.find((cluster) => unreportedOf(cluster).length > 0);
  if (lacking) return { kind: 'incomplete', cluster: lacking.name, unreported: unreportedOf(lacking) };
  // A measure outside every cluster says nothing about what else applies.
  const covered = [...ids].every((id) => related.some((cluster) => cluster.measureIds.includes(id)));
  return related.length > 0 && covered
    ? { kind: 'reduced', clusters: related.map((cluster) => cluster.name) }
    : { kind: 'notApplied' };
}
