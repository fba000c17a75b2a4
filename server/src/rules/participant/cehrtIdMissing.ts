import { OID } from '../../qrda3/oids.ts';
import type { MeasurementSet } from '../../submission/submission.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { participantWithoutId } from './participantIds.ts';

/** A set that needs the certification id of the EHR has none. */
export const cehrtIdMissing: Rule = {
  id: 'cehrt-id-missing',
  layer: 'upload',
  severity: 'error',
  years: { from: 2019 },
  source:
    'QPP submission API documentation: cehrtId is required in pi sets, from 2025 in quality sets of electronicHealthRecord',
  title: 'No CMS EHR certification id',
  documentation: `Promoting Interoperability needs the CMS EHR certification id (CEHRT id): without it the category scores zero. From 2025 eCQMs need it too. QRDA III: participant/associatedEntity/id with root 2.16.840.1.113883.3.2074.1. CMS's converter does not ask for it.`,
  *check(context) {
    const lacking = context.submission.measurementSets.filter(
      (set) => needsId(set, context) && set.cehrtId === null,
    );
    // A QRDA III file has one id for all its sets, so it lacks it once.
    const told = context.submission.format === 'qrda3' ? lacking.slice(0, 1) : lacking;
    for (const set of told) {
      const subject =
        set.category?.value === 'pi'
          ? `Promoting Interoperability of ${context.performanceYear} needs`
          : `eCQMs of ${context.performanceYear} need`;
      yield {
        span: context.submission.format === 'qrda3' ? context.submission.span : set.span,
        ...participantWithoutId(context.document, 'DEV'),
        message: `${subject} a CMS EHR certification id (CEHRT id), and there is none${whereItBelongs(context)}.`,
      };
    }
  },
};

function whereItBelongs({ submission }: RuleContext): string {
  return submission.format === 'qrda3'
    ? `: participant/associatedEntity holds it in an id with root ${OID.cehrt} and an extension`
    : '';
}

function needsId(
  { category, submissionMethod, programName }: MeasurementSet,
  { catalog }: RuleContext,
): boolean {
  const isOfPracticeModel = ['pcf', 'cpcplus'].includes(programName?.value.toLowerCase() ?? '');
  if (category?.value === 'quality' && isOfPracticeModel) return false;
  return (catalog.jsonFormat?.cehrtIdRequired ?? []).some(
    (set) =>
      set.category === category?.value &&
      (set.submissionMethod === undefined || set.submissionMethod === submissionMethod?.value),
  );
}
