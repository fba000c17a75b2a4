import { EXAMPLE_NPI, EXAMPLE_TIN } from '../../submission/exampleIds.ts';
import { CODE_SYSTEM, OID } from '../oids.ts';
import { filledGap, HL7_TEMPLATES, type SkeletonContext, templateTags } from './context.ts';
import { type Tag, tag, textTag } from './tag.ts';

const REPORT = `${HL7_TEMPLATES}27.1.1`;
const CMS_REPORT = `${HL7_TEMPLATES}27.1.2`;

/** Whom a new document is for. */
export type DocumentProgram = 'MIPS_INDIV' | 'MIPS_GROUP';

/** A whole document with the sections it is given, in the form the year's guide asks for. */
export function document(context: SkeletonContext, program: DocumentProgram, sections: readonly Tag[]): Tag {
  return tag(
    'ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    opening(context),
    parties(context),
    recipient(program),
    legalAuthenticator(context),
    device(context),
    performer(context, program),
    tag(
      'component',
      tag(
        'structuredBody',
        sections.map((section) => tag('component', section)),
      ),
    ),
  );
}

function opening(context: SkeletonContext): Tag[] {
  return [
    tag('realmCode code="US"'),
    tag('typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"'),
    ...templateTags(context, REPORT, CMS_REPORT),
    tag(`id root="${context.newId()}"`),
    tag(
      `code code="55184-6" codeSystem="${CODE_SYSTEM.loinc}" displayName="Quality Reporting Document Architecture Calculated Summary Report"`,
    ),
    textTag('title', filledGap(context, `QRDA III report ${context.table.performanceYear}`)),
    tag(`effectiveTime value="${dayOfWriting(context)}"`),
    tag(`confidentialityCode code="N" codeSystem="${CODE_SYSTEM.confidentiality}"`),
    tag('languageCode code="en"'),
    tag('versionNumber value="1"'),
    tag('recordTarget', tag('patientRole', tag('id nullFlavor="NA"'))),
  ];
}

/** Some day behind the performance year: within the submission period, which begins in January. */
function dayOfWriting({ table }: SkeletonContext): string {
  return `${table.performanceYear + 1}0115`;
}

function parties(context: SkeletonContext): Tag[] {
  return [
    tag(
      'author',
      tag(`time value="${dayOfWriting(context)}"`),
      tag(
        'assignedAuthor',
        tag(`id root="${context.newId()}"`),
        tag('assignedAuthoringDevice', textTag('softwareName', filledGap(context, 'Name of the software'))),
        tag('representedOrganization', organisation(context)),
      ),
    ),
    tag(
      'custodian',
      tag('assignedCustodian', tag('representedCustodianOrganization', organisation(context))),
    ),
  ];
}

function organisation(context: SkeletonContext): Tag[] {
  return [tag(`id root="${context.newId()}"`), textTag('name', filledGap(context, 'Name of the practice'))];
}

function recipient(program: DocumentProgram): Tag {
  return tag(
    'informationRecipient',
    tag('intendedRecipient', tag(`id root="${OID.program}" extension="${program}"`)),
  );
}

function legalAuthenticator(context: SkeletonContext): Tag {
  return tag(
    'legalAuthenticator',
    tag(`time value="${dayOfWriting(context)}"`),
    tag('signatureCode code="S"'),
    tag(
      'assignedEntity',
      tag(`id root="${context.newId()}"`),
      tag('representedOrganization', organisation(context)),
    ),
  );
}

/** The certified EHR. Ids tell the edition of the certification, whose letter has changed. */
function device(context: SkeletonContext): Tag {
  const example = context.table.performanceYear >= 2024 ? '0015CABCDEFGH12' : '0015EABCDEFGH12';
  return tag(
    'participant typeCode="DEV"',
    tag(
      'associatedEntity classCode="RGPR"',
      tag(`id root="${OID.cehrt}" extension="${filledGap(context, example)}"`),
      tag(`code code="129465004" codeSystem="${CODE_SYSTEM.snomed}" displayName="medical record, device"`),
    ),
  );
}

function performer(context: SkeletonContext, program: DocumentProgram): Tag {
  const npi = program === 'MIPS_INDIV' ? `extension="${filledGap(context, EXAMPLE_NPI)}"` : 'nullFlavor="NA"';
  return tag(
    'documentationOf typeCode="DOC"',
    tag(
      'serviceEvent classCode="PCPR"',
      tag(
        'performer typeCode="PRF"',
        tag(
          'assignedEntity',
          tag(`id root="${OID.npi}" ${npi}`),
          tag(
            'representedOrganization',
            tag(`id root="${OID.tin}" extension="${filledGap(context, EXAMPLE_TIN)}"`),
            textTag('name', filledGap(context, 'Name of the practice')),
          ),
        ),
      ),
    ),
  );
}
