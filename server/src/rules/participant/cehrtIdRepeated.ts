import { participantIds } from '../../qrda3/decode/values.ts';
import { OID } from '../../qrda3/oids.ts';
import { valueSpan } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';

/** More than one certification id in a QRDA III file. */
export const cehrtIdRepeated: Rule = {
  id: 'cehrt-id-repeated',
  layer: 'upload',
  severity: 'warning',
  source: 'CMS converter (observed: takes the first CEHRT id); QPP JSON has one cehrtId for each set',
  title: 'Several CMS EHR certification ids',
  documentation: `A submission has one CMS EHR certification id. Where several EHRs were used, the certification site gives one id for all of them together. CMS's converter takes the first it meets and drops the others without a word.`,
  *check({ document }) {
    if (document.format !== 'qrda3') return;
    const [first, ...others] = participantIds(document.nodes.root.element, OID.cehrt);
    for (const other of others) {
      if (first === undefined || other.value === first.value) continue;
      yield {
        span: valueSpan(other),
        message: `CMS's converter takes the first CEHRT id, "${first.value}", and drops "${other.value}".`,
        related: [{ span: valueSpan(first), message: 'The first CEHRT id.' }],
      };
    }
  },
};
