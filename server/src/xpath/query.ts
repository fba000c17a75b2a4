import type { Span } from '../text/span.ts';

/** What to look for in an XML text with XPath 1.0. */
export interface XpathQuery {
  /** Selects nodes. */
  readonly context: string;
  /** Evaluated at each selected node; the answer then names those for which it is false. */
  readonly test?: string;
}

/** What a query found, in document order, or why it could not be asked. */
export type XpathAnswer =
  | {
      readonly kind: 'found';
      /** Places of the nodes, at most {@link LISTED_PLACES}. */
      readonly places: readonly Span[];
      /** How many there are in all. */
      readonly count: number;
    }
  | { readonly kind: 'fault'; readonly reason: string };

/** Nobody reads more, and an editor that is shown more becomes slow. */
export const LISTED_PLACES = 500;

/** A longer expression is not evaluated: nobody writes one by hand, and CMS's own paths are a quarter of it. */
export const LONGEST_EXPRESSION = 8000;

/**
 * Asks queries of a text away from the editor's requests, so that an expensive expression holds nothing up.
 * Gives one answer for each query; rejects when the signal is aborted.
 */
export type AskXpath = (
  text: string,
  queries: readonly XpathQuery[],
  signal: AbortSignal,
) => Promise<readonly XpathAnswer[]>;
