import type { AdjustmentBand, Category, PiMeasureState } from '../../../server/src/scoring/breakdown.ts';
import { entityName } from '../../../server/src/submission/entityName.ts';
import type { Participant } from '../../../server/src/submission/participant.ts';

const collectionTypes: Readonly<Record<string, string>> = {
  electronicHealthRecord: 'eCQM',
  registry: 'MIPS CQM',
  claims: 'Part B claims',
  cmsWebInterface: 'CMS Web Interface',
  administrativeClaims: 'Administrative claims',
  certifiedSurveyVendor: 'Survey vendor',
};

/** Programs as people write them; an MVP goes by its id. */
const programNames: Readonly<Record<string, string>> = { mips: 'MIPS', app1: 'APP', appPlus: 'APP Plus' };

/** The categories in the order of CMS's site. */
export const CATEGORY_NAMES: readonly (readonly [Category, string])[] = [
  ['quality', 'Quality'],
  ['cost', 'Cost'],
  ['ia', 'Improvement Activities'],
  ['pi', 'Promoting Interoperability'],
];

export const BAND_NAMES: Readonly<Record<AdjustmentBand, string>> = {
  maximumNegative: 'Largest negative',
  negative: 'Negative',
  neutral: 'Neutral',
  positive: 'Positive',
  exceptional: 'Positive, exceptional',
};

export const BONUS_NAMES: Readonly<Record<string, string>> = {
  highPriority: 'High priority bonus',
  endToEnd: 'End-to-end reporting bonus',
  smallPractice: 'Small practice bonus',
  complexOrganization: 'Complex organization adjustment',
};

export const PI_STATE_NAMES: Readonly<Record<PiMeasureState, string>> = {
  reported: 'reported',
  excluded: 'excluded',
  missing: 'missing',
  bonus: 'bonus',
  attestation: 'attestation',
  unscored: 'without points',
};

export function collectionTypeName(collectionType: string): string {
  return collectionTypes[collectionType] ?? collectionType;
}

export function programName(program: string | null): string {
  return program === null ? 'No program' : (programNames[program] ?? program);
}

/** `Individual · TIN 000123456 · NPI 0777777777`. */
export function participantName(participant: Participant | null): string {
  if (participant === null) return 'Participant not named';
  const { entityType, tin, npi, entityId } = participant;
  const ids = [tin && `TIN ${tin}`, npi && `NPI ${npi}`, entityId].filter(
    (id) => id !== undefined && id !== '',
  );
  return [entityName(entityType), ...ids].join(' · ');
}

/** CMS's data names an objective `healthInformationExchange`. */
export function objectiveName(objective: string): string {
  const words = objective.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
