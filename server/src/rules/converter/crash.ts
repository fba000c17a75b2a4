import type { TemplateNode } from '../../qrda3/decode/nodes.ts';
import type { Span } from '../../text/span.ts';
import type { ProposedFix } from '../rule.ts';
import type { Refusal } from './refusal.ts';

/** What says of the count itself that the converter crashes on it. */
const COUNT_RULES = ['aggregate-count-integer', 'aggregate-count-value', 'population-aggregate-count'];

/** The converter's unexpected error (code 3) on a measure, at what brings it about. */
export function crashOn(
  measure: TemplateNode,
  span: Span,
  reason: string,
  fixes: readonly ProposedFix[] = [],
): Refusal {
  return {
    code: 3,
    node: null,
    span,
    fixes,
    message: `CMS's converter crashes on this measure: ${reason}. It then reports nothing but an unexpected error.`,
    detail: String(measure.element.start),
    explains: [{ rules: COUNT_RULES, within: span }],
  };
}
