import type { Span } from '../../text/span.ts';

/** Something an editor may offer to write, in the server's own terms. */
export interface Proposal {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'measure' | 'snippet';
  /** Short, beside the label: a measure's title. */
  readonly detail?: string;
  /** What replaces {@link span}: a snippet with `${1:…}` gaps. */
  readonly snippet: string;
  readonly span: Span;
  /** What the text in the span is compared with while the user types. */
  readonly filterText: string;
  /** Proposals are shown in this order. */
  readonly sortText: string;
}

/** A text as it stands in a snippet: `$`, `}` and `\` would begin or end a gap. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

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
