import type { Identifier } from '../../submission/submission.ts';
import { withoutSeparators, writeInstead } from '../fixing/proposals.ts';
import type { Problem, Rule } from '../rule.ts';
import { isNeeded } from './entityTypes.ts';

const TIN = /^\d{9}$/;

/** A TIN is nine digits. */
export const tinForm: Rule = {
  id: 'tin-form',
  layer: 'upload',
  severity: 'error',
  source: 'QPP submission API: taxpayerIdentificationNumber ^[0-9]{9}$',
  title: 'A TIN that is not nine digits',
  documentation: `A taxpayer identification number is nine digits without dash or space, leading zeros included. CMS's converter passes anything on; the submission API refuses it. A TIN of nothing but zeros is no one's: that is a warning, since it has the right form. TINs that begin with 000 are CMS's test TINs and stay silent.`,
  *check({ submission }) {
    for (const identifier of submission.identifiers) {
      const { kind, value } = identifier;
      if (kind !== 'tin' || value === null || (value.trim() === '' && isNeeded(submission, kind))) continue;
      yield* checkTin(identifier, value);
    }
  },
};

function* checkTin({ span }: Identifier, tin: string): Iterable<Problem> {
  if (/^0+$/.test(tin) && TIN.test(tin)) {
    yield { span, severity: 'warning', message: `The TIN "${tin}" is nobody's.` };
  }
  if (TIN.test(tin)) return;
  const digits = withoutSeparators(tin);
  const message = `The TIN "${tin}" is not nine digits.`;
  yield {
    span,
    message,
    ...(TIN.test(digits) && { fixes: [writeInstead(span, digits)] }),
  };
}
