import type { Finding } from './finding.ts';

/** What each layer means to someone who reads the Problems list. */
const LAYER_LABELS: Readonly<Record<Finding['layer'], string>> = {
  syntax: 'syntax',
  schema: 'CDA schema',
  guide: 'implementation guide',
  upload: 'CMS upload',
  score: 'score',
  internal: 'fault in QPP Lens',
};

/** Who says so, as far as the message does not: `CMS upload, CMS error 6` or `implementation guide, CONF CMS_82`. */
export function attribution({ layer, conf, converterCode, message }: Finding): string {
  const parts = [LAYER_LABELS[layer]];
  if (converterCode !== undefined) parts.push(`CMS error ${converterCode}`);
  const untold = conf.filter((id) => !message.includes(id));
  if (untold.length > 0) parts.push(`CONF ${untold.join(', ')}`);
  return parts.join(', ');
}
