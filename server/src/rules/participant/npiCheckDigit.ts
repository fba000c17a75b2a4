import { hasNpiCheckDigit, isTestNpi } from '../../submission/npi.ts';
import type { Rule } from '../rule.ts';

/** A hint: the NPI is ten digits, but no one can have been given it. */
export const npiCheckDigit: Rule = {
  id: 'npi-check-digit',
  layer: 'upload',
  severity: 'hint',
  source:
    'NPI standard (45 CFR 162.406): check digit by the Luhn formula over 80840 and the NPI; first digit 1 or 2',
  title: 'An NPI that cannot have been issued',
  documentation: `The last digit of an NPI is a check digit, and real NPIs begin with 1 or 2. Test files often have others, and nothing at the upload compares them, so this is only a hint that a digit may be mistyped. CMS's test NPIs (\`0777777777\`, \`0123456789\`, and those that begin with \`0000\`) stay silent.`,
  *check({ submission }) {
    for (const { kind, value, span } of submission.identifiers) {
      if (kind !== 'npi' || value === null || !/^\d{10}$/.test(value) || isTestNpi(value)) continue;
      if (!/^[12]/.test(value)) {
        yield { span, message: `The NPI "${value}" begins with ${value[0]}; a real NPI begins with 1 or 2.` };
      } else if (!hasNpiCheckDigit(value)) {
        yield { span, message: `The check digit of the NPI "${value}" is wrong; a digit may be mistyped.` };
      }
    }
  },
};
