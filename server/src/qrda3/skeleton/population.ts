import type { PopulationRole } from '../../catalog/populations.ts';
import { CODE_SYSTEM } from '../oids.ts';
import { codeOfRole } from '../populationCodes.ts';
import { ASSERTION, COMPLETED, countRelationship } from './aggregateCount.ts';
import { filledGap, HL7_TEMPLATES, type SkeletonContext, templateTags } from './context.ts';
import { supplementalData } from './supplementalData.ts';
import { type Tag, tag } from './tag.ts';

export const POPULATION = `${HL7_TEMPLATES}27.3.5`;
export const CMS_POPULATION = `${HL7_TEMPLATES}27.3.16`;
const BASE_RATE = `${HL7_TEMPLATES}27.3.30`;
export const RATE = `${HL7_TEMPLATES}27.3.14`;
export const CMS_RATE = `${HL7_TEMPLATES}27.3.25`;

/** A population with its count and supplemental data. */
export function population(
  context: SkeletonContext,
  role: PopulationRole,
  guid: string,
  supplements: readonly Tag[] = supplementalData(context),
): Tag {
  return tag(
    'observation classCode="OBS" moodCode="EVN"',
    templateTags(context, POPULATION, CMS_POPULATION),
    ASSERTION,
    COMPLETED,
    tag(`value xsi:type="CD" code="${codeOfRole(role)}" codeSystem="${CODE_SYSTEM.actCode}"`),
    countRelationship(context, filledGap(context, '0')),
    supplements,
    externalObservation(tag(`id root="${guid}"`)),
  );
}

/** A performance rate: of no patients, until it is filled in. */
export function performanceRate(context: SkeletonContext, numerator: string): Tag {
  return tag(
    'observation classCode="OBS" moodCode="EVN"',
    templateTags(context, BASE_RATE, RATE, CMS_RATE),
    tag(`code code="72510-1" codeSystem="${CODE_SYSTEM.loinc}" displayName="Performance Rate"`),
    COMPLETED,
    tag(`value xsi:type="REAL" ${filledGap(context, 'nullFlavor="NA"')}`),
    externalObservation(
      tag(`id root="${numerator}"`),
      tag(`code code="NUMER" codeSystem="${CODE_SYSTEM.actCode}" displayName="Numerator"`),
    ),
  );
}

function externalObservation(...content: readonly Tag[]): Tag {
  return tag('reference typeCode="REFR"', tag('externalObservation classCode="OBS" moodCode="EVN"', content));
}
