import { createHash } from 'node:crypto';
import type { Finding } from '../../rules/finding.ts';

/** How much of a marked stretch tells it from others. */
const MARKED = 200;

/**
 * Names findings of one file by what they say and what they mark, not where: they keep their names when lines are
 * added above, or the file is indented. Of several that are alike, the second is another than the first.
 * @param markedText the text under a finding
 * @returns a name of 16 hexadecimal digits for each finding
 */
export function fingerprints(
  findings: readonly Finding[],
  markedText: (finding: Finding) => string,
): string[] {
  const alike = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, message, conf, converterCode } = finding;
    const marked = markedText(finding).slice(0, MARKED).replace(/\s+/g, ' ');
    const content = JSON.stringify([rule, message, conf, converterCode ?? null, marked]);
    const count = (alike.get(content) ?? 0) + 1;
    alike.set(content, count);
    return createHash('sha256').update(`${content}${count}`).digest('hex').slice(0, 16);
  });
}
