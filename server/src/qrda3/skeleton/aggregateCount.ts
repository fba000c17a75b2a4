import { CODE_SYSTEM } from '../oids.ts';
import { HL7_TEMPLATES, type SkeletonContext, templateTags } from './context.ts';
import { type Tag, tag } from './tag.ts';

export const AGGREGATE_COUNT = `${HL7_TEMPLATES}27.3.3`;

/** How many patients: the observation inside a population, a stratum or a supplement. */
export function aggregateCount(context: SkeletonContext, value: string): Tag {
  return tag(
    'observation classCode="OBS" moodCode="EVN"',
    templateTags(context, AGGREGATE_COUNT),
    tag(`code code="MSRAGG" codeSystem="${CODE_SYSTEM.actCode}" displayName="rate aggregation"`),
    COMPLETED,
    tag(`value xsi:type="INT" value="${value}"`),
    tag(`methodCode code="COUNT" codeSystem="${CODE_SYSTEM.observationMethod}" displayName="Count"`),
  );
}

/** The count as a population, stratum or supplement holds it. */
export function countRelationship(context: SkeletonContext, value: string): Tag {
  return tag('entryRelationship typeCode="SUBJ" inversionInd="true"', aggregateCount(context, value));
}

export const COMPLETED = tag('statusCode code="completed"');

export const ASSERTION = tag(
  `code code="ASSERTION" codeSystem="${CODE_SYSTEM.actCode}" displayName="Assertion"`,
);
