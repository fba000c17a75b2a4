import type { Span } from '../text/span.ts';

/** Something an editor may offer to write, in the server's own terms. */
export interface Proposal {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'measure' | 'element' | 'snippet' | 'note';
  /** Short, beside the label: a measure's title. */
  readonly detail?: string;
  /** What replaces {@link span}: a snippet with `${1:…}` gaps. */
  readonly snippet: string;
  readonly span: Span;
  /** What the text in the span is compared with while the user types. */
  readonly filterText: string;
  /** Proposals are shown in this order. */
  readonly sortText: string;
  /** What changes elsewhere along with it: the extension beside a template's root. */
  readonly further?: readonly { readonly span: Span; readonly text: string }[];
}

/** What an editor may offer at a place. */
export interface Proposals {
  readonly proposals: readonly Proposal[];
  /** There is more to offer when more has been typed. */
  readonly isCut: boolean;
}

/** The key that keeps proposals in the order they were made in. */
export function sortKey(order: number): string {
  return String(order).padStart(5, '0');
}
