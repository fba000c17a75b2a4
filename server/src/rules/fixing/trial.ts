import type { Finding } from '../finding.ts';

/** What a text's findings are, by whatever options. */
export type Check = (text: string) => readonly Finding[];

/** What is said, and by which rule: places move with every edit. */
export type FindingKey = string;

/** Rule and message of a finding. */
export function keyOf({ rule, message }: Finding): FindingKey {
  return `${rule}: ${message}`;
}

/** Findings that a changed text has more often than it had them before. */
export function appeared(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const left = counted(before);
  return after.filter((finding) => {
    const key = keyOf(finding);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

/** Whether a changed text has a finding less often than before, and no other one more. */
export function isMended(finding: Finding, before: readonly Finding[], after: readonly Finding[]): boolean {
  const key = keyOf(finding);
  return (
    (counted(after).get(key) ?? 0) < (counted(before).get(key) ?? 0) && appeared(before, after).length === 0
  );
}

function counted(findings: readonly Finding[]): Map<FindingKey, number> {
  const counts = new Map<FindingKey, number>();
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return counts;
}
