import { snippetText } from '../../text/snippet.ts';
import type { Span } from '../../text/span.ts';
import type { Proposal } from '../proposal.ts';

/** A JSON string as a proposal. */
export function textProposal(
  text: string,
  span: Span,
  order: number,
  options: Pick<Proposal, 'detail'> & { readonly kind?: Proposal['kind'] } = {},
): Proposal {
  const quoted = JSON.stringify(text);
  return {
    label: text,
    kind: options.kind ?? 'value',
    ...(options.detail !== undefined && { detail: options.detail }),
    snippet: snippetText(quoted),
    span,
    filterText: quoted,
    sortText: String(order).padStart(5, '0'),
  };
}
