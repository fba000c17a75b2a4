import type { MeasurementSet } from '../../submission/submission.ts';
import type { Sourced } from '../../text/span.ts';
import { withoutSeparators, writeInstead } from '../fixing/proposals.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';

/** Fifteen letters and digits, whatever the edition. */
export const CEHRT_ID = /^[A-Z0-9]{15}$/i;
/** A mix of the 2014 and 2015 editions. */
const MIXED_EDITION = /^..15H/i;

/** The certification id is fifteen letters and digits, of an edition that the year takes. */
export const cehrtIdForm: Rule = {
  id: 'cehrt-id-form',
  layer: 'upload',
  severity: 'error',
  needsYear: true,
  source:
    'QPP submission API documentation and change log (CEHRT id by year); schemas/<year>/scoring.json pi.cehrtId',
  title: 'A CMS EHR certification id of the wrong form or edition',
  documentation: `A CMS EHR certification id (CEHRT id) is fifteen letters and digits. Positions 3 to 5 tell the edition: 2019 to 2022 take \`15E\`, 2023 \`15E\` or \`15C\`, 2024 \`15C\`, 2025 \`15C\` or an id that begins with \`2025C\`. \`15H\` (a mix of editions) is refused in every year. For 2026 nothing is published.

An id of another edition is a warning: CMS's converter passes it on (and CMS's own samples have such ids), but Promoting Interoperability without a valid id scores zero.`,
  *check(context) {
    for (const id of certificationIds(context.submission.measurementSets)) yield* checkId(id, context);
  },
};

/** The sets of a QRDA III file share one id; each place is looked at once. */
function certificationIds(sets: readonly MeasurementSet[]): Sourced<string>[] {
  const byPlace = new Map<number, Sourced<string>>();
  for (const { cehrtId } of sets) if (cehrtId !== null) byPlace.set(cehrtId.span.start, cehrtId);
  return [...byPlace.values()];
}

function* checkId(
  { value, span }: Sourced<string>,
  { policy, performanceYear }: RuleContext,
): Iterable<Problem> {
  if (!CEHRT_ID.test(value)) {
    const length = value.length === 15 ? '' : ` It has ${value.length} characters.`;
    const message = `The CEHRT id "${value}" is not fifteen letters and digits.${length}`;
    const plain = withoutSeparators(value);
    yield { span, message, ...(CEHRT_ID.test(plain) && { fixes: [writeInstead(span, plain)] }) };
    return;
  }
  const format = policy?.pi.cehrtId.value;
  if (!format || new RegExp(format.pattern, 'i').test(value)) return;
  yield {
    span,
    ...(!MIXED_EDITION.test(value) && { severity: 'warning' as const }),
    message: `The CEHRT id "${value}" is of an edition that ${performanceYear} does not take: it takes ${format.description}.`,
  };
}
