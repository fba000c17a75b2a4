import { findTemplate } from '../guide/wording.ts';
import { CODE_SYSTEM } from '../oids.ts';
import { COMPLETED, countRelationship } from './aggregateCount.ts';
import { HL7_TEMPLATES, type SkeletonContext, templateTags } from './context.ts';
import { type Tag, tag } from './tag.ts';

export const SEX = `${HL7_TEMPLATES}27.3.6`;
/** CMS's own template for sex, from 2026 on: the code is a translation, in SNOMED CT. */
export const CMS_SEX = `${HL7_TEMPLATES}27.3.21`;
export const ETHNICITY = `${HL7_TEMPLATES}27.3.7`;
export const RACE = `${HL7_TEMPLATES}27.3.8`;
export const PAYER = `${HL7_TEMPLATES}27.3.9`;
export const CMS_PAYER = `${HL7_TEMPLATES}27.3.18`;

/** Sex, ethnicity, race and payer of a population's patients: one code of each, which the guide asks for at least. */
export function supplementalData(context: SkeletonContext): Tag[] {
  return [sex(context), ethnicity(context), race(context), payer(context)].map((supplement) =>
    tag('entryRelationship typeCode="COMP"', supplement),
  );
}

export function sex(context: SkeletonContext): Tag {
  const value = findTemplate(context.table, CMS_SEX)
    ? translated(`code="248152002" codeSystem="${CODE_SYSTEM.snomed}" displayName="Female"`)
    : coded(`code="F" codeSystem="${CODE_SYSTEM.administrativeGender}" displayName="Female"`);
  return supplement(context, [SEX, CMS_SEX], '76689-9', value);
}

export function ethnicity(context: SkeletonContext): Tag {
  const code = `code="2186-5" codeSystem="${CODE_SYSTEM.raceAndEthnicity}" displayName="Not Hispanic or Latino"`;
  return supplement(context, [ETHNICITY], '69490-1', coded(code));
}

export function race(context: SkeletonContext): Tag {
  const code = `code="2106-3" codeSystem="${CODE_SYSTEM.raceAndEthnicity}" displayName="White"`;
  return supplement(context, [RACE], '72826-1', coded(code));
}

export function payer(context: SkeletonContext): Tag {
  const code = `code="A" codeSystem="${CODE_SYSTEM.payerGrouping}" displayName="Medicare"`;
  return supplement(context, [PAYER, CMS_PAYER], '48768-6', translated(code));
}

function supplement(context: SkeletonContext, templates: readonly string[], loinc: string, value: Tag): Tag {
  return tag(
    'observation classCode="OBS" moodCode="EVN"',
    templateTags(context, ...templates),
    tag(`code code="${loinc}" codeSystem="${CODE_SYSTEM.loinc}"`),
    COMPLETED,
    value,
    countRelationship(context, '0'),
  );
}

function coded(code: string): Tag {
  return tag(`value xsi:type="CD" ${code}`);
}

function translated(code: string): Tag {
  return tag('value xsi:type="CD" nullFlavor="OTH"', tag(`translation ${code}`));
}
