import type {
  ActivityMeasure,
  Measure,
  PiMeasure,
  PopulationGuids,
  QualityMeasure,
} from '../../catalog/catalog.ts';
import { POPULATION_ROLES } from '../../catalog/populations.ts';
import { snippetText } from '../../text/snippet.ts';
import { CODE_SYSTEM, MEASURE_IDS, OID } from '../oids.ts';
import { ASSERTION, COMPLETED, countRelationship } from './aggregateCount.ts';
import { choiceGap, filledGap, HL7_TEMPLATES, type SkeletonContext, templateTags } from './context.ts';
import { performanceRate, population } from './population.ts';
import { supplementalData } from './supplementalData.ts';
import { type Tag, tag, textTag, xmlText } from './tag.ts';

export const MEASURE_REFERENCE = `${HL7_TEMPLATES}24.3.98`;
export const MEASURE = `${HL7_TEMPLATES}27.3.1`;
export const CMS_MEASURE = `${HL7_TEMPLATES}27.3.17`;
export const PI_PROPORTION = `${HL7_TEMPLATES}27.3.28`;
export const PI_NUMERATOR = `${HL7_TEMPLATES}27.3.31`;
export const PI_DENOMINATOR = `${HL7_TEMPLATES}27.3.32`;
export const PI_ATTESTATION = `${HL7_TEMPLATES}27.3.29`;
export const ACTIVITY = `${HL7_TEMPLATES}27.3.33`;
/** Of 2019 alone: CMS_70 of that year's guide. */
const CMS_ACTIVITY = '2.16.840.1.113883.3.249.20.3.1';
export const MEASURE_PERFORMED = `${HL7_TEMPLATES}27.3.27`;

/** Any measure; `null` for an eCQM whose GUIDs are not published. */
export function measureTag(measure: Measure, context: SkeletonContext): Tag | null {
  if (measure.category === 'pi') return piMeasure(context, measure);
  return measure.category === 'ia' ? improvementActivity(context, measure) : qualityMeasure(context, measure);
}

/** An eCQM with all its populations and rates; `null` while its GUIDs are not published. */
export function qualityMeasure(context: SkeletonContext, measure: QualityMeasure): Tag | null {
  const sets = measure.strata.flatMap(({ populations }) => populations ?? []);
  if (measure.eMeasureGuid === null || sets.length === 0) return null;
  return organizer(
    context,
    [MEASURE, CMS_MEASURE],
    tag(
      'externalDocument classCode="DOC" moodCode="EVN"',
      tag(`id root="${OID.eMeasureVersion}" extension="${measure.eMeasureGuid}"`),
      tag(
        `code code="57024-2" codeSystem="${CODE_SYSTEM.loinc}" displayName="Health Quality Measure Document"`,
      ),
      textTag('text', snippetText(xmlText(measure.title))),
    ),
    [
      tag(
        'reference typeCode="REFR"',
        tag(
          'externalObservation classCode="OBS" moodCode="EVN"',
          tag(`id root="${context.newId()}"`),
          tag(`code code="55185-3" codeSystem="${CODE_SYSTEM.loinc}" displayName="measure set"`),
          textTag('text', 'No measure set'),
        ),
      ),
      ...sets
        .flatMap((guids) => populationSet(context, guids))
        .map((observation) => tag('component', observation)),
    ],
  );
}

function populationSet(context: SkeletonContext, guids: PopulationGuids): Tag[] {
  const supplements = supplementalData(context);
  const rate = guids.numerator === null ? [] : [performanceRate(context, guids.numerator)];
  const populations = POPULATION_ROLES.flatMap((role) => {
    const guid = guids[role];
    return guid === null ? [] : [population(context, role, guid, supplements)];
  });
  return [...rate, ...populations];
}

/** A measure of Promoting Interoperability: numerator and denominator, or an answer. */
export function piMeasure(context: SkeletonContext, measure: PiMeasure): Tag {
  const reference = idReference(MEASURE_IDS.promotingInteroperability, measure);
  if (measure.metricType !== 'proportion') {
    return organizer(context, [PI_ATTESTATION], reference, [
      tag('component', measurePerformed(context, 'Y', 'N')),
    ]);
  }
  return organizer(context, [PI_PROPORTION], reference, [
    tag('component', piCount(context, PI_NUMERATOR)),
    tag('component', piCount(context, PI_DENOMINATOR)),
  ]);
}

/** An improvement activity that was performed. */
export function improvementActivity(context: SkeletonContext, measure: ActivityMeasure): Tag {
  const reference = idReference(MEASURE_IDS.improvementActivity, measure);
  return organizer(context, [ACTIVITY, CMS_ACTIVITY], reference, [
    tag('component', measurePerformed(context, 'Y')),
  ]);
}

/** The numerator or denominator of a measure of Promoting Interoperability. */
export function piCount(
  context: SkeletonContext,
  template: typeof PI_NUMERATOR | typeof PI_DENOMINATOR,
): Tag {
  const code = template === PI_NUMERATOR ? 'NUMER' : 'DENOM';
  return tag(
    'observation classCode="OBS" moodCode="EVN"',
    templateTags(context, template),
    ASSERTION,
    COMPLETED,
    tag(`value xsi:type="CD" code="${code}" codeSystem="${CODE_SYSTEM.actCode}"`),
    // A denominator of zero is refused, so there is one patient until the gap is filled in.
    countRelationship(context, filledGap(context, '1')),
  );
}

/** An answer, yes or no. */
export function measurePerformed(context: SkeletonContext, ...answers: readonly string[]): Tag {
  const answer = answers.length > 1 ? choiceGap(context, ...answers) : (answers[0] ?? 'Y');
  return tag(
    'observation classCode="OBS" moodCode="EVN"',
    templateTags(context, MEASURE_PERFORMED),
    ASSERTION,
    COMPLETED,
    tag(`value xsi:type="CD" code="${answer}" codeSystem="${CODE_SYSTEM.yesNo}"`),
  );
}

function idReference(root: string, { measureId, title }: PiMeasure | ActivityMeasure): Tag {
  return tag(
    'externalDocument classCode="DOC" moodCode="EVN"',
    tag(`id root="${root}" extension="${measureId}"`),
    textTag('text', snippetText(xmlText(title))),
  );
}

function organizer(
  context: SkeletonContext,
  templates: readonly string[],
  document: Tag,
  content: readonly Tag[],
): Tag {
  return tag(
    'organizer classCode="CLUSTER" moodCode="EVN"',
    templateTags(context, MEASURE_REFERENCE, ...templates),
    tag(`id root="${context.newId()}"`),
    COMPLETED,
    tag('reference typeCode="REFR"', document),
    content,
  );
}
