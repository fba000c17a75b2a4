import type { Layer, Profile, Severity } from './finding.ts';

/** What a user may set for a rule. */
export type SeveritySetting = Severity | 'off';

/**
 * How a finding is shown. What CMS's upload accepts is not what the guide accepts, so findings of the guide and of
 * the CDA schema are errors only in the profile `guide`; a user's own setting goes before both.
 */
export function severityFor(
  layer: Layer,
  own: Severity,
  profile: Profile,
  setting: SeveritySetting | undefined,
): SeveritySetting {
  if (setting !== undefined) return setting;
  const isGuideLayer = layer === 'guide' || layer === 'schema';
  return isGuideLayer && profile === 'upload' && own === 'error' ? 'warning' : own;
}
