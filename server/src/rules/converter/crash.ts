import type { TemplateNode } from '../../qrda3/decode/nodes.ts';
import { type Refusal, spanOf } from './refusal.ts';

/** The converter's unexpected error (code 3) on a measure, at the node that brings it about. */
export function crashOn(measure: TemplateNode, node: TemplateNode, reason: string): Refusal {
  return {
    code: 3,
    node: null,
    span: spanOf(node),
    message: `CMS's converter crashes on this measure: ${reason}. It then reports nothing but an unexpected error.`,
    detail: String(measure.element.start),
  };
}
