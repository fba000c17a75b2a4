import type { Finding, Severity } from '../../rules/finding.ts';

const BY_SEVERITY: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The findings of a file that is not open: of very many the most severe, so that a folder of thousands fits. */
export function mostSevere(findings: readonly Finding[], limit: number): readonly Finding[] {
  if (findings.length <= limit) return findings;
  const ranked = [...findings].sort(
    (a, b) => BY_SEVERITY.indexOf(a.severity) - BY_SEVERITY.indexOf(b.severity),
  );
  return ranked.slice(0, limit);
}
