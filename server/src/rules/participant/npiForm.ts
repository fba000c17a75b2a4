import { withoutSeparators, writeInstead } from '../fixing/proposals.ts';
import type { Rule } from '../rule.ts';
import { isNeeded } from './entityTypes.ts';

const NPI = /^\d{10}$/;

/** An NPI is ten digits. */
export const npiForm: Rule = {
  id: 'npi-form',
  layer: 'upload',
  severity: 'error',
  source: 'QPP submission API: nationalProviderIdentifier ^[0-9]{10}$',
  title: 'An NPI that is not ten digits',
  documentation: `A national provider identifier is ten digits, without spaces. CMS's converter passes anything on; the submission API refuses it.`,
  *check({ submission }) {
    for (const { kind, value, span } of submission.identifiers) {
      if (kind !== 'npi' || value === null || NPI.test(value)) continue;
      if (value.trim() === '' && isNeeded(submission, kind)) continue;
      const digits = withoutSeparators(value);
      const fixes = [writeInstead(span, digits)];
      yield { span, message: `The NPI "${value}" is not ten digits.`, ...(NPI.test(digits) && { fixes }) };
    }
  },
};
