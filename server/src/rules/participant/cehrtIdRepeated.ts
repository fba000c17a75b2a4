import { participantIds } from '../../qrda3/decode/values.ts';
import { OID } from '../../qrda3/oids.ts';
import { valueSpan } from '../../xml/tree.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';
import { CEHRT_ID } from './cehrtIdForm.ts';

/** More than one certification id in a file. */
export const cehrtIdRepeated: Rule = {
  id: 'cehrt-id-repeated',
  layer: 'upload',
  severity: 'warning',
  source:
    'CMS converter (observed: takes the first CEHRT id); QPP JSON has one cehrtId for each set, of one participant',
  title: 'Several CMS EHR certification ids',
  documentation: `A submission has one CMS EHR certification id. Where several EHRs were used, the certification site gives one id for all of them together. CMS's converter takes the first it meets and drops the others without a word. In QPP JSON each set has its own \`cehrtId\`, and nothing compares them: two different ones are taken, but one of them may be mistyped or old.`,
  *check(context) {
    yield* context.document.format === 'qrda3' ? inQrda3(context) : inQppJson(context);
  },
};

function* inQrda3({ document }: RuleContext): Iterable<Problem> {
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
}

function* inQppJson({ submission }: RuleContext): Iterable<Problem> {
  // An id of the wrong form is told as that.
  const [first, ...others] = submission.measurementSets
    .flatMap(({ cehrtId }) => cehrtId ?? [])
    .filter(({ value }) => CEHRT_ID.test(value));
  for (const other of others) {
    if (first === undefined || other.value.toUpperCase() === first.value.toUpperCase()) continue;
    yield {
      span: other.span,
      severity: 'information',
      message: `The CEHRT id "${other.value}" differs from "${first.value}" in another set. A participant has one id, which stands for all EHRs it used.`,
      related: [{ span: first.span, message: 'The other CEHRT id.' }],
    };
  }
}
