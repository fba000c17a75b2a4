import { CODE_SYSTEM } from '../oids.ts';
import { filledGap, HL7_TEMPLATES, type SkeletonContext, templateTags } from './context.ts';
import { type Tag, tag, textTag } from './tag.ts';

const MEASURE_SECTION = `${HL7_TEMPLATES}24.2.2`;
const QUALITY_SECTION = `${HL7_TEMPLATES}27.2.1`;
const CMS_QUALITY_SECTION = `${HL7_TEMPLATES}27.2.3`;
const ACTIVITY_SECTION = `${HL7_TEMPLATES}27.2.4`;
/** Of 2019 alone: CMS_71 of that year's guide. */
const CMS_ACTIVITY_SECTION = '2.16.840.1.113883.3.249.20.2.1';
const PI_SECTION = `${HL7_TEMPLATES}27.2.5`;
export const REPORTING_PARAMETERS = `${HL7_TEMPLATES}17.3.8`;

/** The category a section reports, as QPP JSON names it. */
export type SectionCategory = 'quality' | 'pi' | 'ia';

const TEMPLATES: Readonly<Record<SectionCategory, readonly string[]>> = {
  quality: [MEASURE_SECTION, QUALITY_SECTION, CMS_QUALITY_SECTION],
  pi: [MEASURE_SECTION, PI_SECTION],
  ia: [MEASURE_SECTION, ACTIVITY_SECTION, CMS_ACTIVITY_SECTION],
};

/** The templates that tell the category of a section. */
export const SECTION_ROOTS: Readonly<Record<SectionCategory, readonly string[]>> = {
  quality: [QUALITY_SECTION, CMS_QUALITY_SECTION],
  pi: [PI_SECTION],
  ia: [ACTIVITY_SECTION, CMS_ACTIVITY_SECTION],
};

/** A section of the year with the measures of one category, and the reporting period. */
export function section(context: SkeletonContext, category: SectionCategory, measures: readonly Tag[]): Tag {
  return tag(
    'section',
    templateTags(context, ...TEMPLATES[category]),
    tag(`code code="55186-1" codeSystem="${CODE_SYSTEM.loinc}" displayName="Measure Section"`),
    textTag('title', 'Measure Section'),
    textTag('text', 'See the entries.'),
    tag('entry typeCode="DRIV"', reportingParameters(context)),
    measures.map((measure) => tag('entry', measure)),
  );
}

/** The reporting period: the whole performance year, until it is filled in. */
export function reportingParameters(context: SkeletonContext): Tag {
  const { performanceYear } = context.table;
  return tag(
    'act classCode="ACT" moodCode="EVN"',
    templateTags(context, REPORTING_PARAMETERS),
    tag(`id root="${context.newId()}"`),
    tag(`code code="252116004" codeSystem="${CODE_SYSTEM.snomed}" displayName="Observation Parameters"`),
    tag(
      'effectiveTime',
      tag(`low value="${filledGap(context, `${performanceYear}0101`)}"`),
      tag(`high value="${filledGap(context, `${performanceYear}1231`)}"`),
    ),
  );
}
