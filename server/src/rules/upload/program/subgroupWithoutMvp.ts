import type { Rule } from '../../rule.ts';
import { isMvpId } from './mvp.ts';

/** Subgroups report MVPs only. */
export const subgroupWithoutMvp: Rule = {
  id: 'subgroup-without-mvp',
  layer: 'upload',
  severity: 'error',
  years: { from: 2023 },
  source: 'QPP submission API documentation: entityType subgroup is for MVPs only (from 2023)',
  title: 'A subgroup that names no MVP',
  documentation: `Subgroups exist for MIPS Value Pathways only. A QRDA III file of MIPS_SUBGROUP names the MVP in participant/associatedEntity/id with root 2.16.840.1.113883.3.249.5.6; without it CMS's converter writes the program \`mips\`.`,
  *check({ submission }) {
    if (submission.entityType?.value !== 'subgroup') return;
    const set = submission.measurementSets.find(({ programName }) => !isMvpId(programName?.value ?? 'mips'));
    if (set === undefined) return;
    yield {
      span: set.programName?.span ?? submission.entityType.span,
      message: `A subgroup reports a MIPS Value Pathway; this one reports "${set.programName?.value ?? 'mips'}".`,
    };
  },
};
