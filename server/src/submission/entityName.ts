import { ownValue } from '../text/ownValue.ts';

const ENTITY_NAMES: Readonly<Record<string, string>> = {
  individual: 'Individual',
  group: 'Group',
  virtualGroup: 'Virtual group',
  apm: 'APM entity',
  subgroup: 'Subgroup',
};

/** `Individual`, `APM entity`; an unknown type as the file writes it. */
export function entityName(entityType: string): string {
  return ownValue(ENTITY_NAMES, entityType) ?? entityType;
}
