import { html, type TemplateResult } from 'lit-html';
import type { ScoreCategory, ScorePlace } from '../../../../server/src/lsp/protocol.ts';
import type { Confidence } from '../../../../server/src/scoring/breakdown.ts';
import { sentence } from '../../../../server/src/scoring/sentence.ts';

/** Shows the value behind a row of the breakdown in the file. */
export type Reveal = (category: ScoreCategory, index: number) => void;

/** A row's first cell. */
export interface RowHead {
  readonly measureId: string;
  readonly title: string;
  /** Stands before the title, e.g. the collection type. */
  readonly tag?: string;
  /** Why the row's points are what they are, and how far that can be trusted. */
  readonly reason: string;
  readonly confidence: Confidence;
}

/**
 * A table row whose measure id is a button, so that keyboard and screen reader reach it; a click
 * anywhere in the row does the same. A row without a place in the file has no button.
 */
export function row(
  head: RowHead,
  cells: TemplateResult,
  place: ScorePlace | null | undefined,
  onReveal: () => void,
): TemplateResult {
  const name = [head.tag, head.title].filter((part) => part !== undefined && part !== '').join(' · ');
  const description = html`<span class="name">${name}</span> <span class="reason">${sentence(head)}</span>`;
  if (!place) {
    return html`<tr>
      <th scope="row"><span class="id">${head.measureId}</span> ${description}</th>
      ${cells}
    </tr>`;
  }
  const label = `${head.measureId}, line ${place.range.start.line + 1}: show in the file`;
  return html`<tr class="revealing" @click=${onReveal}>
    <th scope="row">
      <button type="button" class="id" aria-label=${label}>${head.measureId}</button>
      ${description}
    </th>
    ${cells}
  </tr>`;
}
