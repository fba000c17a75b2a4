import { snippetText } from '../../text/snippet.ts';
import type { Span } from '../../text/span.ts';
import { type Proposal, sortKey } from '../proposal.ts';

/** A JSON string as a proposal, found also by further words about it. */
export function textProposal(
  text: string,
  span: Span,
  order: number,
  options: Pick<Proposal, 'detail'> & { readonly kind?: Proposal['kind']; readonly words?: string } = {},
): Proposal {
  const quoted = JSON.stringify(text);
  return {
    label: text,
    kind: options.kind ?? 'value',
    ...(options.detail !== undefined && { detail: options.detail }),
    snippet: snippetText(quoted),
    span,
    filterText: options.words === undefined ? quoted : `${quoted} ${options.words}`,
    sortText: sortKey(order),
  };
}
