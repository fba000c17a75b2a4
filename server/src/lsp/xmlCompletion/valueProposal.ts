import { xmlText } from '../../qrda3/skeleton/tag.ts';
import { snippetText } from '../../text/snippet.ts';
import type { ValueCursor } from '../../xml/cursor.ts';
import { attribute } from '../../xml/tree.ts';
import { type Proposal, sortKey } from '../proposal.ts';

/** A value to write between an attribute's quotes. */
export interface Value {
  readonly value: string;
  /** What it stands for; the value itself when absent. */
  readonly label?: string;
  readonly detail?: string;
  readonly kind?: Proposal['kind'];
  /** Another attribute of the element that goes with it; `null` takes that away. */
  readonly companion?: { readonly name: string; readonly value: string | null };
}

/** Values as proposals, in their order, each once. The quotes that are missing are written along. */
export function valueProposals(cursor: ValueCursor, values: readonly Value[], text: string): Proposal[] {
  const seen = new Set<string>();
  const distinct = values.filter(({ value, kind }) => {
    const isNew = kind === 'note' || !seen.has(value);
    seen.add(value);
    return isNew;
  });
  return distinct.map((value, order) => valueProposal(cursor, value, order, text));
}

function valueProposal(cursor: ValueCursor, value: Value, order: number, text: string): Proposal {
  const { element, span, opening, closing } = cursor;
  const { label = value.value, detail, kind = 'value', companion } = value;
  const quote = opening === '' ? (text[span.start - 1] ?? '"') : '"';
  const there = companion && attribute(element, companion.name);
  const isNew = companion && companion.value !== null && !there;
  const beside = isNew ? `${quote} ${companion.name}=${quote}${xmlText(companion.value ?? '')}` : '';
  const written = `${opening}${xmlText(value.value)}${beside}${closing}`;
  const further =
    there && there.value !== companion.value
      ? [
          companion.value === null
            ? { span: { start: there.nameStart - 1, end: there.valueEnd + 1 }, text: '' }
            : { span: { start: there.valueStart, end: there.valueEnd }, text: xmlText(companion.value) },
        ]
      : [];
  return {
    label,
    kind,
    ...(detail !== undefined && { detail }),
    snippet: snippetText(written),
    span,
    filterText: label === value.value ? value.value : `${value.value} ${label}`,
    sortText: sortKey(order),
    ...(further.length > 0 && { further }),
  };
}
