import { html, nothing, type TemplateResult } from 'lit-html';
import type { Explanation } from '../../../../server/src/scoring/breakdown.ts';
import type { RowRef } from '../messages.ts';
import { explanation } from './explanation.ts';
import type { ScoredView } from './pageView.ts';
import { rowRemarks } from './remarks.ts';
import { type Changeable, whatIfFields } from './whatIfFields.ts';

/** A row of a category's table: what its first cell says, and what can be tried out in it. */
export interface RowHead extends Explanation {
  readonly measureId: string;
  readonly title: string;
  /** Stands before the title, e.g. the collection type. */
  readonly tag?: string;
  readonly changeable: readonly Changeable[];
}

/** Id of a row's element. */
export function rowId({ category, index }: RowRef): string {
  return `${category}-${index}`;
}

/**
 * A table row whose measure id is a button, so that keyboard and screen reader reach it; a click anywhere in the row
 * does the same. A row without a place in the files has no button. The roles are written out: on a narrow page the
 * table is laid out as blocks, and browsers take an element's role from its layout.
 */
export function row(view: ScoredView, ref: RowRef, head: RowHead, cells: TemplateResult): TemplateResult {
  const place = view.result.places[ref.category][ref.index] ?? null;
  const isMarked = view.marked?.category === ref.category && view.marked.index === ref.index;
  const reveal = ({ target }: Event) => {
    const isOwnControl = target instanceof Element && target.closest('.what-if, .remarks') !== null;
    if (place && !isOwnControl) view.actions.reveal(ref);
  };
  const classes = [place ? 'revealing' : '', isMarked ? 'marked' : ''].filter(Boolean).join(' ');
  return html`<tr id=${rowId(ref)} role="row" class=${classes} aria-current=${isMarked ? 'location' : nothing} @click=${reveal}>
    <th scope="row" role="rowheader">
      ${
        place
          ? html`<button type="button" class="id link"
              aria-label="${head.measureId}, line ${place.range.start.line + 1}: show in the file">${head.measureId}</button>`
          : html`<span class="id">${head.measureId}</span>`
      }
      ${head.tag === undefined ? nothing : html`<span class="badge">${head.tag}</span>`} ${fileName(view, place?.file)}
      <span class="name">${head.title}</span>
      <span class="reason">${explanation(head)}</span>
      ${rowRemarks(view, ref.category, ref.index)}
      ${whatIfFields(view, head.measureId, head.changeable)}
    </th>
    ${cells}
  </tr>`;
}

/** Where several files are scored together, each row says from which one it comes. */
function fileName({ message }: ScoredView, file: number | undefined): TemplateResult | typeof nothing {
  const name = file === undefined || message.files.length < 2 ? undefined : message.files[file]?.name;
  return name === undefined ? nothing : html`<span class="muted">${name}</span>`;
}

/** A figure of a row; on a narrow page its label stands before it. */
export function cell(label: string, content: unknown, isFigure = true): TemplateResult {
  return html`<td role="cell" class=${isFigure ? 'figure' : ''} data-label=${label}>${content}</td>`;
}

/** The head of a table. */
export function tableHead(first: string, figures: readonly string[]): TemplateResult {
  return html`<thead role="rowgroup">
    <tr role="row">
      <th scope="col" role="columnheader">${first}</th>
      ${figures.map((name) => html`<th scope="col" role="columnheader" class="figure">${name}</th>`)}
    </tr>
  </thead>`;
}

/** A line under a table: a sum, or what goes into it. */
export function totalRow(
  columns: number,
  name: string,
  value: unknown,
  why: Explanation | null = null,
): TemplateResult {
  return html`<tr role="row" class="total-row">
    <th scope="row" role="rowheader" colspan=${columns}>
      ${name}${why === null ? nothing : html`<span class="reason">${explanation(why)}</span>`}
    </th>
    <td role="cell" class="figure">${value}</td>
  </tr>`;
}
