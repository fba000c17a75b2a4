import type { EntityType, Identifier, Submission } from '../../submission/submission.ts';

const MIPS_PROGRAMS = /^(?:MIPS|APP_PLUS|SSP_PI)(?:_|$)/i;

/** How each entity type is told apart in a file (QPP JSON format; CMS QRDA III guide, Measure Performer). */
export interface EntityRequirement {
  /** In sentences: "a group". */
  readonly label: string;
  readonly required: readonly Identifier['kind'][];
}

/** What CMS files each entity type by. */
export const ENTITY_REQUIREMENTS: Readonly<Record<EntityType, EntityRequirement>> = {
  individual: { label: 'an individual', required: ['tin', 'npi'] },
  group: { label: 'a group', required: ['tin'] },
  virtualGroup: { label: 'a virtual group', required: ['virtualGroupId'] },
  apm: { label: 'an APM entity', required: ['apmEntityId'] },
  subgroup: { label: 'a subgroup', required: ['subgroupId'] },
};

/** The ids as sentences name them. */
export const IDENTIFIER_NAMES: Readonly<Record<Identifier['kind'], string>> = {
  tin: 'TIN',
  npi: 'NPI',
  apmEntityId: 'APM entity id',
  virtualGroupId: 'virtual group id',
  subgroupId: 'subgroup id',
  entityId: 'entityId',
};

/**
 * The entity type that the file is coded for, when it is one there is. Nothing is said of PCF, CPC+ and MCP files in
 * QRDA III: they name practices in ways of their own, and CMS's converter refuses their program names.
 */
export function codedEntityType(submission: Submission): EntityType | undefined {
  if (submission.format === 'qrda3' && !MIPS_PROGRAMS.test(submission.documentProgram?.value ?? ''))
    return undefined;
  const value = submission.entityType?.value;
  return value !== undefined && Object.hasOwn(ENTITY_REQUIREMENTS, value) ? (value as EntityType) : undefined;
}

/** Whether the file names a participant this way. QPP JSON has one `entityId` for all three kinds of entity. */
export function has(submission: Submission, kind: Identifier['kind']): boolean {
  return submission.identifiers.some(
    (identifier) =>
      identifier.value?.trim() &&
      (identifier.kind === kind || (identifier.kind === 'entityId' && isEntityKind(kind))),
  );
}

/** Whether the participant is filed by an id of this kind, so that a blank one is told by identifier-missing. */
export function isNeeded(submission: Submission, kind: Identifier['kind']): boolean {
  const entityType = codedEntityType(submission);
  return entityType !== undefined && ENTITY_REQUIREMENTS[entityType].required.includes(kind);
}

function isEntityKind(kind: Identifier['kind']): boolean {
  return kind === 'apmEntityId' || kind === 'virtualGroupId' || kind === 'subgroupId';
}
