import { participantIds } from '../../qrda3/decode/values.ts';
import { OID } from '../../qrda3/oids.ts';
import { programOfCode } from '../../qrda3/programs.ts';
import { valueSpan } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';

/** An MVP id that CMS's converter does not read. */
export const mvpIgnored: Rule = {
  id: 'mvp-ignored',
  layer: 'score',
  severity: 'warning',
  years: { from: 2023 },
  source:
    'CMS converter (observed: reads the MVP id for the MIPS program names but MIPS_VIRTUALGROUP, and only the first)',
  title: 'A MIPS Value Pathway that does not count',
  documentation: `The MVP id in participant/associatedEntity/id with root 2.16.840.1.113883.3.249.5.6 makes CMS's converter file the data under that MIPS Value Pathway. It is read for MIPS_INDIV, MIPS_GROUP, MIPS_SUBGROUP and MIPS_APMENTITY only, and only the first one. Elsewhere it is ignored without a word: the data count as APP or as traditional MIPS.`,
  *check({ document, submission }) {
    const name = submission.documentProgram;
    const program = name === null ? undefined : programOfCode(name.value);
    if (document.format !== 'qrda3' || name === null || program === undefined) return;
    const ids = participantIds(document.nodes.root.element, OID.mvp).filter(({ value }) => value !== '');
    const isRead = program.family === 'MIPS' && program.entityType !== 'virtualGroup';
    for (const id of isRead ? ids.slice(1) : ids) {
      const reason = isRead ? 'since another one stands before it' : `under the program "${name.value}"`;
      yield {
        span: valueSpan(id),
        message: `CMS's converter ignores the MIPS Value Pathway "${id.value}" ${reason}.`,
      };
    }
  },
};
