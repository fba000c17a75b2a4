import type { Identifier } from '../../submission/submission.ts';
import { writeInstead } from '../fixing/proposals.ts';
import type { Problem, Rule } from '../rule.ts';
import { isNeeded } from './entityTypes.ts';

const SUBGROUP_ID = /^SG-\d{8}$/;

/** An entity id that looks mistyped. */
export const entityIdForm: Rule = {
  id: 'entity-id-form',
  layer: 'upload',
  severity: 'warning',
  source:
    "QPP submission API documentation; no official pattern is published, the form is that of all of CMS's samples",
  title: 'An entity id of an unusual form',
  documentation: `Ids of APM entities and virtual groups are free text without spaces. Subgroup ids are \`SG-\` and eight digits in every file CMS published. CMS has published no pattern, so a deviation is a warning.`,
  *check({ submission }) {
    const isSubgroup = submission.entityType?.value === 'subgroup';
    for (const identifier of submission.identifiers) {
      const isBlank = identifier.value?.trim() === '';
      if (!isBlank || !isNeeded(submission, identifier.kind)) yield* checkId(identifier, isSubgroup);
    }
  },
};

function* checkId({ kind, value, span }: Identifier, isSubgroup: boolean): Iterable<Problem> {
  if (value === null || kind === 'tin' || kind === 'npi') return;
  if (/\s/.test(value)) {
    const fixes = [writeInstead(span, value.replace(/\s/g, ''))];
    yield { span, message: `The id "${value}" has a space in it.`, fixes };
  } else if ((kind === 'subgroupId' || (kind === 'entityId' && isSubgroup)) && !SUBGROUP_ID.test(value)) {
    const digits = /^(?:SG)?[-_ ]?(\d{8})$/i.exec(value)?.[1];
    yield {
      span,
      message: `The subgroup id "${value}" does not have the form SG-00000000.`,
      ...(digits !== undefined && { fixes: [writeInstead(span, `SG-${digits}`)] }),
    };
  }
}
